import type { DisplayData, ProgressCallback } from "@gradus/core";
import type { GradeFunction, ProgramError, ScoreFunction } from "@gradus/course-kit";
import {
  describeUnknownImport,
  type ImportMap,
  RESOLVE_IMPORT,
  resolveImport,
} from "../compile/imports";
import { assembleProgram, BEGIN_SHOWN, placeOf } from "../compile/program";
import type { Reply, Task } from "../protocol";
import { type Formatting, outputConsole } from "./console";
import { describeError, locateError, type RunningProgram } from "./errors";
import { loadProgram } from "./execute";
import { Output } from "./output";
import { countTimers, type TimerScope } from "./timers";

// A worker runs one program and is thrown away. It is started early and loads the library, so that a press
// of "Run" finds it ready.

interface Core extends Formatting {
  setDisplaySink(sink: (data: DisplayData) => void): unknown;
  setProgressSink(sink: ProgressCallback): unknown;
}

interface Library {
  readonly imports: ImportMap;
  readonly core: Core;
}

const { origin } = self.location;
/** At most this many errors of timers and forgotten promises are shown. */
const MOST_STRAY_ERRORS = 5;

const library = loadLibrary();
// Reported with the task that needs it.
library.catch(() => {});
Error.stackTraceLimit = 100;

self.addEventListener("message", (event: MessageEvent) => {
  // The port is the only way to the page: a program's own postMessage leads nowhere.
  const [port] = event.ports;
  if (!port) return;
  const send = (reply: Reply) => port.postMessage(reply);
  port.onmessage = ({ data }: MessageEvent<Task>) => void perform(data, send);
  library.then(
    () => send({ type: "ready" }),
    () => {},
  );
});

async function loadLibrary(): Promise<Library> {
  const response = await fetch("/lib/imports.json");
  if (!response.ok) throw new Error(`/lib/imports.json: ${response.status}`);
  const imports = (await response.json()) as ImportMap;
  const packages = Object.keys(imports).filter((name) => name.startsWith("@"));
  const modules = await Promise.all(
    packages.map((name) => import(/* @vite-ignore */ new URL(imports[name]!, origin).href)),
  );
  return { imports, core: modules[packages.indexOf("@gradus/core")] as Core };
}

async function perform(task: Task, send: (reply: Reply) => void): Promise<void> {
  const began = performance.now();
  const finish = (output?: Output) => {
    output?.end();
    send({ type: "done", milliseconds: performance.now() - began });
  };
  let loaded: Library;
  try {
    loaded = await library;
  } catch (error) {
    const problem: ProgramError = {
      name: "LibraryError",
      message: `The library could not be loaded: ${(error as Error).message}. Is the course still running in your terminal?`,
    };
    send(
      task.kind === "run" ? { type: "error", error: problem } : { type: "result", result: problem },
    );
    return finish();
  }
  const { imports, core } = loaded;
  const segments = task.kind === "run" ? task.segments : [{ region: null, source: task.source }];
  const program = assembleProgram(segments, task.kind === "run" ? task.show : "");
  const output = new Output(send, { shown: program.startsShown });
  core.setDisplaySink((data) => output.display(data));
  core.setProgressSink((progress) => output.progress(progress));
  Object.assign(self.console, outputConsole(output, core));
  const idle = countTimers(self as unknown as TimerScope);
  Object.assign(self, {
    [BEGIN_SHOWN]: () => {
      output.shown = true;
    },
    [RESOLVE_IMPORT]: (specifier: unknown) => {
      const url = resolveImport(String(specifier), imports, origin);
      if (url === null) throw new TypeError(describeUnknownImport(String(specifier), imports));
      return url;
    },
  });

  let running: RunningProgram | undefined;
  const strays = catchStrayErrors((error) => {
    const position = running && locateError(error, running);
    send({ type: "error", error: describeError(error, program, position) });
  });
  const result = await loadProgram(program, { imports, origin }, (started) => {
    running = started;
    send({ type: "started" });
  });
  if (result.kind === "failed") {
    strays.stop();
    send(
      task.kind === "run"
        ? { type: "error", error: result.error }
        : {
            type: "result",
            result: task.kind === "grade" ? { kind: "error", error: result.error } : result.error,
          },
    );
    return finish(output);
  }
  if (task.kind === "run") await idle();
  else send({ type: "result", result: await check(task, result.exports, result.running) });
  finish(output);
}

async function check(
  task: Extract<Task, { kind: "grade" | "score" }>,
  exports: object,
  running: RunningProgram,
) {
  const locate = (error: unknown) => {
    const position = locateError(error, running);
    return position && placeOf(running.program, position).position;
  };
  try {
    const url = new URL(task.checkModule, origin).href;
    const module = (await import(/* @vite-ignore */ url)) as {
      readonly default: GradeFunction | ScoreFunction;
    };
    return await module.default(exports, { locate });
  } catch (error) {
    const problem: ProgramError = {
      name: "CheckError",
      message: `The check itself failed, which is not your fault: ${(error as Error).message}`,
    };
    return task.kind === "grade" ? ({ kind: "error", error: problem } as const) : problem;
  }
}

/** Errors that no promise of ours sees: thrown in timers, or rejections that nobody handles. */
function catchStrayErrors(onError: (error: unknown) => void): { stop(): void } {
  let left = MOST_STRAY_ERRORS;
  const report = (error: unknown) => {
    if (left-- > 0) onError(error);
  };
  self.addEventListener("error", (event) => {
    event.preventDefault();
    report(event.error ?? new Error(event.message));
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    report(event.reason);
  });
  return {
    stop: () => {
      left = 0;
    },
  };
}
