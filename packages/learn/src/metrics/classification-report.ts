import { type DisplayTable, displaySymbol, ShapeError } from "@gradus/core";
import type { Label } from "../base/labels";
import { type AverageOptions, averageScores, countForAverage } from "./averaging";
import { type ClassTargets, checkPairs } from "./label-pairs";
import { fscoreOf, precisionOf, recallOf } from "./precision-recall-fscore-support";

/** Precision, recall and F1 of a class or an average, and how many rows it stands for. */
export interface ReportRow {
  readonly precision: number;
  readonly recall: number;
  readonly f1Score: number;
  readonly support: number;
}

/** What `classificationReport` can be told. */
export interface ClassificationReportOptions
  extends Pick<AverageOptions, "labels" | "sampleWeight" | "zeroDivision"> {
  /** Names for the classes, in their order. Default the labels themselves. */
  readonly targetNames?: readonly string[];
  /** Digits after the point in the text. Default 2. */
  readonly digits?: number;
}

/** Precision, recall and F1 of every class, and their averages. It prints as a table. */
export class ClassificationReport {
  /** A row for each class, by its name. */
  readonly classes: Readonly<Record<string, ReportRow>>;
  /** The share of the rows that are right; undefined where it is not the micro average of the classes. */
  readonly accuracy: number | undefined;
  /** Averages: "micro avg" (where there is no accuracy), "macro avg", "weighted avg", for indicators "samples avg". */
  readonly averages: Readonly<Record<string, ReportRow>>;
  readonly #digits: number;

  constructor(
    content: Pick<ClassificationReport, "classes" | "accuracy" | "averages">,
    digits: number,
  ) {
    this.classes = content.classes;
    this.accuracy = content.accuracy;
    this.averages = content.averages;
    this.#digits = digits;
  }

  /** The report as a table of text, laid out as scikit-learn's. */
  toString(): string {
    const rows = this.#rows();
    const width = Math.max(...rows.map(([name]) => name.length), this.#digits);
    const line = (name: string, cells: readonly string[]) =>
      `${name.padStart(width)} ${cells.map((cell) => ` ${cell.padStart(9)}`).join("")}`.trimEnd();
    const nClasses = Object.keys(this.classes).length;
    return [
      line("", HEADINGS),
      "",
      ...rows.slice(0, nClasses).map(([name, cells]) => line(name, cells)),
      "",
      ...rows.slice(nClasses).map(([name, cells]) => line(name, cells)),
    ].join("\n");
  }

  /** How `display` shows it. */
  [displaySymbol](): DisplayTable {
    const rows = this.#rows();
    const columns = [{ name: "class", type: "string" }].concat(
      HEADINGS.map((name) => ({ name, type: "number" })),
    );
    return {
      kind: "table",
      columns,
      rows: rows.map(([name, cells]) => [name, ...cells]),
      nRows: rows.length,
    };
  }

  #rows(): [string, string[]][] {
    const text = (value: number) => value.toFixed(this.#digits);
    const cells = (row: ReportRow) => [
      text(row.precision),
      text(row.recall),
      text(row.f1Score),
      // A sum of weights carries rounding in its last digits.
      String(Number(row.support.toPrecision(12))),
    ];
    const each = Object.entries(this.classes).map(([name, row]) => [name, cells(row)] as const);
    const all = Object.entries(this.averages).map(([name, row]) => [name, cells(row)] as const);
    const support = this.averages["macro avg"]!.support;
    const accuracy =
      this.accuracy === undefined
        ? []
        : [
            [
              "accuracy",
              ["", "", text(this.accuracy), String(Number(support.toPrecision(12)))],
            ] as const,
          ];
    return [...each, ...accuracy, ...all] as unknown as [string, string[]][];
  }
}

const HEADINGS = ["precision", "recall", "f1-score", "support"];

/**
 * Precision, recall, F1 and support of every class, with their averages: the first table to look at after
 * a classification.
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @throws as `precisionScore`; ShapeError unless there is a name for each class.
 * @example
 * ```ts
 * const report = classificationReport(["cat", "cat", "dog"], ["cat", "dog", "dog"]);
 * report.classes.cat?.recall; // → 0.5
 * report.accuracy?.toFixed(2); // → 0.67
 * ```
 */
export function classificationReport(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  { targetNames, digits = 2, ...options }: ClassificationReportOptions = {},
): ClassificationReport {
  const where = "classificationReport";
  const pairs = checkPairs(where, yTrue, yPred, {});
  const scores = (average: AverageOptions["average"] | "none") => {
    const asked = { ...options, average } as AverageOptions;
    const counted = countForAverage(where, [yTrue, yPred], asked);
    const [precision, recall, f1Score] = [
      precisionOf,
      recallOf,
      (c: typeof counted) => fscoreOf(c, 1),
    ].map((score) => averageScores(counted, score(counted)));
    return { precision, recall, f1Score, counts: counted.counts };
  };
  const each = scores("none");
  const { classes, actual } = each.counts;
  const names = targetNames ?? classes.map(String);
  if (names.length !== classes.length) {
    throw new ShapeError(
      `${where}: expected a name for each of ${classes.length} classes, got ${names.length}`,
    );
  }
  const support = actual.reduce((sum, count) => sum + count, 0);
  const rowOf = (k: number): ReportRow => ({
    precision: (each.precision as number[])[k]!,
    recall: (each.recall as number[])[k]!,
    f1Score: (each.f1Score as number[])[k]!,
    support: actual[k]!,
  });
  const averageRow = (average: AverageOptions["average"]): ReportRow => {
    const { precision, recall, f1Score } = scores(average) as unknown as ReportRow;
    return { precision, recall, f1Score, support };
  };
  const hasAccuracy = pairs.kind === "classes" && coversAll(pairs.classes, options.labels);
  const averages = {
    ...(!hasAccuracy && { "micro avg": averageRow("micro") }),
    "macro avg": averageRow("macro"),
    "weighted avg": averageRow("weighted"),
    ...(pairs.kind === "indicators" && { "samples avg": averageRow("samples") }),
  };
  const content = {
    classes: Object.fromEntries(names.map((name, k) => [name, rowOf(k)])),
    accuracy: hasAccuracy ? (scores("micro").f1Score as number) : undefined,
    averages,
  };
  return new ClassificationReport(content, digits);
}

/** Whether the labels asked for are all that occur: then the micro average is the accuracy. */
function coversAll(present: readonly Label[], labels: readonly Label[] | undefined): boolean {
  return labels === undefined || present.every((label) => labels.includes(label));
}
