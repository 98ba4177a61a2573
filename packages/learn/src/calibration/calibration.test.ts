import { NotFittedError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { Classifier } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import type { Label } from "../base/labels";
import { FrozenEstimator } from "../frozen/frozen-estimator";
import { LogisticRegression } from "../linear-model/logistic-regression";
import { Perceptron } from "../linear-model/perceptron";
import { Ridge } from "../linear-model/ridge";
import { KFold } from "../model-selection/k-fold";
import { GaussianNB } from "../naive-bayes/gaussian-nb";
import { LinearSVC } from "../svm/linear-svc";
import { SVC } from "../svm/svc";
import { estimatorContract } from "../testing/contract";
import {
  expectAllClose,
  readFixture,
  readFixtureContent,
  readFixtureData,
} from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import {
  CalibratedClassifierCV,
  type CalibratedClassifierCVOptions,
} from "./calibrated-classifier-cv";
import { type CalibrationCurveOptions, calibrationCurve } from "./calibration-curve";

interface Case {
  readonly name: string;
  readonly kind: keyof typeof kinds | "frozen";
  readonly options: Omit<CalibratedClassifierCVOptions, "estimator">;
  readonly table: string;
  readonly weighted: number[] | null;
  readonly rows?: number[];
  readonly every: number;
  readonly shares: number[][];
}

interface Curve {
  readonly name: string;
  readonly y: number[];
  readonly p: number[];
  readonly options: CalibrationCurveOptions;
  readonly probTrue: number[];
  readonly probPred: number[];
}

const kinds = {
  GaussianNB: (): Classifier => new GaussianNB(),
  LogisticRegression: (): Classifier => new LogisticRegression({ tol: 1e-10, maxIter: 10_000 }),
  LinearSVC: (): Classifier => new LinearSVC({ tol: 1e-10, maxIter: 100_000 }),
  SVC: (): Classifier => new SVC({ tol: 1e-9 }),
};

const tables = readFixtureData("calibration") as Record<string, { X: number[][]; y: number[] }>;
const { curves } = readFixtureContent<{ curves: Curve[] }>("calibration");

async function tableFor(name: string): Promise<{ X: Tensor; y: readonly Label[] }> {
  const own = tables[name];
  if (own) return { X: tensor(own.X), y: own.y };
  return tableByName(name as TableName, { standardized: true });
}

const every = (X: Tensor, step: number) =>
  X.take(
    Int32Array.from({ length: Math.ceil(X.shape[0]! / step) }, (_, i) => i * step),
    0,
  );

describe("CalibratedClassifierCV", () => {
  estimatorContract(
    () => new CalibratedClassifierCV({ estimator: new LinearSVC({ tol: 1e-9, seed: 0 }), cv: 2 }),
    {
      except: {
        "refuses NaN and infinity, and names their place":
          "missing values are the estimator's to judge, which sees folds",
        "refuses what is no matrix of numbers": "tables of text are the estimator's to judge",
        "takes one row, and a column that does not vary": "two classes are needed",
        "a weight of 2 counts as a row twice, and one of 0 as none": "the folds differ",
      },
    },
  );

  test.each(readFixture<Case>("calibration"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y } = await tableFor(c.table);
    if (c.kind === "frozen") {
      const half = Math.floor(y.length / 2);
      const take = (rows: number[]) =>
        [X.take(Int32Array.from(rows), 0), rows.map((row) => y[row]!)] as const;
      const estimator = new GaussianNB().fit(...take(c.rows!.slice(0, half)));
      const frozen = new FrozenEstimator({ estimator }) as Classifier;
      const model = new CalibratedClassifierCV({ ...c.options, estimator: frozen });
      model.fit(...take(c.rows!.slice(half)));
      expect(model.estimators).toHaveLength(1);
      expectAllClose(model.predictProba(every(X, c.every)), c.shares, { rtol: 0, atol: 1e-5 });
      return;
    }
    const model = new CalibratedClassifierCV({ ...c.options, estimator: kinds[c.kind]() });
    model.fit(X, y, c.weighted ? { sampleWeight: c.weighted } : {});
    expectAllClose(model.predictProba(every(X, c.every)), c.shares, { rtol: 0, atol: 1e-5 });
  });

  test("without an estimator it calibrates a LinearSVC, in five folds", async () => {
    const { X, y } = await tableByName("iris", { standardized: true });
    const model = new CalibratedClassifierCV().fit(X, y);
    expect(model.estimators).toHaveLength(5);
    expect(model.estimators[0]).toBeInstanceOf(LinearSVC);
    expect(model.score(X, y)).toBeGreaterThan(0.9);
  });

  test("brings the probabilities of naive Bayes nearer to the truth", async () => {
    const { X, y } = await tableByName("breast cancer");
    const loss = (model: { predictProba(X: Tensor): Tensor }) => {
      const second = model.predictProba(X).slice([], 1);
      return second
        .sub(tensor(y as number[]))
        .square()
        .mean()
        .item();
    };
    const plain = new GaussianNB().fit(X, y);
    const calibrated = new CalibratedClassifierCV({
      estimator: new GaussianNB(),
      method: "isotonic",
    });
    expect(loss(calibrated.fit(X, y))).toBeLessThan(0.8 * loss(plain));
  });

  test("comes back from JSON with every kind of calibration", async () => {
    const { X, y } = await tableByName("iris", { standardized: true });
    for (const method of ["sigmoid", "isotonic", "temperature"] as const) {
      const model = new CalibratedClassifierCV({ estimator: new GaussianNB(), method, cv: 3 });
      const text = JSON.stringify(model.fit(X, y));
      const back = estimatorFromJSON(JSON.parse(text)) as typeof model;
      expect(back.predictProba(X).toArray()).toEqual(model.predictProba(X).toArray());
    }
    const folds = new CalibratedClassifierCV({
      cv: new KFold({ nSplits: 3, shuffle: true, seed: 0 }),
    });
    expect(folds.fit(X, y).estimators).toHaveLength(3);
    expect(() => folds.toJSON()).toThrow(ParameterError);
  });

  test("refuses what cannot be", () => {
    const bad: object[] = [
      { estimator: new Ridge() },
      { method: "beta" },
      { cv: 1 },
      { ensemble: "yes" },
    ];
    for (const options of bad) {
      expect(() => new CalibratedClassifierCV(options as never)).toThrow(ParameterError);
    }
    expect(() => new CalibratedClassifierCV({ estimator: new Perceptron() })).not.toThrow();
    expect(() => new CalibratedClassifierCV().fit([[1], [2]], [1, 1])).toThrow(ValueError);
    expect(() => new CalibratedClassifierCV().fit([[1], [2]], [0, 1])).toThrow(ParameterError);
  });
});

describe("FrozenEstimator", () => {
  test("stays as it is, in copies and in JSON too", () => {
    const X = [[0], [1], [2], [3]];
    const model = new LogisticRegression().fit(X, ["a", "a", "b", "b"]);
    const frozen = new FrozenEstimator({ estimator: model });
    expect(
      frozen
        .clone()
        .fit([[9]], ["c"])
        .predict(X),
    ).toEqual(model.predict(X));
    expect(frozen.classes).toEqual(["a", "b"]);
    expect(frozen.score(X, ["a", "a", "b", "b"])).toBe(1);
    expect(frozen.predictProba(X).toArray()).toEqual(model.predictProba(X).toArray());
    expect(frozen.decisionFunction(X).toArray()).toEqual(model.decisionFunction(X).toArray());
    expect([frozen.nFeaturesIn, frozen.featureNamesIn, frozen.estimatorType]).toEqual([
      1,
      undefined,
      "classifier",
    ]);
    const back = estimatorFromJSON(JSON.parse(JSON.stringify(frozen))) as typeof frozen;
    expect(back.predict(X)).toEqual(model.predict(X));
    const regressor = new FrozenEstimator({ estimator: new Ridge().fit(X, [1, 2, 3, 4]) });
    expect(regressor.predictProba).toBeUndefined();
    expect(regressor.predict(X).shape).toEqual([4]);
  });

  test("refuses what is not fitted, or predicts nothing", () => {
    expect(() => new FrozenEstimator({ estimator: new Ridge() }).fit([[1]], [1])).toThrow(
      NotFittedError,
    );
    expect(() => new FrozenEstimator({ estimator: 5 as never })).toThrow(ParameterError);
  });
});

describe("calibrationCurve", () => {
  test.each(curves)("agrees with scikit-learn: $name", (c) => {
    const { probTrue, probPred } = calibrationCurve(c.y, c.p, c.options);
    expectAllClose(probTrue, c.probTrue, { rtol: 1e-12 });
    expectAllClose(probPred, c.probPred, { rtol: 1e-12 });
  });

  test("takes labels with a positive one", () => {
    const curve = calibrationCurve(["no", "yes"], [0.1, 0.9], { posLabel: "yes", nBins: 2 });
    expect(curve.probTrue.toArray()).toEqual([0, 1]);
  });

  test("refuses what cannot be", () => {
    expect(() => calibrationCurve(["a", "b"], [0, 1])).toThrow(ParameterError);
    expect(() => calibrationCurve([0, 1, 2], [0, 1, 1])).toThrow(ValueError);
    expect(() => calibrationCurve([0, 1], [0, 1.5])).toThrow("got 1.5 at row 1");
    expect(() => calibrationCurve([0, 1], [0])).toThrow(ShapeError);
    expect(() => calibrationCurve([0, 1], [0, 1], { nBins: 0 })).toThrow(ParameterError);
    expect(() => calibrationCurve([0, 1], [0, 1], { strategy: "x" as never })).toThrow(
      ParameterError,
    );
  });
});
