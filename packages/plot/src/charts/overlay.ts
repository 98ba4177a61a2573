import { ParameterError } from "@gradus/core";
import { Chart } from "../chart";
import type { AxisSpec, ChartSpec } from "../spec";

/**
 * Charts on top of each other in one frame, the first at the back: points and the line fitted to them.
 *
 * Titles, labels and domains are those of the first chart that has them; words along an axis are the first chart's.
 *
 * @throws ParameterError for no chart, a chart of several panels, or if the scales of the charts differ.
 * @example
 * ```ts
 * const points = scatterPlot({ x: [1, 2, 3], y: [2.1, 3.9, 6] });
 * const line = linePlot({ x: [1, 3], y: [2.05, 5.95], label: "fit" });
 * overlay(points, line).spec.layers.length; // → 2
 * ```
 */
export function overlay(...charts: readonly Chart[]): Chart {
  if (charts.length === 0)
    throw new ParameterError("overlay: expected at least one chart, got none");
  const specs = charts.map((chart) => chart.spec);
  if (specs.some((spec) => spec.panels)) {
    throw new ParameterError("overlay: expected charts with one frame, got one with panels");
  }
  const title = firstOf(specs, (spec) => spec.title);
  const subtitle = firstOf(specs, (spec) => spec.subtitle);
  const aspect = firstOf(specs, (spec) => spec.aspect);
  const key = specs.flatMap((spec) => spec.key ?? []);
  return new Chart({
    version: 1,
    ...(title === undefined ? {} : { title }),
    ...(subtitle === undefined ? {} : { subtitle }),
    x: sharedAxis(specs, "x"),
    y: sharedAxis(specs, "y"),
    layers: specs.flatMap((spec) => spec.layers),
    ...(key.length > 0 ? { key } : {}),
    ...(aspect === undefined ? {} : { aspect }),
  });
}

function sharedAxis(specs: readonly ChartSpec[], name: "x" | "y"): AxisSpec {
  const axes = specs.map((spec) => spec[name]);
  const { scale } = axes[0]!;
  const { ticks, flipped, grid, show } = axes[0]!;
  const other = axes.find((axis) => axis.scale !== scale);
  if (other) {
    throw new ParameterError(
      `overlay: expected the same ${name}Scale in all charts, got "${scale}" and "${other.scale}"`,
    );
  }
  const label = firstOf(axes, (axis) => axis.label);
  const domain = firstOf(axes, (axis) => axis.domain);
  return {
    scale,
    ...(label === undefined ? {} : { label }),
    ...(domain === undefined ? {} : { domain }),
    ...(axes.some((axis) => axis.zero) ? { zero: true } : {}),
    ...(ticks ? { ticks } : {}),
    ...(flipped ? { flipped } : {}),
    ...(grid === undefined ? {} : { grid }),
    ...(show ? { show } : {}),
  };
}

function firstOf<T, R>(list: readonly T[], get: (item: T) => R | undefined): R | undefined {
  return list.map(get).find((value) => value !== undefined);
}
