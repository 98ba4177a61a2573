import type { CodePosition } from "@gradus/course-kit";

/** The learner's text cannot become a program: it does not parse, or imports what is not there. */
export class CompileError extends Error {
  override readonly name: "SyntaxError" | "ImportError";
  /** In the text that was compiled. */
  readonly position: CodePosition | undefined;

  constructor(
    name: "SyntaxError" | "ImportError",
    message: string,
    position: CodePosition | undefined,
  ) {
    super(message);
    this.name = name;
    this.position = position;
  }
}
