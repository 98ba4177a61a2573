import type { WorkerPool } from "./worker-pool";

/** How work is shared between worker threads. */
export interface WorkerOptions {
  /**
   * How many workers there are, or a pool that keeps its workers for the next call. Default one a processor, at most
   * 8, and no more than there are fits.
   */
  readonly workers?: number | WorkerPool | undefined;
  /** Ends the work when it aborts; what was promised is then refused with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}
