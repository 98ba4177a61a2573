import { ParameterError, RandomGenerator, ShapeError, ValueError } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/multivariate.json";
import {
  covariance,
  dirichlet,
  multinomial,
  multivariateNormal,
  studentizedRange,
  tukeyHSD,
} from "../index";

const near = (got: ArrayLike<number>, want: readonly number[], tolerance = 1e-10) => {
  expect(got.length).toBe(want.length);
  for (const [i, value] of want.entries()) {
    expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
  }
};

test.each(fixture.normals)("the multivariate normal equals SciPy's, case %#", (c) => {
  const of = multivariateNormal({ mean: c.mean, cov: c.cov });
  near(of.logpdf(c.X), c.logpdf);
  near(of.pdf(c.X), c.pdf);
  near([of.logpdf(c.X[0]!)], [c.logpdf[0]!]);
  near(of.logpdf(tensor(c.X, { dtype: "float64" })) as Float64Array, c.logpdf);
  near([of.entropy()], [c.entropy]);
  const fitted = multivariateNormal.fit(c.X);
  near(fitted.mean, c.fitMean);
  near(fitted.cov.data(), c.fitCov.flat());
  near([of.mahalanobis(c.mean)], [0]);
});

test.each(fixture.dirichlets)("Dirichlet's distribution equals SciPy's, case %#", (c) => {
  const of = dirichlet(c.alpha);
  near(of.logpdf(c.X), c.logpdf, 1e-9);
  near([of.pdf(c.X[0]!)], [Math.exp(c.logpdf[0]!)], 1e-9);
  near(of.mean(), c.mean);
  near(of.cov().data(), c.cov.flat());
  near([of.entropy()], [c.entropy]);
});

test.each(fixture.multinomials)("the multinomial equals SciPy's, case %#", (c) => {
  const of = multinomial({ n: c.n, p: c.p });
  near(of.logpmf(c.X), c.logpmf);
  near([of.pmf(c.X[0]!)], [Math.exp(c.logpmf[0]!)]);
  near(of.mean(), c.mean);
  near(of.cov().data(), c.cov.flat());
});

test("what cannot come has no density", () => {
  expect(
    multinomial({ n: 3, p: [0.5, 0.5] }).pmf([
      [1, 1],
      [4, -1],
      [1.5, 1.5],
    ]),
  ).toEqual(new Float64Array(3));
  expect(
    dirichlet([2, 2]).pdf([
      [0.5, 0.6],
      [1.5, -0.5],
    ]),
  ).toEqual(new Float64Array(2));
});

describe("random points have the moments of their distribution", () => {
  const n = 4000;
  const of = [
    [
      "normal",
      multivariateNormal({
        mean: [1, -2],
        cov: [
          [2, 0.8],
          [0.8, 1],
        ],
      }),
      [1, -2],
    ],
    ["Dirichlet", dirichlet([2, 0.5, 4]), [2 / 6.5, 0.5 / 6.5, 4 / 6.5]],
    ["multinomial", multinomial({ n: 20, p: [0.2, 0.5, 0.3] }), [4, 10, 6]],
  ] as const;
  test.each(of)("%s", (_name, distribution, mean) => {
    const drawn = distribution.rvs(n, { random: new RandomGenerator(1) });
    expect(drawn.shape).toEqual([n, mean.length]);
    const own =
      "entropy" in distribution && "mahalanobis" in distribution ? distribution.cov : undefined;
    const cov = own ?? (distribution as ReturnType<typeof dirichlet>).cov();
    const want = cov.data();
    // Five standard errors of a mean; a covariance's is about the product of the deviations over √n.
    drawn
      .mean(0)
      .data()
      .forEach((m: number, j: number) => {
        const deviation = Math.sqrt(want[j * (mean.length + 1)]!);
        expect(Math.abs(m - mean[j]!)).toBeLessThan((5 * deviation) / Math.sqrt(n));
      });
    const scale = Math.max(...Array.from(want as Float64Array, Math.abs));
    near(
      covariance(drawn).div(scale).data(),
      Array.from(want as Float64Array, (v) => v / scale),
      0.12,
    );
  });

  test("Dirichlet's shares add up to 1 also where alpha is tiny", () => {
    const drawn = dirichlet([1e-3, 1e-3]).rvs(50, { random: new RandomGenerator(1) });
    near(
      drawn.sum(1).data(),
      Array.from({ length: 50 }, () => 1),
    );
  });
});

test.each(fixture.tukeys)("Tukey's test equals SciPy's, case %#", (c) => {
  const pairs = tukeyHSD(c.groups, { confidenceLevel: 0.9 });
  expect(pairs.map(({ groups }) => groups)).toEqual(c.pairs.map(({ groups }) => groups));
  for (const [i, want] of c.pairs.entries()) {
    near([pairs[i]!.difference], [want.difference]);
    near([pairs[i]!.pvalue], [want.pvalue], 1e-8);
    near(pairs[i]!.confidenceInterval, want.interval, 1e-8);
  }
});

test("the studentized range equals SciPy's to 1e-8", () => {
  for (const { q, k, df, cdf, sf } of fixture.ranges) {
    const of = studentizedRange({ k, df });
    near([of.cdf(q), of.sf(q)], [cdf, sf], 1e-8);
  }
  for (const { p, k, df, x } of fixture.quantiles)
    near([studentizedRange({ k, df }).ppf(p)], [x], 1e-8);
});

test("multivariate distributions and Tukey's test refuse what they cannot use", () => {
  const good = {
    mean: [0, 0],
    cov: [
      [1, 0],
      [0, 1],
    ],
  };
  const random = new RandomGenerator(1);
  expect(() => multivariateNormal({ ...good, mean: [0, Number.NaN] })).toThrow(ParameterError);
  expect(() => multivariateNormal({ ...good, mean: [] })).toThrow(/got none/);
  expect(() => multivariateNormal({ ...good, cov: [[1]] })).toThrow(ShapeError);
  expect(() =>
    multivariateNormal({
      ...good,
      cov: [
        [1, 0.5],
        [0, 1],
      ],
    }),
  ).toThrow(/symmetric/);
  expect(() =>
    multivariateNormal({
      ...good,
      cov: [
        [1, 2],
        [2, 1],
      ],
    }),
  ).toThrow(/positive definite/);
  expect(() =>
    multivariateNormal({
      ...good,
      cov: [
        [1, Number.NaN],
        [0, 1],
      ],
    }),
  ).toThrow(ValueError);
  const normal = multivariateNormal(good);
  for (const f of [normal.pdf, normal.logpdf, normal.mahalanobis]) {
    expect(() => f.call(normal, [1, 2, 3])).toThrow(ShapeError);
    expect(() => f.call(normal, tensor(1))).toThrow(ShapeError);
  }
  expect(() => normal.rvs(-1, { random })).toThrow(ParameterError);
  expect(() => multivariateNormal.fit(tensor([1, 2]))).toThrow(ShapeError);
  expect(() => multivariateNormal.fit([[1, Number.NaN]])).toThrow(ValueError);

  expect(() => dirichlet([1, 0])).toThrow(/got 0 at 1/);
  for (const f of ["pdf", "logpdf"] as const) {
    expect(() => dirichlet([1, 1])[f]([1])).toThrow(ShapeError);
  }
  expect(() => dirichlet([1, 1]).rvs(0.5, { random })).toThrow(ParameterError);

  expect(() => multinomial({ n: -1, p: [1] })).toThrow(ParameterError);
  expect(() => multinomial({ n: 1, p: [0.5, 0.4] })).toThrow(/add up to 1, got 0.9/);
  expect(() => multinomial({ n: 1, p: [1.5, -0.5] })).toThrow(ParameterError);
  for (const f of ["pmf", "logpmf"] as const) {
    expect(() => multinomial({ n: 1, p: [1] })[f]([0, 1])).toThrow(ShapeError);
  }
  expect(() => multinomial({ n: 1, p: [1] }).rvs(-1, { random })).toThrow(ParameterError);

  expect(() => tukeyHSD([[1, 2]])).toThrow(ValueError);
  expect(() => tukeyHSD([[1, 2], [3]])).toThrow(ValueError);
  expect(() =>
    tukeyHSD([
      [1, 1],
      [2, 2],
    ]),
  ).toThrow(/constant/);
  expect(() =>
    tukeyHSD([
      [1, Number.NaN],
      [3, 4],
    ]),
  ).toThrow(ValueError);
  expect(() =>
    tukeyHSD(
      [
        [1, 2],
        [3, 4],
      ],
      { confidenceLevel: 2 },
    ),
  ).toThrow(ParameterError);
});
