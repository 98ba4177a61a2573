import { ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { named, sentence } from "../describe/describe-chart";
import { counted } from "../describe/numbers";
import { type KernelDensityOptions, kernelDensity } from "../numeric/kernel-density";
import { CHART_COLORS, type ChartColor, type Layer } from "../spec";
import type { Values } from "../values";
import { type GroupedValues, groupsOf, type Names } from "./groups";
import { axesOf, type ChartOptions, lookOf, titlesOf } from "./options";

/** What a density plot shows: values, or several groups of them. */
export type KDEPlotOptions = (
  | { readonly x: Values; readonly by?: Names; readonly color?: ChartColor }
  | { readonly groups: Readonly<Record<string, Values>> }
) &
  KernelDensityOptions &
  Omit<ChartOptions, "xScale" | "yScale" | "yDomain">;

/**
 * The density of values as a smooth curve, by a Gaussian kernel with Scott's bandwidth; each group has an area of 1.
 * Missing and infinite values are left out, and the description says so.
 *
 * @throws ValueError if there is nothing finite, or all values of a group are the same and no bandwidth is given;
 *   ParameterError for a bandwidth, cut or grid that cannot be; ShapeError if values and names differ in number.
 * @roadmap DAT-006
 * @example
 * ```ts
 * kdePlot({ x: [1, 2, 2, 3, 5], xLabel: "Days" }).spec.layers.length; // → 2
 * ```
 */
export function kdePlot(options: KDEPlotOptions): Chart {
  const where = "kdePlot";
  const { groups, nDropped } = groupsOf(where, groupedBy(options));
  const several = groups.length > 1;
  const own = "x" in options ? lookOf(where, { color: options.color }).color : undefined;
  const x = named(options.xLabel === undefined ? {} : { label: options.xLabel }, "x");
  const layers = groups.flatMap(({ name, values }, i): Layer[] => {
    if (typeof options.bandwidth !== "number" && new Set(values).size < 2) {
      throw new ValueError(
        `${where}: expected different values in ${name}, or a bandwidth, got only ${values[0]}`,
      );
    }
    const curve = kernelDensity(where, values, options);
    const color = own ?? CHART_COLORS[i % CHART_COLORS.length]!;
    const peak = curve.x[curve.density.indexOf(Math.max(...curve.density))]!;
    const what = several ? ` (${name})` : "";
    const summary = sentence(
      `The density of ${counted(values.length, "value")} of ${x.name}${what} is highest at ${x.with(peak)}; the values go from ${x.range(values)}`,
    );
    return densityLayers(curve, color, {
      summary,
      nDropped: i === 0 ? nDropped : 0,
    });
  });
  const axes = axesOf(where, { yLabel: "Density", ...options });
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: axes.x,
    y: { ...axes.y, zero: true },
    ...(several
      ? {
          key: groups.map(({ name }, i) => ({
            label: name,
            color: CHART_COLORS[i % CHART_COLORS.length]!,
          })),
        }
      : {}),
    layers,
  });
}

/** A curve with the area beneath it shaded. */
export function densityLayers(
  { x, density }: { readonly x: readonly number[]; readonly density: readonly number[] },
  color: ChartColor,
  { summary, nDropped }: { readonly summary: string; readonly nDropped: number },
): Layer[] {
  const ring = { x: [x[0]!, ...x, x.at(-1)!], y: [0, ...density, 0] };
  return [
    { mark: "shapes", shapes: [{ rings: [ring] }], color, opacity: 0.2, summary, nDropped },
    { mark: "line", x, y: density, color, summary: "", nDropped: 0 },
  ];
}

function groupedBy(options: KDEPlotOptions): GroupedValues {
  if ("groups" in options) return options;
  if (options.by) return { y: options.x, by: options.by };
  return { groups: { x: options.x } };
}
