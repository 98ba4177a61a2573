import { ParameterError, RandomGenerator, ValueError } from "@gradus/core";
import { isTensor, type Tensor, tensor } from "@gradus/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/distributions.json";
import * as library from "../index";
import {
  bernoulli,
  beta,
  binom,
  type ContinuousDistribution,
  type DiscreteDistribution,
  expon,
  gamma,
  geom,
  hypergeom,
  loguniform,
  norm,
  poisson,
  randint,
  studentizedRange,
  t,
  truncnorm,
  uniform,
  zipf,
} from "../index";

interface Case {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly exact?: boolean;
  readonly x: readonly number[];
  readonly pdf?: readonly (number | null)[];
  readonly logpdf?: readonly (number | null)[];
  readonly pmf?: readonly number[];
  readonly logpmf?: readonly (number | null)[];
  readonly cdf: readonly number[];
  readonly sf: readonly number[];
  readonly p?: readonly number[];
  readonly ppf?: readonly number[];
  readonly moments?: readonly (number | null)[];
  readonly entropy?: number | null;
  readonly interval?: readonly number[];
}

type Make = (parameters: object) => ContinuousDistribution & DiscreteDistribution;
interface Fitting {
  fit(data: readonly number[]): Readonly<Record<string, number>>;
}
const families = library as unknown as Readonly<Record<string, Make & Fitting>>;
const cases = fixture.cases as unknown as readonly Case[];

function make({ name, parameters }: Case) {
  const entries = Object.entries(parameters).map(([k, v]) => [
    k,
    v === "inf" ? Number.POSITIVE_INFINITY : v,
  ]);
  return families[name]!(Object.fromEntries(entries));
}

/** Asserts |got − want| ≤ tolerance·max(|want|, floor). */
function expectNear(got: number, want: number | null, tolerance: number, what: string, floor = 0) {
  if (want === null || got === want) return;
  const bound = tolerance * Math.max(Math.abs(want), floor);
  if (!(Math.abs(got - want) <= bound)) expect.fail(`${what}: ${got} is not ${want}`);
}

const titled = cases.map((c) => [`${c.name}(${JSON.stringify(c.parameters)})`, c] as const);

describe("distributions", () => {
  test("there are at least 25, and 120 cases", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBeGreaterThanOrEqual(25);
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });

  test.each(titled)("%s has SciPy's densities and tails", (_, c) => {
    const d = make(c);
    for (const method of ["pdf", "pmf", "cdf", "sf"] as const) {
      for (const [i, want] of (c[method] ?? []).entries()) {
        // What a unit in the last place of x changes near an end of the support, comes on top.
        const x = c.x[i]!;
        const density = c.pmf ? 0 : (4e-16 * Math.max(1, Math.abs(x)) * d.pdf(x)) / want!;
        expectNear(d[method](x), want, 2e-10 + density, `${method} at ${x}`);
      }
    }
    for (const method of ["logpdf", "logpmf"] as const) {
      for (const [i, want] of (c[method] ?? []).entries()) {
        expectNear(d[method](c.x[i]!), want, 1e-10, `${method} at ${c.x[i]}`, 1e-3);
      }
    }
    for (const x of c.x) {
      const [p, q] = [d.cdf(x), d.sf(x)];
      expectNear(d.logcdf(x), p < 0.5 ? Math.log(p) : Math.log1p(-q), 1e-11, `logcdf ${x}`, 1e-290);
      expectNear(d.logsf(x), q < 0.5 ? Math.log(q) : Math.log1p(-p), 1e-11, `logsf ${x}`, 1e-290);
    }
  });

  test.each(titled.filter(([, c]) => c.moments))("%s has SciPy's moments and entropy", (_, c) => {
    const d = make(c);
    const moments = [d.mean(), d.variance(), d.skewness(), d.kurtosis()];
    for (const [i, want] of c.moments!.entries()) {
      expectNear(moments[i]!, want, 1e-9, `moment ${i + 1}`, 1e-2);
    }
    expect(d.std()).toBe(Math.sqrt(d.variance()));
    // SciPy cuts off infinite sums.
    expectNear(d.entropy(), c.entropy!, c.pmf ? 2e-8 : 1e-9, "entropy", 1e-2);
    const searched = c.exact || (c.name === "beta" && d.parameters.a === 1);
    for (const [i, end] of d.interval(0.9).entries()) {
      expectNear(end, c.interval![i]!, searched ? 1e-7 : 1e-10, "interval");
    }
  });

  test.each(titled.filter(([, c]) => c.logpdf))("%s has quantiles in both tails", (_, c) => {
    const d = make(c);
    for (const p of [1e-10, 1e-4, 0.02, 0.25, 0.5]) {
      const [low, high] = [d.ppf(p), d.isf(p)];
      // What one unit in the last place of the quantile changes, comes on top.
      const slack = (x: number) => 4e-16 * Math.abs(x) * d.pdf(x);
      expect(Math.abs(d.cdf(low) - p)).toBeLessThanOrEqual(1e-10 * p + slack(low));
      expect(Math.abs(d.sf(high) - p)).toBeLessThanOrEqual(1e-10 * p + slack(high));
    }
    expect(d.median()).toBe(d.ppf(0.5));
    expect([d.ppf(0), d.ppf(1)]).toEqual([...d.support()]);
    expect([d.ppf(-0.1), d.isf(1.1)]).toEqual([Number.NaN, Number.NaN]);
    if (c.exact || c.x.length < 9) return;
    for (const [i, p] of [1e-10, 1e-4, 0.02, 0.25, 0.5, 0.75, 0.98].entries()) {
      expectNear(d.ppf(p), c.x[i]!, 1e-10, `ppf ${p}`, 1e-6);
    }
  });

  test.each(titled.filter(([, c]) => c.pmf))("%s has SciPy's quantiles", (_, c) => {
    const d = make(c);
    expect([...d.ppf(c.p!)]).toEqual(c.ppf);
    expect(d.ppf(0)).toBe(d.support()[0] - 1);
    expect(d.ppf(1)).toBe(d.support()[1]);
    // What lies between integers has no probability; the distribution function is a staircase.
    const k = d.median();
    expect(d.pmf(k + 0.5)).toBe(0);
    expect(d.cdf(k + 0.5)).toBe(d.cdf(k));
  });

  test.each(fixture.fits)("fit of $name is as likely as SciPy's", (c) => {
    const found = families[c.name]!.fit(c.data);
    const log = families[c.name]!(found)
      .logpdf(c.data)
      .reduce((a, b) => a + b);
    expect(log).toBeGreaterThan(c.logLikelihood - 1e-10);
    // SciPy's search ends where the likelihood is flat to 1e-8 of it.
    for (const [name, value] of Object.entries(c.parameters)) {
      expectNear(found[name]!, value, 1e-4, name, 1e-3);
    }
  });

  test("fits of discrete distributions are the means' formulas", () => {
    expect(binom.fit([3, 5, 4], { n: 10 })).toEqual({ n: 10, p: 0.4 });
    expect(bernoulli.fit([1, 0, 1, 1])).toEqual({ p: 0.75 });
    expect(poisson.fit([2, 4, 3])).toEqual({ mu: 3 });
    expect(geom.fit([1, 3, 4])).toEqual({ p: 0.375 });
  });

  test("fit holds what is fixed", () => {
    expect(norm.fit([1, 2, 3], { fixed: { loc: 0 } }).loc).toBe(0);
    const { a, loc } = gamma.fit([1.5, 2, 4, 7], { fixed: { loc: 0, a: 2 } });
    expect([a, loc]).toEqual([2, 0]);
  });

  test("take numbers, arrays and tensors", () => {
    const d = norm();
    expect(d.cdf(0)).toBe(0.5);
    expect(d.cdf([0, 0])).toEqual(Float64Array.of(0.5, 0.5));
    const z: Tensor = d.cdf(tensor([[0, 0]]));
    expect(isTensor(z) && z.toArray()).toEqual([[0.5, 0.5]]);
    expect(d.pdf(Number.NaN)).toBeNaN();
    expect(poisson({ mu: 2 }).pmf(Number.NaN)).toBeNaN();
  });

  test("the studentized range's quantile is Tukey's table's", () => {
    expect(studentizedRange({ k: 3, df: 10 }).isf(0.05)).toBeCloseTo(3.876777, 5);
  });

  test.each([1, 2, 500])("the range of two is √2·|t|, far out too: df %d", (df) => {
    for (const x of [1e-3, 1, 5, 60, 1000]) {
      const expected = 2 * t({ df }).sf(x / Math.SQRT2);
      expect(studentizedRange({ k: 2, df }).sf(x) / (expected || 1)).toBeCloseTo(expected && 1, 12);
    }
  });

  test("moving and scaling moves and scales", () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    const size = fc.double({ min: 0.01, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        number,
        size,
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (loc, scale, p) => {
          const [plain, moved] = [t({ df: 3 }), t({ df: 3, loc, scale })];
          expect(moved.ppf(p)).toBeCloseTo(loc + scale * plain.ppf(p), 9);
          expect(moved.entropy()).toBeCloseTo(plain.entropy() + Math.log(scale), 10);
        },
      ),
    );
  });

  test("far tails keep their digits", () => {
    expect(norm().sf(30)).toBeCloseTo(4.906713927148e-198, 209);
    expect(norm().logsf(1e10)).toBeCloseTo(-5e19, -8);
    expect(expon().logsf(1e5)).toBe(-1e5);
    expect(binom({ n: 1000, p: 0.5 }).sf(999)).toBeGreaterThan(9.3e-302);
    expect(t({ df: 2 }).sf(1e200)).toBe(0);
    expect(t({ df: 2 }).logsf(1e200)).toBeCloseTo(-400 * Math.log(10) + Math.log(0.5), 8);
  });

  test("undefined moments are NaN, infinite ones ∞", () => {
    expect(t({ df: 2 }).variance()).toBe(Number.POSITIVE_INFINITY);
    expect(t({ df: 1 }).mean()).toBeNaN();
    expect(zipf({ a: 2.5 }).variance()).toBe(Number.POSITIVE_INFINITY);
  });

  test("degenerate members have all their probability at one value", () => {
    expect(binom({ n: 5, p: 0 }).pmf([0, 1])).toEqual(Float64Array.of(1, 0));
    expect(binom({ n: 5, p: 1 }).pmf([4, 5])).toEqual(Float64Array.of(0, 1));
    expect(poisson({ mu: 0 }).pmf([0, 1])).toEqual(Float64Array.of(1, 0));
    expect(binom({ n: 0, p: 0.3 }).ppf(0.5)).toBe(0);
    expect(hypergeom({ M: 5, n: 5, N: 2 }).pmf(2)).toBe(1);
    expect(geom({ p: 1 }).ppf(0.7)).toBe(1);
  });

  test("refuse parameters outside their domains, missing and unknown ones", () => {
    const wrong = (parameters: object) => () => norm(parameters);
    expect(wrong({ scale: 0 })).toThrow("norm: scale must be a finite number > 0, got 0");
    expect(wrong({ loc: Number.NaN })).toThrow(ParameterError);
    expect(wrong({ mean: 1 })).toThrow("norm: parameters are loc, scale, got mean");
    expect(() => gamma({} as { a: number })).toThrow("gamma: a must be a finite number > 0");
    expect(() => beta({ a: 1, b: -1 })).toThrow(ParameterError);
    expect(() => binom({ n: 1.5, p: 0.5 })).toThrow(ParameterError);
    expect(() => hypergeom({ M: 5, n: 6, N: 1 })).toThrow(ParameterError);
    expect(() => randint({ low: 3, high: 3 })).toThrow(ParameterError);
    expect(() => truncnorm({ a: 2, b: 1 })).toThrow(ParameterError);
    expect(() => loguniform({ a: 2, b: 1 })).toThrow(ParameterError);
    expect(() => zipf({ a: 1 })).toThrow(ParameterError);
    expect(() => norm().interval(2)).toThrow(ParameterError);
    expect(() => norm().rvs(-1, { random: new RandomGenerator(0) })).toThrow(ParameterError);
  });

  test("fits refuse data that are empty, not finite or impossible", () => {
    expect(() => norm.fit([])).toThrow(ValueError);
    expect(() => norm.fit([1, Number.NaN])).toThrow(ValueError);
    expect(() => gamma.fit([-1, 2, 3])).toThrow(ValueError);
    expect(() => uniform.fit([1, 5], { fixed: { loc: 2 } })).toThrow(ValueError);
    expect(() => loguniform.fit([-1, 5])).toThrow(ValueError);
    expect(() => poisson.fit([1.5])).toThrow(ValueError);
    expect(() => geom.fit([0])).toThrow(ValueError);
    expect(() => bernoulli.fit([2])).toThrow(ValueError);
    expect(() => binom.fit([11], { n: 10 })).toThrow(ValueError);
    expect(() => binom.fit([1], { n: -1 })).toThrow(ParameterError);
    expect(() => norm.fit([1, 2], { fixed: { mean: 0 } })).toThrow(ParameterError);
    expect(() => norm.fit([1, 2], { fixed: { scale: -1 } })).toThrow(ParameterError);
  });
});
