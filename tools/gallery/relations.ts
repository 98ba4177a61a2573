import { type Chart, facets, jointPlot, pairPlot, regPlot, scatterPlot } from "@gradus/plot";
import { birds } from "./samples";

const { kind, wing, weight, bill } = birds();

/** How columns go together. */
export const relations: Readonly<Record<string, () => Chart>> = {
  regression: () =>
    regPlot({
      x: wing,
      y: weight,
      xLabel: "Wing (mm)",
      yLabel: "Weight (g)",
      title: "Each millimetre of wing goes with about 50 g",
    }),
  joint: () =>
    jointPlot({
      x: wing,
      y: weight,
      xLabel: "Wing (mm)",
      yLabel: "Weight (g)",
      regression: true,
      title: "Long wings, heavy birds",
    }),
  pairs: () =>
    pairPlot({
      columns: { "Wing (mm)": wing, "Weight (g)": weight, "Bill (mm)": bill },
      by: kind,
      title: "Two measurements tell the birds apart",
    }),
  facets: () => {
    const charts = [...new Set(kind)].map((name) => {
      const rows = kind.flatMap((own, i) => (own === name ? [i] : []));
      const chart = scatterPlot({
        x: rows.map((i) => wing[i]!),
        y: rows.map((i) => weight[i]!),
        xLabel: "Wing (mm)",
        yLabel: "Weight (g)",
      });
      return [name, chart] as const;
    });
    return facets(Object.fromEntries(charts), { title: "Within each kind the slope is alike" });
  },
};
