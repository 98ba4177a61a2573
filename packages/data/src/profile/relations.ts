import { cramersV } from "@gradus/stats";
import { averageRanks, pearson } from "../column/correlation";
import type { Factors } from "../column/factorize";
import type { AnyColumn } from "../column/from-values";
import type { ProfileMatrix, RelationProfile } from "./types";

const MOST_LEVELS = 50;

/** A column with what measures of relation need: its values' numbers, and their order where they are numbers. */
export interface Measured {
  readonly column: AnyColumn;
  readonly factors: Factors;
  /** Of columns of numbers: the values, NaN where missing. */
  readonly numbers?: Float64Array;
  /** The rows of the present numbers, the least first. */
  readonly order?: Uint32Array;
  /** Of numbers without a gap: their ranks. */
  readonly ranks?: Float64Array;
}

/** The column with its values' numbers and, of numbers, their order: sorted once, not once a pair. */
export function measured(where: string, column: AnyColumn, factors: Factors): Measured {
  if (column.type !== "number" && column.type !== "integer") return { column, factors };
  const numbers = column.toNumbersUnchecked(where);
  const rows = Uint32Array.from(numbers, (_, i) => i);
  const order = rows
    .filter((row) => !Number.isNaN(numbers[row]))
    .sort((i, j) => numbers[i]! - numbers[j]! || i - j);
  if (order.length < rows.length) return { column, factors, numbers, order };
  const ranks = averageRanks(numbers, order, new Float64Array(numbers.length));
  return { column, factors, numbers, order, ranks };
}

/** How strongly the columns go together. */
export function profileRelations(all: readonly Measured[]): RelationProfile {
  const numbers = all.filter((one) => one.numbers);
  const groups = all.filter(isGrouped);
  const pearsons = numbers.map(() => new Array<number>(numbers.length).fill(Number.NaN));
  const spearmans = pearsons.map((row) => [...row]);
  for (let i = 0; i < numbers.length; i++) {
    for (let j = 0; j <= i; j++) {
      const { r, rho } = correlations(numbers[i]!, numbers[j]!);
      pearsons[i]![j] = pearsons[j]![i] = r;
      spearmans[i]![j] = spearmans[j]![i] = rho;
    }
  }
  return {
    pearson: matrix(numbers, numbers, pearsons),
    spearman: matrix(numbers, numbers, spearmans),
    cramersV: symmetric(groups, (a, b) => association(a.factors, b.factors)),
    correlationRatio: matrix(
      numbers,
      groups,
      numbers.map((a) => groups.map((b) => correlationRatio(a.numbers!, b.factors))),
    ),
  };
}

/** Whether a column divides the rows into few enough groups to count them. */
export function isGrouped({ numbers, column, factors }: Measured): boolean {
  const nLevels = factors.firstRows.length;
  return !numbers && column.type !== "date" && nLevels >= 2 && nLevels <= MOST_LEVELS;
}

/** Pearson's r and Spearman's ρ over the rows that have both numbers. */
export function correlations(
  a: Measured,
  b: Measured,
): { readonly r: number; readonly rho: number } {
  const [x, y] = [a.numbers!, b.numbers!];
  if (a.ranks && b.ranks) return { r: pearson(x, y), rho: pearson(a.ranks, b.ranks) };
  const isComplete = (row: number) => !Number.isNaN(x[row]) && !Number.isNaN(y[row]);
  const left = x.filter((_, row) => isComplete(row));
  const right = y.filter((_, row) => isComplete(row));
  return {
    r: pearson(left, right),
    rho: pearson(ranksAmong(x, a.order!, isComplete), ranksAmong(y, b.order!, isComplete)),
  };
}

/** The ranks of the numbers in these rows, from their order among all. */
function ranksAmong(
  numbers: Float64Array,
  order: Uint32Array,
  isKept: (row: number) => boolean,
): Float64Array {
  const kept = order.filter(isKept);
  const ranks = new Float64Array(numbers.length).fill(Number.NaN);
  averageRanks(numbers, kept, ranks);
  return ranks.filter((_, row) => isKept(row));
}

/** Cramér's V of two columns over the rows that have both, NaN where one of them has a single value there. */
export function association(a: Factors, b: Factors): number {
  const counts = contingency(a.codes, a.firstRows.length, b.codes, b.firstRows.length);
  const used = Array.from(b.firstRows, (_, j) => j).filter((j) =>
    counts.some((row) => row[j]! > 0),
  );
  const table = counts
    .filter((row) => row.some((count) => count > 0))
    .map((row) => used.map((j) => row[j]!));
  return table.length < 2 || used.length < 2 ? Number.NaN : cramersV(table);
}

/** How often each pair of codes occurs; −1 is no code. */
export function contingency(
  a: Int32Array,
  nA: number,
  b: Int32Array,
  nB: number,
): readonly number[][] {
  const counts = Array.from({ length: nA }, () => new Array<number>(nB).fill(0));
  for (let i = 0; i < a.length; i++) {
    if (a[i]! >= 0 && b[i]! >= 0) counts[a[i]!]![b[i]!]!++;
  }
  return counts;
}

/** η = √(Σ nₖ(x̄ₖ − x̄)² / Σ(x − x̄)²) over groups k: the share of the spread that lies between the groups, its square root. */
export function correlationRatio(x: Float64Array, { codes, firstRows }: Factors): number {
  const sums = new Float64Array(firstRows.length);
  const counts = new Float64Array(firstRows.length);
  let [sum, n] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]) || codes[i]! < 0) continue;
    sums[codes[i]!]! += x[i]!;
    counts[codes[i]!]!++;
    sum += x[i]!;
    n++;
  }
  const mean = sum / n;
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    if (!Number.isNaN(x[i]) && codes[i]! >= 0) total += (x[i]! - mean) ** 2;
  }
  let between = 0;
  for (let k = 0; k < sums.length; k++) {
    if (counts[k]! > 0) between += counts[k]! * (sums[k]! / counts[k]! - mean) ** 2;
  }
  return total > 0 ? Math.sqrt(Math.min(1, between / total)) : Number.NaN;
}

function symmetric(
  all: readonly Measured[],
  measure: (a: Measured, b: Measured) => number,
): ProfileMatrix {
  const values = all.map(() => new Array<number>(all.length).fill(Number.NaN));
  for (let i = 0; i < all.length; i++) {
    for (let j = 0; j <= i; j++) values[i]![j] = values[j]![i] = measure(all[i]!, all[j]!);
  }
  return matrix(all, all, values);
}

function matrix(
  rows: readonly Measured[],
  columns: readonly Measured[],
  values: readonly (readonly number[])[],
): ProfileMatrix {
  const names = (all: readonly Measured[]) => all.map(({ column }) => column.name);
  return { rows: names(rows), columns: names(columns), values };
}
