// Prices that no category can explain: what a code of their own means finds in them is air.
import { RandomGenerator } from "@gradus/core";

export const ROWS = 120;
const random = new RandomGenerator(7);
const draw = () => Array.from({ length: ROWS }, () => random.normal(180, 40));

/** Prices of training rows and of new ones, thousands of dollars. */
export const seen: readonly number[] = draw();
export const fresh: readonly number[] = draw();

const FOLDS = 5;

interface Encoded {
  /** The codes of the training rows and of the new ones. */
  readonly seen: readonly number[];
  readonly fresh: readonly number[];
}

/** Row i is of category ⌊i / size⌋, in both lists. */
export function encode(size: number, m: number, leaveOut: boolean): Encoded {
  const all = [...seen.keys()];
  const code = codesFrom(all, size, m);
  const perFold = Array.from({ length: FOLDS }, (_, fold) =>
    codesFrom(
      all.filter((i) => i % FOLDS !== fold),
      size,
      m,
    ),
  );
  return {
    seen: all.map((i) => (leaveOut ? perFold[i % FOLDS]! : code)(i)),
    fresh: all.map(code),
  };
}

/** The line of least squares of the training rows, and what share of each list it explains. */
export function fitLine(codes: Encoded) {
  const [mx, my] = [mean(codes.seen), mean(seen)];
  const sxy = codes.seen.reduce((sum, x, i) => sum + (x - mx) * (seen[i]! - my), 0);
  const sxx = codes.seen.reduce((sum, x) => sum + (x - mx) ** 2, 0);
  const slope = sxx < 1e-9 ? 0 : sxy / sxx;
  const at = (x: number) => my + slope * (x - mx);
  return {
    at,
    slope,
    r2Seen: explained(seen, codes.seen.map(at)),
    r2Fresh: explained(fresh, codes.fresh.map(at)),
  };
}

function codesFrom(rows: readonly number[], size: number, m: number): (row: number) => number {
  const overall = mean(rows.map((i) => seen[i]!));
  return (row) => {
    const own = rows.filter((i) => Math.floor(i / size) === Math.floor(row / size));
    if (own.length + m === 0) return overall;
    return (own.reduce((sum, i) => sum + seen[i]!, 0) + m * overall) / (own.length + m);
  };
}

function explained(y: readonly number[], guesses: readonly number[]): number {
  const my = mean(y);
  const rest = y.reduce((sum, each, i) => sum + (each - guesses[i]!) ** 2, 0);
  return 1 - rest / y.reduce((sum, each) => sum + (each - my) ** 2, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
