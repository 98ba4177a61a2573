import { ParameterError, RandomGenerator, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/resampling.json";
import {
  type Alternative,
  bootstrap,
  jackknife,
  median,
  monteCarloTest,
  norm,
  permutationTest,
  type Statistic,
  ttestInd,
} from "../index";

const mean = (x: Float64Array) => x.reduce((a, b) => a + b, 0) / x.length;
const variance = (x: Float64Array, ddof = 0) =>
  x.reduce((sum, v) => sum + (v - mean(x)) ** 2, 0) / (x.length - ddof);
const statistics: Readonly<Record<string, Statistic>> = {
  mean: (x) => mean(x!),
  median: (x) => median(x!),
  std: (x) => Math.sqrt(variance(x!, 1)),
  difference: (x, y) => mean(x!) - mean(y!),
  ratio: (x, y) => mean(x!) / mean(y!),
  spread: (...samples) => variance(Float64Array.from(samples, mean)),
  products: (x, y) => x!.reduce((sum, v, i) => sum + v * y![i]!, 0),
};
const near = (got: number, want: number) =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(want)));

test.each(fixture.intervals)(
  "the $method interval of a given $alternative distribution of $statistic equals SciPy's",
  (c) => {
    const { confidenceInterval, standardError } = bootstrap(c.data, statistics[c.statistic]!, {
      nResamples: 0,
      bootstrapResult: { bootstrapDistribution: Float64Array.from(c.distribution) },
      method: c.method as "bca",
      alternative: c.alternative as Alternative,
      confidenceLevel: c.confidenceLevel,
      paired: c.paired,
    });
    const infinite = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const [i, want] of c.interval.entries()) {
      if (want === null) expect(confidenceInterval[i]).toBe(infinite[i]);
      else near(confidenceInterval[i]!, want);
    }
    near(standardError, c.standardError);
  },
);

test.each(fixture.permutations)(
  "the exact test of $statistic by $permutationType, $alternative, equals SciPy's",
  (c) => {
    const found = permutationTest(c.data, statistics[c.statistic]!, {
      permutationType: c.permutationType as "independent",
      alternative: c.alternative as Alternative,
      nResamples: Number.POSITIVE_INFINITY,
    });
    near(found.statistic, c.observed);
    near(found.pvalue, c.pvalue);
    expect(found.exact).toBe(true);
    expect(found.nullDistribution.length).toBe(c.count);
    near(
      found.nullDistribution.reduce((sum, v) => sum + v * v, 0),
      c.sum,
    );
  },
);

test.each(fixture.jackknives)("the jackknife of $statistic equals astropy's", (c) => {
  const found = jackknife(c.x, statistics[c.statistic]!, { confidenceLevel: 0.9 });
  near(found.estimate, c.estimate);
  near(found.bias, c.bias);
  near(found.standardError, c.standardError);
  for (const [i, want] of c.interval.entries()) near(found.confidenceInterval[i]!, want);
  expect(found.leaveOneOut.length).toBe(c.x.length);
});

describe("random resamples", () => {
  const { x, interval, standardError, a, b, pvalue } = fixture.many;

  test("give SciPy's interval and p-value within what chance allows", () => {
    const found = bootstrap(x, statistics.std!, { seed: 3, nResamples: 4000 });
    for (const [i, want] of interval.entries()) {
      expect(Math.abs(found.confidenceInterval[i]! - want)).toBeLessThan(0.15 * standardError * 2);
    }
    expect(found.standardError / standardError).toBeCloseTo(1, 1);
    const tested = permutationTest([a, b], statistics.difference!, { seed: 3, nResamples: 4000 });
    expect(tested.exact).toBe(false);
    // Four standard errors of twice a share among 4000.
    const slack = 4 * 2 * Math.sqrt(((pvalue / 2) * (1 - pvalue / 2)) / 4000);
    expect(Math.abs(tested.pvalue - pvalue)).toBeLessThan(slack);
  });

  test("are those of the seed, in batches of any size and one by one", () => {
    const options = { seed: 5, nResamples: 50 };
    const one = bootstrap(x, (s) => mean(s!), options);
    expect(bootstrap(x, (s) => mean(s!), options)).toEqual(one);
    expect(bootstrap(x, (s) => mean(s!), { ...options, seed: 6 })).not.toEqual(one);
    for (const batch of [7, 50, 1000]) {
      const many = bootstrap(x, (rows) => rows!.mean(1), { ...options, batch, vectorized: true });
      for (const [i, v] of many.bootstrapDistribution.entries())
        near(v, one.bootstrapDistribution[i]!);
      near(many.confidenceInterval[0], one.confidenceInterval[0]);
    }
    const rows = permutationTest([a, b], (s, t) => s!.mean(1).sub(t!.mean(1)), {
      ...options,
      vectorized: true,
    });
    near(rows.pvalue, permutationTest([a, b], statistics.difference!, options).pvalue);
  });

  test("add to an earlier result", () => {
    const first = bootstrap(x, statistics.mean!, { nResamples: 20 });
    const more = bootstrap(x, statistics.mean!, {
      nResamples: 30,
      bootstrapResult: first,
      seed: 1,
    });
    expect(more.bootstrapDistribution.length).toBe(50);
    expect(more.bootstrapDistribution.slice(0, 20)).toEqual(first.bootstrapDistribution);
  });

  test("of pairs keep the pairs together", () => {
    const pairs = bootstrap(
      [
        [1, 2, 3, 4],
        [10, 20, 30, 40],
      ],
      (s, t) => mean(t!) - 10 * mean(s!),
      {
        paired: true,
        nResamples: 30,
        method: "percentile",
      },
    );
    expect(Math.max(...pairs.bootstrapDistribution.map(Math.abs))).toBeLessThan(1e-12);
  });

  test("from the null hypothesis give the p-value of the t test", () => {
    const random = new RandomGenerator(2);
    const [u, v] = [norm().rvs(8, { random }), norm({ loc: 1 }).rvs(9, { random })];
    const t: Statistic = (s, w) => ttestInd(s!, w!).statistic;
    const found = monteCarloTest([u, v], norm({ loc: 3, scale: 2 }), t, {
      seed: 4,
      nResamples: 3000,
    });
    const want = ttestInd(u, v).pvalue;
    expect(Math.abs(found.pvalue - want)).toBeLessThan(4 * Math.sqrt((want * 2) / 3000));
    const drawn = monteCarloTest(
      [u, v],
      [norm(), (n, r) => Float64Array.from({ length: n }, () => r.normal())],
      t,
      {
        nResamples: 10,
      },
    );
    expect(drawn.nullDistribution.length).toBe(10);
  });
});

test("resampling refuses what it cannot use", () => {
  const x = [1, 2, 3, 4];
  const m: Statistic = (s) => mean(s!);
  for (const f of [bootstrap, jackknife] as const) {
    expect(() => f([1], m)).toThrow(ValueError);
    expect(() => f([1, Number.NaN], m)).toThrow(ValueError);
    expect(() => f([], m)).toThrow(ValueError);
    expect(() => f(x, () => Number.NaN)).toThrow(/statistic of a resample is NaN/);
    expect(() => f(x, () => "1" as never)).toThrow(/must give a number/);
    expect(() => f(x, m, { confidenceLevel: 2 })).toThrow(ParameterError);
  }
  expect(() => bootstrap(x, m, { method: "best" as never })).toThrow(ParameterError);
  expect(() => bootstrap(x, m, { alternative: "more" as never })).toThrow(ParameterError);
  expect(() => bootstrap(x, m, { nResamples: 1 })).toThrow(/at least 2/);
  expect(() => bootstrap(x, m, { seed: -1 })).toThrow(ParameterError);
  expect(() => bootstrap(x, () => 1, { nResamples: 9 })).toThrow(/no BCa interval/);
  expect(() => bootstrap([x, [1, 2]], m, { paired: true })).toThrow(ShapeError);
  expect(() => jackknife([x, [1, 2]], m)).toThrow(ShapeError);
  const short = { vectorized: true, nResamples: 9, batch: 4 } as const;
  expect(() => bootstrap(x, () => new Float64Array(3), short)).toThrow(/must give 4 numbers/);
  expect(() => bootstrap(x, (s) => s!.mean(1), { ...short, batch: 0 })).toThrow(ParameterError);

  expect(() => permutationTest(x, m)).toThrow(/at least 2 independent samples/);
  expect(() => permutationTest([x, [1]], m)).toThrow(ValueError);
  expect(() => permutationTest([x, [1, 2]], m, { permutationType: "pairings" })).toThrow(
    ShapeError,
  );
  expect(() => permutationTest([x, x], m, { permutationType: "all" as never })).toThrow(
    ParameterError,
  );
  expect(() => permutationTest([x, x], m, { nResamples: 0.5 })).toThrow(ParameterError);
  expect(() => permutationTest([x, x], m, { alternative: "more" as never })).toThrow(
    ParameterError,
  );
  expect(() => permutationTest([x, x], () => Number.NaN)).toThrow(ValueError);
  const many = Array.from({ length: 40 }, (_, i) => i);
  const all = { nResamples: Number.POSITIVE_INFINITY };
  expect(() => permutationTest([many, many], m, all)).toThrow(/at most 100000000/);

  expect(() => monteCarloTest(x, [norm(), norm()], m)).toThrow(ShapeError);
  expect(() => monteCarloTest([], norm(), m)).toThrow(ValueError);
  expect(() => monteCarloTest(x, () => new Float64Array(2), m)).toThrow(
    /must draw 4 numbers, got 2/,
  );
  expect(() => monteCarloTest(x, norm(), m, { nResamples: 0 })).toThrow(ParameterError);
  expect(() => monteCarloTest(x, norm(), m, { alternative: "more" as never })).toThrow(
    ParameterError,
  );
  expect(() => monteCarloTest(x, norm(), () => Number.NaN)).toThrow(ValueError);
});
