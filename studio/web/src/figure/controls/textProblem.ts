import type { FigureControl } from "@gradus/course-kit";

type TextControl = Extract<FigureControl, { kind: "text" }>;

/** What is wrong with the text of a control, also where its own judge fails. */
export function textProblem({ problem }: TextControl, text: string): string | undefined {
  try {
    return problem?.(text);
  } catch {
    return "This text cannot be read.";
  }
}
