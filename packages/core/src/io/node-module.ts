/**
 * A module of Node's own, or undefined where the program does not run in Node. It is asked for at run time, so that
 * bundlers for browsers do not look for it.
 *
 * @typeParam Module the type of what is used of it
 * @param name with its prefix, such as `node:fs/promises`
 * @example
 * ```ts
 * const os = nodeModule<{ availableParallelism(): number }>("node:os");
 * const processors = os?.availableParallelism() ?? navigator.hardwareConcurrency;
 * processors >= 1; // true
 * ```
 */
export function nodeModule<Module>(name: `node:${string}`): Module | undefined {
  const { process } = globalThis as {
    process?: { getBuiltinModule?(name: string): Module | undefined };
  };
  return process?.getBuiltinModule?.(name);
}
