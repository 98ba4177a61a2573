import { warn } from "@gradus/core";

/** What came out of a transformer that was fitted on the very rows that it changed. */
const made = new WeakMap<object, string>();

/** Remembers that a transformer was fitted on all rows of its output. */
export function markFittedOn<T extends object>(output: T, transformer: string): T {
  made.set(output, transformer);
  return output;
}

/**
 * Warns where rows are about to be split that were transformed together: the transformer has seen the test
 * rows, and scores come out better than they are.
 */
export function warnOfLeakage(where: string, X: unknown): void {
  const transformer = typeof X === "object" && X !== null ? made.get(X) : undefined;
  if (transformer === undefined) return;
  warn(
    "leakage",
    `${where}: expected X as it was before any transformer was fitted, got what a ${transformer} made that was fitted on all of its rows, the test rows too; put the ${transformer} into a Pipeline`,
  );
}
