import { ParameterError } from "@gradus/core";
import type { Labels } from "../base/labels";
import {
  codesOfRows,
  countRows,
  type Fold,
  type FoldOptions,
  type FoldRows,
  FoldsByTurns,
  foldsOf,
  shuffledList,
} from "./cross-validator";

/**
 * k folds in which groups stay together and every class has about the share that it has of all rows.
 *
 * The groups whose classes differ most go first, each to the fold that leaves the classes' shares of the
 * folds most even; of equal folds to the one with the fewest rows.
 *
 * @example
 * ```ts
 * const y = [0, 0, 1, 1, 0, 1];
 * const groups = [1, 1, 2, 2, 3, 3];
 * [...new StratifiedGroupKFold({ nSplits: 3 }).split(6, y, groups)].length; // → 3
 * ```
 */
export class StratifiedGroupKFold extends FoldsByTurns {
  /** @throws ParameterError for fewer than 2 folds, or a seed without `shuffle`. */
  constructor(options: FoldOptions = {}) {
    super("StratifiedGroupKFold", options);
  }

  /**
   * The folds.
   *
   * @throws ParameterError for no y or groups, or classes that all have fewer rows than there are folds;
   *   ShapeError unless there is one of each for each row.
   */
  *split(X: FoldRows, y?: Labels, groups?: Labels): Generator<Fold> {
    const where = "StratifiedGroupKFold.split";
    const n = countRows(where, X);
    const classes = codesOfRows(where, "y", y, n);
    const members = codesOfRows(where, "groups", groups, n);
    const totals = countBy(classes.codes, classes.count);
    if (totals.every((total) => total < this.nSplits)) {
      throw new ParameterError(
        `${where}: nSplits must be at most the number of rows of the largest class, ${Math.max(...totals)}, got ${this.nSplits}`,
      );
    }
    const counts = Array.from({ length: members.count }, (_, group) =>
      countBy(
        classes.codes.filter((_, row) => members.codes[row] === group),
        classes.count,
      ),
    );
    const random = this.generator();
    const order = random ? shuffledList([...counts.keys()], random) : [...counts.keys()];
    const foldOfGroup = new Int32Array(members.count);
    const folds = Array.from({ length: this.nSplits }, () => new Float64Array(classes.count));
    // A stable sort keeps the order among groups of equal spread.
    for (const group of order.sort((a, b) => spread(counts[b]!) - spread(counts[a]!))) {
      const best = bestFold(folds, counts[group]!, totals);
      foldOfGroup[group] = best;
      counts[group]!.forEach((count, k) => {
        folds[best]![k]! += count;
      });
    }
    yield* foldsOf(
      members.codes.map((group) => foldOfGroup[group]!),
      this.nSplits,
    );
  }
}

function countBy(codes: Int32Array, count: number): Float64Array {
  const counts = new Float64Array(count);
  for (const code of codes) counts[code]! += 1;
  return counts;
}

/** The fold that takes a group with the most even shares of the classes. */
function bestFold(
  folds: readonly Float64Array[],
  group: Float64Array,
  totals: Float64Array,
): number {
  let best = { fold: -1, unevenness: Infinity, rows: Infinity };
  folds.forEach((own, fold) => {
    const unevenness = mean(
      totals.map((total, k) =>
        spread(folds.map((other, f) => (other[k]! + (f === fold ? group[k]! : 0)) / total)),
      ),
    );
    const rows = own.reduce((sum, count) => sum + count, 0);
    const isTie = Math.abs(unevenness - best.unevenness) <= 1e-8 + 1e-5 * best.unevenness;
    if (unevenness < best.unevenness || (isTie && rows < best.rows)) {
      best = { fold, unevenness, rows };
    }
  });
  return best.fold;
}

/** The standard deviation with divisor n. */
function spread(values: ArrayLike<number>): number {
  const center = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - center) ** 2)));
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
