import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-hypothesis.json" with { type: "json" };
import type { TestResult } from "../index";
import * as library from "../index";

const functions = library as unknown as Readonly<
  Record<string, (...args: unknown[]) => TestResult>
>;
const cases: readonly {
  readonly test: string;
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly statistic: number;
  readonly pvalue: number;
}[] = fixture.cases;

const NAMES = ["t", "Welch", "paired", "chi2", "ANOVA", "Mann-Whitney", "Wilcoxon", "KS"];

test("roadmap FND-016: statistics and p-values of eight hypothesis tests equal SciPy's to 1e-8", () => {
  for (const name of NAMES) {
    const own = cases.filter((each) => each.test === name);
    expect(own.length, name).toBeGreaterThanOrEqual(18);
    for (const { fn, args, statistic, pvalue } of own) {
      const got = functions[fn]!(...args.map((arg) => (arg === "norm" ? library.ndtr : arg)));
      const what = `${fn}(${JSON.stringify(args)})`;
      expect(Math.abs(got.statistic - statistic), what).toBeLessThanOrEqual(
        1e-8 * Math.max(1, Math.abs(statistic)),
      );
      // Small p-values are held to 1e-8 of their own size.
      expect(Math.abs(got.pvalue - pvalue), what).toBeLessThanOrEqual(1e-8 * pvalue);
    }
  }
  expect(new Set(cases.map((each) => each.test))).toEqual(new Set(NAMES));
});
