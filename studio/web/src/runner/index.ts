import type { Outcome, ProgramError, ProjectScore, RunMessage } from "@gradus/course-kit";
import { execute } from "./execution";

export { warmUp } from "./spare";

export interface RunRequest {
  /** The program in pieces: cells, and what stands between them. */
  readonly segments: readonly { readonly region: string | null; readonly source: string }[];
  /** Region whose output is shown; the program runs to its end. */
  readonly show: string;
  /** Longest time of the program, in milliseconds. Default 10,000. */
  readonly timeBudget?: number;
}

export interface RunHandle {
  /** Ends the program now. */
  stop(): void;
  /** Resolves when the program is over, however it came to that. */
  readonly finished: Promise<void>;
}

/**
 * Runs a cell, with everything before it, in a worker of its own. Nothing that it does reaches the page but
 * its messages; positions of errors are those of the cell's own text.
 */
export function runProgram(
  { segments, show, timeBudget = 10_000 }: RunRequest,
  onMessage: (message: RunMessage) => void,
): RunHandle {
  const { stop, finished } = execute({ kind: "run", segments, show }, { timeBudget, onMessage });
  return { stop, finished: finished.then(() => {}) };
}

export interface GradeRequest {
  readonly source: string;
  /** What the learner was given: handing it in unchanged is no attempt. */
  readonly start: string;
  /** URL of the check. */
  readonly checkModule: string;
  readonly timeBudget: number;
  /** Told what the program prints. */
  readonly onMessage?: (message: RunMessage) => void;
}

/** Runs a submission with its check. */
export async function gradeExercise(request: GradeRequest): Promise<Outcome> {
  const { source, start, checkModule, timeBudget, onMessage = () => {} } = request;
  if (withoutSpace(source) === withoutSpace(start)) return { kind: "notAttempted" };
  const task = { kind: "grade", source, checkModule } as const;
  const result = await execute(task, { timeBudget, onMessage }).finished;
  if (result && "kind" in result) return result;
  return { kind: "error", error: problemOf(result) };
}

export interface ScoreRequest {
  readonly source: string;
  /** URL of the check. */
  readonly checkModule: string;
  readonly timeBudget: number;
  /** Told what the program prints. */
  readonly onMessage?: (message: RunMessage) => void;
}

/** Runs a project with its check: its score, or the error that kept it from one. */
export async function scoreProject(request: ScoreRequest): Promise<ProjectScore | ProgramError> {
  const { source, checkModule, timeBudget, onMessage = () => {} } = request;
  const task = { kind: "score", source, checkModule } as const;
  const result = await execute(task, { timeBudget, onMessage }).finished;
  return result && "results" in result ? result : problemOf(result);
}

function withoutSpace(source: string): string {
  return source.replace(/\s+/g, "");
}

/** An end that nobody announced: the browser took the worker away. */
function problemOf(result: Outcome | ProjectScore | ProgramError | undefined): ProgramError {
  if (result && "name" in result) return result;
  return { name: "RunnerError", message: "The program ended without a result. Try once more." };
}
