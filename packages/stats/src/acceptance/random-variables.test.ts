import { RandomGenerator } from "@gradus/core";
import { expect, test } from "vitest";
import {
  beta,
  chi2,
  expon,
  gamma,
  ks1samp,
  laplace,
  logistic,
  lognorm,
  norm,
  pareto,
  t,
  uniform,
  weibullMin,
} from "../index";

const distributions = [
  uniform({ loc: -1, scale: 3 }),
  norm({ loc: 2, scale: 0.5 }),
  expon({ scale: 4 }),
  gamma({ a: 2.5 }),
  beta({ a: 0.7, b: 3 }),
  chi2({ df: 3 }),
  t({ df: 4 }),
  lognorm({ s: 0.8 }),
  laplace({ loc: 1 }),
  logistic({ scale: 2 }),
  pareto({ b: 3 }),
  weibullMin({ c: 1.5 }),
];
const seeds = [1, 2, 3];
const SIZE = 2000;

test("roadmap FND-010: the empirical CDF of our sampler passes a KS test with p > 0.01 for twelve distributions and three seeds", () => {
  expect(new Set(distributions.map(({ name }) => name)).size).toBe(12);
  for (const distribution of distributions) {
    for (const seed of seeds) {
      const sample = distribution.rvs(SIZE, { random: new RandomGenerator(seed) });
      const { pvalue } = ks1samp(sample, (x) => distribution.cdf(x));
      expect(pvalue, `${distribution.name}, seed ${seed}`).toBeGreaterThan(0.01);
    }
  }
});

test("the same test notices a sampler that is a little off", () => {
  for (const distribution of distributions) {
    const shift = distribution.std() / 5;
    for (const seed of seeds) {
      const sample = distribution.rvs(SIZE, { random: new RandomGenerator(seed) });
      const { pvalue } = ks1samp(sample, (x) => distribution.cdf(x + shift));
      expect(pvalue, `${distribution.name}, seed ${seed}`).toBeLessThan(0.01);
    }
  }
});
