import type { Factors } from "../column/factorize";
import { withMissing } from "../group/grouping";
import { missingMask } from "./missing";
import {
  association,
  contingency,
  correlationRatio,
  correlations,
  isGrouped,
  type Measured,
} from "./relations";
import type { TargetRelation } from "./types";

const MOST_BINS = 20;
/** With fewer rows than this to a value or range, guessing by it learns the rows by heart. */
const LEAST_ROWS = 5;

/**
 * How much each other column tells of the target, the strongest first. Of dates, constants and texts of many values it is
 * only asked whether they are missing.
 */
export function profileTarget(all: readonly Measured[], target: Measured): TargetRelation[] {
  return all
    .filter((one) => one !== target && (isComparable(one) || one.column.missingCount > 0))
    .map((one) => relation(one, target))
    .sort((a, b) => rank(b) - rank(a));
}

function isComparable(one: Measured): boolean {
  return one.numbers !== undefined || isGrouped(one);
}

/** NaN, of a column that does not vary, goes last. */
function rank({ strength, missingStrength }: TargetRelation): number {
  return Math.max(strength || 0, missingStrength || 0);
}

function relation(one: Measured, target: Measured): TargetRelation {
  return {
    name: one.column.name,
    ...strengthOf(one, target),
    errorReduction:
      target.numbers || !isComparable(one)
        ? Number.NaN
        : errorReduction(withMissing(rangesOf(one)), target.factors),
    missingStrength: missingStrength(one, target),
  };
}

function strengthOf(one: Measured, target: Measured): Pick<TargetRelation, "strength" | "measure"> {
  if (!isComparable(one) || !isComparable(target)) {
    return { strength: Number.NaN, measure: one.numbers ? "correlation ratio" : "Cramér's V" };
  }
  if (one.numbers && target.numbers) {
    const { r, rho } = correlations(one, target);
    // An order that is kept counts as much as a line.
    return { strength: Math.max(Math.abs(r), Math.abs(rho)), measure: "correlation" };
  }
  if (!one.numbers && !target.numbers) {
    return { strength: association(one.factors, target.factors), measure: "Cramér's V" };
  }
  const [numbers, groups] = one.numbers ? [one, target] : [target, one];
  return {
    strength: correlationRatio(numbers.numbers!, groups.factors),
    measure: "correlation ratio",
  };
}

function missingStrength(one: Measured, target: Measured): number {
  if (one.column.missingCount === 0 || !isComparable(target)) return Number.NaN;
  const mask: Factors = {
    codes: Int32Array.from(missingMask(one.column)),
    firstRows: new Int32Array(2),
  };
  return target.numbers
    ? correlationRatio(target.numbers, mask)
    : association(mask, target.factors);
}

/** The column's values, or ranges of about as many rows each where it has more than twenty. */
function rangesOf({ factors, numbers, order, column }: Measured): Factors {
  if (!numbers || factors.firstRows.length <= MOST_BINS) return factors;
  const present = order!.length;
  const nBins = Math.max(1, Math.min(MOST_BINS, Math.floor(present / LEAST_ROWS)));
  const codes = new Int32Array(column.length).fill(-1);
  let bin = 0;
  for (let k = 0; k < present; k++) {
    const isTied = k > 0 && numbers[order![k]!] === numbers[order![k - 1]!];
    if (!isTied) bin = Math.floor((k * nBins) / present);
    codes[order![k]!] = bin;
  }
  return { codes, firstRows: new Int32Array(nBins) };
}

/** λ = (Σ over values of the rows of their most frequent class − rows of the most frequent class) / the rows of the others. */
function errorReduction(by: Factors, target: Factors): number {
  const counts = contingency(by.codes, by.firstRows.length, target.codes, target.firstRows.length);
  const totals = counts.reduce<number[]>(
    (sums, row) => row.map((count, j) => count + (sums[j] ?? 0)),
    [],
  );
  const all = totals.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...totals);
  if (all === most || by.firstRows.length * LEAST_ROWS > all) return Number.NaN;
  const right = counts.reduce((sum, row) => sum + Math.max(...row), 0);
  return (right - most) / (all - most);
}
