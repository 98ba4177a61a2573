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
  if (nodeModule("node:worker_threads") !== undefined) return undefined;
  if (typeof Worker === "undefined") return "the engine offers no workers";
  if (globalThis.crossOriginIsolated !== true) return "the page is not cross-origin isolated";
  if (typeof document !== "undefined") return "the main thread of a page must not wait for others";
  return undefined;
}

/** One thread a processor, at most 8. */
export function defaultThreads(): number {
  const processors =
    nodeModule("node:os")?.availableParallelism() ?? globalThis.navigator?.hardwareConcurrency ?? 1;
  return Math.max(1, Math.min(8, processors));
}

/** Starts a helper thread, which neither keeps a program running nor outlives it. */
export function startHelper(setup: HelperSetup, onError: (reason: string) => void): void {
  const threads = nodeModule("node:worker_threads");
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

interface NodeModules {
  "node:os": { availableParallelism(): number };
  "node:worker_threads": { readonly Worker: NodeWorker };
}

type NodeWorker = new (
  program: string,
  options: { eval: true; workerData: HelperSetup; execArgv: string[] },
) => { on(event: "error", listener: (error: unknown) => void): void; unref(): void };

/** A module of Node's, or undefined elsewhere; asked for at run time, so that bundlers do not look for it. */
function nodeModule<Name extends keyof NodeModules>(name: Name): NodeModules[Name] | undefined {
  const { process } = globalThis as {
    process?: { getBuiltinModule?(name: string): NodeModules[Name] | undefined };
  };
  return process?.getBuiltinModule?.(name);
}
