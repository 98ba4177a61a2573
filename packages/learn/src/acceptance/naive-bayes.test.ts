import { tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import { BernoulliNB, ComplementNB, GaussianNB, MultinomialNB } from "../index";
import { readFixture, readFixtureContent } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";

interface Case {
  readonly estimator: keyof typeof classes;
  readonly table: TableName | null;
  readonly options: Readonly<Record<string, never>>;
  readonly weighted: boolean;
  readonly parts: boolean;
  readonly logProba: number[][];
}

const classes = { GaussianNB, MultinomialNB, BernoulliNB, ComplementNB };

test("roadmap SUP-013: log-probabilities of four kinds of naive Bayes match scikit-learn to 1e-10", async () => {
  const own = readFixtureContent<Record<"X" | "XNew", number[][]> & { y: number[] }>("naive-bayes");
  const cases = readFixture<Case>("naive-bayes").filter((c) => !c.weighted && !c.parts);
  for (const name of Object.keys(classes)) {
    expect(cases.filter((c) => c.estimator === name).length).toBeGreaterThanOrEqual(8);
  }
  for (const { estimator, table, options, logProba } of cases) {
    const shipped = table && (await tableByName(table));
    const X = shipped ? shipped.X : tensor(own.X);
    const y = shipped ? shipped.y : own.y;
    const step = Math.max(1, Math.floor(y.length / 6));
    const every = Int32Array.from({ length: Math.ceil(y.length / step) }, (_, i) => i * step);
    const got = new classes[estimator](options)
      .fit(X, y)
      .predictLogProba(shipped ? X.take(every, 0) : tensor(own.XNew))
      .data();
    // Log-probabilities reach −10⁵ here, so the tolerance is relative where they are large.
    logProba.flat().forEach((value, i) => {
      expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(value)));
    });
  }
});
