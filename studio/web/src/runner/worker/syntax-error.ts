import type { CodePosition } from "@gradus/course-kit";
import { compileForDiagnosis } from "../compile/compile";

/** How long to wait for the second opinion, in milliseconds. */
const PATIENCE = 500;

/**
 * Where a program does not parse. An import that fails says what is wrong but not where; a worker that is
 * started with the same text as a script reports its line.
 */
export function findSyntaxError(source: string): Promise<CodePosition | undefined> {
  const { code, original } = compileForDiagnosis(source);
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  return new Promise((resolve) => {
    const worker = new Worker(url);
    const finish = (position: CodePosition | undefined) => {
      worker.terminate();
      URL.revokeObjectURL(url);
      resolve(position && original(position));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      finish(event.lineno > 0 ? { line: event.lineno, column: event.colno } : undefined);
    };
    setTimeout(() => finish(undefined), PATIENCE);
  });
}
