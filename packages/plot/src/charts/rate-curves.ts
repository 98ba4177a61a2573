import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { inWords } from "../describe/numbers";
import { CHART_COLORS, type Layer } from "../spec";
import { toNumbers, type Values } from "../values";
import { type ChartOptions, titlesOf } from "./options";

/** A ROC curve: as `rocCurve` of a library gives it. */
export interface ROCCurve {
  /** The share of negatives taken for positives, rising. */
  readonly falsePositiveRate: Values;
  /** The share of positives that are found. */
  readonly truePositiveRate: Values;
}

/** What a ROC plot shows. */
export interface ROCPlotOptions extends Pick<ChartOptions, "title" | "subtitle"> {
  /** A curve for each classifier, by its name. */
  readonly curves: Readonly<Record<string, ROCCurve>>;
}

/** A curve of precision against recall. */
export interface PrecisionRecallCurve {
  readonly recall: Values;
  readonly precision: Values;
}

/** What a precision-recall plot shows. */
export interface PrecisionRecallPlotOptions extends Pick<ChartOptions, "title" | "subtitle"> {
  /** A curve for each classifier, by its name. */
  readonly curves: Readonly<Record<string, PrecisionRecallCurve>>;
  /** The share of positives, which is the precision of chance; drawn as a level line. */
  readonly prevalence?: number;
}

const UNIT = [0, 1] as const;

/**
 * ROC curves in a square, each with the area under it (by trapezoids), over the diagonal of chance.
 *
 * @throws ParameterError for no curve, or more than seven; ShapeError if rates differ in length; ValueError for a
 *   rate outside 0 to 1 or missing.
 * @roadmap DAT-006
 * @see Fawcett (2006), Pattern Recognition Letters 27, 861–874.
 * @example
 * ```ts
 * const tree = { falsePositiveRate: [0, 0.2, 1], truePositiveRate: [0, 0.8, 1] };
 * rocPlot({ curves: { tree } }).description; // → ROC curves. tree: area under the curve 0.8.
 * ```
 */
export function rocPlot(options: ROCPlotOptions): Chart {
  const where = "rocPlot";
  const curves = curvesOf(where, options.curves, ({ falsePositiveRate, truePositiveRate }) => ({
    falsePositiveRate,
    truePositiveRate,
  }));
  const areas = curves.map(({ x, y }) =>
    x.slice(1).reduce((sum, value, i) => sum + ((value - x[i]!) * (y[i + 1]! + y[i]!)) / 2, 0),
  );
  const words = curves.map(({ name }, i) => `${name}: area under the curve ${inWords(areas[i]!)}.`);
  return rateChart(
    options,
    ["False positive rate", "True positive rate"],
    [
      chanceLine([0, 1], [0, 1]),
      ...curves.map(({ x, y, color }, i): Layer => {
        const summary = i === 0 ? `ROC curves. ${words.join(" ")}` : "";
        return { mark: "line", x, y, color, summary, nDropped: 0 };
      }),
    ],
    curves.map(({ name, color }, i) => ({ label: `${name}, area ${areas[i]!.toFixed(3)}`, color })),
  );
}

/**
 * Precision against recall as steps, each curve with its average precision Σ (Rᵢ − Rᵢ₋₁)·Pᵢ.
 *
 * @throws ParameterError for no curve, or more than seven; ShapeError if lists differ in length; ValueError for a
 *   share outside 0 to 1 or missing.
 * @roadmap DAT-006
 * @see Davis and Goadrich (2006), ICML, 233–240.
 * @example
 * ```ts
 * const tree = { recall: [0, 0.5, 1], precision: [1, 1, 0.6] };
 * precisionRecallPlot({ curves: { tree } }).description; // → Precision against recall. tree: average precision 0.8.
 * ```
 */
export function precisionRecallPlot(options: PrecisionRecallPlotOptions): Chart {
  const where = "precisionRecallPlot";
  const curves = curvesOf(where, options.curves, ({ recall, precision }) => ({
    recall,
    precision,
  })).map((curve) => ({ ...curve, ...steps(curve) }));
  const words = curves.map(
    ({ name, average }) => `${name}: average precision ${inWords(average)}.`,
  );
  const { prevalence } = options;
  if (prevalence !== undefined && !(prevalence >= 0 && prevalence <= 1)) {
    throw new ParameterError(
      `${where}: prevalence must be a number from 0 to 1, got ${prevalence}`,
    );
  }
  const key = curves.map(({ name, color, average }) => ({
    label: `${name}, average ${average.toFixed(3)}`,
    color,
  }));
  const layers = curves.map(({ x, y, color }, i): Layer => {
    const summary = i === 0 ? `Precision against recall. ${words.join(" ")}` : "";
    return { mark: "line", x, y, color, summary, nDropped: 0 };
  });
  const chance = prevalence === undefined ? [] : [chanceLine([0, 1], [prevalence, prevalence])];
  return rateChart(options, ["Recall", "Precision"], [...chance, ...layers], key);
}

interface RateCurve {
  readonly name: string;
  readonly color: (typeof CHART_COLORS)[number];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

function curvesOf<T>(
  where: string,
  curves: Readonly<Record<string, T>>,
  parts: (curve: T) => Readonly<Record<string, Values>>,
): RateCurve[] {
  const entries = Object.entries(curves);
  if (entries.length === 0 || entries.length > CHART_COLORS.length) {
    throw new ParameterError(
      `${where}: expected 1 to ${CHART_COLORS.length} curves, got ${entries.length}`,
    );
  }
  return entries.map(([name, curve], i) => {
    const [[xName, xs], [yName, ys]] = Object.entries(parts(curve)) as [
      [string, Values],
      [string, Values],
    ];
    const [x, y] = [toNumbers(where, xName, xs), toNumbers(where, yName, ys)];
    if (x.length !== y.length || x.length < 2) {
      throw new ShapeError(
        `${where}: expected two or more values in ${xName} and as many in ${yName} of ${name}, got ${x.length} and ${y.length}`,
      );
    }
    const wrong = [...x, ...y].find((value) => !(value >= 0 && value <= 1));
    if (wrong !== undefined) {
      throw new ValueError(`${where}: expected shares from 0 to 1 in ${name}, got ${wrong}`);
    }
    return { name, color: CHART_COLORS[i]!, x, y };
  });
}

/** From point to point precision is that of the higher recall; lists come with recall rising or falling. */
function steps({ x, y }: RateCurve) {
  const order = x.map((_, i) => i);
  if (x[0]! > x.at(-1)!) order.reverse();
  const path = { x: [] as number[], y: [] as number[] };
  let average = 0;
  order.forEach((i, k) => {
    const before = order[k - 1];
    if (before !== undefined) {
      path.x.push(x[before]!);
      path.y.push(y[i]!);
      average += (x[i]! - x[before]!) * y[i]!;
    }
    path.x.push(x[i]!);
    path.y.push(y[i]!);
  });
  return { ...path, average };
}

function chanceLine(x: readonly number[], y: readonly number[]): Layer {
  return {
    mark: "line",
    x,
    y,
    tone: "muted",
    dashed: true,
    summary: "",
    label: "chance",
    nDropped: 0,
  };
}

function rateChart(
  options: Pick<ChartOptions, "title" | "subtitle">,
  [xLabel, yLabel]: readonly [string, string],
  layers: readonly Layer[],
  key: readonly { readonly label: string; readonly color: (typeof CHART_COLORS)[number] }[],
): Chart {
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: { label: xLabel, scale: "linear", domain: UNIT },
    y: { label: yLabel, scale: "linear", domain: UNIT },
    key,
    aspect: 1,
    layers,
  });
}
