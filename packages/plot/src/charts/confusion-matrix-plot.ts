import { checkOneOf, ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { counted } from "../describe/numbers";
import { type Matrix, toMatrix } from "../matrix";
import { wordTone } from "../render/color-scale";
import type { ColorScaleSpec } from "../spec";
import { categoryAxis } from "./categories";
import { type Names, toNames } from "./groups";
import { type ChartOptions, titlesOf } from "./options";

/** What a confusion matrix shows. */
export interface ConfusionMatrixPlotOptions extends Pick<ChartOptions, "title" | "subtitle"> {
  /** How many cases of class i (rows) were predicted as class j (columns). */
  readonly counts: Matrix;
  /** The names of the classes. Default 0, 1, 2, … */
  readonly classes?: Names;
  /** What colours show, and what stands second in a cell: shares of each true class (the default), or only counts. */
  readonly shares?: "true" | "none";
}

/**
 * A confusion matrix: true classes from top to bottom, predicted ones from left to right, in each cell the count
 * and the share of its true class, so that rare classes are seen as well as common ones.
 *
 * @throws ShapeError unless counts are square and there is a name for each class; ValueError for counts that are
 *   negative or not finite, or all 0; ParameterError for unknown shares.
 * @roadmap DAT-006
 * @example
 * ```ts
 * confusionMatrixPlot({ counts: [[8, 2], [1, 9]] }).description.slice(-38); // → Most often 0 is taken for 1 (2 times).
 * ```
 */
export function confusionMatrixPlot(options: ConfusionMatrixPlotOptions): Chart {
  const where = "confusionMatrixPlot";
  const { nRows: n, nColumns, values } = toMatrix(where, "counts", options.counts);
  const shares = checkOneOf(where, "shares", options.shares ?? "true", ["true", "none"]);
  const classes = options.classes
    ? toNames(where, "classes", options.classes).map((name) => name ?? "(missing)")
    : Array.from({ length: n }, (_, i) => String(i));
  if (n !== nColumns || classes.length !== n) {
    throw new ShapeError(
      `${where}: expected square counts and a name for each class, got shape (${n}, ${nColumns}) and ${classes.length} names`,
    );
  }
  const wrong = values.findIndex((count) => !(Number.isFinite(count) && count >= 0));
  const total = values.reduce((sum, count) => sum + count, 0);
  if (wrong >= 0 || total === 0) {
    const got = wrong >= 0 ? values[wrong] : "only 0";
    throw new ValueError(`${where}: expected counts from 0 on, at least one above, got ${got}`);
  }
  const sums = classes.map((_, i) => values.slice(i * n, (i + 1) * n).reduce((a, b) => a + b, 0));
  const parts = values.map((count, i) => (count === 0 ? 0 : count / sums[Math.floor(i / n)]!));
  const shown = shares === "true" ? parts : values;
  const colors: ColorScaleSpec = {
    type: "sequential",
    domain: [0, shares === "true" ? 1 : Math.max(...values)],
  };
  const withShares = shares === "true" && n <= 8;
  const text = values.map((count, i) => {
    const number = count.toLocaleString("en-US");
    return withShares ? `${number}\n${Math.round(100 * parts[i]!)}\u00a0%` : number;
  });
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: { ...categoryAxis(classes, "Predicted class"), grid: false },
    y: { ...categoryAxis(classes, "True class", true), grid: false },
    aspect: 1,
    layers: [
      {
        mark: "cells",
        nRows: n,
        nColumns: n,
        values: shown,
        x: [-0.5, n - 0.5],
        y: [-0.5, n - 0.5],
        colors,
        gaps: true,
        summary: describeConfusion(classes, values, sums),
        nDropped: 0,
      },
      {
        mark: "texts",
        x: values.map((_, i) => i % n),
        y: values.map((_, i) => Math.floor(i / n)),
        text,
        tones: shown.map((value) => wordTone(colors, value)),
        size: n <= 5 ? 14 : n <= 10 ? 12 : 10,
        nDropped: 0,
      },
    ],
  });
}

function describeConfusion(
  classes: readonly string[],
  counts: readonly number[],
  sums: readonly number[],
): string {
  const n = classes.length;
  const total = sums.reduce((sum, count) => sum + count, 0);
  const right = classes.reduce((sum, _, i) => sum + counts[i * n + i]!, 0);
  const percent = Math.round((100 * right) / total);
  const each = classes.map((name, i) => `${name}: ${counts[i * n + i]} of ${sums[i]} right.`);
  const errors = counts.map((count, i) => (i % (n + 1) === 0 ? 0 : count));
  const most = Math.max(...errors);
  const at = errors.indexOf(most);
  const worst =
    most > 0
      ? [
          `Most often ${classes[Math.floor(at / n)]} is taken for ${classes[at % n]} (${counted(most, "time")}).`,
        ]
      : [];
  const head = `Confusion matrix of ${counted(total, "case")} in ${n} ${n === 1 ? "class" : "classes"}; ${percent}\u00a0% are right.`;
  return [head, ...each, ...worst].join(" ");
}
