import { ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { named } from "../describe/describe-chart";
import { counted, extent } from "../describe/numbers";
import { type KernelDensityOptions, kernelDensity } from "../numeric/kernel-density";
import { boxStatistics } from "../numeric/quantiles";
import type { ChartColor, Layer } from "../spec";
import { type CategoryOptions, turned } from "./categories";
import { type GroupedValues, groupsOf } from "./groups";
import { lookOf, titlesOf } from "./options";

/** What a violin plot shows. */
export type ViolinPlotOptions = GroupedValues &
  CategoryOptions &
  KernelDensityOptions & {
    readonly color?: ChartColor;
  };

/** The width of the widest violin, as a share of a category's room. */
const WIDTH = 0.8;

/**
 * The density of each group to both sides of its middle, all with the same area, with a narrow box from the lower
 * to the upper quartile, whiskers as in `boxPlot` and a dot at the median. The curve ends at the last values
 * (`cut` 0); a kernel's tails would show values that nobody has seen.
 *
 * @throws ValueError if no value is finite, or all values of a group are the same and no bandwidth is given;
 *   ShapeError if values and names differ in number; ParameterError for no groups or a bandwidth that cannot be.
 * @roadmap DAT-006
 * @see Hintze and Nelson (1998), The American Statistician 52(2), 181–184.
 * @example
 * ```ts
 * violinPlot({ groups: { a: [1, 2, 3, 4], b: [2, 3, 3, 9] } }).spec.layers.length; // → 4
 * ```
 */
export function violinPlot(options: ViolinPlotOptions): Chart {
  const where = "violinPlot";
  const { groups, nDropped } = groupsOf(where, options);
  const { color = "blue" } = lookOf(where, options);
  const curves = groups.map(({ name, values }) => {
    if (typeof options.bandwidth !== "number" && new Set(values).size < 2) {
      throw new ValueError(
        `${where}: expected different values in ${name}, or a bandwidth, got only ${values[0]}`,
      );
    }
    return kernelDensity(where, values, { cut: 0, ...options });
  });
  const { axes, box, point } = turned(
    where,
    groups.map(({ name }) => name),
    options,
  );
  const highest = Math.max(...curves.flatMap(({ density }) => density));
  const shapes = curves.map(({ x, density }, i) => {
    const half = density.map((value) => (value / highest) * (WIDTH / 2));
    const sides = [...half.map((h) => i + h), ...half.map((h) => i - h).reverse()];
    return { rings: [point(sides, [...x, ...[...x].reverse()])] };
  });
  const boxes = groups.map(({ values }) => boxStatistics(values));
  const at = boxes.map((_, i) => i);
  const medians = boxes.map((b) => b.median);
  const value = named(options.yLabel === undefined ? {} : { label: options.yLabel }, "values");
  const summary = `Violin plot of ${value.name}. ${groups
    .map(({ name, values }, i) => {
      const { x, density } = curves[i]!;
      const peak = x[density.indexOf(extent(density)[1])]!;
      return `${name}: ${counted(values.length, "value")} from ${value.range(values)}, median ${value.with(medians[i]!)}, densest at ${value.with(peak)}.`;
    })
    .join(" ")}`;
  const quiet = { tone: "ink" as const, summary: "", nDropped: 0 };
  const whiskers = box(
    at,
    at,
    boxes.map((b) => b.whiskers[0]),
    boxes.map((b) => b.whiskers[1]),
  );
  const middles = box(
    at,
    at,
    boxes.map((b) => b.q1),
    boxes.map((b) => b.q3),
  );
  const layers: Layer[] = [
    { mark: "shapes", shapes, color, opacity: 0.3, outlined: true, summary, nDropped },
    { mark: "segments", ...whiskers, width: 1, ...quiet },
    { mark: "segments", ...middles, width: 6, ...quiet },
    { mark: "points", ...point(at, medians), radius: 2.5, opacity: 1, ...quiet, tone: "ground" },
  ];
  return new Chart({ version: 1, ...titlesOf(options), ...axes, layers });
}
