import { inScope, type Storage } from "@gradus/kernels";
import { isTensor } from "./factory";

/**
 * Runs `work` and gives back at once the memory of every tensor it made, save those in its result: a tensor,
 * or arrays and plain objects with tensors in them. Nobody needs this for memory to stay bounded; in code that
 * makes large intermediate results it saves time, since the next ones find warm memory.
 *
 * A tensor made inside and kept in any other way (in a variable outside, as the `grad` of a leaf) is gone
 * afterwards: using it is a DisposedError.
 *
 * @returns what `work` returns
 * @example
 * ```ts
 * const x = tensor([1, 2, 3]);
 * const centred = scoped(() => x.sub(x.mean())); // the mean's memory is free again
 * ```
 */
export function scoped<T>(work: () => T): T {
  return inScope(work, (result) => {
    const kept: Storage[] = [];
    collect(result, kept);
    return kept;
  });
}

function collect(value: unknown, into: Storage[]): void {
  if (typeof value !== "object" || value === null) return;
  if (isTensor(value)) {
    into.push(value.storage);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, into);
  } else if (Object.getPrototypeOf(value) === Object.prototype) {
    for (const item of Object.values(value)) collect(item, into);
  }
}
