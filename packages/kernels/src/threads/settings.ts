import { describeValue, ParameterError } from "@gradus/core";
import { defaultThreads, threadsUnavailable } from "./host";

/** As many as the kernels' control block has room for. */
export const MOST_THREADS = 16;

let count: number | undefined;
const listeners = new Set<(count: number) => void>();

/**
 * How many threads take part in large operations, the calling one included. By default as many as the machine
 * has processors, at most 8, or what the environment variable GRADUS_NUM_THREADS says; 1 where an engine has
 * no threads to give (`threadStats().unavailable` says why).
 *
 * @throws ParameterError if GRADUS_NUM_THREADS is not an integer from 1 to 16.
 * @example
 * ```ts
 * getNumThreads() >= 1; // true
 * ```
 */
export function getNumThreads(): number {
  count ??= threadsUnavailable() === undefined ? checked("GRADUS_NUM_THREADS", initial()) : 1;
  return count;
}

/**
 * Sets how many threads take part in large operations, the calling one included. Results are the same for
 * any number.
 *
 * @param n from 1 to 16
 * @returns the number in force: 1 where threads are not available
 * @throws ParameterError if `n` is not an integer from 1 to 16.
 * @example
 * ```ts
 * setNumThreads(1); // 1
 * ```
 */
export function setNumThreads(n: number): number {
  checked("setNumThreads: n", n);
  count = threadsUnavailable() === undefined ? n : 1;
  for (const listener of listeners) listener(count);
  return count;
}

/** Calls `listener` with each new number of threads. */
export function onNumThreads(listener: (count: number) => void): void {
  listeners.add(listener);
}

function initial(): number {
  const wish = globalThis.process?.env?.GRADUS_NUM_THREADS;
  return wish === undefined || wish === "" ? defaultThreads() : Number(wish);
}

function checked(what: string, n: number): number {
  if (Number.isInteger(n) && n >= 1 && n <= MOST_THREADS) return n;
  throw new ParameterError(
    `${what} must be an integer from 1 to ${MOST_THREADS}, got ${describeValue(n)}`,
  );
}
