import { checkInteger } from "@gradus/core";
import { defaultWorkers, WorkerThread } from "./worker-thread";

/** What a pool can be told. */
export interface WorkerPoolOptions {
  /**
   * Where the program of a worker lies, for bundlers that do not find it by themselves: the module
   * `@gradus/learn/trial-worker`, packed with all that it imports. Default beside the module of the library.
   */
  readonly program?: string | URL | undefined;
}

/**
 * Worker threads for searches and cross-validation, in Node and in browsers. They start with the first call that
 * needs them, and stay for the next one; that saves the tenth of a second that each takes to load the library.
 *
 * Calls that share a pool wait for each other. A worker that has ended is replaced in the next call. Waiting workers do
 * not keep a program from ending.
 *
 * @example
 * ```ts
 * const pool = new WorkerPool(2);
 * const X = Array.from({ length: 20 }, (_, i) => [i, i % 3]);
 * const y = X.map(([a, b]) => 2 * a! - b!);
 * const scores = await crossValidateAsync(new Ridge(), X, y, { workers: pool });
 * await pool.end();
 * scores.testScore.length; // → 5
 * ```
 */
export class WorkerPool {
  /** How many workers there are at most. */
  readonly size: number;
  readonly #program: string | URL | undefined;
  #threads: WorkerThread[] = [];
  #turn: Promise<void> = Promise.resolve();

  /**
   * @param size Default one a processor, at most 8.
   * @throws ParameterError unless the size is an integer of at least 1.
   */
  constructor(size: number = defaultWorkers(), { program }: WorkerPoolOptions = {}) {
    this.size = checkInteger("WorkerPool", "size", size, 1);
    this.#program = program;
  }

  /** Ends the workers, after the calls that are under way. A later call starts new ones. */
  async end(): Promise<void> {
    await this.#turn;
    const threads = this.#threads;
    this.#threads = [];
    await Promise.all(threads.map((thread) => thread.terminate(undefined)));
  }

  /** As `end`, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
  }

  /**
   * Gives the workers to one call after another.
   *
   * @param work gets a function that gives so many workers, or as many as there are
   * @throws what the work throws; the signal's reason once it aborts; WorkerError.
   * @internal
   */
  async use<T>(
    where: string,
    signal: AbortSignal | undefined,
    work: (take: (count: number) => readonly WorkerThread[]) => Promise<T>,
  ): Promise<T> {
    const before = this.#turn;
    let release!: () => void;
    this.#turn = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    const abort = () => {
      for (const thread of this.#threads) void thread.terminate(signal!.reason);
    };
    signal?.addEventListener("abort", abort);
    try {
      signal?.throwIfAborted();
      return await work((count) => this.#take(where, count));
    } finally {
      signal?.removeEventListener("abort", abort);
      for (const thread of this.#threads) thread.keepAlive(false);
      release();
    }
  }

  #take(where: string, count: number): readonly WorkerThread[] {
    this.#threads = this.#threads.filter(({ isAlive }) => isAlive);
    const wanted = Math.min(count, this.size);
    while (this.#threads.length < wanted) {
      this.#threads.push(new WorkerThread(where, this.#program));
    }
    const taken = this.#threads.slice(0, wanted);
    for (const thread of taken) thread.keepAlive(true);
    return taken;
  }
}
