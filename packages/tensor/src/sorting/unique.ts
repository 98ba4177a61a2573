import { tensorFrom } from "../factory";
import { takeFlat } from "../ops/take";
import { flatten } from "../ops/views";
import type { Tensor } from "../tensor";
import { argsort, sort } from "./sort";

/** What {@link uniqueAll} finds. */
export interface UniqueResult {
  /** The different values in ascending order, NaN last; one axis. */
  readonly values: Tensor;
  /** Where each value stands first in the flat tensor, int32. */
  readonly index: Tensor;
  /** For each element the place of its value in `values`, int32, in x's shape. */
  readonly inverse: Tensor;
  /** How often each value comes, int32. */
  readonly counts: Tensor;
}

/**
 * The different values of x in ascending order, in one axis. All NaN are one value, the last.
 *
 * @example
 * ```ts
 * unique(tensor([3, 1, 3])).toArray(); // [1, 3]
 * ```
 */
export function unique(x: Tensor): Tensor {
  const sorted = sort(flatten(x.detach()));
  const starts = startsOfRuns(sorted);
  return takeFlat(sorted, starts, [starts.length]);
}

/**
 * The different values of x in ascending order, with where each stands first, which each element is, and how
 * often each comes. NumPy's `unique` with all its `return_…` flags.
 *
 * @example
 * ```ts
 * const found = uniqueAll(tensor([3, 1, 3]));
 * found.values.toArray(); // [1, 3]
 * found.counts.toArray(); // [1, 2]
 * found.inverse.toArray(); // [1, 0, 1]
 * ```
 */
export function uniqueAll(x: Tensor): UniqueResult {
  const flat = flatten(x.detach());
  const order = argsort(flat).data() as Int32Array;
  const sorted = takeFlat(flat, order, [flat.size]);
  const starts = startsOfRuns(sorted);
  const count = starts.length;
  const inverse = new Int32Array(flat.size);
  const counts = new Int32Array(count);
  for (let run = 0; run < count; run++) {
    const end = starts[run + 1] ?? flat.size;
    counts[run] = end - starts[run]!;
    for (let i = starts[run]!; i < end; i++) inverse[order[i]!] = run;
  }
  // The order is stable, so each run begins with its first occurrence.
  const index = starts.map((start) => order[start]!);
  return {
    values: takeFlat(sorted, starts, [count]),
    index: tensorFrom(index, [count], "int32"),
    inverse: tensorFrom(inverse, x.shape, "int32"),
    counts: tensorFrom(counts, [count], "int32"),
  };
}

/** Where another value begins in a sorted vector. */
function startsOfRuns(sorted: Tensor): Int32Array {
  const values = sorted.data();
  const starts = new Int32Array(values.length);
  let count = 0;
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const same = i > 0 && (value === last || (Number.isNaN(value) && Number.isNaN(last)));
    if (!same) starts[count++] = i;
    last = value;
  }
  return starts.slice(0, count);
}
