import type { RunMessage } from "@gradus/course-kit";
import { useCallback, useEffect, useRef, useState } from "react";
import { type RunHandle, type RunRequest, runProgram } from "../runner";
import { addMessages, emptyLog, type RunLog } from "./outputLog";

export interface Run {
  readonly state: "idle" | "running" | "finished" | "stopped";
  readonly log: RunLog;
  start(request: RunRequest): void;
  stop(): void;
  clear(): void;
}

/** Runs programs one at a time and collects what they show, at most once a frame. */
export function useRun(): Run {
  const [state, setState] = useState<Run["state"]>("idle");
  const [log, setLog] = useState<RunLog>(emptyLog);
  const handle = useRef<RunHandle>(undefined);
  /** Counts the runs, so that a run that was replaced is no longer heard. */
  const latest = useRef(0);

  // The run is still heard: what it showed last, and that it is over.
  const stop = useCallback(() => {
    handle.current?.stop();
    setState((now) => (now === "running" ? "stopped" : now));
  }, []);
  useEffect(() => () => handle.current?.stop(), []);

  const start = useCallback((request: RunRequest) => {
    handle.current?.stop();
    setState("running");
    const run = ++latest.current;
    let waiting: RunMessage[] = [];
    let first = true;
    const show = () => {
      if (run !== latest.current) return;
      const messages = waiting;
      const fresh = first;
      waiting = [];
      first = false;
      // The old output stays until the new run has something to say: no flicker.
      setLog((log) => addMessages(fresh ? emptyLog : log, messages));
    };
    handle.current = runProgram(request, (message) => {
      if (waiting.length === 0) requestAnimationFrame(show);
      waiting.push(message);
    });
    void handle.current.finished.then(() => {
      show();
      if (run === latest.current) setState((now) => (now === "running" ? "finished" : now));
    });
  }, []);

  const clear = useCallback(() => {
    latest.current++;
    handle.current?.stop();
    setLog(emptyLog);
    setState("idle");
  }, []);

  return { state, log, start, stop, clear };
}
