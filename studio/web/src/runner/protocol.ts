import type { Outcome, ProgramError, ProjectScore, RunMessage } from "@gradus/course-kit";
import type { Segment } from "./compile/program";

/** What the page asks of a worker, once. */
export type Task =
  | { readonly kind: "run"; readonly segments: readonly Segment[]; readonly show: string }
  | { readonly kind: "grade"; readonly source: string; readonly checkModule: string }
  | { readonly kind: "score"; readonly source: string; readonly checkModule: string };

/** What a worker tells the page. */
export type Reply =
  /** The library is loaded; a task can start at once. */
  | { readonly type: "ready" }
  /** The learner's program starts: its time runs from here. */
  | { readonly type: "started" }
  | { readonly type: "result"; readonly result: Outcome | ProjectScore | ProgramError }
  | RunMessage;
