import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/hypothesis.json";
import * as library from "../index";
import { tQuantile, tSf } from "./tails";

type AnyFunction = (...args: unknown[]) => unknown;
const functions = library as unknown as Readonly<Record<string, AnyFunction>>;
const cases = fixture.cases as unknown as { fn: string; args: unknown[]; expected: unknown }[];

/** The numbers of a nested value in order; booleans are 0 and 1, and names of infinities are those. */
function numbers(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(numbers);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  return [Number(value === "inf" ? 1 / 0 : value === "-inf" ? -1 / 0 : value)];
}

function expectClose(got: unknown, want: unknown, what: string): void {
  // statsmodels' own search for a sample size ends at about 1e-8.
  const rtol = what.includes("SampleSize") ? 1e-7 : 1e-8;
  const [a, b] = [numbers(got), numbers(want)];
  expect(a.length, what).toBe(b.length);
  b.forEach((value, i) => {
    if (!Number.isFinite(value)) expect(a[i], what).toBe(value);
    else
      expect(Math.abs(a[i]! - value), `${what}: ${a[i]}, not ${value}`).toBeLessThanOrEqual(
        rtol * Math.max(Math.abs(value), 1e-4),
      );
  });
}

describe("hypothesis tests", () => {
  const names = [...new Set(cases.map(({ fn }) => fn))];

  test.each(names)("%s equals SciPy and statsmodels to 1e-8", (name) => {
    for (const { fn, args, expected } of cases) {
      if (fn !== name) continue;
      const filled = args.map((arg) =>
        arg === "norm" ? library.ndtr : arg === null ? undefined : arg,
      );
      const got = functions[fn]!(...filled);
      const what = `${fn}(${JSON.stringify(args)})`;
      if (typeof expected !== "object" || Array.isArray(expected)) expectClose(got, expected, what);
      else {
        for (const [key, value] of Object.entries(expected as object)) {
          expectClose((got as Record<string, unknown>)[key], value, `${key} of ${what}`);
        }
      }
    }
  });

  test("there are cases for every function", () => {
    expect(cases.length).toBeGreaterThan(200);
  });
});

describe("what hypothesis tests promise", () => {
  const [x, y] = [
    [1, 2, 4],
    [2, 5, 3],
  ];
  const wrong = { alternative: "other" as "less" };

  test("tensors are samples, quantiles go back", () => {
    expect(library.ttestInd(tensor(x), tensor(y))).toEqual(library.ttestInd(x, y));
    const df = fc.double({ min: 1, max: 100, noNaN: true });
    fc.assert(
      fc.property(df, fc.double({ min: 0.001, max: 0.499, noNaN: true }), (n, p) => {
        expect(tSf(-tQuantile(p, n), n)).toBeCloseTo(p, 11);
      }),
    );
  });

  test("shapes are checked", () => {
    expect(() => library.ttest1samp(tensor([x, y]), 0)).toThrow(ShapeError);
    expect(() => library.ttestRel(x, [1, 2])).toThrow(ShapeError);
    expect(() => library.chi2Contingency([[1, 2], [3]])).toThrow(ShapeError);
    expect(() =>
      library.fisherExact([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toThrow(ShapeError);
    expect(() => library.mcnemar([[1, 2]])).toThrow(ShapeError);
    expect(() => library.cramersV([[1, 2]])).toThrow(ShapeError);
    expect(() => library.chisquare(x, { expected: [7] })).toThrow(ShapeError);
    expect(() => library.friedmanchisquare([x, y, [1]])).toThrow(ShapeError);
    expect(() => library.proportionsZtest([1], [2, 3])).toThrow(ShapeError);
  });

  test("values are checked", () => {
    expect(() => library.ttestInd(x, [1, Number.NaN])).toThrow(ValueError);
    expect(() => library.ttest1samp([1], 0)).toThrow(ValueError);
    expect(() => library.skewtest(x)).toThrow(ValueError);
    expect(() => library.chisquare(x, { expected: [1, 1, 1] })).toThrow(ValueError);
    expect(() => library.chisquare([0, 1], { expected: [0, 1] })).toThrow(ValueError);
    expect(() =>
      library.chi2Contingency([
        [0, 0],
        [1, 2],
      ]),
    ).toThrow(ValueError);
    expect(() =>
      library.chi2Contingency([
        [-1, 0],
        [1, 2],
      ]),
    ).toThrow(ValueError);
    expect(() =>
      library.fisherExact([
        [1.5, 2],
        [1, 2],
      ]),
    ).toThrow(ValueError);
    expect(() => library.fOneway([[1], [2]])).toThrow(ValueError);
    expect(() => library.fOneway([x])).toThrow(ValueError);
    expect(() =>
      library.kruskal([
        [1, 1],
        [1, 1],
      ]),
    ).toThrow(ValueError);
    expect(() => library.bartlett([[1], x])).toThrow(ValueError);
    expect(() => library.wilcoxon([0, 0])).toThrow(ValueError);
    expect(() => library.wilcoxon([1, 1, 2], undefined, { method: "exact" })).toThrow(ValueError);
    expect(() => library.kendalltau([1, 1, 2], x, { method: "exact" })).toThrow(ValueError);
    expect(() => library.kendalltau([1, 1, 1], x)).toThrow(ValueError);
    expect(() => library.pearsonr([1, 1, 1], x)).toThrow(ValueError);
    expect(() => library.shapiro([1, 1, 1])).toThrow(ValueError);
    expect(() => library.ks1samp(x, () => 2)).toThrow(ValueError);
    expect(() => library.multipletests([2])).toThrow(ValueError);
    expect(() => library.ttestSampleSize({ effectSize: 0, power: 0.8 })).toThrow(ValueError);
  });

  test("options are checked", () => {
    for (const name of [
      "ttestInd",
      "ttestRel",
      "mannwhitneyu",
      "ks2samp",
      "pearsonr",
      "spearmanr",
      "kendalltau",
    ]) {
      expect(() => functions[name]!(x, y, wrong), name).toThrow(ParameterError);
    }
    expect(() => library.ttestInd(x, y, { confidenceLevel: 2 })).toThrow(ParameterError);
    expect(() => library.ztest(x, { sigma: 0 })).toThrow(ParameterError);
    expect(() =>
      library.fisherExact(
        [
          [1, 2],
          [3, 4],
        ],
        wrong,
      ),
    ).toThrow(ParameterError);
    expect(() => library.levene([x, y], { center: "mode" as "mean" })).toThrow(ParameterError);
    expect(() => library.binomtest(3, 2)).toThrow(ParameterError);
    expect(() => library.proportionConfint(1.5, 2)).toThrow(ParameterError);
    expect(() => library.chisquare(x, { ddof: -1 })).toThrow(ParameterError);
    expect(() => library.ttestPower({ effectSize: 1, nobs: 1 })).toThrow(ParameterError);
    expect(() => library.proportionEffectsize(2, 0)).toThrow(ParameterError);
    expect(() => library.multipletests([0.1], { alpha: 2 })).toThrow(ParameterError);
  });
});
