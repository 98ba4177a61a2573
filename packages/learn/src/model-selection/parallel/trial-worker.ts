import { nodeModule, setWarningSink } from "@gradus/core";
import { setKernelBuild, setNumThreads } from "@gradus/tensor";
import { estimatorFromJSON } from "../../base/from-json";
import type { Predictor } from "../../metrics/scorer";
import { runFold, scorersOf } from "../cross-validate";
import type { Fold } from "../cross-validator";
import type { Splittable } from "../rows";
import type { PackedRun, Reply, Request, TrialSetting } from "./messages";
import { unpackRows } from "./packed-rows";
import { packError } from "./worker-error";

// The program of a worker: it keeps the rows of one call, and fits estimators on folds of them.

interface Rows {
  readonly setting: TrialSetting;
  readonly rows: readonly [Splittable, Splittable];
  readonly sampleWeight: Splittable | undefined;
}

let call: Rows | undefined;
let folds: readonly Fold[] = [];

function answer(request: Request): PackedRun | undefined {
  if (request.kind === "fit") return fit(request);
  if (request.kind === "folds") folds = request.folds;
  else call = request.kind === "begin" ? begin(request.setting) : undefined;
  return undefined;
}

function begin(setting: TrialSetting): Rows {
  setKernelBuild(setting.kernels);
  setNumThreads(setting.nThreads);
  const { X, y, sampleWeight } = setting;
  return {
    setting,
    rows: [unpackRows(X), unpackRows(y)],
    sampleWeight: sampleWeight && unpackRows(sampleWeight),
  };
}

function fit({ estimator, fold }: Extract<Request, { kind: "fit" }>): PackedRun {
  const { setting, rows, sampleWeight } = call!;
  const { where, scoring, returnEstimator, ...options } = setting;
  const fitOptions = sampleWeight && { sampleWeight: sampleWeight as Float64Array };
  const asked = estimatorFromJSON(estimator) as Predictor;
  const run = runFold(where, asked, rows, folds[fold]!, scorersOf(scoring), {
    ...options,
    fitOptions,
  });
  return { ...run, estimator: returnEstimator ? run.estimator.toJSON() : undefined };
}

interface Port {
  postMessage(reply: Reply): void;
}

function serve(port: Port, request: Request): void {
  try {
    const run = answer(request);
    port.postMessage({ kind: "done", ...(run && { run }) });
  } catch (error) {
    port.postMessage({ kind: "failed", error: packError(error) });
  }
}

interface NodeThreads {
  readonly parentPort: (Port & { on(event: "message", listen: (r: Request) => void): void }) | null;
}

const parentPort = nodeModule<NodeThreads>("node:worker_threads")?.parentPort;
const port: Port = parentPort ?? (globalThis as unknown as Port);
if (parentPort) parentPort.on("message", (request) => serve(port, request));
else globalThis.onmessage = ({ data }: MessageEvent<Request>) => serve(port, data);
setWarningSink((warning) => port.postMessage({ kind: "warning", warning }));
port.postMessage({ kind: "ready" });
