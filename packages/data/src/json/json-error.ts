import { ParseError } from "@gradus/core";

/**
 * What JSON.parse says, with its line and column.
 *
 * @param from the file's name, and the number of the text's first line in it
 */
export function jsonError(
  text: string,
  error: unknown,
  from: { readonly source: string | undefined; readonly line: number },
): ParseError {
  const message = error instanceof Error ? error.message : String(error);
  const found = /position (\d+)/.exec(message);
  // Where the engine names no place, it is the end of the text.
  const position = found ? Number(found[1]) : text.length;
  const lines = text.slice(0, position).split("\n");
  const reason = message.replace(/ (?:in JSON )?at position.*$/s, "");
  return new ParseError(`expected JSON: ${reason}`, {
    source: from.source,
    line: from.line + lines.length - 1,
    column: [...lines.at(-1)!].length + 1,
  });
}
