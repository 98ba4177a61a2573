import { checkInteger, ValueError } from "@gradus/core";
import type { Chart } from "../chart";
import type { ChartColor } from "../spec";
import { barPlot } from "./bar-plot";
import type { CategoryOptions } from "./categories";
import { type Names, toNames } from "./groups";

/** What a count plot shows. */
export interface CountPlotOptions extends Omit<CategoryOptions, "yScale"> {
  /** One name for each observation. */
  readonly x: Names;
  /** "count" (the default) puts the commonest first, "first" keeps the order in which names come. */
  readonly order?: "count" | "first";
  /** How many names at most, the commonest; the rest are counted together. Default 20. */
  readonly most?: number;
  readonly color?: ChartColor;
}

/**
 * A bar for each name with the number of times it comes. Missing names are counted as "(missing)".
 *
 * @throws ValueError if there is no name; ParameterError unless `most` is an integer > 0.
 * @example
 * ```ts
 * countPlot({ x: ["oak", "ash", "oak"] }).description; // → Count by category: oak 2, ash 1.
 * ```
 */
export function countPlot({ x, order = "count", most = 20, ...options }: CountPlotOptions): Chart {
  const where = "countPlot";
  checkInteger(where, "most", most, 1);
  const counts = new Map<string, number>();
  for (const name of toNames(where, "x", x)) {
    const key = name ?? "(missing)";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size === 0) throw new ValueError(`${where}: expected at least one name, got none`);
  const byCount = [...counts].sort(([, a], [, b]) => b - a);
  const commonest = new Set(byCount.slice(0, most).map(([name]) => name));
  const shown = (order === "count" ? byCount : [...counts]).filter(([name]) => commonest.has(name));
  const rest = byCount.slice(most);
  const others = rest.reduce((sum, [, count]) => sum + count, 0);
  if (others > 0) shown.push([`${rest.length} others`, others]);
  return barPlot({
    yLabel: "Count",
    ...options,
    categories: shown.map(([name]) => name),
    values: shown.map(([, count]) => count),
  });
}
