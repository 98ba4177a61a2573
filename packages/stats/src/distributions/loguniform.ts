import { ValueError } from "@gradus/core";
import { defineContinuous } from "./continuous";
import { positive } from "./parameters";

/**
 * The log-uniform distribution on [a, b], 0 < a < b: log X is uniform, so that every order of magnitude is as likely.
 * @example
 * ```ts
 * loguniform({ a: 0.001, b: 1000 }).median().toFixed(6); // → 1.000000
 * ```
 */
export const loguniform = defineContinuous<{ readonly a: number; readonly b: number }>({
  name: "loguniform",
  shapes: { a: positive, b: positive },
  refuse: ({ a, b }) => (a < b ? undefined : `a must be below b, got ${a} and ${b}`),
  fixed: { loc: 0, scale: 1 },
  standard: ({ a, b }) => {
    const width = Math.log(b / a);
    const share = (x: number, y: number) => Math.log(y / x) / width;
    const power = (k: number) => (b ** k - a ** k) / (k * width);
    return {
      support: [a, b],
      logpdf: (x) => -Math.log(x) - Math.log(width),
      cdf: (x) => share(a, x),
      sf: (x) => share(x, b),
      quantile: (p, q) => (p <= q ? a * Math.exp(p * width) : b * Math.exp(-q * width)),
      moments: () => {
        const mean = power(1);
        const variance = power(2) - mean ** 2;
        const third = power(3) - 3 * mean * power(2) + 2 * mean ** 3;
        const fourth = power(4) - 4 * mean * power(3) + 6 * mean ** 2 * power(2) - 3 * mean ** 4;
        return {
          mean,
          variance,
          skewness: third / variance ** 1.5,
          kurtosis: fourth / variance ** 2 - 3,
        };
      },
      entropy: () => 0.5 * (Math.log(a) + Math.log(b)) + Math.log(width),
    };
  },
  solve: (x, { loc, scale }) => {
    if (loc !== 0 || scale !== 1) return undefined;
    const [a, b] = [x.reduce((s, v) => Math.min(s, v)), x.reduce((s, v) => Math.max(s, v))];
    if (!(a > 0 && a < b)) {
      throw new ValueError(`loguniform.fit: data must hold two numbers > 0, got ${a} to ${b}`);
    }
    return { a, b, loc, scale };
  },
});
