/** x as Python's `%.{digits}g` prints it; with `keepZeros` as `%#.{digits}g`. */
export function general(x: number, digits: number, keepZeros = false): string {
  if (!Number.isFinite(x)) return notFinite(x);
  const [mantissa, exponent] = x.toExponential(digits - 1).split("e") as [string, string];
  const power = Number(exponent);
  const scientific = power < -4 || power >= digits;
  let text = scientific ? mantissa : x.toFixed(digits - 1 - power);
  if (keepZeros) text = text.includes(".") ? text : `${text}.`;
  else if (text.includes(".")) text = text.replace(/\.?0+$/, "");
  if (!scientific) return text;
  return `${text}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** x with so many decimals, as Python's `%.{decimals}f`. */
export function fixed(x: number, decimals: number): string {
  return Number.isFinite(x) ? x.toFixed(decimals) : notFinite(x);
}

function notFinite(x: number): string {
  if (Number.isNaN(x)) return "nan";
  return x > 0 ? "inf" : "-inf";
}

/** A number of a table of coefficients: with 3 or 4 decimals, or with as many digits where it is large or tiny. */
export function coefficient(x: number, decimals: 3 | 4): string {
  const size = Math.abs(x);
  return size >= 1e4 || size < 1e-4 ? general(x, decimals) : fixed(x, decimals);
}
