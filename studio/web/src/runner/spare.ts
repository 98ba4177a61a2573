/** A worker with a port of its own, started ahead of its use. */
export interface ProgramWorker {
  readonly worker: Worker;
  readonly port: MessagePort;
}

let spare: ProgramWorker | null = null;

/** Starts a worker that loads the library and waits for a program, unless one waits already. */
export function warmUp(): void {
  spare ??= startWorker();
}

/** The waiting worker, or a new one. */
export function takeWorker(): ProgramWorker {
  const taken = spare ?? startWorker();
  spare = null;
  return taken;
}

function startWorker(): ProgramWorker {
  const worker = new Worker(new URL("./worker/main.ts", import.meta.url), { type: "module" });
  const channel = new MessageChannel();
  worker.postMessage(null, [channel.port2]);
  const started = { worker, port: channel.port1 };
  // One whose script does not load (the server is down) must not be taken later.
  worker.addEventListener("error", () => {
    if (spare === started) spare = null;
  });
  return started;
}
