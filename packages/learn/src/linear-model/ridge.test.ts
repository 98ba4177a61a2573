import { ParameterError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, tableOf } from "../testing/fixtures";
import { LinearRegression } from "./linear-regression";
import { Ridge, type RidgeOptions } from "./ridge";

interface Case {
  readonly name: string;
  readonly options: RidgeOptions;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly y: number[] | number[][] | null;
  readonly sampleWeight: number[] | null;
  readonly coef: number[] | number[][];
  readonly intercept: number | number[];
  readonly predictions: number[] | number[][];
  readonly score: number;
}

const X = [
  [1, 2],
  [2, 1],
  [3, 5],
  [4, 3],
];
const y = [1, 2, 2, 5];

describe("Ridge", () => {
  estimatorContract(() => new Ridge({ alpha: 0.5 }));

  test.each(readFixture<Case>("ridge"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y } = await tableOf(c);
    const options = c.sampleWeight ? { sampleWeight: c.sampleWeight } : {};
    const model = new Ridge(c.options).fit(X, y, options);
    expectAllClose(model.coef, c.coef, { rtol: 1e-9 });
    expectAllClose(model.predict(X.slice(0, 10)), c.predictions, { rtol: 1e-9 });
    const size = Math.max(...[c.predictions].flat(2).map(Math.abs));
    expectAllClose(model.intercepts, c.intercept, { rtol: 1e-9, atol: 1e-9 * size });
    expectAllClose(model.score(X, y), c.score, { rtol: 0, atol: 1e-9 });
  });

  test("repeating every row and doubling alpha changes nothing", () => {
    const once = new Ridge({ alpha: 3 }).fit(X, y);
    const twice = new Ridge({ alpha: 6 }).fit([...X, ...X], [...y, ...y]);
    expectAllClose(twice.coef, [...once.coef.data()], { rtol: 1e-12 });
  });

  test("a larger alpha gives shorter coefficients, down to 0", () => {
    const lengths = [0, 0.1, 1, 10, 1e12].map((alpha) =>
      new Ridge({ alpha }).fit(X, y).coef.norm().item(),
    );
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    expect(lengths.at(-1)).toBeLessThan(1e-10);
  });

  test("alpha = 0 is least squares, also where columns are dependent", () => {
    const dependent = X.map(([a, b]) => [a!, b!, a! + b!]);
    for (const features of [X, dependent, X.slice(0, 1)]) {
      const targets = y.slice(0, features.length);
      const ridge = new Ridge({ alpha: 0 }).fit(features, targets);
      const plain = new LinearRegression().fit(features, targets);
      expectAllClose(ridge.predict(features), [...plain.predict(features).data()], { rtol: 1e-9 });
    }
  });

  test("columns of very different sizes are no trouble", () => {
    const wild = X.map(([a, b]) => [a! * 1e9, b! * 1e-6]);
    const scaled = new Ridge({ alpha: 0 }).fit(wild, y).coef.data();
    const plain = new Ridge({ alpha: 0 }).fit(X, y).coef.data();
    expectAllClose([scaled[0]! * 1e9, scaled[1]! * 1e-6], [...plain], { rtol: 1e-9 });
  });

  test("refuses options that cannot be", () => {
    for (const alpha of [-1, Number.NaN, Infinity, "1" as never]) {
      expect(() => new Ridge({ alpha })).toThrow(ParameterError);
    }
    expect(() => new Ridge({ fitIntercept: null as never })).toThrow(ParameterError);
  });
});
