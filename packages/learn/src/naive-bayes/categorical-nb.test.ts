import {
  NotFittedError,
  ParameterError,
  ShapeError,
  setWarningSink,
  ValueError,
} from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import { CategoricalNB, type CategoricalNBOptions } from "./categorical-nb";

interface Case {
  readonly table: TableName | null;
  readonly options: CategoricalNBOptions;
  readonly weighted: boolean;
  readonly parts: boolean;
  readonly joint: number[][];
  readonly logProba: number[][];
  readonly predicted: number[];
  readonly counts: number[][] | null;
  readonly score: number;
}

const { X, y, XNew, weights } = readFixtureData("categorical-nb") as unknown as {
  X: number[][];
  y: number[];
  XNew: number[][];
  weights: number[];
};

/** Features cut into four equal steps between their least and largest value, as the script does. */
function stepped(table: Tensor): Tensor {
  const values = table.sub(table.min(0));
  const width = values.max(0).data();
  const safe = tensor(Array.from(width, (one) => one || 1));
  const steps = values.mul(4).div(safe).floor().data();
  return tensor(
    Float64Array.from(steps, (step) => Math.min(3, step)),
    { shape: table.shape },
  );
}

const cases = readFixture<Case>("categorical-nb").map((c) => ({
  ...c,
  name: `${c.table} ${JSON.stringify(c.options)}${c.weighted ? ", weighted" : ""}${c.parts ? ", in parts" : ""}`,
}));

// The contract of estimators has fractions as features, which are no categories: what it holds is held below.
describe("CategoricalNB", () => {
  test.each(cases)("agrees with scikit-learn: $name", async (c) => {
    const shipped = c.table && (await tableByName(c.table));
    const features = shipped ? stepped(shipped.X) : tensor(X);
    const labels = shipped ? shipped.y : y;
    const model = new CategoricalNB(c.options);
    if (c.parts) {
      model.partialFit(X.slice(0, 30), y.slice(0, 30), { classes: [0, 1, 2] });
      model.partialFit(X.slice(30), y.slice(30));
    } else model.fit(features, labels, c.weighted ? { sampleWeight: weights } : {});
    const step = Math.floor(labels.length / 8);
    const every = Int32Array.from({ length: Math.ceil(labels.length / step) }, (_, i) => i * step);
    const rows = shipped ? features.take(every, 0) : tensor(XNew);
    expectAllClose(model.predictJointLogProba(rows), c.joint, { rtol: 1e-13 });
    expectAllClose(model.predictLogProba(rows), c.logProba, { rtol: 1e-12 });
    expect(model.predict(rows)).toEqual(c.predicted.map((code) => model.classes[code]));
    expect(model.score(features, labels)).toBeCloseTo(c.score, 12);
    if (c.counts) expect(model.categoryCount[0]!.toArray()).toEqual(c.counts);
  });

  test("takes tables, names columns, and survives JSON", () => {
    const table = DataFrame.fromColumns({ a: X.map(([a]) => a!), b: X.map((row) => row[1]!) });
    const model = new CategoricalNB().fit(table, y);
    expect(model.featureNamesIn).toEqual(["a", "b"]);
    expect(model.nCategories).toHaveLength(2);
    const restored = CategoricalNB.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(restored.predictProba(table).toArray()).toEqual(model.predictProba(table).toArray());
    expect(restored.classCount.sum().item()).toBe(70);
    expect(restored.classLogPrior.shape).toEqual([3]);
    expect(restored.featureLogProb).toHaveLength(2);
    expect(() => model.predict(table.select("b", "a"))).toThrow(ValueError);
    expect(() => model.clone().predict(table)).toThrow(NotFittedError);
    expect(() => model.predict([[0]])).toThrow(ShapeError);
    expect(model.withParams({ alpha: 2 }).alpha).toBe(2);
  });

  test("probabilities of a feature's categories add to 1", () => {
    const { featureLogProb } = new CategoricalNB({ minCategories: 8 }).fit(X, y);
    for (const logs of featureLogProb)
      expectAllClose(logs.exp().sum(1), [1, 1, 1], { rtol: 1e-12 });
  });

  test("an alpha of almost 0 is raised if it is not forced", () => {
    const heard: string[] = [];
    const before = setWarningSink(({ message }) => heard.push(message));
    new CategoricalNB({ alpha: 0, forceAlpha: false }).fit(X, y);
    setWarningSink(before);
    expect(heard[0]).toContain("expected alpha >= 1e-10");
  });

  test("refuses what cannot be", () => {
    const make = (options: object) => () => new CategoricalNB(options);
    expect(make({ alpha: -1 })).toThrow(ParameterError);
    expect(make({ forceAlpha: 1 })).toThrow(ParameterError);
    expect(make({ fitPrior: 1 })).toThrow(ParameterError);
    expect(make({ minCategories: 0 })).toThrow(ParameterError);
    expect(() => make({ minCategories: [3] })().fit(X, y)).toThrow(
      "expected minCategories for each of 3 features, got 1",
    );
    expect(() => make({ classPrior: [1] })().fit(X, y)).toThrow(ShapeError);
    const model = new CategoricalNB();
    expect(() => model.fit([[0.5]], [1])).toThrow(
      "expected categories 0, 1, … in X, got 0.5 at row 0, column 0",
    );
    expect(() => model.fit([[0], [-1]], [1, 2])).toThrow(ValueError);
    expect(() => model.fit([[Number.NaN]], [1])).toThrow(ValueError);
    expect(() => model.fit([[0], [1]], [1])).toThrow(ShapeError);
    expect(() => model.fit([[0], [1]], [1, 2], { sampleWeight: [0, 0] })).toThrow(ValueError);
    expect(() => model.partialFit([[0]], [1])).toThrow(ParameterError);
    model.fit([[0], [1]], ["a", "b"]);
    expect(() => model.predict([[0], [2]])).toThrow(
      "expected categories below 2 in column 0, as in fit, got 2 at row 1; minCategories makes room",
    );
    expect(() => model.partialFit([[0]], ["c"])).toThrow(ValueError);
  });
});
