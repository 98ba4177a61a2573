import type { CodePosition } from "@gradus/course-kit";

/** A piece of a program: a cell, or what stands between cells. */
export interface Segment {
  readonly region: string | null;
  readonly source: string;
}

/** Segments as one text, and where each of them starts in it. */
export interface Program {
  readonly source: string;
  /** Output shows from the start: there is nothing before the cell. */
  readonly startsShown: boolean;
  readonly parts: readonly {
    readonly region: string | null;
    /** Line of the text on which it starts, from 1. */
    readonly line: number;
    readonly source: string;
  }[];
}

/** Global function that a program calls when the cell begins whose output is shown. */
export const BEGIN_SHOWN = "__gradusBeginShown";

/**
 * The program that running a cell runs: everything up to the end of that cell. On the blank line before it
 * stands a call that switches the output on.
 *
 * @param show region of the cell; without one of this name all segments run and all output shows
 */
export function assembleProgram(segments: readonly Segment[], show: string): Program {
  const last = segments.findLastIndex((segment) => segment.region === show);
  const used = last < 0 ? segments : segments.slice(0, last + 1);
  const parts: { region: string | null; line: number; source: string }[] = [];
  let source = "";
  let line = 1;
  for (const [index, segment] of used.entries()) {
    if (index > 0) {
      // The semicolon ends a statement that the segment before left open.
      source += index === last ? `\n;${BEGIN_SHOWN}();\n` : "\n\n";
      line += 2;
    }
    parts.push({ region: segment.region, line, source: segment.source });
    source += segment.source;
    line += segment.source.split("\n").length - 1;
  }
  return { source, startsShown: last <= 0, parts };
}

/** A place in a program as its reader sees it. */
export interface Place {
  /** In the last segment, the one that is shown. */
  readonly position?: CodePosition;
  /** Where else it is, in words. */
  readonly note?: string;
}

/** Finds the segment of a place in the whole program's text. */
export function placeOf({ parts }: Program, { line, column }: CodePosition): Place {
  const index = Math.max(
    0,
    parts.findLastIndex((part) => part.line <= line),
  );
  const part = parts[index];
  if (!part) return {};
  const lines = part.source.split("\n");
  const row = Math.min(Math.max(1, line - part.line + 1), lines.length);
  const inPart = { line: row, column: Math.min(column, lines[row - 1]!.length + 1) };
  if (index === parts.length - 1) return { position: inPart };
  const where = part.region === null ? "the code before it" : `the cell “${part.region}” above`;
  const text = lines[inPart.line - 1]?.trim();
  return { note: `in line ${inPart.line} of ${where}${text ? `: ${text}` : ""}` };
}
