import { ShapeError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { type Tensor, tensor } from "@gradus/tensor";
import { expect } from "vitest";
import type { Classifier } from "../base/estimator";
import type { Matrix, Weights } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import { type ContractOptions, expectSame, labels, runner, X } from "./contract-data";

const codes = labels.map((label) => (label === "yes" ? 7 : 3));

/** What every classifier keeps beside the contract of estimators. */
export function classifierContract(create: () => Classifier, options: ContractOptions): void {
  const test = runner(options);

  test("predicts the labels it was given: strings, whole numbers or booleans", () => {
    const texts = create().fit(X, labels);
    const numbers = create().fit(X, codes);
    const truths = create().fit(
      X,
      labels.map((label) => label === "yes"),
    );
    expect(texts.classes).toEqual(["no", "yes"]);
    expect(numbers.classes).toEqual([3, 7]);
    expect(truths.classes).toEqual([false, true]);
    const predicted = texts.predict(X);
    expect(numbers.predict(X)).toEqual(predicted.map((label) => (label === "yes" ? 7 : 3)));
    expect(truths.predict(X)).toEqual(predicted.map((label) => label === "yes"));
  });

  test("takes labels as tensor, column and typed array", () => {
    const expected = create().fit(X, codes).predict(X);
    const table = DataFrame.fromColumns({ codes, labels });
    for (const given of [tensor(codes), table.column("codes"), Int32Array.from(codes)]) {
      expectSame(create().fit(X, given).predict(X), expected);
    }
    const named = create().fit(X, table.column("labels"));
    expect(named.classes).toEqual(["no", "yes"]);
  });

  test("tells three classes apart as well", () => {
    const three = labels.map((label, i) => (i > 5 ? "maybe" : label));
    const model = create().fit(X, three);
    expect(model.classes).toEqual(["maybe", "no", "yes"]);
    for (const label of model.predict(X)) expect(model.classes).toContain(label);
  });

  test("refuses labels that do not fit", () => {
    const model = create();
    const bad = (y: unknown) => () => model.fit(X, y as Labels);
    expect(bad(["yes", "no"])).toThrow(`expected as many labels as rows of X, ${X.length}, got 2`);
    expect(bad([])).toThrow(ShapeError);
    expect(bad(tensor([[1], [2]]))).toThrow(ShapeError);
    expect(bad([null, ...labels.slice(1)])).toThrow(ValueError);
    expect(bad([1, ...labels.slice(1)])).toThrow(
      "expected y to be labels that are all whole numbers",
    );
    expect(bad(codes.map((code) => code + 0.5))).toThrow(ValueError);
    expect(bad([Number.NaN, ...codes.slice(1)])).toThrow(ValueError);
    expect(bad(undefined)).toThrow(ValueError);
  });

  test("refuses weights that cannot be", () => {
    const weigh = (sampleWeight: Weights) => () => create().fit(X, labels, { sampleWeight });
    const rest = labels.slice(1).map(() => 1);
    expect(weigh([1, 1])).toThrow(ShapeError);
    expect(weigh([-1, ...rest])).toThrow(ValueError);
    expect(weigh(labels.map(() => 0))).toThrow(ValueError);
    expect(weigh([Number.NaN, ...rest])).toThrow(ValueError);
  });

  test("a weight of 2 counts as a row twice, and one of 0 as none", () => {
    const sampleWeight = X.map((_, i) => (i === 0 ? 2 : i === 4 ? 0 : 1));
    const weighted = create().fit(X, labels, { sampleWeight });
    const repeat = <T>(list: readonly T[]) => [list[0]!, ...list.filter((_, i) => i !== 4)];
    const repeated = create().fit(repeat(X), repeat(labels));
    const scores = scoresOf(weighted, X);
    if (scores) expectSame(scores, scoresOf(repeated, X)!, { rtol: 1e-5, atol: 1e-6 });
    else expectSame(weighted.predict(X), repeated.predict(X));
  });

  test("probabilities are shares that add to 1, and agree with the predictions", () => {
    const model = create().fit(X, labels) as Probabilistic;
    if (!model.predictProba) return;
    const shares = model.predictProba(X);
    expect(shares.shape).toEqual([X.length, 2]);
    const rows = shares.toArray() as number[][];
    const predicted = model.predict(X);
    rows.forEach((row, i) => {
      expect(row[0]! + row[1]!).toBeCloseTo(1, 12);
      expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
      if (row[0] !== row[1]) expect(predicted[i]).toBe(row[1]! > row[0]! ? "yes" : "no");
    });
    const logs = model.predictLogProba?.(X);
    if (logs) expectSame(logs.exp(), shares, { rtol: 1e-9, atol: 1e-12 });
  });

  test("score is the share of labels that are predicted right", () => {
    const model = create().fit(X, labels);
    const right = model.predict(X).filter((label, i) => label === labels[i]).length;
    expect(model.score(X, labels)).toBe(right / X.length);
    expect(() => model.score(X, ["yes"])).toThrow(ShapeError);
  });
}

interface Probabilistic extends Classifier {
  predictProba?(X: Matrix): Tensor;
  predictLogProba?(X: Matrix): Tensor;
  decisionFunction?(X: Matrix): Tensor;
  predict(X: Matrix): Label[];
}

/** The finest that a classifier says about rows. */
function scoresOf(model: Probabilistic, X: Matrix): Tensor | undefined {
  return model.decisionFunction?.(X) ?? model.predictProba?.(X);
}
