import { NotFittedError, ParameterError, ValueError } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { checkEncoder, type EncoderCase } from "../testing/encoder-cases";
import { readFixture } from "../testing/fixtures";
import { OrdinalEncoder } from "./ordinal-encoder";

const except = {
  "refuses NaN and infinity, and names their place": "NaN is a missing value",
  "refuses what is no matrix of numbers": "text is what it is for",
};

describe("OrdinalEncoder", () => {
  estimatorContract(() => new OrdinalEncoder(), { except });

  test.each(readFixture<EncoderCase>("ordinal-encoder"))("equals scikit-learn: $name", (c) => {
    checkEncoder(new OrdinalEncoder(c.options), c);
  });

  test("refuses options that cannot be, and numbers that are taken", () => {
    expect(() => new OrdinalEncoder({ handleUnknown: "useEncodedValue" })).toThrow(ParameterError);
    expect(() => new OrdinalEncoder({ unknownValue: 3 })).toThrow(ParameterError);
    expect(() => new OrdinalEncoder({ handleUnknown: "x" as never })).toThrow(ParameterError);
    expect(() => new OrdinalEncoder({ encodedMissingValue: "x" as never })).toThrow(ParameterError);
    const taken = new OrdinalEncoder({ handleUnknown: "useEncodedValue", unknownValue: 1 });
    expect(() => taken.fit([["a"], ["b"]])).toThrow(ValueError);
    const missing = new OrdinalEncoder({ encodedMissingValue: 0 });
    expect(() => missing.fit([["a"], [null]])).toThrow(ValueError);
    expect(
      missing
        .fit([["a"]])
        .transform([["a"]])
        .toArray(),
    ).toEqual([[0]]);
  });

  test("tells whole numbers in any tensor apart as numbers in lists, missing ones and −0 among them", () => {
    const rows = Array.from({ length: 600 }, (_, i) => [
      (i * 7) % 11 === 3 ? Number.NaN : ((i * 7) % 11) - 5,
      i % 3 === 0 ? -0 : i % 3,
      (i % 5) / 4,
      Number.NaN,
    ]);
    const X = tensor(rows);
    const expected = new OrdinalEncoder().fitTransform(rows);
    const ways = [X, X.astype("float32"), X.transpose().mul(1).transpose()];
    for (const way of ways) {
      const encoder = new OrdinalEncoder();
      expect(encoder.fitTransform(way).data()).toEqual(expected.data());
      expect(encoder.transform(rows).data()).toEqual(expected.data());
      expect(encoder.categoriesFound).toEqual([
        [-5, -4, -3, -1, 0, 1, 2, 3, 4, 5, Number.NaN],
        [0, 1, 2],
        [0, 0.25, 0.5, 0.75, 1],
        [Number.NaN],
      ]);
    }
    expect(expected.slice([0, 4]).toArray()).toEqual([
      [0, 0, 0, Number.NaN],
      [6, 1, 1, Number.NaN],
      [Number.NaN, 2, 2, Number.NaN],
      [9, 0, 3, Number.NaN],
    ]);
  });

  test("backwards, refuses numbers that no category has", () => {
    const encoder = new OrdinalEncoder().fit([["a"], ["b"]]);
    expect(() => encoder.inverseTransform([[2]])).toThrow(ValueError);
    expect(() => encoder.transform([["z"]])).toThrow(ValueError);
    expect(() => new OrdinalEncoder().inverseTransform([[1]])).toThrow(NotFittedError);
    expect(() => new OrdinalEncoder().categoriesFound).toThrow(NotFittedError);
    expect(() => new OrdinalEncoder().infrequentCategories).toThrow(NotFittedError);
  });
});
