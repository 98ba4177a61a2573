import { NotFittedError, ParameterError, ValueError } from "@gradus/core";
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

  test("backwards, refuses numbers that no category has", () => {
    const encoder = new OrdinalEncoder().fit([["a"], ["b"]]);
    expect(() => encoder.inverseTransform([[2]])).toThrow(ValueError);
    expect(() => encoder.transform([["z"]])).toThrow(ValueError);
    expect(() => new OrdinalEncoder().inverseTransform([[1]])).toThrow(NotFittedError);
    expect(() => new OrdinalEncoder().categoriesFound).toThrow(NotFittedError);
    expect(() => new OrdinalEncoder().infrequentCategories).toThrow(NotFittedError);
  });
});
