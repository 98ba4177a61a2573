import { ShapeError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { tensor } from "@gradus/tensor";
import { expect } from "vitest";
import type { Regressor } from "../base/estimator";
import type { Targets, Weights } from "../base/inputs";
import { type ContractOptions, expectSame, runner, X, y } from "./contract-data";

/** What every regressor keeps beside the contract of estimators. */
export function regressorContract(create: () => Regressor, options: ContractOptions): void {
  const test = runner(options);

  test("takes targets as tensor, column, typed array and array", () => {
    const expected = create().fit(X, y).predict(X);
    const table = DataFrame.fromColumns({ y });
    for (const targets of [tensor(y), table.column("y"), Float64Array.from(y)]) {
      expectSame(create().fit(X, targets).predict(X), expected);
    }
  });

  test("several targets at once have a column of predictions each", () => {
    const both = y.map((value) => [value, -value]);
    expect(create().fit(X, both).predict(X).shape).toEqual([X.length, 2]);
    expect(create().fit(X, DataFrame.fromColumns({ y })).predict(X).shape).toEqual([X.length, 1]);
  });

  test("refuses targets that do not fit", () => {
    const model = create();
    const message = `expected as many targets as rows of X, ${X.length}, got 2`;
    expect(() => model.fit(X, [1, 2])).toThrow(message);
    expect(() => model.fit(X, tensor([[[1]]]))).toThrow(ShapeError);
    expect(() => model.fit(X, [])).toThrow(ShapeError);
    expect(() => model.fit(X, [Number.NaN, ...y.slice(1)])).toThrow(ValueError);
    expect(() => model.fit(X, ["a"] as never)).toThrow(ValueError);
    expect(() => model.fit(X, undefined as never)).toThrow(ValueError);
  });

  test("refuses weights that cannot be", () => {
    const weigh = (sampleWeight: Weights) => () => create().fit(X, y, { sampleWeight });
    const rest = y.slice(1).map(() => 1);
    expect(weigh([1, 1])).toThrow(ShapeError);
    expect(weigh([-1, ...rest])).toThrow(ValueError);
    expect(weigh(y.map(() => 0))).toThrow(ValueError);
    expect(weigh([Number.NaN, ...rest])).toThrow(ValueError);
  });

  test("a weight of 2 counts as a row twice, and one of 0 as none", () => {
    const sampleWeight = X.map((_, i) => (i === 0 ? 2 : i === 4 ? 0 : 1));
    const weighted = create().fit(X, y, { sampleWeight });
    const repeat = (list: readonly unknown[]) => [list[0], ...list.filter((_, i) => i !== 4)];
    const repeated = create().fit(repeat(X) as number[][], repeat(y) as Targets);
    expectSame(weighted.predict(X), repeated.predict(X));
  });

  test("score is the R² of its predictions", () => {
    const model = create().fit(X, y);
    const predicted = model.predict(X).data();
    const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
    const square = (terms: number[]) => terms.reduce((sum, term) => sum + term * term, 0);
    const expected =
      1 - square(y.map((v, i) => v - predicted[i]!)) / square(y.map((v) => v - mean));
    expect(model.score(X, y)).toBeCloseTo(expected, 10);
    expect(() => model.score(X, [1])).toThrow(ShapeError);
  });
}
