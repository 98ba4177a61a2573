import type { StandardContinuous } from "./continuous";
import { logTail } from "./distribution";

/**
 * The quantile of p = 1 − q of a continuous distribution that has no formula for it: bracketed, then by Newton's steps
 * for the logarithm of the smaller tail, with halving where a step leaves the bracket.
 */
export function solveQuantile(of: StandardContinuous, p: number, q: number): number {
  const below = p <= q;
  const target = Math.log(below ? p : q);
  // Rising in x for both tails.
  const difference = (x: number) => {
    const lower = () => of.logcdf?.(x) ?? logTail(of.cdf(x), of.sf(x));
    const upper = () => of.logsf?.(x) ?? logTail(of.sf(x), of.cdf(x));
    return below ? lower() - target : target - upper();
  };
  let [low, high] = bracket(of, difference);
  let x = (low + high) / 2;
  for (let i = 0; i < 200; i++) {
    const off = difference(x);
    if (off === 0) return x;
    if (off < 0) low = x;
    else high = x;
    const slope = Math.exp(of.logpdf(x) - (below ? target + off : target - off));
    const next = x - off / slope;
    const inside = next > low && next < high;
    const step = (inside ? next : (low + high) / 2) - x;
    x += step;
    if (Math.abs(step) <= 2e-16 * Math.abs(x) || high - low <= 4e-16 * Math.abs(x)) return x;
  }
  return x;
}

/** Two points of the support with the quantile between them. */
function bracket(
  { support: [least, most], moments }: StandardContinuous,
  difference: (x: number) => number,
): [number, number] {
  if (Number.isFinite(least) && Number.isFinite(most)) return [least, most];
  const { mean, variance } = moments();
  const centre = Number.isFinite(mean) ? mean : Math.min(Math.max(0, least + 1), most - 1);
  const width = Number.isFinite(variance) && variance > 0 ? Math.sqrt(variance) : 1;
  let [low, high] = [centre, centre];
  for (let w = width; low > least && difference(low) > 0; w *= 2) low = Math.max(least, centre - w);
  for (let w = width; high < most && difference(high) < 0; w *= 2)
    high = Math.min(most, centre + w);
  return [low, high];
}
