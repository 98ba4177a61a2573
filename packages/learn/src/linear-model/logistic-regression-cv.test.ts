import { ParameterError, setWarningSink, ValueError } from "@gradus/core";
import { SparseTensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { KFold } from "../model-selection/k-fold";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import { LogisticRegression } from "./logistic-regression";
import { LogisticRegressionCV, type LogisticRegressionCVOptions } from "./logistic-regression-cv";

interface Case {
  readonly table: TableName | null;
  readonly options: LogisticRegressionCVOptions;
  readonly weighted: boolean;
  readonly C: number;
  readonly l1Ratio: number;
  readonly Cs: number[];
  readonly scores: number[][][];
  readonly coef: number[][];
  readonly intercept: number[];
  readonly path: number[][];
  readonly predicted: number[];
}

const { X, y, weights } = readFixtureData("logistic-regression-cv") as unknown as {
  X: number[][];
  y: number[];
  weights: number[];
};
const exact = { tol: 1e-10, maxIter: 2000 };

describe("LogisticRegressionCV", () => {
  estimatorContract(() => new LogisticRegressionCV({ ...exact, Cs: [0.1, 1], cv: 2 }), {
    except: {
      "takes one row, and a column that does not vary": "one row makes no two folds",
    },
  });

  const cases = readFixture<Case>("logistic-regression-cv").map((c) => ({
    ...c,
    name: `${c.table} ${JSON.stringify(c.options)}${c.weighted ? ", weighted" : ""}`,
  }));
  test.each(cases)("agrees with scikit-learn: $name", async (c) => {
    const table = c.table && (await tableByName(c.table, { standardized: true }));
    const features = table ? table.X : tensor(X);
    const labels = table ? table.y : y;
    const model = new LogisticRegressionCV({ ...c.options, ...exact });
    model.fit(features, labels, c.weighted ? { sampleWeight: weights } : {});
    expectAllClose(model.strengths, c.Cs, { rtol: 1e-12 });
    expect(model.C).toBeCloseTo(c.C, 10);
    expect(model.l1Ratio).toBe(c.l1Ratio);
    // scikit-learn's searches end at a slope of 1e-8 of float64's, or, with an L1 part, at a change of 1e-8.
    expectAllClose(model.scoreGrid, c.scores, { rtol: 0, atol: 2e-6 });
    expectAllClose(model.coef, c.coef, { rtol: 1e-4 });
    expectAllClose(model.intercept, c.intercept, { rtol: 1e-4, atol: 1e-5 });
    // Almost without a penalty the bowl is flat: at C = 10⁴ a slope of 1e-8 leaves three digits.
    expectAllClose(model.coefsPaths.slice(0, 0, -1), c.path, { rtol: 1e-3 });
    const n = labels.length;
    const every = Int32Array.from({ length: Math.ceil(n / 10) }, (_, i) => 10 * i);
    expect(model.predict(features.take(every, 0))).toEqual(
      c.predicted.map((code) => model.classes[code]),
    );
  });

  test("the best penalty gives what LogisticRegression gives", () => {
    const model = new LogisticRegressionCV({ ...exact, Cs: 5, cv: 3 }).fit(X, y);
    const plain = new LogisticRegression({ ...exact, C: model.C }).fit(X, y);
    expectAllClose(model.coef, [...plain.coef.data()], { rtol: 1e-6 });
    expectAllClose(model.predictLogProba(X), [...plain.predictLogProba(X).data()], { rtol: 1e-6 });
    expect(model.coefsPaths.shape).toEqual([3, 1, 5, 3, 5]);
    expect(model.nIter).toBeGreaterThan(0);
  });

  test("takes sparse features, folds of one's own and one C", () => {
    const sparse = SparseTensor.fromDense(tensor(X));
    const make = () => new LogisticRegressionCV({ ...exact, Cs: 1, cv: new KFold({ nSplits: 3 }) });
    expect(make().fit(sparse, y).predict(sparse)).toEqual(make().fit(X, y).predict(X));
    expect(make().fit(X, y).strengths.toArray()).toEqual([1e-4]);
    expect(() => make().toJSON()).toThrow(ValueError);
  });

  test("warns once if searches do not come to rest", () => {
    const heard: string[] = [];
    const before = setWarningSink(({ message }) => heard.push(message));
    new LogisticRegressionCV({ maxIter: 1, tol: 1e-12 }).fit(X, y);
    setWarningSink(before);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain("expected every search to converge in 1 iterations");
  });

  test("refuses what cannot be", () => {
    const make = (options: object) => () => new LogisticRegressionCV(options);
    for (const Cs of [0, 1.5, [], [0], [1, -1], [Number.NaN]]) {
      expect(make({ Cs })).toThrow(ParameterError);
    }
    for (const l1Ratios of [[], [-0.1], [2]]) expect(make({ l1Ratios })).toThrow(ParameterError);
    expect(make({ cv: 1 })).toThrow(ParameterError);
    expect(make({ scoring: "beauty" })).toThrow(ParameterError);
    expect(make({ refit: 1 })).toThrow(ParameterError);
    expect(make({ tol: 0 })).toThrow(ParameterError);
    expect(make({ fitIntercept: 0 })).toThrow(ParameterError);
    expect(make({ classWeight: "even" })).toThrow(ParameterError);
    expect(make({ maxIter: 0 })).toThrow(ParameterError);
    expect(() => make({})().fit([[1], [2]], ["a", "a"])).toThrow(ValueError);
    expect(() => make({ cv: 100 })().fit(X, y)).toThrow(ParameterError);
  });
});
