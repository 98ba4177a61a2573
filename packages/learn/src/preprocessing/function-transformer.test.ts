import { NotFittedError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { FunctionTransformer } from "./function-transformer";

describe("FunctionTransformer", () => {
  estimatorContract(() => new FunctionTransformer(), {
    except: { "refuses NaN and infinity, and names their place": "NaN is a missing value" },
  });

  test("applies its functions", () => {
    const log = new FunctionTransformer({ func: (X) => X.log2(), inverseFunc: (X) => X.exp2() });
    expect(log.fitTransform([[1, 8]]).toArray()).toEqual([[0, 3]]);
    expect(log.inverseTransform([[0, 3]]).toArray()).toEqual([[1, 8]]);
    const same = new FunctionTransformer().fit([[1]]);
    expect(same.inverseTransform([[5]]).toArray()).toEqual([[5]]);
  });

  test("names its columns as it is told", () => {
    const first = new FunctionTransformer({
      func: (X) => X.mean(1).unsqueeze(1),
      featureNamesOut: (names) => [`mean of ${names.join(" and ")}`],
    });
    expect(first.fitTransform([[1, 2]]).toArray()).toEqual([[1.5]]);
    expect(first.fit([[1, 2]]).getFeatureNamesOut(["a", "b"])).toEqual(["mean of a and b"]);
  });

  test("refuses what does not keep the rows, or is no tensor", () => {
    const fit = (func: unknown) => new FunctionTransformer({ func: func as never }).fit([[1], [2]]);
    const X = [[1], [2]];
    expect(() => fit((X: { sum(): unknown }) => X.sum()).transform(X)).toThrow(ShapeError);
    expect(() => fit(() => 3).transform(X)).toThrow(ValueError);
    expect(() => fit(() => [[3]]).transform(X)).toThrow(ValueError);
  });

  test("refuses options that cannot be, an inverse before fit, and JSON of a function", () => {
    expect(() => new FunctionTransformer({ func: 3 as never })).toThrow(ParameterError);
    expect(() => new FunctionTransformer({ inverseFunc: "x" as never })).toThrow(ParameterError);
    expect(() => new FunctionTransformer({ featureNamesOut: 1 as never })).toThrow(ParameterError);
    expect(() => new FunctionTransformer().inverseTransform([[1]])).toThrow(NotFittedError);
    expect(() => new FunctionTransformer({ func: (X) => X }).toJSON()).toThrow(
      "FunctionTransformer.func: expected a value that JSON can hold, got a function",
    );
  });
});
