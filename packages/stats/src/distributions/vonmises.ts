import type { RandomGenerator } from "@gradus/core";
import { scaledBessel } from "../special/bessel";
import { defineContinuous } from "./continuous";
import { meanOf } from "./fit";
import { integrate } from "./integrate";
import { positive } from "./parameters";

/**
 * The von Mises distribution of angles from −π to π around loc, with the density e^(κ·cos x)/(2π·I₀(κ)).
 * @example
 * ```ts
 * vonmises({ kappa: 2 }).cdf(0.5).toFixed(6); // → 0.738192
 * ```
 */
export const vonmises = defineContinuous<{ readonly kappa: number }>({
  name: "vonmises",
  shapes: { kappa: positive },
  fixed: { scale: 1 },
  standard: ({ kappa }) => {
    const logTotal = Math.log(2 * Math.PI * scaledBessel(0, kappa));
    // cos x − 1 = −2·sin²(x/2), which has its digits near 0 too.
    const logpdf = (x: number) => -2 * kappa * Math.sin(x / 2) ** 2 - logTotal;
    const pdf = (x: number) => Math.exp(logpdf(x));
    // P(X < −x) for x ≥ 0, in panels about as wide as the peak.
    const tail = (x: number) => {
      const width = Math.max(0.25, 2 / Math.sqrt(kappa));
      let sum = 0;
      for (let from = x; from < Math.PI; from += width) {
        const panel = integrate(pdf, from, Math.min(Math.PI, from + width));
        sum += panel;
        if (panel < 1e-18 * sum) break;
      }
      return sum;
    };
    const below = (x: number) => (x <= 0 ? tail(-x) : 1 - tail(x));
    const power = (k: number) => 2 * integrate((x) => x ** k * pdf(x), 0, Math.PI);
    return {
      support: [-Math.PI, Math.PI],
      logpdf,
      cdf: below,
      sf: (x) => below(-x),
      moments: () => {
        const variance = power(2);
        return { mean: 0, variance, skewness: 0, kurtosis: power(4) / variance ** 2 - 3 };
      },
      sample: (random) => draw(random, kappa),
      entropy: () => {
        const ratio = scaledBessel(1, kappa) / scaledBessel(0, kappa);
        return logTotal + kappa * (1 - ratio);
      },
    };
  },
  guess: (x) => {
    const [c, s] = [meanOf(x.map(Math.cos)), meanOf(x.map(Math.sin))];
    const length = Math.min(0.99, Math.hypot(c, s));
    return { kappa: (length * (2 - length ** 2)) / (1 - length ** 2), loc: Math.atan2(s, c) };
  },
});

/** @see Best and Fisher (1979), Efficient simulation of the von Mises distribution, Applied Statistics 28(2), 152–157. */
function draw(random: RandomGenerator, kappa: number): number {
  const tau = 1 + Math.sqrt(1 + 4 * kappa * kappa);
  const rho = (tau - Math.sqrt(2 * tau)) / (2 * kappa);
  const r = kappa < 1e-5 ? 1 / kappa : (1 + rho * rho) / (2 * rho);
  for (;;) {
    const z = Math.cos(Math.PI * random.uniform());
    const w = (1 + r * z) / (r + z);
    const c = kappa * (r - w);
    const u = random.uniform() + 2 ** -54;
    if (c * (2 - c) > u || Math.log(c / u) + 1 >= c) {
      const angle = Math.acos(Math.min(1, Math.max(-1, w)));
      return random.uniform() < 0.5 ? -angle : angle;
    }
  }
}
