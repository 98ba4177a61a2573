import { nodeModule } from "@gradus/core";

// What differs between Node and browsers in having threads.

/** What a helper thread needs to begin. */
export interface HelperSetup {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Address of the control block (assembly/parallel.ts). */
  readonly control: number;
  readonly index: number;
}

/** Why threads cannot be had here, or undefined if they can. */
export function threadsUnavailable(): string | undefined {
  if (typeof SharedArrayBuffer === "undefined") return "the engine offers no shared memory";
  if (nodeThreads() !== undefined) return undefined;
  if (typeof Worker === "undefined") return "the engine offers no workers";
  if (globalThis.crossOriginIsolated !== true) return "the page is not cross-origin isolated";
  if (typeof document !== "undefined") return "the main thread of a page must not wait for others";
  return undefined;
}

/** One thread a processor, at most 8. */
export function defaultThreads(): number {
  const os = nodeModule<{ availableParallelism(): number }>("node:os");
  const processors = os?.availableParallelism() ?? globalThis.navigator?.hardwareConcurrency ?? 1;
  return Math.max(1, Math.min(8, processors));
}

/** Starts a helper thread, which neither keeps a program running nor outlives it. */
export function startHelper(setup: HelperSetup, onError: (reason: string) => void): void {
  const threads = nodeThreads();
  if (threads === undefined) {
    startInBrowser(setup, onError);
    return;
  }
  const program = `${PROGRAM} serve(require("node:worker_threads").workerData);`;
  const worker = new threads.Worker(program, { eval: true, workerData: setup, execArgv: [] });
  worker.on("error", (error) => onError(String(error)));
  worker.unref();
}

function startInBrowser(setup: HelperSetup, onError: (reason: string) => void): void {
  const program = `${PROGRAM} onmessage = (event) => serve(event.data);`;
  const url = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
  const worker = new Worker(url);
  worker.onerror = (event) => onError(event.message);
  worker.postMessage(setup);
}

/** The whole program of a helper: everything else is in the WebAssembly module. */
const PROGRAM = `"use strict";
function serve({ module, memory, control, index }) {
  const nothing = () => {};
  const env = { memory, startThreads: nothing, threadFailed: nothing };
  const { exports } = new WebAssembly.Instance(module, { env });
  exports.joinThreads(control, index);
  try {
    exports.serveThreads();
  } catch (error) {
    exports.failThread();
    throw error;
  }
}
`;

type NodeWorker = new (
  program: string,
  options: { eval: true; workerData: HelperSetup; execArgv: string[] },
) => { on(event: "error", listener: (error: unknown) => void): void; unref(): void };

function nodeThreads(): { readonly Worker: NodeWorker } | undefined {
  return nodeModule("node:worker_threads");
}
