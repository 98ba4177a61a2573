import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { named, sentence } from "../describe/describe-chart";
import { inWords } from "../describe/numbers";
import { CHART_COLORS, type ChartColor, type Layer } from "../spec";
import { toNumbers, type Values } from "../values";
import { type CategoryOptions, turned } from "./categories";
import { type Names, toNames } from "./groups";
import { lookOf, titlesOf } from "./options";

/** What a bar plot shows. */
export interface BarPlotOptions extends Omit<CategoryOptions, "yScale"> {
  /** The names of the bars, in order. */
  readonly categories: Names;
  /** The lengths of the bars; or several by their names, side by side or stacked. */
  readonly values: Values | Readonly<Record<string, Values>>;
  /** Whether bars of one category stand on each other. Default false: side by side. */
  readonly stacked?: boolean;
  /** Whether each bar has its number at its end. Default true for up to 12 bars that are not stacked. */
  readonly numbers?: boolean;
  /** Of bars without series. */
  readonly color?: ChartColor;
}

interface Series {
  readonly name?: string;
  readonly values: readonly number[];
  readonly color: ChartColor;
}

const MOST_NUMBERS = 12;

/**
 * A bar for each category, from 0 to its value: side by side or stacked where there are several series. Values that
 * are missing or infinite have no bar, and the description says so.
 *
 * @throws ShapeError if categories and values differ in number; ValueError if there is no finite value, or a negative
 *   one is to be stacked; ParameterError for no series, or more than seven.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const chart = barPlot({ categories: ["oak", "ash"], values: [12, 7], yLabel: "Trees" });
 * chart.description; // → Trees by category: oak 12, ash 7.
 * ```
 */
export function barPlot(options: BarPlotOptions): Chart {
  const where = "barPlot";
  const categories = toNames(where, "categories", options.categories).map(
    (name) => name ?? "(missing)",
  );
  const series = seriesOf(where, options);
  checkBars(where, categories, series, options.stacked ?? false);
  const { axes, box, point } = turned(where, categories, options, { zero: true });
  const layers = options.stacked ? stack(series, box) : sideBySide(series, box);
  const nDropped = series.flatMap(({ values }) => values).filter((v) => !Number.isFinite(v)).length;
  const value = named({ ...labelOf(options.yLabel) }, "value");
  const by = named({ ...labelOf(options.xLabel) }, "category").name;
  const nBars = series.length * categories.length;
  const hasNegative = series.some(({ values }) => values.some((value) => value < 0));
  const numbers = options.numbers ?? (nBars <= MOST_NUMBERS && !options.stacked);
  const words = series
    .map(({ name, values }) => {
      const list = categories.map((c, i) => `${c} ${numberOrNone(values[i]!)}`).join(", ");
      return sentence(`${value.name}${name ? ` (${name})` : ""} by ${by}: ${list}`);
    })
    .join(" ");
  return new Chart({
    version: 1,
    ...titlesOf(options),
    ...axes,
    ...(series.length > 1
      ? { key: series.map(({ name, color }) => ({ label: name!, color })) }
      : {}),
    layers: [
      ...layers.map((layer, i) => (i === 0 ? { ...layer, nDropped, summary: words } : layer)),
      ...(hasNegative ? [zeroLine(categories.length, box)] : []),
      ...(numbers ? [numbersOf(series, options.horizontal ?? false, point)] : []),
    ],
  });
}

function numberOrNone(value: number): string {
  return Number.isFinite(value) ? inWords(value) : "has no value";
}

function labelOf(label: string | undefined): { readonly label?: string } {
  return label === undefined ? {} : { label };
}

function seriesOf(where: string, options: BarPlotOptions): Series[] {
  const { values } = options;
  if (isValues(values)) {
    const { color = "blue" } = lookOf(where, options);
    return [{ values: toNumbers(where, "values", values), color }];
  }
  const entries = Object.entries(values);
  if (entries.length === 0 || entries.length > CHART_COLORS.length) {
    throw new ParameterError(
      `${where}: expected 1 to ${CHART_COLORS.length} series, got ${entries.length}`,
    );
  }
  return entries.map(([name, list], i) => ({
    name,
    values: toNumbers(where, name, list),
    color: CHART_COLORS[i]!,
  }));
}

function isValues(values: BarPlotOptions["values"]): values is Values {
  if (typeof values !== "object" || values === null) return true;
  return "length" in values || "shape" in values || Symbol.iterator in values;
}

function checkBars(
  where: string,
  categories: readonly string[],
  series: readonly Series[],
  stacked: boolean,
): void {
  for (const { values } of series) {
    if (values.length !== categories.length) {
      throw new ShapeError(
        `${where}: expected a value for each of ${categories.length} categories, got ${values.length}`,
      );
    }
    const negative = values.findIndex((value) => value < 0);
    if (stacked && negative >= 0) {
      throw new ValueError(
        `${where}: expected no negative value to stack, got ${values[negative]} at ${negative}`,
      );
    }
  }
  if (!series.some(({ values }) => values.some(Number.isFinite))) {
    throw new ValueError(`${where}: expected at least one finite value, got none`);
  }
}

/** The share of a category's room that its bars fill. */
const FILLED = 0.76;

function sideBySide(series: readonly Series[], box: ReturnType<typeof turned>["box"]): Layer[] {
  const width = FILLED / series.length;
  return series.map(({ values, color }, k): Layer => {
    const kept = finite(values);
    const from = kept.map((i) => i - FILLED / 2 + k * width + (series.length > 1 ? 0.01 : 0));
    const to = kept.map((i) => i - FILLED / 2 + (k + 1) * width - (series.length > 1 ? 0.01 : 0));
    const zeros = kept.map(() => 0);
    return {
      mark: "rects",
      color,
      ...box(
        from,
        to,
        zeros,
        kept.map((i) => values[i]!),
      ),
      nDropped: 0,
    };
  });
}

function stack(series: readonly Series[], box: ReturnType<typeof turned>["box"]): Layer[] {
  const heights = new Array<number>(series[0]!.values.length).fill(0);
  return series.map(({ values, color }): Layer => {
    const kept = finite(values);
    const bottom = kept.map((i) => heights[i]!);
    for (const i of kept) heights[i]! += values[i]!;
    const top = kept.map((i) => heights[i]!);
    const from = kept.map((i) => i - FILLED / 2);
    const to = kept.map((i) => i + FILLED / 2);
    return { mark: "rects", color, ...box(from, to, bottom, top), nDropped: 0 };
  });
}

/** Where bars go both ways, a line shows where they start. */
function zeroLine(n: number, box: ReturnType<typeof turned>["box"]): Layer {
  return {
    mark: "segments",
    ...box([-0.5], [n - 0.5], [0], [0]),
    tone: "muted",
    width: 1,
    nDropped: 0,
  };
}

function numbersOf(
  series: readonly Series[],
  horizontal: boolean,
  point: ReturnType<typeof turned>["point"],
): Layer {
  const width = FILLED / series.length;
  const bars = series.flatMap(({ values }, k) =>
    finite(values).map((i) => ({ at: i - FILLED / 2 + (k + 0.5) * width, value: values[i]! })),
  );
  const place = point(
    bars.map(({ at }) => at),
    bars.map(({ value }) => Math.max(value, 0)),
  );
  return {
    mark: "texts",
    ...place,
    text: bars.map(({ value }) => inWords(value)),
    ...(horizontal ? { anchor: "start", dx: 5 } : { dy: -9 }),
    tone: "ink",
    halo: true,
    nDropped: 0,
  };
}

function finite(values: readonly number[]): number[] {
  return values.flatMap((value, i) => (Number.isFinite(value) ? [i] : []));
}
