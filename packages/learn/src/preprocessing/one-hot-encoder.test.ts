import { NotFittedError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { SparseTensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { checkEncoder, type EncoderCase } from "../testing/encoder-cases";
import { readFixture } from "../testing/fixtures";
import { OneHotEncoder } from "./one-hot-encoder";

const except = {
  "refuses NaN and infinity, and names their place": "NaN is a category",
  "refuses what is no matrix of numbers": "text is what it is for",
};

const X = [
  ["red", 1],
  ["blue", 2],
  ["red", 3],
];

describe("OneHotEncoder", () => {
  estimatorContract(() => new OneHotEncoder(), { except });

  test.each(readFixture<EncoderCase>("one-hot-encoder"))("equals scikit-learn: $name", (c) => {
    checkEncoder(new OneHotEncoder(c.options), c);
  });

  test("gives the same sparse, and backwards", () => {
    const sparse = new OneHotEncoder({ sparseOutput: true });
    const Z = sparse.fitTransform(X);
    expect(Z).toBeInstanceOf(SparseTensor);
    expect(Z.nnz).toBe(6);
    expect(Z.toDense().toArray()).toEqual(new OneHotEncoder().fitTransform(X).toArray());
    expect(sparse.inverseTransform(Z)).toEqual(X);
  });

  test("takes tables with columns of any kind, and names their columns", () => {
    const table = DataFrame.fromColumns({
      colour: ["red", null, "blue"],
      sold: [true, false, true],
      year: Int32Array.of(1999, 2001, 1999),
      share: [0.5, Number.NaN, 0.25],
    });
    const encoder = new OneHotEncoder().fit(table.astype({ colour: "category" }));
    expect(encoder.getFeatureNamesOut()).toEqual([
      "colour_blue",
      "colour_red",
      "colour_None",
      "sold_False",
      "sold_True",
      "year_1999",
      "year_2001",
      "share_0.25",
      "share_0.5",
      "share_nan",
    ]);
    expect(encoder.inverseTransform(encoder.transform(table))).toEqual([
      ["red", true, 1999, 0.5],
      [null, false, 2001, Number.NaN],
      ["blue", true, 1999, 0.25],
    ]);
    expect(() => encoder.transform(table.rename({ year: "when" }))).toThrow(ValueError);
  });

  test("refuses unknown categories by name", () => {
    const encoder = new OneHotEncoder().fit(X);
    expect(() => encoder.transform([["green", 1]])).toThrow(
      'OneHotEncoder.transform: expected the categories "blue", "red" in column 0, got "green"',
    );
    const given = new OneHotEncoder({ categories: [["red"], [1, 2, 3]] });
    expect(() => given.fit(X)).toThrow('expected the categories "red" in column 0, got "blue"');
  });

  test("refuses cells that are no categories", () => {
    const fit = (rows: unknown) => () => new OneHotEncoder().fit(rows as never);
    expect(fit([["a"], [1]])).toThrow('expected cells of one kind in column 0, got "a" and 1');
    expect(fit([[Infinity]])).toThrow(ValueError);
    expect(fit([[{}]])).toThrow(ValueError);
    expect(fit([["a"], ["b", "c"]])).toThrow(ShapeError);
    expect(fit([])).toThrow(ShapeError);
    expect(fit("text")).toThrow(ValueError);
    const dates = DataFrame.fromColumns({ day: [new Date(0)] });
    expect(fit(dates)).toThrow(/got dates/);
  });

  test("refuses options that cannot be", () => {
    for (const categories of ["all", [1], [[]], [["a", "a"]]]) {
      expect(() => new OneHotEncoder({ categories: categories as never })).toThrow(ParameterError);
    }
    for (const minFrequency of [0, -1, 1.5, "1" as never]) {
      expect(() => new OneHotEncoder({ minFrequency })).toThrow(ParameterError);
    }
    expect(() => new OneHotEncoder({ maxCategories: 0 })).toThrow(ParameterError);
    expect(() => new OneHotEncoder({ drop: "last" as never })).toThrow(ParameterError);
    expect(() => new OneHotEncoder({ handleUnknown: "x" as never })).toThrow(ParameterError);
    expect(() => new OneHotEncoder({ sparseOutput: 1 as never })).toThrow(ParameterError);
    expect(() => new OneHotEncoder({ drop: ["red"] }).fit(X)).toThrow(ValueError);
    expect(() => new OneHotEncoder({ drop: ["green", 1] }).fit(X)).toThrow(ValueError);
    expect(() => new OneHotEncoder({ drop: ["blue", 1], minFrequency: 2 }).fit(X)).toThrow(
      "got a rare one",
    );
    expect(() => new OneHotEncoder({ categories: [["red"]] }).fit(X)).toThrow(ValueError);
    expect(() => new OneHotEncoder().categoriesFound).toThrow(NotFittedError);
    expect(() => new OneHotEncoder().infrequentCategories).toThrow(NotFittedError);
  });

  test("backwards, refuses other columns and rows without a category", () => {
    const encoder = new OneHotEncoder().fit([["a"], ["b"]]);
    expect(() => encoder.inverseTransform([[1]])).toThrow(ShapeError);
    expect(() => encoder.inverseTransform([[0, 0]])).toThrow(ValueError);
    const ignoring = new OneHotEncoder({ handleUnknown: "ignore" }).fit([["a"], ["b"]]);
    expect(ignoring.inverseTransform([[0, 0]])).toEqual([[null]]);
    expect(() => new OneHotEncoder().inverseTransform([[1]])).toThrow(NotFittedError);
  });
});
