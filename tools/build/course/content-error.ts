import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { GradusError } from "@gradus/core";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Something an author must mend, with its file and, where it is known, its line (from 1). */
export class ContentError extends GradusError {
  override readonly name = "ContentError";
  readonly file: string;
  readonly line: number | undefined;

  constructor(file: string, line: number | undefined, message: string) {
    const shown = shortPath(file);
    super(`${shown}${line === undefined ? "" : `:${line}`}: ${message}`);
    this.file = shown;
    this.line = line;
  }
}

/** A path as it is written from the repository's root. */
export function shortPath(file: string): string {
  const path = relative(root, file);
  return path.startsWith("..") ? file : path.split(sep).join("/");
}

/** `no figure "fit"; there are a, b`: the end of a message about a name that is not there. */
export function missing(kind: string, name: string, known: Iterable<string>): string {
  return `no ${kind} ${JSON.stringify(name)}; there are ${[...known].join(", ") || "none"}`;
}
