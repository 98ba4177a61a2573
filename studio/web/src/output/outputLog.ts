import type { DisplayData, Progress } from "@gradus/core";
import type { ProgramError, RunMessage } from "@gradus/course-kit";

/** One thing that a program showed. */
export type OutputItem =
  | {
      readonly kind: "log";
      readonly level: "log" | "info" | "warn" | "error";
      readonly text: string;
    }
  | { readonly kind: "display"; readonly data: DisplayData }
  | { readonly kind: "error"; readonly error: ProgramError };

/** What is known of a run so far. */
export interface RunLog {
  readonly items: readonly OutputItem[];
  /** How many items came after the page stopped showing them. */
  readonly nHidden: number;
  /** The last report; it stays when the program is over, as how far that came. */
  readonly progress?: Progress;
  /** How long the program took, once it is over. */
  readonly milliseconds?: number;
}

export const emptyLog: RunLog = { items: [], nHidden: 0 };

/** A program that prints in a loop must not fill the page. */
export const MOST_ITEMS = 500;

/** The log with further messages; consecutive lines of one level stay separate items. */
export function addMessages(log: RunLog, messages: readonly RunMessage[]): RunLog {
  const items = [...log.items];
  let next: RunLog = log;
  let nHidden = log.nHidden;
  for (const message of messages) {
    if (message.type === "done") next = { ...next, milliseconds: message.milliseconds };
    else if (message.type === "progress") next = { ...next, progress: message.progress };
    else {
      const item = toItem(message);
      if (!item) continue;
      // An error is always shown: it says why there is nothing more.
      if (items.length < MOST_ITEMS || item.kind === "error") items.push(item);
      else nHidden++;
    }
  }
  return { ...next, items, nHidden };
}

function toItem(message: RunMessage): OutputItem | undefined {
  switch (message.type) {
    case "log":
      return { kind: "log", level: message.level, text: message.text };
    case "display":
      return { kind: "display", data: message.data };
    case "error":
      return { kind: "error", error: message.error };
    default:
      return undefined;
  }
}
