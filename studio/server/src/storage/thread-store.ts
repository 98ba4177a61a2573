import { Worker } from "node:worker_threads";
import { type ProgressStore, STORE_METHODS, StorageError } from "../progress/store";
import type { Prepared } from "./database";
import { pgliteModules } from "./pglite-modules";
import { emptyDatabase, threadProgram } from "./prepared";

export interface ThreadSettings {
  /** Folder of the database, or null for memory. */
  readonly directory: string | null;
  readonly prepared: Prepared;
}

export interface ThreadRequest {
  readonly id: number;
  readonly method: keyof ProgressStore;
  readonly args: readonly unknown[];
}

export type ThreadReply =
  | { readonly kind: "ready"; readonly isNew: boolean }
  | { readonly kind: "failed"; readonly message: string; readonly code: string | undefined }
  | { readonly kind: "value"; readonly id: number; readonly value: unknown }
  | {
      readonly kind: "error";
      readonly id: number;
      readonly message: string;
      readonly code: string | undefined;
    };

export interface ThreadStore {
  readonly store: ProgressStore;
  /** Whether the database was created now. */
  readonly isNew: boolean;
  /** Ends the thread at once; what was acknowledged is on disk. */
  terminate(): Promise<void>;
}

export interface OpenThreadOptions {
  /** Longest time for opening, in milliseconds; creating a database takes a few seconds. Default 60,000. */
  readonly timeout?: number;
  /** Longest time for one operation, in milliseconds: a broken database may never answer. Default 10,000. */
  readonly callTimeout?: number;
  /** Stops the opening. */
  readonly signal?: AbortSignal;
}

/** How long a closing database may take before its thread is ended, in milliseconds. */
const CLOSE_TIMEOUT = 1_000;

/**
 * Opens PGlite in a worker thread and passes the store's operations to it.
 *
 * @throws StorageError if the database cannot be opened in time.
 */
export async function openThreadStore(
  directory: string | null,
  { timeout = 60_000, callTimeout = 10_000, signal }: OpenThreadOptions = {},
): Promise<ThreadStore> {
  const prepared = { emptyDatabase, modules: await pgliteModules() };
  const worker = new Worker(threadProgram(), {
    workerData: { directory, prepared } satisfies ThreadSettings,
    execArgv: ["--conditions=gradus-source"],
    // PostgreSQL's own complaints about damaged files; ours say the same in plain words.
    stdout: true,
    stderr: true,
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const opened = withResolvers<boolean>();
  let ended: StorageError | null = null;
  let lastId = 0;

  const end = (error: StorageError) => {
    ended ??= error;
    opened.reject(ended);
    for (const call of waiting.values()) call.reject(ended);
    waiting.clear();
    return worker.terminate();
  };
  worker.on("message", (reply: ThreadReply) => {
    if (reply.kind === "ready") return opened.resolve(reply.isNew);
    if (reply.kind === "failed") return void end(new StorageError(reply.message, reply.code));
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === "value") call?.resolve(reply.value);
    else call?.reject(new StorageError(reply.message, reply.code));
  });
  worker.on("error", (error) => void end(new StorageError(`the database stopped: ${error}`)));
  worker.on("exit", () => void end(new StorageError("the database has stopped")));

  const call = (method: keyof ProgressStore, args: readonly unknown[]): Promise<unknown> => {
    if (ended) return Promise.reject(ended);
    const pending = withResolvers<unknown>();
    lastId += 1;
    waiting.set(lastId, pending);
    worker.postMessage({ id: lastId, method, args } satisfies ThreadRequest);
    const late = setTimeout(
      () => void end(new StorageError(`the database did not answer within ${callTimeout} ms`)),
      callTimeout,
    );
    return pending.promise.finally(() => clearTimeout(late));
  };
  const methods = STORE_METHODS.map((method) => [
    method,
    (...args: readonly unknown[]) => call(method, args),
  ]);
  const store = Object.fromEntries(methods) as unknown as ProgressStore;

  const timer = setTimeout(
    () => void end(new StorageError(`the database did not open within ${timeout} ms`)),
    timeout,
  );
  const abort = () => void end(new StorageError("the opening was stopped"));
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  try {
    const isNew = await opened.promise;
    return {
      store: { ...store, close: () => closeWithin(store.close(), worker) },
      isNew,
      terminate: async () => void (await end(new StorageError("the database was closed"))),
    };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

async function closeWithin(closing: Promise<void>, worker: Worker): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_TIMEOUT);
  });
  try {
    await Promise.race([closing.catch(() => {}), late]);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve!: (value: T | PromiseLike<T>) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((res, rej) => {
    resolve = res;
    reject = rej;
  });
  // A rejection that nobody waits for any more is no fault of the program.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  resolve(value: T | PromiseLike<T>): void;
  reject(reason: unknown): void;
}
