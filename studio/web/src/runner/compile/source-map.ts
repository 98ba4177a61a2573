const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** One piece of a generated line and the place it came from; lines and columns count from 0. */
interface Piece {
  readonly generatedColumn: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads the mappings of a source map (version 3, one source).
 *
 * @returns the pieces of each generated line, from left to right
 */
export function decodeMappings(mappings: string): readonly (readonly Piece[])[] {
  let line = 0;
  let column = 0;
  return mappings.split(";").map((group) => {
    let generatedColumn = 0;
    const pieces: Piece[] = [];
    for (const segment of group.split(",")) {
      const [toColumn, source, toLine, toSourceColumn] = decodeNumbers(segment);
      if (toColumn === undefined) continue;
      generatedColumn += toColumn;
      if (source === undefined) continue;
      line += toLine ?? 0;
      column += toSourceColumn ?? 0;
      pieces.push({ generatedColumn, line, column });
    }
    return pieces;
  });
}

/** Where a place of the generated text came from; all numbers count from 1. */
export function originalPosition(
  lines: readonly (readonly Piece[])[],
  line: number,
  column: number,
): { readonly line: number; readonly column: number } {
  const pieces = lines[line - 1] ?? [];
  const piece = pieces.findLast((candidate) => candidate.generatedColumn <= column - 1);
  if (!piece) return { line, column };
  return {
    line: piece.line + 1,
    column: piece.column + 1 + (column - 1 - piece.generatedColumn),
  };
}

/** Base-64 variable-length quantities: six bits a digit, the lowest first, the first bit is the sign. */
function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
