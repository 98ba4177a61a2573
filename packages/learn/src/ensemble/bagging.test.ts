import { ParameterError, setWarningSink, type Warning } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  BaggingClassifier,
  BaggingRegressor,
  DummyClassifier,
  GaussianNB,
  LinearRegression,
  LogisticRegression,
  Perceptron,
  Ridge,
} from "../index";
import { estimatorContract } from "../testing/contract";
import { ensembleCases, ensembleData, ensembleOf, ensembleTable } from "../testing/ensemble-cases";
import { expectAllClose } from "../testing/fixtures";

const { clouds, four, hills, weights } = ensembleData;
const except = {
  "a weight of 2 counts as a row twice, and one of 0 as none":
    "weights are the chance that a row is drawn",
};
const estimator = new GaussianNB();

/** The warnings of a call. */
function warningsOf(call: () => void): Warning[] {
  const heard: Warning[] = [];
  const before = setWarningSink((warning) => heard.push(warning));
  try {
    call();
  } finally {
    setWarningSink(before);
  }
  return heard;
}

describe("BaggingClassifier", () => {
  estimatorContract(() => new BaggingClassifier({ estimator, nEstimators: 4, seed: 1 }), {
    except,
  });
  describe("of some features", () => {
    const make = () =>
      new BaggingClassifier({ estimator, seed: 2, maxFeatures: 0.7, oobScore: true });
    estimatorContract(make, { except });
  });

  test.each(ensembleCases("BaggingClassifier"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y, some } = await ensembleTable(c);
    const model = ensembleOf<BaggingClassifier>(c);
    model.fit(X, y, c.weighted ? { sampleWeight: weights } : {});
    const drawn = model.estimatorsSamples.slice(0, 3);
    expect(drawn.map((rows) => [...rows].slice(0, 12))).toEqual(c.rows);
    expect(drawn[0]).toHaveLength(c.nRows!);
    expect(model.estimatorsFeatures.slice(0, 3).map((one) => [...one])).toEqual(c.features);
    const rows = X.take(some(12), 0);
    expect(model.predict(rows)).toEqual(c.predicted.map((code) => model.classes[code]));
    expectAllClose(model.predictProba(rows), c.proba, { rtol: 0, atol: 1e-7 });
    expect(model.score(X, y)).toBeCloseTo(c.score, 12);
    if (!c.oob) return;
    expect(model.outOfBagScore).toBeCloseTo(c.oob.score, 12);
    const decisions = model.outOfBagDecisions!.slice([0, 12]);
    expectAllClose(decisions, c.oob.decisions, { rtol: 0, atol: 1e-8 });
  });

  test("classifiers without probabilities vote", () => {
    const model = new BaggingClassifier({
      estimator: new Perceptron({ seed: 0 }),
      nEstimators: 7,
      seed: 3,
    });
    const shares = model.fit(clouds, four).predictProba(clouds).mul(7);
    expectAllClose(shares, [...shares.round().data()], { rtol: 1e-12 });
    expect(new Set(model.estimators.map(({ seed }) => seed)).size).toBe(7);
    expect(model.decisionFunction(clouds).shape).toEqual([90, 4]);
    expect(new BaggingClassifier({ estimator }).decisionFunction).toBeUndefined();
  });

  test("a copy that has not seen a class gives it no chance", () => {
    const y = four.map((_, i) => (i === 0 ? "rare" : i % 2 ? "odd" : "even"));
    const model = new BaggingClassifier({ estimator, nEstimators: 30, seed: 1 }).fit(clouds, y);
    expect(model.estimators.some(({ classes }) => classes.length === 2)).toBe(true);
    expectAllClose(
      model.predictProba(clouds).sum(1),
      clouds.map(() => 1),
      { rtol: 1e-12 },
    );
  });

  test("one estimator of all rows is the estimator itself", () => {
    const single = { estimator, nEstimators: 1, bootstrap: false, seed: 0 };
    const got = new BaggingClassifier(single).fit(clouds, four).predictProba(clouds);
    expectAllClose(got, [...estimator.clone().fit(clouds, four).predictProba(clouds).data()], {
      rtol: 1e-12,
    });
  });

  test("warns if a row is in every draw", () => {
    const few = new BaggingClassifier({ estimator, nEstimators: 2, oobScore: true, seed: 0 });
    const [warning] = warningsOf(() => few.fit(clouds, four));
    expect(warning!.message).toContain("expected every row to be left out by some estimator");
    expect(few.outOfBagDecisions!.data().some(Number.isNaN)).toBe(true);
    expect(new BaggingClassifier({ estimator }).fit(clouds, four).outOfBagScore).toBeUndefined();
  });

  test("draws others each time without a seed", () => {
    const model = () => new BaggingClassifier({ estimator, nEstimators: 1 }).fit(clouds, four);
    expect(model().estimatorsSamples[0]).not.toEqual(model().estimatorsSamples[0]);
  });

  test("refuses what cannot be", () => {
    const make = (options: object) => () => new BaggingClassifier({ estimator, ...options });
    expect(make({ estimator: new Ridge() })).toThrow(ParameterError);
    expect(make({ nEstimators: 0 })).toThrow(ParameterError);
    for (const amount of [0, -1, 1.5, Number.NaN]) {
      expect(make({ maxSamples: amount })).toThrow("maxSamples must be a share above 0 up to 1");
      expect(make({ maxFeatures: amount })).toThrow(ParameterError);
    }
    expect(make({ bootstrap: "no" })).toThrow(ParameterError);
    expect(make({ bootstrapFeatures: 1 })).toThrow(ParameterError);
    expect(make({ oobScore: null })).toThrow(ParameterError);
    expect(make({ oobScore: true, bootstrap: false })).toThrow("oobScore needs bootstrap: true");
    expect(make({ seed: -1 })).toThrow(ParameterError);
    expect(() => make({ maxFeatures: 5 })().fit(clouds, four)).toThrow(
      "maxFeatures must be at most 4, got 5",
    );
    expect(() => make({ maxSamples: 91, bootstrap: false })().fit(clouds, four)).toThrow(
      ParameterError,
    );
    expect(make({ maxSamples: 200 })().fit(clouds, four).estimatorsSamples[0]).toHaveLength(200);
    const strict = new BaggingClassifier({
      estimator: new DummyClassifier({ strategy: "constant", constant: 9 }),
    });
    expect(() => strict.fit(clouds, four)).toThrow("DummyClassifier.fit: expected constant");
    expect(
      new BaggingClassifier({ estimator: new LogisticRegression() }).withParams({
        "estimator.C": 2,
      }).estimator.C,
    ).toBe(2);
  });
});

describe("BaggingRegressor", () => {
  estimatorContract(
    () => new BaggingRegressor({ estimator: new Ridge(), nEstimators: 4, seed: 1 }),
    { except },
  );

  test.each(ensembleCases("BaggingRegressor"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y, some } = await ensembleTable(c);
    const model = ensembleOf<BaggingRegressor>(c).fit(X, y as number[]);
    expect(model.estimatorsFeatures.slice(0, 3).map((one) => [...one])).toEqual(c.features);
    expectAllClose(model.predict(X.take(some(12), 0)), c.predicted, { rtol: 1e-9 });
    expect(model.score(X, y as number[])).toBeCloseTo(c.score, 9);
    if (!c.oob) return;
    expect(model.outOfBagScore).toBeCloseTo(c.oob.score, 9);
    expectAllClose(model.outOfBagPredictions!.slice([0, 12]), c.oob.decisions, { rtol: 1e-9 });
  });

  test("of several targets, out of the bag too", () => {
    const both = hills.map((value) => [value, -value]);
    const model = new BaggingRegressor({
      estimator: new LinearRegression(),
      oobScore: true,
      nEstimators: 30,
      seed: 1,
    });
    expect(model.fit(clouds, both).outOfBagPredictions!.shape).toEqual([90, 2]);
    expect(model.estimators).toHaveLength(30);
    expect(model.estimatorsSamples[0]).toHaveLength(90);
    const few = model.withParams({ nEstimators: 1 });
    expect(warningsOf(() => few.fit(clouds, hills))).toHaveLength(1);
  });

  test("refuses what cannot be", () => {
    const make = (options: object) => () =>
      new BaggingRegressor({ estimator: new Ridge(), ...options });
    expect(make({ estimator })).toThrow(ParameterError);
    expect(make({ nEstimators: 1.5 })).toThrow(ParameterError);
    expect(() => make({ maxFeatures: 9 })().fit(clouds, hills)).toThrow(ParameterError);
  });
});
