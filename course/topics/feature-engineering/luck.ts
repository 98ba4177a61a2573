// Features by dice: what cross-validation says that they add, and what they add on new rows.
import { RandomGenerator } from "@gradus/core";

export const MOST = 200;
const FRESH = 400;
const FOLDS = 5;

export interface Try {
  /** What the feature adds to R², by cross-validation on the rows it was chosen on. */
  readonly claimed: number;
  /** What it adds on new rows. */
  readonly real: number;
}

const cache = new Map<number, readonly Try[]>();

/** 200 features by dice for n rows, whose target is by dice, too. */
export function triesOf(n: number): readonly Try[] {
  const known = cache.get(n);
  if (known) return known;
  const random = new RandomGenerator(n);
  const draw = (length: number) => Array.from({ length }, () => random.normal());
  const [y, yFresh] = [draw(n), draw(FRESH)];
  const tries = Array.from({ length: MOST }, () => {
    const [x, xFresh] = [draw(n), draw(FRESH)];
    let [squares, baseline] = [0, 0];
    for (let fold = 0; fold < FOLDS; fold++) {
      const inFold = (_: number, i: number) => i % FOLDS === fold;
      const others = (_: number, i: number) => i % FOLDS !== fold;
      const model = fit(x.filter(others), y.filter(others));
      squares += squaresOf(model, x.filter(inFold), y.filter(inFold));
      baseline += squaresOf({ ...model, slope: 0 }, x.filter(inFold), y.filter(inFold));
    }
    const all = fit(x, y);
    const flat = squaresOf({ ...all, slope: 0 }, xFresh, yFresh);
    return {
      claimed: (baseline - squares) / spread(y),
      real: (flat - squaresOf(all, xFresh, yFresh)) / spread(yFresh),
    };
  });
  cache.set(n, tries);
  return tries;
}

interface Line {
  readonly slope: number;
  readonly meanX: number;
  readonly meanY: number;
}

function fit(x: readonly number[], y: readonly number[]): Line {
  const [meanX, meanY] = [mean(x), mean(y)];
  const sxy = x.reduce((sum, each, i) => sum + (each - meanX) * (y[i]! - meanY), 0);
  return { slope: sxy / spread(x), meanX, meanY };
}

function squaresOf({ slope, meanX, meanY }: Line, x: readonly number[], y: readonly number[]) {
  return y.reduce((sum, each, i) => sum + (each - meanY - slope * (x[i]! - meanX)) ** 2, 0);
}

function spread(values: readonly number[]): number {
  const center = mean(values);
  return values.reduce((sum, each) => sum + (each - center) ** 2, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
