/** A number as prose has it: no more digits than tell something, thousands separated from 10,000 on. */
export function inWords(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return exponential(value);
  const decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4;
  const options = { maximumFractionDigits: decimals, useGrouping: size >= 10_000 };
  return minus(value.toLocaleString("en-US", options));
}

/** A count with its noun: "1 point", "2,930 points". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

/** The smallest and the largest value. */
export function extent(values: readonly number[]): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** Pearson's correlation, or NaN if one side does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const n = x.length;
  const xMean = x.reduce((sum, value) => sum + value / n, 0);
  const yMean = y.reduce((sum, value) => sum + value / n, 0);
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! - xMean, y[i]! - yMean];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/** 3e-5 as 3·10⁻⁵. */
export function exponential(value: number): string {
  const [digits, power] = value.toExponential().split("e") as [string, string];
  const short = Number(Number(digits).toPrecision(3));
  const raised = [...String(Number(power))].map((digit) => SUPERSCRIPT[digit]!).join("");
  const factor = Math.abs(short) === 1 ? String(short).replace("1", "") : `${short}\u00b7`;
  return minus(`${factor}10${raised}`);
}

const SUPERSCRIPT: Readonly<Record<string, string>> = {
  "-": "\u207b",
  0: "\u2070",
  1: "\u00b9",
  2: "\u00b2",
  3: "\u00b3",
  4: "\u2074",
  5: "\u2075",
  6: "\u2076",
  7: "\u2077",
  8: "\u2078",
  9: "\u2079",
};

/** The number with a minus sign in place of a hyphen. */
export function minus(text: string): string {
  return text.replace(/^-0$/, "0").replace("-", "\u2212");
}
