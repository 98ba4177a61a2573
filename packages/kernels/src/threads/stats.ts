import { heapIfUsed } from "../memory/heap";
import { threadsUnavailable } from "./host";
import { getNumThreads } from "./settings";

/** The threads at one moment. */
export interface ThreadStats {
  /** How many threads may take part in a large operation, the calling one included. */
  readonly nThreads: number;
  /** How many helpers are at work or ready for it; they start when the first large operation asks for them. */
  readonly nHelpers: number;
  /** Why there is only one thread here, or undefined. */
  readonly unavailable: string | undefined;
}

/**
 * What the threads look like now.
 *
 * @throws ParameterError if GRADUS_NUM_THREADS is not an integer from 1 to 16.
 * @example
 * ```ts
 * threadStats().nThreads === getNumThreads(); // true
 * ```
 */
export function threadStats(): ThreadStats {
  const nHelpers = heapIfUsed()?.threads?.nHelpers ?? 0;
  return { nThreads: getNumThreads(), nHelpers, unavailable: threadsUnavailable() };
}
