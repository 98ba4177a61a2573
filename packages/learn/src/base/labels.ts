import { describeValue, ShapeError, ValueError } from "@gradus/core";
import { type AnyColumn, isColumn } from "@gradus/data";
import { Tensor } from "@gradus/tensor";
import { codeWholeNumbers } from "./whole-numbers";

/** The name of a class: what a classifier predicts. */
export type Label = string | number | boolean;

/** A label for every row, shape (nSamples,): all strings, all whole numbers, or all booleans. */
export type Labels =
  | Tensor
  | AnyColumn
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint8Array
  | readonly Label[];

/** Labels as their places among the different ones. */
export interface EncodedLabels {
  /** The different labels: numbers by size, strings by their code units, false before true. */
  readonly classes: readonly Label[];
  /** The place of each row's label among `classes`. */
  readonly codes: Int32Array;
}

/**
 * Reads labels and numbers them.
 *
 * @param isKept whether the codes outlive the call, so that they must not be the labels' own memory
 * @throws ShapeError unless there is one dimension and at least one row; ValueError naming the row for a
 *   missing label, a number that is not whole, or labels of several types.
 */
export function encodeLabels(where: string, name: string, y: Labels, isKept = true): EncodedLabels {
  const encoded = encodeNumbers(y);
  if (encoded) {
    return isKept && encoded.codes === y ? { ...encoded, codes: encoded.codes.slice() } : encoded;
  }
  const values = readLabels(where, name, y);
  const classes = sortLabels(new Set(values));
  return { classes, codes: codesOf(values, classes) };
}

/** Numbers, where they are whole and close together; else nothing. */
function encodeNumbers(y: Labels): EncodedLabels | undefined {
  const isNumeric =
    y instanceof Tensor
      ? y.ndim === 1 && y.dtype !== "bool"
      : ArrayBuffer.isView(y) ||
        (Array.isArray(y) && y.every((value) => typeof value === "number"));
  if (!isNumeric) return undefined;
  const numbers = y instanceof Tensor ? y.data() : (y as ArrayLike<number>);
  const coded = codeWholeNumbers(numbers, "size");
  return coded && { classes: coded.values, codes: coded.codes };
}

/**
 * The place of each label among classes that are known.
 *
 * @returns −1 for a label that is not among them
 * @throws as `encodeLabels`
 */
export function encodeKnownLabels(
  where: string,
  name: string,
  y: Labels,
  classes: readonly Label[],
): Int32Array {
  return codesOf(readLabels(where, name, y), classes);
}

/** Labels that are numbered, by their places among other classes. @returns −1 for a label that is not among them */
export function renumberLabels(
  { classes: from, codes }: EncodedLabels,
  classes: readonly Label[],
): Int32Array {
  const places = codesOf(from, classes);
  if (places.every((place, k) => place === k)) return codes;
  const renumbered = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) renumbered[i] = places[codes[i]!]!;
  return renumbered;
}

/** Reads labels as an array. @throws as `encodeLabels`. */
export function readLabels(where: string, name: string, y: Labels): readonly Label[] {
  const values = plainArray(where, name, y);
  if (values.length === 0) {
    throw new ShapeError(`${where}: expected ${name} with at least one label, got none`);
  }
  const type = typeof values[0];
  values.forEach((value, row) => {
    if (typeof value === "number" && type === "number" && Number.isSafeInteger(value)) return;
    if ((typeof value === "string" || typeof value === "boolean") && typeof value === type) return;
    const expected = isLabelType(type) ? `labels that are all ${WORDS[type]}` : "labels";
    throw new ValueError(
      `${where}: expected ${name} to be ${expected}, got ${describeValue(value)} at row ${row}`,
    );
  });
  return values as readonly Label[];
}

/** Labels in the order of `classes`. */
export function sortLabels(labels: Iterable<Label>): readonly Label[] {
  return [...labels].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

const WORDS = { string: "strings", number: "whole numbers", boolean: "booleans" };

function isLabelType(type: string): type is keyof typeof WORDS {
  return type in WORDS;
}

function plainArray(where: string, name: string, y: Labels): readonly unknown[] {
  if (y instanceof Tensor) {
    if (y.ndim === 1) return y.dtype === "bool" ? (y.toArray() as boolean[]) : Array.from(y.data());
    throw new ShapeError(
      `${where}: expected ${name} of shape (nSamples,), got shape (${y.shape.join(", ")})`,
    );
  }
  if (isColumn(y)) return y.toArray();
  if (Array.isArray(y)) return y;
  if (ArrayBuffer.isView(y)) return Array.from(y as Float64Array);
  throw new ValueError(
    `${where}: expected ${name} to be a tensor, a column or an array of labels, got ${describeValue(y)}`,
  );
}

function codesOf(values: readonly Label[], classes: readonly Label[]): Int32Array {
  const places = new Map(classes.map((label, k) => [label, k]));
  const codes = new Int32Array(values.length);
  for (let i = 0; i < codes.length; i++) codes[i] = places.get(values[i]!) ?? -1;
  return codes;
}
