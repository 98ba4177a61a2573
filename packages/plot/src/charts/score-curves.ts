import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { inWords } from "../describe/numbers";
import type { Layer } from "../spec";
import { toNumbers, type Values } from "../values";
import { axesOf, type ChartOptions, drawable, titlesOf } from "./options";

/** One row for each x and one column for each fold. */
export type FoldScores = ArrayLike<ArrayLike<number>>;

/** The scores of the rows that were left out of training, by either name: `testScores` is scikit-learn's. */
export type LeftOutScores =
  | { readonly validationScores: FoldScores; readonly testScores?: never }
  | { readonly testScores: FoldScores; readonly validationScores?: never };

/** Scores of training and validation, one row for each x and one column for each fold. */
export type ScoreCurvesOptions = Omit<ChartOptions, "yScale"> &
  LeftOutScores & { readonly trainScores: FoldScores };

/** What a learning curve shows; what `learningCurve` gives is enough. */
export type LearningCurvePlotOptions = ScoreCurvesOptions & {
  /** How many rows each model was trained on. */
  readonly trainSizes: Values;
};

/** What a validation curve shows: what `validationCurve` gives, and the values that it was given. */
export type ValidationCurvePlotOptions = ScoreCurvesOptions & {
  /** The values of the hyperparameter. */
  readonly values: Values;
};

/**
 * The mean score on training and validation data against the number of training rows, with bands of one standard
 * deviation over the folds to each side. It takes what `learningCurve` gives: `learningCurvePlot(learningCurve(model, X, y))`.
 *
 * @throws ShapeError unless there is a row of scores for each size; ValueError for no fold or a missing score;
 *   ParameterError for a scale or domain that cannot be, and unless there are either `testScores` or `validationScores`.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const chart = learningCurvePlot({ trainSizes: [50, 100], trainScores: [[0.9, 0.92], [0.88, 0.9]], validationScores: [[0.7, 0.74], [0.8, 0.82]] });
 * chart.description; // → Training score 0.91 at 50, 0.89 at 100. Validation score 0.72 at 50, 0.81 at 100; best at 100.
 * ```
 */
export function learningCurvePlot({ trainSizes, ...options }: LearningCurvePlotOptions): Chart {
  return scoreChart("learningCurvePlot", "trainSizes", trainSizes, {
    xLabel: "Training rows",
    yLabel: "Score",
    ...options,
  });
}

/**
 * The mean score on training and validation data against a hyperparameter, with bands of one standard deviation over
 * the folds to each side. It takes what `validationCurve` gives beside the values: `{ values, ...validationCurve(…) }`.
 *
 * @throws ShapeError unless there is a row of scores for each value; ValueError for no fold or a missing score;
 *   ParameterError for a scale or domain that cannot be, and unless there are either `testScores` or `validationScores`.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const chart = validationCurvePlot({ values: [0.1, 1], xScale: "log", trainScores: [[0.9], [0.8]], testScores: [[0.6], [0.7]] });
 * chart.description.slice(-52); // → 0.1, 0.7 at 1; best at 1. The x axis is logarithmic.
 * ```
 */
export function validationCurvePlot({ values, ...options }: ValidationCurvePlotOptions): Chart {
  return scoreChart("validationCurvePlot", "values", values, {
    xLabel: "Hyperparameter",
    yLabel: "Score",
    ...options,
  });
}

function scoreChart(where: string, name: string, at: Values, options: ScoreCurvesOptions): Chart {
  const axes = axesOf(where, options);
  const x = toNumbers(where, name, at);
  const leftOut = leftOutOf(where, options);
  const curves = [
    { label: "training", color: "blue", ...foldsOf(where, "trainScores", options.trainScores, x) },
    { label: "validation", color: "vermillion", ...foldsOf(where, ...leftOut, x) },
  ] as const;
  const words = curves.map(({ mean }) =>
    mean.map((score, i) => `${inWords(score)} at ${inWords(x[i]!)}`).join(", "),
  );
  const best = x[curves[1].mean.indexOf(Math.max(...curves[1].mean))]!;
  const summary = `Training score ${words[0]}. Validation score ${words[1]}; best at ${inWords(best)}.`;
  const bands = curves.map(({ mean, std, color }, i): Layer => {
    const ring = {
      x: [...x, ...[...x].reverse()],
      y: [...mean.map((m, k) => m + std[k]!), ...mean.map((m, k) => m - std[k]!).reverse()],
    };
    return {
      mark: "shapes",
      shapes: [{ rings: [ring] }],
      color,
      opacity: 0.15,
      summary: i === 0 ? summary : "",
      nDropped: 0,
    };
  });
  const lines = curves.flatMap(({ mean, color, label }): Layer[] => {
    const path = drawable(where, [x, mean], axes);
    const dots = { ...path, color, summary: "", radius: 3, opacity: 1 };
    return [
      { mark: "line", ...path, color, label, summary: "" },
      { mark: "points", ...dots },
    ];
  });
  return new Chart({ version: 1, ...titlesOf(options), ...axes, layers: [...bands, ...lines] });
}

/** The scores of the rows that were left out, and the name that they have. */
function leftOutOf(where: string, options: ScoreCurvesOptions): [name: string, scores: FoldScores] {
  const { testScores, validationScores } = options;
  if ((testScores === undefined) === (validationScores === undefined)) {
    throw new ParameterError(
      `${where}: either testScores or validationScores must be given, got ${testScores ? "both" : "neither"}`,
    );
  }
  return testScores ? ["testScores", testScores] : ["validationScores", validationScores!];
}

function foldsOf(where: string, name: string, scores: FoldScores, x: readonly number[]) {
  const rows = Array.from(scores, (row) => Array.from(row));
  if (rows.length !== x.length || rows.length === 0) {
    throw new ShapeError(
      `${where}: expected ${x.length} rows in ${name}, at least one, got ${rows.length}`,
    );
  }
  const wrong = rows.findIndex((row) => row.length === 0 || !row.every(Number.isFinite));
  if (wrong >= 0) {
    throw new ValueError(
      `${where}: expected finite scores in each row of ${name}, got [${rows[wrong]!.join(", ")}] in row ${wrong}`,
    );
  }
  const mean = rows.map((row) => row.reduce((sum, score) => sum + score, 0) / row.length);
  const std = rows.map((row, i) =>
    Math.sqrt(row.reduce((sum, score) => sum + (score - mean[i]!) ** 2, 0) / row.length),
  );
  return { mean, std };
}
