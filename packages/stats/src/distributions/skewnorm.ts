import { LOG_ROOT_2PI, logNdtr } from "../special/normal";
import { defineContinuous } from "./continuous";
import { startOf } from "./fit";
import { integrate, integrateTail } from "./integrate";
import { real } from "./parameters";

/**
 * The skew normal distribution with the density 2·φ(x)·Φ(a·x): normal for a = 0, half-normal as a grows.
 * @see Azzalini (1985), A class of distributions which includes the normal ones, Scand. J. Statist. 12, 171–178.
 * @example
 * ```ts
 * skewnorm({ a: 4 }).mean().toFixed(6); // → 0.774062
 * ```
 */
export const skewnorm = defineContinuous<{ readonly a: number }>({
  name: "skewnorm",
  shapes: { a: real },
  standard: ({ a }) => {
    const logpdf = (x: number) => Math.LN2 - 0.5 * x * x - LOG_ROOT_2PI + logNdtr(a * x);
    const pdf = (x: number) => Math.exp(logpdf(x));
    const root = Math.sqrt(1 + a * a);
    // A tail falls off over 1/|x|, on the side where Φ(a·x) falls too over 1/(|x|(1 + a²)).
    const tail = (x: number, direction: 1 | -1) => {
      const steep = direction * a < 0 && x * direction > 0 ? root * root : 1;
      const width = Math.min(0.5 / (1 + Math.abs(a)) + 0.2, 1 / (1 + Math.abs(x) * steep));
      return integrateTail(pdf, x, direction, width);
    };
    const mean = (Math.sqrt(2 / Math.PI) * a) / root;
    const lower = (x: number) => (x < mean ? tail(x, -1) : 1 - tail(x, 1));
    const upper = (x: number) => (x < mean ? 1 - tail(x, -1) : tail(x, 1));
    return {
      support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      logpdf,
      cdf: lower,
      sf: upper,
      moments: () => {
        const variance = 1 - mean * mean;
        return {
          mean,
          variance,
          skewness: ((4 - Math.PI) / 2) * (mean / Math.sqrt(variance)) ** 3,
          kurtosis: 2 * (Math.PI - 3) * (mean ** 4 / variance ** 2),
        };
      },
      entropy: () => -integrate((x) => pdf(x) && pdf(x) * logpdf(x), mean - 12, mean + 12),
      sample: (random) => {
        const [u, v] = [random.normal(), random.normal()];
        return (a * Math.abs(u) + v) / root;
      },
    };
  },
  guess: (x) => {
    const { loc, scale } = startOf(x);
    const third = x.reduce((s, value) => s + ((value - loc) / scale) ** 3, 0) / x.length;
    const size = Math.min(0.99, Math.abs(third)) ** (2 / 3);
    const delta = Math.sqrt(((Math.PI / 2) * size) / (size + ((4 - Math.PI) / 2) ** (2 / 3)));
    const d = Math.sign(third) * Math.min(0.99, delta);
    const width = scale / Math.sqrt(1 - (2 * d * d) / Math.PI);
    return {
      a: d / Math.sqrt(1 - d * d),
      loc: loc - width * d * Math.sqrt(2 / Math.PI),
      scale: width,
    };
  },
});
