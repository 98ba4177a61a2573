import { nodeModule, warn } from "@gradus/core";
import type { PackedRun, Reply, Request } from "./messages";
import { unpackError, WorkerError } from "./worker-error";

// What differs between Node and browsers in having workers.

interface Thread {
  post(request: Request): void;
  terminate(): unknown;
  /** Whether a program may end while this thread runs. */
  keepAlive(keep: boolean): void;
}

interface Listeners {
  readonly onReply: (reply: Reply) => void;
  readonly onEnd: (reason: string) => void;
}

/** A worker, which is asked one thing after another. */
export class WorkerThread {
  readonly #thread: Thread;
  #waiting:
    | { resolve(run: PackedRun | undefined): void; reject(reason: unknown): void }
    | undefined;
  #ended: { readonly reason: unknown } | undefined;
  readonly #ready: Promise<unknown>;

  /** @param program the worker's own, if it lies elsewhere */
  constructor(where: string, program: string | URL | undefined) {
    this.#ready = this.#wait();
    this.#ready.catch(() => undefined);
    this.#thread = startThread(where, program, {
      onReply: (reply) => this.#receive(reply),
      onEnd: (reason) =>
        this.#end(
          new WorkerError(
            `${where}: expected every worker to answer, got one that ended: ${reason}`,
          ),
        ),
    });
  }

  /** Whether it can be asked. */
  get isAlive(): boolean {
    return this.#ended === undefined;
  }

  /** Sends a request and waits for the answer. @throws what its fit throws; WorkerError if it ends. */
  async ask(request: Request): Promise<PackedRun | undefined> {
    await this.#ready;
    const answer = this.#wait();
    if (this.isAlive) this.#thread.post(request);
    return answer;
  }

  /** Whether the program may end while this worker runs. */
  keepAlive(keep: boolean): void {
    this.#thread.keepAlive(keep);
  }

  /** Ends the worker; what it was asked is refused with the reason. */
  async terminate(reason: unknown): Promise<void> {
    this.#end(reason);
    await this.#thread.terminate();
  }

  #wait(): Promise<PackedRun | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#ended) reject(this.#ended.reason);
      else this.#waiting = { resolve, reject };
    });
  }

  #receive(reply: Reply): void {
    if (reply.kind === "warning") {
      warn(reply.warning.kind, reply.warning.message);
      return;
    }
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (reply.kind === "failed") waiting?.reject(unpackError(reply.error));
    else waiting?.resolve(reply.kind === "done" ? reply.run : undefined);
  }

  #end(reason: unknown): void {
    this.#ended ??= { reason };
    this.#waiting?.reject(this.#ended.reason);
    this.#waiting = undefined;
  }
}

/** Whether memory can be shared with workers. */
export function canShareMemory(): boolean {
  const isIsolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated === true;
  return typeof SharedArrayBuffer !== "undefined" && (isIsolated || nodeThreads() !== undefined);
}

/** How many workers are started where nobody says it. */
export function defaultWorkers(): number {
  const os = nodeModule<{ availableParallelism(): number }>("node:os");
  const processors = os?.availableParallelism() ?? globalThis.navigator?.hardwareConcurrency ?? 1;
  return Math.max(1, Math.min(8, processors));
}

function startThread(
  where: string,
  program: string | URL | undefined,
  listeners: Listeners,
): Thread {
  const threads = nodeThreads();
  try {
    return threads ? startInNode(threads, program, listeners) : startInBrowser(program, listeners);
  } catch (error) {
    // An engine without workers, a program of another site, a name that is no URL.
    throw new WorkerError(`${where}: expected a worker to start, got ${String(error)}`);
  }
}

interface NodeWorker {
  on(event: "message", listen: (reply: Reply) => void): void;
  on(event: "error", listen: (error: unknown) => void): void;
  on(event: "exit", listen: (code: number) => void): void;
  postMessage(request: Request): void;
  terminate(): Promise<number>;
  ref(): void;
  unref(): void;
}

interface NodeThreads {
  readonly Worker: new (program: URL, options: { readonly execArgv: string[] }) => NodeWorker;
}

function nodeThreads(): NodeThreads | undefined {
  return nodeModule("node:worker_threads");
}

function startInNode(
  { Worker }: NodeThreads,
  program: string | URL | undefined,
  { onReply, onEnd }: Listeners,
): Thread {
  // Among the sources stands a program that packs them; beside the published module, the packed worker.
  const isSource = import.meta.url.endsWith(".ts");
  const own = isSource ? "./trial-worker.mjs" : "./trial-worker.js";
  const worker = new Worker(new URL(program ?? own, import.meta.url), { execArgv: [] });
  worker.on("message", onReply);
  worker.on("error", (error) => onEnd(String(error)));
  worker.on("exit", (code) => onEnd(`exit code ${code}`));
  return {
    post: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
    keepAlive: (keep) => (keep ? worker.ref() : worker.unref()),
  };
}

function startInBrowser(program: string | URL | undefined, { onReply, onEnd }: Listeners): Thread {
  // Bundlers know a worker by this very form, and pack its program.
  const worker =
    program === undefined
      ? new Worker(new URL("./trial-worker.js", import.meta.url), { type: "module" })
      : new Worker(program, { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
  worker.onerror = (event) => {
    event.preventDefault();
    onEnd(event.message || "its program could not be loaded");
  };
  worker.onmessageerror = () => onEnd("a message could not be read");
  return {
    post: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
    keepAlive: () => undefined,
  };
}
