import { type Tensor, tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import {
  type BaggingClassifier,
  LogisticRegression,
  type StackingClassifier,
  type VotingClassifier,
} from "../index";
import { ensembleCases, ensembleData, ensembleOf, ensembleTable } from "../testing/ensemble-cases";

test("roadmap SUP-016: hard and soft votes equal scikit-learn's, with weights and without, of two classes and more", async () => {
  for (const voting of ["hard", "soft"]) {
    const cases = ensembleCases("VotingClassifier").filter(
      ({ options }) => "voting" in options && options.voting === voting,
    );
    expect(cases.length).toBeGreaterThanOrEqual(12);
    expect(new Set(cases.map((c) => c.table)).size).toBe(4);
    for (const c of cases) {
      const { X, y, some } = await ensembleTable(c);
      const model = ensembleOf<VotingClassifier>(c);
      model.fit(X, y, c.weighted ? { sampleWeight: ensembleData.weights } : {});
      const rows = X.take(some(12), 0);
      expect(model.predict(rows)).toEqual(c.predicted.map((code) => model.classes[code]));
      expect(model.score(X, y)).toBeCloseTo(c.score, 12);
      expect(c.proba === null).toBe(voting === "hard");
      const chances = model.predictProba?.(rows) as Tensor | undefined;
      tensor(c.proba ?? [])
        .data()
        .forEach((wanted, i) => {
          expect(Math.abs(chances!.data()[i]! - wanted)).toBeLessThanOrEqual(1e-8);
        });
    }
  }
});

test("roadmap SUP-017: given the same bootstrap indices, predictions equal scikit-learn BaggingClassifier exactly", async () => {
  const cases = ensembleCases("BaggingClassifier");
  expect(cases.length).toBeGreaterThanOrEqual(30);
  expect(new Set(cases.map((c) => c.table)).size).toBe(4);
  for (const c of cases) {
    const { X, y, some } = await ensembleTable(c);
    const model = ensembleOf<BaggingClassifier>(c);
    model.fit(X, y, c.weighted ? { sampleWeight: ensembleData.weights } : {});
    // The same rows and features were drawn, …
    expect(model.estimatorsSamples.slice(0, 3).map((rows) => [...rows].slice(0, 12))).toEqual(
      c.rows,
    );
    expect(model.estimatorsFeatures.slice(0, 3).map((one) => [...one])).toEqual(c.features);
    // … and every prediction is the same.
    const predicted = model.predict(X.take(some(12), 0));
    expect(predicted).toEqual(c.predicted.map((code) => model.classes[code]));
  }
});

/** A last classifier that notes what it learns from. */
class Noting extends LogisticRegression {
  static seen: Tensor;

  override fit(...[X, y, options]: Parameters<LogisticRegression["fit"]>): this {
    Noting.seen = X as Tensor;
    return super.fit(X, y, options);
  }
}

test("roadmap SUP-024: StackingClassifier out-of-fold meta-features equal scikit-learn with the same folds", async () => {
  const cases = ensembleCases("StackingClassifier");
  expect(cases.length).toBeGreaterThanOrEqual(18);
  for (const c of cases) {
    const { X, y, some } = await ensembleTable(c);
    const model = ensembleOf<StackingClassifier>(c).withParams({ finalEstimator: new Noting() });
    model.fit(X, y);
    const width = c.meta![0]!.length;
    const got = Noting.seen.slice(null, [0, width]).take(some(30), 0).data();
    const wanted = tensor(c.meta!).data();
    expect(got).toHaveLength(wanted.length);
    // Probabilities, and decisions of a size of 10, of logistic regressions that are solved to a slope of 1e-10.
    wanted.forEach((value, i) => {
      expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(value)));
    });
  }
});
