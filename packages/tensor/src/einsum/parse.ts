import { ParameterError, ShapeError } from "@gradus/core";
import { type Shape, shapeText } from "../shape";

/** The axes of the operands and of the result by name: a letter, or `.i` for the i-th last axis of an ellipsis. */
export interface Subscripts {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
  /** How long each axis is. */
  readonly lengths: ReadonlyMap<string, number>;
}

/**
 * Reads `"ij,jk->ik"` for operands of the given shapes.
 * @throws ParameterError for text that is none of this form or does not fit the number of operands; ShapeError
 * for operands with other axes than their letters, or axes of one name and different lengths.
 */
export function parseSubscripts(text: string, shapes: readonly Shape[]): Subscripts {
  const [left, right, ...more] = text.replaceAll(" ", "").split("->") as [string, string?];
  const terms = left.split(",");
  if (more.length > 0 || ![...terms, right ?? ""].every(isTerm)) {
    fail(text, 'letters with at most one "..." an operand, as in "ij,jk->ik"');
  }
  if (terms.length !== shapes.length) fail(text, `${shapes.length} operands`);
  const inputs = terms.map((term, i) => axesOf(text, term, shapes[i]!));
  const lengths = measure(text, inputs, shapes);
  const dots = longestEllipsis(inputs);
  const output = right === undefined ? implicit(inputs, dots) : explicit(text, right, dots);
  for (const name of output) {
    if (!lengths.has(name)) fail(text, `"${name}" of the result in an operand`);
  }
  if (new Set(output).size !== output.length) fail(text, "each letter of the result once");
  return { inputs, output, lengths };
}

function isTerm(term: string): boolean {
  return /^[A-Za-z]*(\.\.\.)?[A-Za-z]*$/.test(term);
}

function axesOf(text: string, term: string, shape: Shape): string[] {
  const [before, after] = term.split("...") as [string, string?];
  const nLetters = before.length + (after?.length ?? 0);
  const nDots = shape.length - nLetters;
  if (nDots < 0 || (after === undefined && nDots > 0)) {
    throw new ShapeError(
      `einsum: expected an operand with the axes "${term}" in "${text}", got shape ${shapeText(shape)}`,
    );
  }
  return [...before, ...dotted(nDots), ...(after ?? "")];
}

/** Names of an ellipsis' axes, which are aligned at the last. */
function dotted(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `.${count - 1 - i}`);
}

function measure(
  text: string,
  inputs: readonly (readonly string[])[],
  shapes: readonly Shape[],
): Map<string, number> {
  const lengths = new Map<string, number>();
  inputs.forEach((names, k) => {
    names.forEach((name, axis) => {
      const [known, own] = [lengths.get(name) ?? 1, shapes[k]![axis]!];
      if (known !== own && known !== 1 && own !== 1) {
        throw new ShapeError(
          `einsum: expected one length, or 1, for "${name}" in "${text}", got ${known} and ${own}`,
        );
      }
      lengths.set(name, known === 1 ? own : known);
    });
  });
  return lengths;
}

function longestEllipsis(inputs: readonly (readonly string[])[]): string[] {
  return dotted(Math.max(0, ...inputs.map((names) => names.filter(isDotted).length)));
}

function isDotted(name: string): boolean {
  return name.startsWith(".");
}

/** Without an arrow: the ellipsis, then the letters that come once in all, in alphabetical order. */
function implicit(inputs: readonly (readonly string[])[], dots: readonly string[]): string[] {
  const letters = inputs.flat().filter((name) => !isDotted(name));
  const single = letters.filter((name) => letters.indexOf(name) === letters.lastIndexOf(name));
  return [...dots, ...single.sort()];
}

function explicit(text: string, right: string, dots: readonly string[]): string[] {
  const [before, after] = right.split("...") as [string, string?];
  if (after === undefined && dots.length > 0) fail(text, '"..." in the result, as in the operands');
  return [...before, ...(after === undefined ? [] : dots), ...(after ?? "")];
}

function fail(text: string, expected: string): never {
  throw new ParameterError(`einsum: expected ${expected}, got "${text}"`);
}
