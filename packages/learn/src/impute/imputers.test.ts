import { NotFittedError, ParameterError, setWarningSink, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { type Tensor, tensor } from "@gradus/tensor";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LinearRegression } from "../linear-model/linear-regression";
import { estimatorContract } from "../testing/contract";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { everyRow } from "../testing/tables";
import { CategoryImputer } from "./category-imputer";
import { IterativeImputer } from "./iterative-imputer";
import { KNNImputer } from "./knn-imputer";
import { MissingIndicator } from "./missing-indicator";
import { SimpleImputer } from "./simple-imputer";

type Rows = (number | null)[][];

interface Case {
  readonly estimator: keyof typeof IMPUTERS;
  readonly name: string;
  readonly options: object;
  readonly X: Rows;
  readonly transformed: Rows;
  readonly fresh: Rows;
  readonly freshTransformed: Rows;
  readonly namesOut: string[] | null;
  readonly statistics?: (number | null)[];
  readonly nIter?: number;
}

const IMPUTERS = { SimpleImputer, KNNImputer, MissingIndicator, IterativeImputer };
// scikit-learn's distances are differences of squares, with fewer digits than ours.
const TOLERANCES = {
  SimpleImputer: 1e-12,
  KNNImputer: 1e-9,
  MissingIndicator: 0,
  IterativeImputer: 1e-8,
};
const except = { "refuses NaN and infinity, and names their place": "NaN is a missing value" };
const gaps = (rows: Rows) => rows.map((row) => row.map((value) => value ?? Number.NaN));
const { NaN: gap } = Number;

describe("imputers", () => {
  const warnings: string[] = [];
  let before: ReturnType<typeof setWarningSink>;
  beforeAll(() => {
    before = setWarningSink(({ message }) => warnings.push(message));
  });
  afterAll(() => {
    setWarningSink(before);
  });

  describe("SimpleImputer", () => estimatorContract(() => new SimpleImputer(), { except }));
  describe("KNNImputer", () => estimatorContract(() => new KNNImputer(), { except }));
  describe("IterativeImputer", () => estimatorContract(() => new IterativeImputer(), { except }));
  describe("MissingIndicator", () =>
    estimatorContract(() => new MissingIndicator({ features: "all" }), { except }));

  // The numeric part of DAT-011: to 1e-6, all but the iterations to far less.
  test.each(readFixture<Case>("imputers"))("equal scikit-learn: $estimator $name", (c) => {
    const imputer = new IMPUTERS[c.estimator](c.options);
    const tolerance = { rtol: TOLERANCES[c.estimator] };
    const X = gaps(c.X);
    const filled = imputer.fitTransform(X).toArray() as number[][];
    expectClose(everyRow(filled, 3), c.transformed, tolerance);
    expectClose(imputer.transform(gaps(c.fresh)), c.freshTransformed, tolerance);
    if (c.namesOut) expect(imputer.getFeatureNamesOut()).toEqual(c.namesOut);
    if (c.statistics) expectClose((imputer as SimpleImputer).statistics, c.statistics, tolerance);
    if (c.nIter !== undefined) expect((imputer as IterativeImputer).nIter).toBe(c.nIter);
  });

  test("take tables with gaps", () => {
    const table = DataFrame.fromColumns({ a: [1, gap, 3], b: Int32Array.of(1, 2, 4) });
    const filled = new SimpleImputer({ addIndicator: true }).fit(table);
    expect(filled.transform(table).toArray()).toEqual([
      [1, 1, 0],
      [2, 2, 1],
      [3, 4, 0],
    ]);
    expect(filled.getFeatureNamesOut()).toEqual(["a", "b", "missingindicator_a"]);
    expect(() => new SimpleImputer().fit(DataFrame.fromColumns({ t: ["a"] }))).toThrow(ValueError);
  });

  test("warn of features without a value, and refuse to be left with none", () => {
    warnings.length = 0;
    const X = [
      [gap, 1],
      [gap, 2],
    ];
    expect(new SimpleImputer().fitTransform(X).shape).toEqual([2, 1]);
    expect(warnings[0]).toContain("expected features with values, got none in x0");
    expect(() => new KNNImputer().fit([[gap]])).toThrow(ValueError);
    expect(() => new IterativeImputer().fit([[gap]])).toThrow(ValueError);
  });

  test("refuse NaN where another number is missing, and infinity", () => {
    for (const make of Object.values(IMPUTERS)) {
      expect(() => new make({ missingValues: -1 }).fit([[gap]])).toThrow(ValueError);
      expect(() => new make().fit([[Infinity]])).toThrow(ValueError);
      expect(() => new make({ missingValues: Infinity })).toThrow(ParameterError);
    }
  });

  test("MissingIndicator refuses new gaps, unless it is told not to", () => {
    const X = [
      [1, gap],
      [2, 3],
    ];
    const strict = new MissingIndicator().fit(X);
    expect(strict.featuresFound).toEqual([1]);
    expect(() => strict.transform([[gap, 1]])).toThrow("got one in x0");
    const lax = new MissingIndicator({ errorOnNew: false }).fit(X);
    expect(lax.transform([[gap, 1]]).toArray()).toEqual([[0]]);
  });

  test("KNNImputer: the feature's mean fills a row that has nothing in common", () => {
    const imputer = new KNNImputer().fit([
      [1, gap],
      [3, gap],
      [gap, 5],
    ]);
    expect(imputer.transform([[gap, gap]]).toArray()).toEqual([[2, 5]]);
  });

  test("IterativeImputer takes any regressor and keeps the bounds", () => {
    const X = [
      [1, 2],
      [2, 4],
      [3, gap],
      [gap, 10],
    ];
    const estimator = new LinearRegression();
    const imputer = new IterativeImputer({ estimator, tol: 1e-9, maxIter: 50 });
    expectClose(imputer.fitTransform(X), [1, 2, 2, 4, 3, 6, 5, 10], { rtol: 1e-6 });
    const bounded = new IterativeImputer({ estimator, minValue: 0, maxValue: 4 }).fitTransform(X);
    expect(bounded.data()[6]).toBe(4);
    const read = IterativeImputer.fromJSON(JSON.parse(JSON.stringify(imputer)));
    expect(read.estimator).toBeInstanceOf(LinearRegression);
    expectClose(read.transform(X), imputer.transform(X).toArray() as number[][], { rtol: 0 });
    expect(
      (imputer.withParams({ "estimator.fitIntercept": false }).estimator as LinearRegression)
        .fitIntercept,
    ).toBe(false);
  });

  test("IterativeImputer: an order at random depends on the seed alone", () => {
    const X = readFixture<Case>("imputers")[0]!.X;
    const filled = (seed: number): Tensor =>
      new IterativeImputer({ imputationOrder: "random", maxIter: 1, seed }).fitTransform(gaps(X));
    expectClose(filled(3), filled(3).toArray() as number[][], { rtol: 0 });
    expect(filled(3).data()).not.toEqual(filled(4).data());
  });

  test("SimpleImputer gives the same for float32 and for views, in float64", () => {
    const rows = Array.from({ length: 300 }, (_, i) => [i % 4 === 1 ? gap : i / 8, gap, i % 7]);
    const X = tensor(rows);
    for (const strategy of ["mean", "median", "mostFrequent", "constant"] as const) {
      const imputer = () => new SimpleImputer({ strategy, addIndicator: true });
      const expected = imputer().fitTransform(rows);
      expect(expected.shape).toEqual([300, 4]);
      for (const way of [X, X.astype("float32"), X.transpose().mul(1).transpose()]) {
        const filled = imputer().fitTransform(way);
        expect(filled.dtype).toBe("float64");
        expect(filled.data()).toEqual(expected.data());
      }
    }
    const infinite = tensor(rows.map((row) => row.with(0, row[0] === 6 ? Infinity : row[0]!)));
    for (const dtype of ["float32", "float64"] as const) {
      expect(() => new SimpleImputer().fit(infinite.astype(dtype))).toThrow("row 48, column 0");
    }
  });

  test("IterativeImputer warns when it does not come to rest", () => {
    warnings.length = 0;
    const X = readFixture<Case>("imputers")[0]!.X;
    new IterativeImputer({ maxIter: 1 }).fit(gaps(X));
    expect(warnings[0]).toContain("expected to converge in 1 rounds");
  });

  test("refuse options that cannot be, and attributes before fit", () => {
    expect(() => new SimpleImputer({ strategy: "mode" as never })).toThrow(ParameterError);
    expect(() => new SimpleImputer({ fillValue: gap })).toThrow(ParameterError);
    expect(() => new SimpleImputer({ addIndicator: 1 as never })).toThrow(ParameterError);
    expect(() => new SimpleImputer({ keepEmptyFeatures: 1 as never })).toThrow(ParameterError);
    expect(() => new KNNImputer({ nNeighbors: 0 })).toThrow(ParameterError);
    expect(() => new KNNImputer({ weights: "x" as never })).toThrow(ParameterError);
    expect(() => new MissingIndicator({ features: "some" as never })).toThrow(ParameterError);
    expect(() => new MissingIndicator({ errorOnNew: 1 as never })).toThrow(ParameterError);
    expect(() => new IterativeImputer({ estimator: 3 as never })).toThrow(ParameterError);
    expect(() => new IterativeImputer({ minValue: 2, maxValue: 1 })).toThrow(ParameterError);
    expect(() => new IterativeImputer({ tol: -1 })).toThrow(ParameterError);
    expect(() => new IterativeImputer({ imputationOrder: "x" as never })).toThrow(ParameterError);
    expect(() => new SimpleImputer().statistics).toThrow(NotFittedError);
    expect(() => new MissingIndicator().featuresFound).toThrow(NotFittedError);
    expect(() => new IterativeImputer().nIter).toThrow(NotFittedError);
  });
});

describe("CategoryImputer", () => {
  const table = DataFrame.fromColumns({ town: ["Ames", null, "Boone", "Boone", "Ames"] });

  test("fills with the most frequent value, of several the first, or a constant", () => {
    const imputer = new CategoryImputer().fit(table);
    expect(imputer.statistics).toEqual(["Ames"]);
    expect(imputer.transform(table).column("town").toArray()[1]).toBe("Ames");
    const named = new CategoryImputer({ strategy: "constant" }).fitTransform(table);
    expect(named.column("town").at(1)).toBe("missing_value");
    const cells = new CategoryImputer().fitTransform([
      ["a", 1],
      [null, 2],
      ["b", gap],
      ["b", 2],
    ]);
    expect(cells.columns).toEqual(["x0", "x1"]);
    expect(cells.column("x0").toArray()).toEqual(["a", "b", "b", "b"]);
    expect(cells.column("x1").toArray()).toEqual([1, 2, 2, 2]);
  });

  test("survives JSON, forgets in a clone, and refuses other columns", () => {
    const imputer = new CategoryImputer().fit(table);
    const read = CategoryImputer.fromJSON(JSON.parse(JSON.stringify(imputer)));
    expect(read.transform(table).column("town").at(1)).toBe("Ames");
    expect(() => imputer.clone().transform(table)).toThrow(NotFittedError);
    expect(() => imputer.transform(table.rename({ town: "city" }))).toThrow(ValueError);
    expect(() => new CategoryImputer({ fillValue: null as never })).toThrow(ParameterError);
    expect(() => new CategoryImputer({ strategy: "mean" as never })).toThrow(ParameterError);
    expect(() => new CategoryImputer().statistics).toThrow(NotFittedError);
  });
});
