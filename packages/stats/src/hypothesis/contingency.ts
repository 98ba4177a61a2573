import { checkBoolean, checkInteger, checkOneOf, ShapeError, ValueError } from "@gradus/core";
import { isTensor, type Tensor } from "@gradus/tensor";
import { logChoose } from "../special/beta";
import { logBinomial } from "../special/densities";
import type { AlternativeOptions } from "./normality";
import type { TestResult } from "./result";
import { readSample, type Sample, total } from "./samples";
import { ALTERNATIVES, chi2Sf } from "./tails";

/** Counts by rows and columns. */
export type Table = readonly (readonly number[])[] | Tensor;

/** The counts of a table. @throws ShapeError unless each row has as many, ValueError for one below 0 or not finite. */
export function readTable(where: string, table: Table): number[][] {
  const rows = isTensor(table) ? (table.toArray() as number[][]) : table.map((row) => [...row]);
  const width = rows[0]?.length;
  if (!width || rows.some((row) => row.length !== width)) {
    throw new ShapeError(`${where}: expected a table with rows of one length, at least 1`);
  }
  const bad = rows.flat().find((count) => !(count >= 0 && Number.isFinite(count)));
  if (bad !== undefined) throw new ValueError(`${where}: expected counts >= 0, got ${bad}`);
  return rows;
}

/** Options of {@link chisquare}. */
export interface ChisquareOptions {
  /** The expected counts, with the sum of those observed. Default: all alike. */
  readonly expected?: Sample;
  /** How many degrees of freedom fewer, for parameters that were estimated. Default 0. */
  readonly ddof?: number;
}

/**
 * Pearson's χ² test of goodness of fit, Σ (observed − expected)²/expected with categories − 1 − ddof degrees of freedom.
 *
 * @param observed counts
 * @throws ShapeError for expected counts of another length; ValueError where their sum differs by more than 1e-8, or
 * one is not positive; ParameterError unless ddof is an integer ≥ 0.
 * @example
 * ```ts
 * chisquare([16, 18, 16, 14, 12, 12]).pvalue.toFixed(4); // → 0.8491
 * ```
 */
export function chisquare(
  observed: Sample,
  { expected, ddof = 0 }: ChisquareOptions = {},
): Required<Pick<TestResult, "statistic" | "pvalue" | "df">> {
  const where = "chisquare";
  checkInteger(where, "ddof", ddof);
  const counts = readSample(where, "observed", observed, 2);
  const sum = total(counts);
  const want = expected
    ? readSample(where, "expected", expected, 1)
    : counts.map(() => sum / counts.length);
  if (want.length !== counts.length) {
    throw new ShapeError(`${where}: expected ${counts.length} expected counts, got ${want.length}`);
  }
  if (counts.some((c) => c < 0) || want.some((c) => c <= 0)) {
    throw new ValueError(`${where}: expected counts >= 0, and expected ones > 0`);
  }
  if (Math.abs(total(want) - sum) > 1e-8 * sum) {
    throw new ValueError(
      `${where}: expected the sum of the expected counts to be ${sum}, as of those observed, got ${total(want)}`,
    );
  }
  const df = counts.length - 1 - ddof;
  const statistic = total(counts, (c, i) => (c - want[i]!) ** 2 / want[i]!);
  return { statistic, pvalue: chi2Sf(statistic, df), df };
}

/** What {@link chi2Contingency} finds. */
export interface Chi2ContingencyResult extends TestResult {
  readonly df: number;
  /** The counts to be expected if rows and columns do not depend on each other. */
  readonly expectedFreq: readonly (readonly number[])[];
}

/**
 * Pearson's χ² test of independence of rows and columns. With one degree of freedom Yates' correction brings observed
 * and expected counts nearer by ½.
 *
 * @throws ShapeError for rows of different lengths; ValueError for negative counts or an empty row or column.
 * @example
 * ```ts
 * const { statistic, expectedFreq } = chi2Contingency([[10, 10, 20], [20, 20, 20]]);
 * statistic.toFixed(4); // → 2.7778
 * expectedFreq[0]; // → [12, 12, 16]
 * ```
 */
export function chi2Contingency(
  table: Table,
  { correction = true }: { readonly correction?: boolean } = {},
): Chi2ContingencyResult {
  const where = "chi2Contingency";
  checkBoolean(where, "correction", correction);
  const rows = readTable(where, table);
  const expectedFreq = expectedFrequencies(where, rows);
  const df = (rows.length - 1) * (rows[0]!.length - 1);
  let statistic = 0;
  rows.forEach((row, i) => {
    row.forEach((count, j) => {
      const want = expectedFreq[i]![j]!;
      const off = Math.abs(count - want);
      const corrected = df === 1 && correction ? off - Math.min(0.5, off) : off;
      statistic += (corrected * corrected) / want;
    });
  });
  return {
    statistic: df === 0 ? 0 : statistic,
    pvalue: df === 0 ? 1 : chi2Sf(statistic, df),
    df,
    expectedFreq,
  };
}

function expectedFrequencies(where: string, rows: readonly number[][]): number[][] {
  const rowSums = rows.map((row) => row.reduce((a, b) => a + b, 0));
  const columnSums = rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0));
  const all = rowSums.reduce((a, b) => a + b, 0);
  if (rowSums.includes(0) || columnSums.includes(0)) {
    throw new ValueError(`${where}: expected a count above 0 in each row and column`);
  }
  return rowSums.map((r) => columnSums.map((c) => (r * c) / all));
}

function fourCounts(where: string, table: Table): readonly [number, number, number, number] {
  const rows = readTable(where, table);
  if (rows.length !== 2 || rows[0]!.length !== 2) {
    throw new ShapeError(
      `${where}: expected a table of shape (2, 2), got (${rows.length}, ${rows[0]!.length})`,
    );
  }
  const [a, b, c, d] = rows.flat() as [number, number, number, number];
  if (![a, b, c, d].every(Number.isSafeInteger)) {
    throw new ValueError(`${where}: expected whole counts, got ${a}, ${b}, ${c}, ${d}`);
  }
  return [a, b, c, d];
}

/**
 * Fisher's exact test of independence in a table of two rows and two columns, given the sums of both. The statistic is
 * the odds ratio a·d/(b·c); "greater" means that a is larger than independence lets it be.
 *
 * @throws ShapeError for another table; ValueError unless its counts are whole numbers ≥ 0; ParameterError for an
 * unknown alternative.
 * @example
 * ```ts
 * fisherExact([[8, 2], [1, 5]]).pvalue.toFixed(5); // → 0.03497
 * ```
 */
export function fisherExact(
  table: Table,
  { alternative = "two-sided" }: AlternativeOptions = {},
): TestResult {
  checkOneOf("fisherExact", "alternative", alternative, ALTERNATIVES);
  const [a, b, c, d] = fourCounts("fisherExact", table);
  if (a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0) {
    return { statistic: Number.NaN, pvalue: 1 };
  }
  const statistic = b * c > 0 ? (a * d) / (b * c) : Number.POSITIVE_INFINITY;
  const [row, other, column] = [a + b, c + d, a + c];
  const [low, high] = [Math.max(0, column - other), Math.min(row, column)];
  const scale = logChoose(row + other, column);
  const probability = (k: number) =>
    Math.exp(logChoose(row, k) + logChoose(other, column - k) - scale);
  const limit = probability(a) * (1 + 1e-7);
  let pvalue = 0;
  for (let k = low; k <= high; k++) {
    const p = probability(k);
    const counts =
      alternative === "less" ? k <= a : alternative === "greater" ? k >= a : p <= limit;
    if (counts) pvalue += p;
  }
  return { statistic, pvalue: Math.min(1, pvalue) };
}

/** Options of {@link mcnemar}. */
export interface McnemarOptions {
  /** By the binomial distribution. Default true; false gives χ². */
  readonly exact?: boolean;
  /** Brings b and c nearer by 1 in the χ² form. Default true. */
  readonly correction?: boolean;
}

/**
 * McNemar's test that a yes becomes a no as often as a no a yes: of b = c in the table ((a, b), (c, d)) of pairs.
 *
 * @throws ShapeError for another table; ValueError unless its counts are whole numbers ≥ 0.
 * @example
 * ```ts
 * mcnemar([[30, 12], [5, 40]]).pvalue.toFixed(5); // → 0.14346
 * ```
 */
export function mcnemar(
  table: Table,
  { exact = true, correction = true }: McnemarOptions = {},
): TestResult {
  const where = "mcnemar";
  checkBoolean(where, "exact", exact);
  checkBoolean(where, "correction", correction);
  const [, b, c] = fourCounts(where, table);
  if (exact) {
    const statistic = Math.min(b, c);
    let tail = 0;
    for (let k = 0; k <= statistic; k++) tail += Math.exp(logBinomial(k, b + c, 0.5, 0.5));
    return { statistic, pvalue: Math.min(1, 2 * tail) };
  }
  const statistic = (Math.abs(b - c) - Number(correction)) ** 2 / (b + c);
  return { statistic, pvalue: chi2Sf(statistic, 1), df: 1 };
}

/**
 * Cramér's V, √(χ²/(n·(min(rows, columns) − 1))): how strongly rows and columns depend on each other, from 0 to 1.
 *
 * @throws ShapeError below two rows or columns; ValueError for negative counts or an empty row or column.
 * @example
 * ```ts
 * cramersV([[10, 10, 20], [20, 20, 20]]).toFixed(4); // → 0.1667
 * ```
 */
export function cramersV(table: Table): number {
  const rows = readTable("cramersV", table);
  const least = Math.min(rows.length, rows[0]!.length);
  if (least < 2) throw new ShapeError("cramersV: expected at least two rows and two columns");
  const { statistic } = chi2Contingency(rows, { correction: false });
  return Math.sqrt(statistic / (rows.flat().reduce((a, b) => a + b, 0) * (least - 1)));
}
