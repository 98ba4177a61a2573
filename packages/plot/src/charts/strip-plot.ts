import { checkBetween, RandomGenerator } from "@gradus/core";
import { Chart } from "../chart";
import { named } from "../describe/describe-chart";
import { counted } from "../describe/numbers";
import { quantile } from "../numeric/quantiles";
import type { ChartColor } from "../spec";
import { type CategoryOptions, turned } from "./categories";
import { type GroupedValues, groupsOf } from "./groups";
import { lookOf, titlesOf } from "./options";

/** What a strip plot shows. */
export type StripPlotOptions = GroupedValues &
  CategoryOptions & {
    readonly color?: ChartColor;
    /** How far points are moved aside at most, in the room of a category, so that they are seen. Default 0.18. */
    readonly jitter?: number;
    /** Of the jitter. Default 0. */
    readonly seed?: number;
  };

/**
 * Every value as a point above its group's name, moved aside at random so that equal values can be told apart.
 *
 * @throws ValueError if no value is finite; ShapeError if values and names differ in number; ParameterError for no
 *   groups, or a jitter outside 0 to 0.5.
 * @roadmap DAT-006
 * @example
 * ```ts
 * stripPlot({ groups: { a: [1, 2, 2], b: [3] } }).spec.layers[0]!.mark; // → points
 * ```
 */
export function stripPlot(options: StripPlotOptions): Chart {
  const where = "stripPlot";
  const { groups, nDropped } = groupsOf(where, options);
  const { color = "blue" } = lookOf(where, options);
  const jitter = checkBetween(where, "jitter", options.jitter ?? 0.18, [0, 0.5]);
  const random = new RandomGenerator(options.seed ?? 0);
  const { axes, point } = turned(
    where,
    groups.map(({ name }) => name),
    options,
  );
  const at = groups.flatMap(({ values }, i) =>
    values.map(() => i + random.uniform(-jitter, jitter)),
  );
  const value = named(options.yLabel === undefined ? {} : { label: options.yLabel }, "values");
  const summary = `Every value of ${value.name} as a point. ${groups
    .map(({ name, values }) => {
      const median = quantile(Float64Array.from(values).sort(), 0.5);
      return `${name}: ${counted(values.length, "value")} from ${value.range(values)}, median ${value.with(median)}.`;
    })
    .join(" ")}`;
  const all = groups.flatMap(({ values }) => values);
  const radius = all.length <= 200 ? 3 : 2;
  return new Chart({
    version: 1,
    ...titlesOf(options),
    ...axes,
    layers: [{ mark: "points", ...point(at, all), radius, opacity: 0.6, color, summary, nDropped }],
  });
}
