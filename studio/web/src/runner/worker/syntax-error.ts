import type { CodePosition } from "@gradus/course-kit";

/** How long to wait for the second opinion, in milliseconds. */
const PATIENCE = 500;

/**
 * Where a module does not parse. An import that fails says what is wrong but not where; a worker that is
 * started with the same module reports its line. Nothing runs, since nothing parses.
 */
export function findSyntaxError(url: string): Promise<CodePosition | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(url, { type: "module" });
    const finish = (position: CodePosition | undefined) => {
      worker.terminate();
      resolve(position);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      finish(event.lineno > 0 ? { line: event.lineno, column: event.colno } : undefined);
    };
    setTimeout(() => finish(undefined), PATIENCE);
  });
}
