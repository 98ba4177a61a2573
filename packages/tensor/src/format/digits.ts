// Decimal digits of floating-point numbers as NumPy writes them: the fewest that identify the number, and where
// that is too many, rounded, halves to the even digit.

/** A finite number as `d.ddde±x` with the fewest digits that identify it in its type. */
export function shortest(x: number, single: boolean): string {
  if (!single) return x.toExponential();
  for (let digits = 0; ; digits++) {
    const text = x.toExponential(digits);
    if (digits === 8 || Math.fround(Number(text)) === x) return text;
  }
}

/** How many decimal places identify a finite number. */
function decimalPlaces(x: number, single: boolean): number {
  const [digits, exponent] = parts(shortest(x, single));
  return Math.max(0, digits.length - 1 - exponent);
}

/** How many digits behind the first identify a finite number, or of so many at most are left after rounding. */
export function mantissaPlaces(x: number, most: number, single: boolean): number {
  const places = parts(shortest(x, single))[0].length - 1;
  return places <= most ? places : parts(rounded(x, most, "toExponential"))[0].length - 1;
}

/** A finite number with the fewest digits that identify it, at most `most` decimal places: `1.`, `-0.25`. */
export function positional(x: number, most: number, single: boolean): string {
  if (decimalPlaces(x, single) > most) return rounded(x, most, "toFixed").replace(/0+$/, "");
  const [digits, exponent] = parts(shortest(x, single));
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`.replace(/0+$/, "");
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${sign}${whole}.${digits.slice(exponent + 1)}`;
}

/** A finite number as `d.ddde±xx` with so many digits behind the first, and at least so many of the exponent. */
export function scientific(x: number, places: number, exponentDigits: number): string {
  const [mantissa, exponent] = rounded(x, places, "toExponential").split("e") as [string, string];
  const point = mantissa.includes(".") ? "" : ".";
  const sign = Object.is(x, -0) ? "-" : "";
  const size = exponent.slice(1).padStart(exponentDigits, "0");
  return `${sign}${mantissa}${point}e${exponent[0]}${size}`;
}

/** The significant digits of `d.ddde±x` without trailing zeros, and the exponent. */
function parts(text: string): [digits: string, exponent: number] {
  const [mantissa, exponent] = text.replace("-", "").startsWith("0e")
    ? ["0", "0"]
    : (text.split("e") as [string, string]);
  const digits = mantissa.replace(/[-.]/g, "").replace(/0+$/, "");
  return [digits === "" ? "0" : digits, Number(exponent)];
}

/** How many digits more show whether a number lies right between two roundings. */
const FURTHER = 50;

/** JavaScript rounds a half away from zero; here it goes to the even digit. */
function rounded(x: number, places: number, how: "toFixed" | "toExponential"): string {
  const text = x[how](places);
  const further = x[how](Math.min(100, places + FURTHER));
  const [mantissa, exponent] = further.split("e") as [string, string?];
  const point = mantissa.indexOf(".");
  const kept = mantissa.slice(0, point + 1 + places);
  const rest = mantissa.slice(point + 1 + places);
  const isHalf = /^50*$/.test(rest);
  const isEven = /[02468]\.?$/.test(kept);
  if (!isHalf || !isEven) return text;
  return exponent === undefined ? kept : `${kept}e${exponent}`;
}
