import type { DisplayData, Progress } from "@gradus/core";

/** A place in the learner's own text; lines and columns count from 1. */
export interface CodePosition {
  readonly line: number;
  readonly column: number;
}

/** An error of the learner's program, with the line of it where that is known. */
export interface ProgramError {
  /** The class, such as "ShapeError". */
  readonly name: string;
  readonly message: string;
  readonly position?: CodePosition;
}

/** What a running program tells the page: the one message type from the worker. */
export type RunMessage =
  | {
      readonly type: "log";
      readonly level: "log" | "info" | "warn" | "error";
      readonly text: string;
    }
  | { readonly type: "display"; readonly data: DisplayData }
  /** How far the program has come, a few times a second: it replaces what was said before. */
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "error"; readonly error: ProgramError }
  | { readonly type: "graded"; readonly outcome: Outcome }
  | { readonly type: "scored"; readonly results: readonly import("./project").CriterionResult[] }
  /** The program is over; nothing follows. */
  | { readonly type: "done"; readonly milliseconds: number };

/** What came of a submission. */
export type Outcome =
  | { readonly kind: "notAttempted" }
  /** A wrong answer: `misconception` is its id where the check recognised one. */
  | { readonly kind: "wrong"; readonly message: string; readonly misconception?: string }
  /** The submission does not compile, throws, or ran out of its time. */
  | { readonly kind: "error"; readonly error: ProgramError }
  | { readonly kind: "passed" };
