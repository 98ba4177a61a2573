import { ParseError } from "@gradus/core";
import type { CompiledProgram } from "./compiled";

type Segment = CompiledProgram["segments"][number];

/** A segment with the line of its file on which its source starts, counted from 1. */
export interface LocatedSegment extends Segment {
  readonly line: number;
}

const MARK = /^\s*\/\/\s*#(region|endregion)\b[ \t]*(.*?)\s*$/;
const WORDS = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Cuts a demo file at its `// #region name` … `// #endregion` marks, in the order of the file.
 *
 * What stands between regions becomes segments without a name; blank lines at either end of a segment and
 * segments of blank lines only are left out. Regions do not nest.
 *
 * @param source the text of the file
 * @param file its name, for error messages
 * @throws ParseError with the line of the mark, if a region has no name or one that is not lower-case words
 *   joined by hyphens, is opened twice or inside another, is empty, or is never closed; and for an
 *   `#endregion` without its region.
 *
 * @example
 * ```ts
 * const { segments } = parseProgram("// #region fit\nconst w = 1;\n// #endregion\n");
 * // [{ region: "fit", source: "const w = 1;", line: 2 }]
 * ```
 */
export function parseProgram(
  source: string,
  file = "program",
): { readonly segments: readonly LocatedSegment[] } {
  const segments: LocatedSegment[] = [];
  const seen = new Set<string>();
  let open: { name: string; line: number } | null = null;
  let lines: string[] = [];
  let start = 1;
  const refuse = (line: number, message: string): never => {
    throw new ParseError(message, { source: file, line, column: 1 });
  };
  const close = () => {
    const segment = trimSegment(open?.name ?? null, lines, start);
    if (segment) segments.push(segment);
    else if (open) refuse(open.line, `region "${open.name}" is empty`);
  };

  source.split(/\r?\n/).forEach((text, index) => {
    const line = index + 1;
    const mark = MARK.exec(text);
    if (!mark) {
      lines.push(text);
      return;
    }
    const name = mark[2]!;
    if (mark[1] === "region") {
      if (open)
        refuse(line, `region "${name}" opens inside region "${open.name}"; regions do not nest`);
      if (!WORDS.test(name))
        refuse(
          line,
          `a region needs a name of lower-case words joined by hyphens, got ${JSON.stringify(name)}`,
        );
      if (seen.has(name)) refuse(line, `region "${name}" is there twice`);
      seen.add(name);
      close();
      open = { name, line };
    } else {
      if (!open) refuse(line, "#endregion closes no region");
      close();
      open = null;
    }
    lines = [];
    start = line + 1;
  });
  const unclosed = open as { name: string; line: number } | null;
  if (unclosed) refuse(unclosed.line, `region "${unclosed.name}" is never closed`);
  close();
  return { segments };
}

/**
 * The program that running one cell runs: everything from the start of the file to the end of its region.
 *
 * @throws ParseError if the program has no region of this name.
 */
export function programUntil(program: CompiledProgram, region: string): string {
  const last = program.segments.findIndex((segment) => segment.region === region);
  if (last < 0) {
    const names = program.segments.flatMap((segment) => segment.region ?? []);
    throw new ParseError(`no region "${region}"; there are ${names.join(", ") || "none"}`, {
      line: 1,
      column: 1,
    });
  }
  return program.segments
    .slice(0, last + 1)
    .map((segment) => segment.source)
    .join("\n\n");
}

function trimSegment(
  region: string | null,
  lines: readonly string[],
  start: number,
): LocatedSegment | null {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0) return null;
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return { region, source: lines.slice(first, last + 1).join("\n"), line: start + first };
}
