import type { CompiledProject, ProjectScore } from "@gradus/course-kit";
import { useCallback, useEffect, useRef, useState } from "react";
import { addMessages, emptyLog, type RunLog } from "../output/outputLog";
import { scoreProject } from "../runner";

export interface Scoring {
  readonly running: boolean;
  /** What the program printed, and its error if it had one. */
  readonly log: RunLog;
  start(source: string): void;
}

/** Runs a project's program with its check, one at a time. */
export function useScoring(
  project: CompiledProject,
  onScore: (source: string, score: ProjectScore) => void,
): Scoring {
  const [running, setRunning] = useState(false);
  const [log, setLog] = useState<RunLog>(emptyLog);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const start = useCallback(
    (source: string) => {
      if (running) return;
      setRunning(true);
      setLog(emptyLog);
      const { checkModule, timeBudget } = project;
      void scoreProject({
        source,
        checkModule,
        timeBudget,
        onMessage: (message) => mounted.current && setLog((now) => addMessages(now, [message])),
      }).then((result) => {
        if ("results" in result) onScore(source, result);
        if (!mounted.current) return;
        if (!("results" in result)) {
          setLog((now) => addMessages(now, [{ type: "error", error: result }]));
        }
        setRunning(false);
      });
    },
    [running, project, onScore],
  );

  return { running, log, start };
}
