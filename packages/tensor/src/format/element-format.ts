import type { DType } from "../dtype";
import { mantissaPlaces, positional, scientific, shortest } from "./digits";

/** Decimal places shown at most. */
const PRECISION = 8;

/** Writes one element; all that are shown together have the same width. */
export type ElementFormat = (value: number) => string;

/** The format of the elements that are shown, by NumPy's rules. */
export function elementFormat(dtype: DType, shown: readonly number[]): ElementFormat {
  if (dtype === "bool") return (value) => (value === 1 ? " True" : "False");
  if (dtype === "float64" || dtype === "float32") return floatFormat(shown, dtype === "float32");
  const width = Math.max(0, ...shown.map((value) => String(value).length));
  return (value) => String(value).padStart(width);
}

/** A single number as NumPy's scalars print, with all digits: `3.0`, `1e-05`, `True`. */
export function scalarText(dtype: DType, value: number): string {
  if (dtype === "bool") return value === 1 ? "True" : "False";
  if (dtype === "int32" || dtype === "uint8") return String(value);
  if (!Number.isFinite(value)) return nonFinite(value);
  const single = dtype === "float32";
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < (single ? 1e6 : 1e16))) {
    const text = positional(value, 100, single);
    return text.endsWith(".") ? `${text}0` : text;
  }
  const [mantissa, exponent] = shortest(value, single).split("e") as [string, string];
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
}

function nonFinite(value: number): string {
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

function floatFormat(shown: readonly number[], single: boolean): ElementFormat {
  const finite = shown.filter(Number.isFinite);
  const special = shown.filter((value) => !Number.isFinite(value)).map(nonFinite);
  const write = needsExponent(finite, single)
    ? exponentFormat(finite, single)
    : pointFormat(finite, single);
  const width = Math.max(
    0,
    ...special.map((text) => text.length),
    ...finite.slice(0, 1).map((value) => write(value).length),
  );
  return (value) => (Number.isFinite(value) ? write(value) : nonFinite(value)).padStart(width);
}

/** Whether the numbers are too large, too small or too different in size to write them out. */
function needsExponent(finite: readonly number[], single: boolean): boolean {
  const sizes = finite.map(Math.abs).filter((size) => size > 0);
  if (sizes.length === 0) return false;
  const [largest, smallest] = [Math.max(...sizes), Math.min(...sizes)];
  const ratio = single ? Math.fround(largest / smallest) : largest / smallest;
  return largest >= (single ? 1e6 : 1e8) || smallest < 0.0001 || ratio > 1000;
}

/** Aligned at the point: as many places before and behind it as the longest needs. */
function pointFormat(finite: readonly number[], single: boolean): ElementFormat {
  const split = (value: number) =>
    positional(value, PRECISION, single).split(".") as [string, string];
  const left = Math.max(0, ...finite.map((value) => split(value)[0].length));
  const right = Math.max(0, ...finite.map((value) => split(value)[1].length));
  return (value) => {
    const [whole, fraction] = split(value);
    return `${whole.padStart(left)}.${fraction.padEnd(right)}`;
  };
}

/** As many digits behind the first and in the exponent as the longest needs. */
function exponentFormat(finite: readonly number[], single: boolean): ElementFormat {
  const places = Math.max(...finite.map((value) => mantissaPlaces(value, PRECISION, single)));
  const exponentOf = (value: number) => scientific(value, places, 2).split("e")[1]!.slice(1).length;
  const exponentDigits = Math.max(...finite.map(exponentOf));
  const write = (value: number) => scientific(value, places, exponentDigits);
  const width = Math.max(...finite.map((value) => write(value).length));
  return (value) => write(value).padStart(width);
}
