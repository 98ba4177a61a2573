import { ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { counted, inWords } from "../describe/numbers";
import { CHART_COLORS, type Layer } from "../spec";
import { toNumbers, type Values } from "../values";
import { type Names, toNames } from "./groups";
import { type ChartOptions, titlesOf } from "./options";

/** What a silhouette plot shows. */
export interface SilhouettePlotOptions extends Pick<ChartOptions, "title" | "subtitle"> {
  /** The silhouette coefficient of each point, from −1 to 1. */
  readonly values: Values;
  /** The cluster of each point. */
  readonly clusters: Names;
}

/**
 * The silhouette coefficients of each cluster, sorted, as a block of bars, with a line at their mean. A point below 0
 * is nearer to another cluster.
 *
 * @throws ShapeError if the lists differ in length; ValueError for a coefficient outside −1 to 1, or none.
 * @roadmap DAT-006
 * @see Rousseeuw (1987), Journal of Computational and Applied Mathematics 20, 53–65.
 * @example
 * ```ts
 * silhouettePlot({ values: [0.5, 0.7, -0.1], clusters: ["a", "a", "b"] }).description;
 * // → Silhouettes of 3 points in 2 clusters, mean 0.3667. a: 2 points, mean 0.6. b: 1 point, mean −0.1. 1 point lies below 0.
 * ```
 */
export function silhouettePlot(options: SilhouettePlotOptions): Chart {
  const where = "silhouettePlot";
  const values = toNumbers(where, "values", options.values);
  const clusters = toNames(where, "clusters", options.clusters).map((name) => name ?? "(none)");
  if (values.length !== clusters.length) {
    throw new ShapeError(
      `${where}: expected a cluster for each value, got ${clusters.length} for ${values.length}`,
    );
  }
  const wrong = values.find((value) => !(value >= -1 && value <= 1));
  if (values.length === 0 || wrong !== undefined) {
    throw new ValueError(`${where}: expected coefficients from −1 to 1, got ${wrong ?? "none"}`);
  }
  const names = [...new Set(clusters)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const gap = Math.max(1, Math.round(values.length * 0.03));
  let top = 0;
  const blocks = names.map((name, i) => {
    const own = values.filter((_, k) => clusters[k] === name).sort((a, b) => b - a);
    const block = { name, own, top, color: CHART_COLORS[i % CHART_COLORS.length]! };
    top += own.length + gap;
    return block;
  });
  const mean = average(values);
  const layers = blocks.map(
    ({ own, top: start, color }): Layer => ({
      mark: "shapes",
      shapes: [{ rings: [outline(own, start)] }],
      color,
      opacity: 0.8,
      nDropped: 0,
    }),
  );
  const below = values.filter((value) => value < 0).length;
  const each = blocks.map(
    ({ name, own }) => `${name}: ${counted(own.length, "point")}, mean ${inWords(average(own))}.`,
  );
  const nearer =
    below > 0 ? ` ${counted(below, "point")} ${below === 1 ? "lies" : "lie"} below 0.` : "";
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: {
      label: "Silhouette coefficient",
      scale: "linear",
      domain: [Math.min(-0.1, ...values), 1],
      grid: true,
    },
    y: {
      label: "Cluster",
      scale: "linear",
      flipped: true,
      domain: [-gap, top],
      ticks: {
        at: blocks.map(({ own, top: start }) => start + own.length / 2),
        text: blocks.map(({ name }) => name),
      },
    },
    layers: [
      ...layers,
      {
        mark: "segments",
        x1: [0],
        x2: [0],
        y1: [-gap],
        y2: [top],
        tone: "muted",
        width: 1,
        nDropped: 0,
      },
      {
        mark: "segments",
        x1: [mean],
        x2: [mean],
        y1: [-gap],
        y2: [top],
        tone: "ink",
        width: 1.5,
        dashed: true,
        nDropped: 0,
      },
      {
        mark: "texts",
        x: [mean],
        y: [-gap],
        text: [`mean ${inWords(Number(mean.toFixed(2)))}`],
        dy: -8,
        nDropped: 0,
      },
    ],
    summary: `Silhouettes of ${counted(values.length, "point")} in ${counted(names.length, "cluster")}, mean ${inWords(mean)}. ${each.join(" ")}${nearer}`,
  });
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Bars of height 1 below each other, as one ring. */
function outline(values: readonly number[], top: number) {
  const x = [0, ...values.flatMap((value) => [value, value]), 0];
  const y = [top, ...values.flatMap((_, i) => [top + i, top + i + 1]), top + values.length];
  return { x, y };
}
