/** The borders of intervals as text such as "(0.994, 3.0]", with as many digits as keep them apart, as pandas writes them. */
export function intervalLabels(
  breaks: readonly number[],
  isRight: boolean,
  includesLowest: boolean,
  precision: number,
): string[] {
  const digits = neededPrecision(breaks, precision);
  const rounded = breaks.map((value) => roundFraction(value, digits));
  if (isRight && includesLowest) rounded[0] = rounded[0]! - 10 ** -digits;
  return labelsOf(rounded, isRight, false);
}

/** Labels of borders that the caller gave: whole numbers stay whole unless a border is not. */
export function labelsOf(breaks: readonly number[], isRight: boolean, isWhole: boolean): string[] {
  const texts = breaks.map((value) => (isWhole ? String(value) : pythonFloat(value)));
  const [open, close] = isRight ? ["(", "]"] : ["[", ")"];
  return texts.slice(1).map((text, i) => `${open}${texts[i]}, ${text}${close}`);
}

/** The fewest digits from `precision` on that keep the borders different. */
function neededPrecision(breaks: readonly number[], precision: number): number {
  for (let digits = precision; digits < 20; digits++) {
    const different = new Set(breaks.map((value) => roundFraction(value, digits)));
    if (different.size === breaks.length) return digits;
  }
  return precision;
}

/** Rounds to digits after the point; below 1, to significant digits. */
function roundFraction(value: number, precision: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const whole = Math.trunc(value);
  const leading = whole === 0 ? -Math.floor(Math.log10(Math.abs(value))) - 1 : 0;
  const scale = 10 ** (leading + precision);
  return roundHalfEven(value * scale) / scale;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** A number as Python prints a float: "3.0", "1e-05", "inf". */
function pythonFloat(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const [digits, exponent] = value.toExponential().split("e") as [string, string];
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power >= 16)) {
    return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  if (Number.isInteger(value)) return `${value}.0`;
  return String(value);
}
