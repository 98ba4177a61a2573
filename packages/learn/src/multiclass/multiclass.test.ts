import { ParameterError, ValueError } from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { InnerPredictor } from "../base/inner";
import type { Label } from "../base/labels";
import {
  GaussianNB,
  LogisticRegression,
  makePipeline,
  OneVsOneClassifier,
  OneVsRestClassifier,
  OutputCodeClassifier,
  Ridge,
  StandardScaler,
} from "../index";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";

interface Case {
  readonly estimator: keyof typeof kinds;
  readonly inner: keyof typeof inners;
  readonly table: TableName | null;
  readonly options: object;
  readonly predicted: number[];
  readonly decisions: number[] | null;
  readonly proba: number[][] | null;
  readonly codeBook: number[][] | null;
  readonly score: number;
}

const kinds = { OneVsRestClassifier, OneVsOneClassifier, OutputCodeClassifier };
const inners = {
  LogisticRegression: () => new LogisticRegression({ tol: 1e-10, maxIter: 10_000 }),
  GaussianNB: () => new GaussianNB(),
  Ridge: () => new Ridge({ alpha: 2 }),
};

interface Wrapped {
  readonly classes: readonly Label[];
  readonly decisionFunction?: (X: Tensor) => Tensor;
  readonly predictProba?: (X: Tensor) => Tensor;
  readonly codeBook?: Tensor;
  predict(X: Tensor): Label[];
  score(X: Tensor, y: readonly Label[]): number;
}

const own = readFixtureData("wrappers") as unknown as { clouds: number[][]; five: number[] };
const cases = readFixture<Case>("wrappers").filter((c) => c.estimator in kinds);
const estimator = new LogisticRegression({ tol: 1e-10, maxIter: 1000 });
const except = {
  "takes one row, and a column that does not vary": "one row has one class, and two are needed",
};

describe.each(Object.keys(kinds) as (keyof typeof kinds)[])("%s", (name) => {
  const make = (inner: InnerPredictor) => new kinds[name]({ estimator: inner, seed: 4 });
  estimatorContract(() => make(estimator), { except });

  test.each(
    cases
      .filter((c) => c.estimator === name)
      .map((c) => ({ ...c, name: `${c.inner} of ${c.table} ${JSON.stringify(c.options)}` })),
  )("agrees with scikit-learn: $name", async (c) => {
    const { X, y } = c.table
      ? await tableByName(c.table, { standardized: true })
      : { X: tensor(own.clouds), y: own.five };
    const fitted = new kinds[name]({ estimator: inners[c.inner](), ...c.options } as never).fit(
      X,
      y,
    );
    const model = fitted as unknown as Wrapped;
    const step = Math.floor(y.length / 12);
    const rows = X.take(
      Int32Array.from({ length: Math.ceil(y.length / step) }, (_, i) => i * step),
      0,
    );
    expect(model.predict(rows)).toEqual(c.predicted.map((code) => model.classes[code]));
    expect(model.score(X, y)).toBeCloseTo(c.score, 12);
    // Logistic regression is solved to a slope of 1e-10.
    const tolerance = { rtol: 1e-6, atol: 1e-7 };
    if (c.decisions && model.decisionFunction) {
      expectAllClose(model.decisionFunction(rows), c.decisions, tolerance);
    }
    if (c.proba) expectAllClose(model.predictProba!(rows), c.proba, tolerance);
    if (c.codeBook) expect(model.codeBook!.toArray()).toEqual(c.codeBook);
  });

  test("a pipeline may be inside, and its options have dotted names", () => {
    const model = make(makePipeline(new StandardScaler(), new LogisticRegression()));
    const other = model.withParams({ "estimator.logisticregression.C": 7 });
    expect(JSON.stringify(other.getParams())).toContain('"C":7');
    expect(other.fit(own.clouds, own.five).classes).toEqual([0, 1, 2, 3, 4]);
  });

  test("refuses what cannot be", () => {
    expect(() => make(new StandardScaler() as never)).toThrow(
      `${name}: estimator must be a classifier or a regressor`,
    );
    expect(() => make(estimator).fit([[1], [2]], ["a", "a"])).toThrow(ValueError);
  });
});

describe("classifiers out of binary ones", () => {
  test("have the methods that the classifier inside has", () => {
    const probable = new OneVsRestClassifier({ estimator: new GaussianNB() });
    expect(probable.decisionFunction).toBeUndefined();
    expect(probable.fit(own.clouds, own.five).predictProba(own.clouds).shape).toEqual([80, 5]);
    const plain = new OneVsRestClassifier({ estimator: new Ridge() });
    expect(plain.predictProba).toBeUndefined();
    expect(new OneVsRestClassifier({ estimator }).decisionFunction).toBeTypeOf("function");
  });

  test("take sparse features where the classifier inside does", () => {
    const sparse = SparseTensor.fromDense(tensor(own.clouds));
    for (const kind of [OneVsRestClassifier, OutputCodeClassifier]) {
      const make = () => new kind({ estimator, seed: 0 } as never);
      const dense = make().fit(own.clouds, own.five);
      expect(make().fit(sparse, own.five).predict(sparse)).toEqual(dense.predict(own.clouds));
    }
  });

  test("two classes need one estimator, against the rest or each other", () => {
    const y = own.five.map((label) => Number(label > 2));
    expect(new OneVsRestClassifier({ estimator }).fit(own.clouds, y).estimators).toHaveLength(1);
    const pair = new OneVsOneClassifier({ estimator }).fit(own.clouds, y);
    expect(pair.estimators).toHaveLength(1);
    expect(pair.decisionFunction(own.clouds).shape).toEqual([80]);
    expect(pair.predict(own.clouds)).toEqual(
      estimator.clone().fit(own.clouds, y).predict(own.clouds),
    );
  });

  test("a letter that all classes share needs no estimator", () => {
    const model = new OutputCodeClassifier({ estimator, codeSize: 12, seed: 1 });
    const { estimators } = model.fit(own.clouds, own.five);
    expect(estimators).toHaveLength(60);
    expect(estimators.some((one) => typeof one === "number")).toBe(true);
    expect(model.score(own.clouds, own.five)).toBeGreaterThan(0.5);
  });

  test("refuse options that cannot be", () => {
    const make = (options: object) => () => new OutputCodeClassifier({ estimator, ...options });
    expect(make({ codeSize: 0 })).toThrow(ParameterError);
    expect(make({ seed: 0.5 })).toThrow(ParameterError);
  });
});
