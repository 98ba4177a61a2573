import { NotFittedError, ParameterError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { Classifier } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import { SimpleImputer } from "../impute/simple-imputer";
import { LogisticRegression } from "../linear-model/logistic-regression";
import { Ridge } from "../linear-model/ridge";
import { makeScorer } from "../metrics/scorer";
import { GaussianNB } from "../naive-bayes/gaussian-nb";
import { makePipeline } from "../pipeline/pipeline";
import { LinearSVC } from "../svm/linear-svc";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import { FixedThresholdClassifier } from "./fixed-threshold-classifier";
import { KFold } from "./k-fold";
import { TunedThresholdClassifierCV } from "./tuned-threshold-classifier-cv";

interface Case {
  readonly name: string;
  readonly kind: keyof typeof kinds;
  readonly options: { readonly scoring?: string };
  readonly fixed?: boolean;
  readonly table: string;
  readonly weighted: number[] | null;
  readonly bestThreshold: number;
  readonly bestScore: number;
  readonly scores: number[];
  readonly positives: number[];
}

const kinds = {
  GaussianNB: (): Classifier => new GaussianNB(),
  LogisticRegression: (): Classifier => new LogisticRegression({ tol: 1e-11, maxIter: 10_000 }),
  LinearSVC: (): Classifier => new LinearSVC({ tol: 1e-11 }),
};

/** A miss costs ten times as much as a false alarm. */
const gain = makeScorer((y: number[], answers: number[]) => {
  const cost = y.reduce((sum, label, i) => {
    if (label === answers[i]) return sum;
    return sum + (label === 1 ? 10 : 1);
  }, 0);
  return -cost / y.length;
});

const tables = readFixtureData("thresholds") as Record<
  string,
  { X: number[][] | null; y: number[] }
>;

async function tableFor(name: string): Promise<{ X: Tensor; y: number[] }> {
  const { X, y } = tables[name]!;
  if (X) return { X: tensor(X), y };
  const table = await tableByName(name as TableName, { standardized: true });
  return { X: table.X.slice([], [0, 2]).clone(), y };
}

const except = {
  "refuses what is no matrix of numbers": "tables of text are the estimator's to judge",
  "takes one row, and a column that does not vary": "two classes are needed",
  "tells three classes apart as well": "a threshold is between two classes",
};
const folds = {
  "refuses NaN and infinity, and names their place":
    "missing values are the estimator's to judge, which sees folds",
};

describe("thresholds agree with scikit-learn", () => {
  test.each(readFixture<Case>("thresholds"))("$name", async (c) => {
    const { X, y } = await tableFor(c.table);
    const estimator = kinds[c.kind]();
    const positives = (model: Classifier) =>
      model.predict(X).flatMap((label, i) => (label === 1 ? [i] : []));
    if (c.fixed) {
      const model = new FixedThresholdClassifier({ ...c.options, estimator }).fit(X, y);
      expect(positives(model)).toEqual(c.positives);
      return;
    }
    const scoring = c.options.scoring === "cost" ? { scoring: gain } : {};
    const model = new TunedThresholdClassifierCV({
      ...(c.options as object),
      ...scoring,
      estimator,
    });
    model.fit(X, y, c.weighted ? { sampleWeight: c.weighted } : {});
    expectAllClose(model.bestThreshold, c.bestThreshold, { rtol: 1e-6 });
    expectAllClose(model.bestScore, c.bestScore, { rtol: 1e-6 });
    const scores = [...model.cvResults.scores].filter((_, i) => i % 3 === 0);
    // A threshold may fall on a row's score to the last bits, which tell on which side it is.
    const other = scores.filter((score, i) => Math.abs(score - c.scores[i]!) > 1e-6);
    expect(scores).toHaveLength(c.scores.length);
    expect(other.length).toBeLessThanOrEqual(1);
    expect(positives(model)).toEqual(c.positives);
  });
});

describe("FixedThresholdClassifier", () => {
  estimatorContract(
    () => new FixedThresholdClassifier({ estimator: new LogisticRegression({ tol: 1e-10 }) }),
    { except },
  );

  test("a lower threshold names the positive class more often", () => {
    const X = [[0], [1], [2], [3], [4], [5]];
    const y = ["well", "well", "ill", "well", "ill", "ill"];
    const counts = [0.1, 0.5, 0.9].map((threshold) => {
      const estimator = new LogisticRegression();
      const model = new FixedThresholdClassifier({ estimator, threshold, posLabel: "ill" });
      const predicted = model.fit(X, y).predict(X);
      expect(model.predictProba(X).toArray()).toEqual(
        model.fittedEstimator.predictProba(X).toArray(),
      );
      return predicted.filter((label) => label === "ill").length;
    });
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(counts[2]!);
  });

  test("has the methods of the classifier inside, and no others", () => {
    const machine = new FixedThresholdClassifier({ estimator: new LinearSVC() });
    expect(machine.predictProba).toBeUndefined();
    expect(() => machine.decisionFunction([[1]])).toThrow(NotFittedError);
  });

  test("refuses what cannot be", () => {
    const estimator = new LogisticRegression();
    expect(() => new FixedThresholdClassifier({ estimator: new Ridge() as never })).toThrow(
      ParameterError,
    );
    expect(() => new FixedThresholdClassifier({ estimator, threshold: Number.NaN })).toThrow(
      ParameterError,
    );
    expect(
      () =>
        new FixedThresholdClassifier({
          estimator: new LinearSVC(),
          responseMethod: "predictProba",
        }),
    ).toThrow(ParameterError);
    const model = new FixedThresholdClassifier({ estimator, posLabel: 7 });
    expect(() => model.fit([[1], [2]], [0, 1])).toThrow("posLabel must be one of 0, 1, got 7");
    expect(() => model.fit([[1], [2], [3]], [0, 1, 2])).toThrow(ValueError);
  });
});

describe("TunedThresholdClassifierCV", () => {
  estimatorContract(
    () =>
      new TunedThresholdClassifierCV({ estimator: new LogisticRegression({ tol: 1e-10 }), cv: 2 }),
    {
      except: {
        ...except,
        ...folds,
      },
    },
  );

  const X = Array.from({ length: 40 }, (_, i) => [i, Math.cos(i)]);
  const y = X.map(([i]) => (i! + 7 * Math.sin(5 * i!) > 20 ? 1 : 0));
  const estimator = new LogisticRegression();

  test("no threshold that was tried costs less", () => {
    const model = new TunedThresholdClassifierCV({ estimator, scoring: gain, cv: 4 }).fit(X, y);
    const { thresholds, scores } = model.cvResults;
    expect(model.bestScore).toBe(Math.max(...scores));
    expect(thresholds[scores.indexOf(model.bestScore)]).toBe(model.bestThreshold);
    expect(() => model.toJSON()).toThrow(ValueError);
  });

  test("a classifier that is fitted stays as it is", () => {
    const fitted = new LogisticRegression().fit(X, y);
    const model = new TunedThresholdClassifierCV({ estimator: fitted, cv: "prefit" }).fit(X, y);
    expect(model.fittedEstimator).toBe(fitted);
    expect(model.refit).toBe(false);
    expect(() => new TunedThresholdClassifierCV({ estimator, cv: "prefit" }).fit(X, y)).toThrow(
      NotFittedError,
    );
  });

  test("takes missing values and tables if the classifier does", () => {
    const pipeline = makePipeline(new SimpleImputer(), new LogisticRegression());
    const holes = X.map(([a, b], i) => [a!, i % 9 === 0 ? Number.NaN : b!]);
    const model = new TunedThresholdClassifierCV({ estimator: pipeline as Classifier, cv: 3 });
    expect(model.fit(holes, y).score(holes, y)).toBeGreaterThan(0.7);
    const table = DataFrame.fromColumns({ a: X.map(([a]) => a!), b: X.map(([, b]) => b!) });
    expect(model.fit(table, y).featureNamesIn).toEqual(["a", "b"]);
  });

  test("comes back from JSON", () => {
    const model = new TunedThresholdClassifierCV({ estimator, scoring: "f1", cv: 3 }).fit(X, y);
    const back = estimatorFromJSON(JSON.parse(JSON.stringify(model))) as typeof model;
    expect(back.predict(X)).toEqual(model.predict(X));
    expect(back.bestThreshold).toBe(model.bestThreshold);
    const folded = new TunedThresholdClassifierCV({ estimator, cv: new KFold({ nSplits: 2 }) });
    expect(() => folded.toJSON()).toThrow(ParameterError);
  });

  test("refuses what cannot be", () => {
    const bad: object[] = [
      { scoring: "no such" },
      { thresholds: 0 },
      { thresholds: [] },
      { thresholds: [Number.NaN] },
      { cv: 1 },
      { cv: "prefit", refit: true },
      { refit: 1 },
      { responseMethod: "predict" },
      { seed: -1 },
    ];
    for (const options of bad) {
      expect(() => new TunedThresholdClassifierCV({ estimator, ...options } as never)).toThrow(
        ParameterError,
      );
    }
    const model = new TunedThresholdClassifierCV({ estimator, refit: false });
    expect(() => model.fit(X, y)).toThrow("refit must be true where there are several folds");
    const constant = new TunedThresholdClassifierCV({ estimator, cv: 2 });
    expect(() =>
      constant.fit(
        y.map(() => [1]),
        y,
      ),
    ).toThrow("expected scores that differ between rows");
    expect(() => constant.fit([[1], [2], [3]], [0, 1, 2])).toThrow(ValueError);
  });
});
