import { corrcoef, cov, type Tensor, tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-moments.json" with { type: "json" };
import { describe as describeSample } from "../index";

/** Within 1e-12 of each number, or of `size` where numbers cancel. */
function expectEqual(got: Tensor, expected: readonly (number | readonly number[])[], size = 0) {
  const [values, wanted] = [got.data(), expected.flat()];
  expect(values).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) {
    expect(Math.abs(values[i]! - value)).toBeLessThanOrEqual(
      1e-12 * Math.max(Math.abs(value), size),
    );
  }
}

test("roadmap FND-014: mean, variance and standard deviation with ddof 0 and 1, covariance and correlation of 40 tables equal NumPy's to 1e-12", () => {
  expect(fixture.cases).toHaveLength(40);
  for (const { x, ...expected } of fixture.cases) {
    const X = tensor(x);
    expectEqual(X.mean(0), expected.mean, X.abs().max().item());
    for (const ddof of [0, 1] as const) {
      expectEqual(X.variance(0, { ddof }), expected[`var${ddof}`]);
      expectEqual(X.std(0, { ddof }), expected[`std${ddof}`]);
      // A covariance near 0 is what is left of products as large as the variances.
      const size = Math.max(...expected[`var${ddof}`]);
      expectEqual(cov(X, { rowVariables: false, ddof }), expected[`cov${ddof}`], size);
      expectEqual(cov(X.transpose(), { ddof }), expected[`cov${ddof}`], size);
    }
    expectEqual(corrcoef(X, { rowVariables: false }), expected.corr, 1);
    const { mean, variance } = describeSample(X.slice([], 0).toArray<number[]>());
    expectEqual(tensor([mean]), [expected.mean[0]!], X.abs().max().item());
    expectEqual(tensor([variance]), [expected.var1[0]!]);
  }
});
