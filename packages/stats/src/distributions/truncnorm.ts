import { LOG_ROOT_2PI, logNdtr, ndtr, ndtri } from "../special/normal";
import { log1mexp } from "../special/polynomial";
import { defineContinuous, type StandardContinuous } from "./continuous";
import { integrate } from "./integrate";
import { end } from "./parameters";
import { solveQuantile } from "./quantile";

/**
 * The normal distribution cut off to [a, b] in units of scale, so to [loc + a·scale, loc + b·scale]; either end may be
 * infinite.
 * @example
 * ```ts
 * truncnorm({ a: 0, b: 2 }).mean().toFixed(6); // → 0.722790
 * ```
 */
export const truncnorm = defineContinuous<{ readonly a: number; readonly b: number }>({
  name: "truncnorm",
  shapes: { a: end, b: end },
  refuse: ({ a, b }) => (a < b ? undefined : `a must be below b, got ${a} and ${b}`),
  standard: ({ a, b }) => {
    const logTotal = logMass(a, b);
    const logpdf = (x: number) => -0.5 * x * x - LOG_ROOT_2PI - logTotal;
    // Where all but nothing of the distribution lies, for integrals.
    const peak = Math.min(b, Math.max(a, 0));
    const reach = Math.min(40, 40 / Math.max(1, Math.abs(peak)) + (peak === 0 ? 39 : 10));
    const [from, to] = [Math.max(a, peak - reach), Math.min(b, peak + reach)];
    const expectation = (g: (x: number) => number) =>
      integrate((x) => g(x) * Math.exp(logpdf(x)), from, peak) +
      integrate((x) => g(x) * Math.exp(logpdf(x)), peak, to);
    const standard: StandardContinuous = {
      support: [a, b],
      logpdf,
      cdf: (x) => Math.exp(logMass(a, x) - logTotal),
      sf: (x) => Math.exp(logMass(x, b) - logTotal),
      logcdf: (x) => logShare(logMass(a, x) - logTotal, logMass(x, b) - logTotal),
      logsf: (x) => logShare(logMass(x, b) - logTotal, logMass(a, x) - logTotal),
      quantile: (p, q) => {
        // Near the ends, and far out, a search by logarithms keeps the digits.
        if (Math.min(p, q) < 1e-3 || a > 20 || b < -20) return solveQuantile(standard, p, q);
        const total = Math.exp(logTotal);
        const lower = ndtr(a) + p * total;
        return lower < 0.5 ? ndtri(lower) : -ndtri(ndtr(-b) + q * total);
      },
      moments: () => {
        const mean = expectation((x) => x);
        const central = (k: number) => expectation((x) => (x - mean) ** k);
        const variance = central(2);
        return {
          mean,
          variance,
          skewness: central(3) / variance ** 1.5,
          kurtosis: central(4) / variance ** 2 - 3,
        };
      },
      entropy: () => -expectation(logpdf),
    };
    return standard;
  },
});

/** The logarithm of a share, by the logarithm of the rest where the share is nearly all. */
function logShare(log: number, ofRest: number): number {
  return log > -0.5 ? log1mexp(Math.min(0, ofRest)) : log;
}

/** log(Φ(b) − Φ(a)), taken in the tail where the two have their digits. */
function logMass(a: number, b: number): number {
  if (a > 0) return logMass(-b, -a);
  // Over a short range a difference would have few digits.
  if ((b - a) * (1 + Math.max(-a, Math.abs(b))) < 1) {
    const middle = (a + b) / 2;
    const ratio = (x: number) => Math.exp(0.5 * (middle - x) * (middle + x));
    return Math.log(integrate(ratio, a, b)) - 0.5 * middle * middle - LOG_ROOT_2PI;
  }
  if (b <= 0) {
    const [low, high] = [logNdtr(a), logNdtr(b)];
    return high + log1mexp(low - high);
  }
  return Math.log1p(-Math.exp(logNdtr(a)) - Math.exp(logNdtr(-b)));
}
