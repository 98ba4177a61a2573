import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ParseError } from "@gradus/core";
import { root } from "../build/paths";

/** One line of course/roadmap/rows.tsv. */
export interface Row {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  /** Numbers of the roadmaps that name it, such as "001". */
  readonly seeds: readonly string[];
  readonly kind: string;
  /** When it counts as done. */
  readonly measure: string;
}

const source = "course/roadmap/rows.tsv";

/**
 * Everything that the five roadmaps name.
 * @throws ParseError if a line has not the six columns, or an id comes twice.
 */
export function readRows(): Row[] {
  const [header, ...lines] = readFileSync(join(root, source), "utf8").trimEnd().split(/\r?\n/);
  const width = header!.split("\t").length;
  const seen = new Set<string>();
  return lines.map((text, i) => {
    const line = i + 2;
    const cells = text.split("\t");
    if (cells.length !== width) {
      const message = `expected ${width} columns, got ${cells.length}`;
      throw new ParseError(message, { source, line, column: 1 });
    }
    const [id, area, name, seeds, kind, measure] = cells as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    if (seen.has(id)) throw new ParseError(`the id ${id} comes twice`, { source, line, column: 1 });
    seen.add(id);
    return { id, area, name, seeds: seeds.split(","), kind, measure };
  });
}
