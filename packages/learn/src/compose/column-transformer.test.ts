import {
  NotFittedError,
  OutOfRangeError,
  ParameterError,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { estimatorFromJSON } from "../base/from-json";
import { MinMaxScaler } from "../preprocessing/min-max-scaler";
import { OneHotEncoder } from "../preprocessing/one-hot-encoder";
import { StandardScaler } from "../preprocessing/standard-scaler";
import { estimatorContract } from "../testing/contract";
import { expectClose } from "../testing/missing";
import { mixedCase, mixedTransformer } from "../testing/mixed-table";
import { makeColumnSelector } from "./column-selector";
import { ColumnTransformer, makeColumnTransformer } from "./column-transformer";

const missing = { "refuses NaN and infinity, and names their place": "NaN is a missing value" };

describe("ColumnTransformer", () => {
  estimatorContract(
    () =>
      new ColumnTransformer({
        transformers: [["scale", new StandardScaler(), [0]]],
        remainder: "passthrough",
      }),
    { except: missing },
  );

  test("names columns of a mixed table as scikit-learn does", () => {
    const { frame, namesOut, plainNames } = mixedCase();
    expect(mixedTransformer().fit(frame).getFeatureNamesOut()).toEqual(namesOut);
    const plain = mixedTransformer({ verboseFeatureNamesOut: false }).fit(frame);
    expect(plain.getFeatureNamesOut()).toEqual(plainNames);
  });

  test("gives the same sparse, when asked, and after JSON", () => {
    const { frame } = mixedCase();
    const dense = mixedTransformer().fit(frame);
    const expected = dense.transform(frame).toArray() as number[][];
    const sparse = mixedTransformer({ sparseOutput: true }).fitTransform(frame);
    expect(sparse).toBeInstanceOf(SparseTensor);
    expect(sparse.toDense().toArray()).toEqual(expected);
    const read = estimatorFromJSON(JSON.parse(JSON.stringify(dense))) as ColumnTransformer;
    expect(read.transform(frame).toArray()).toEqual(expected);
  });

  test("chooses columns by types and names, and weighs them", () => {
    const { frame, chosen, chosenNames } = mixedCase();
    const numbers = makeColumnSelector({ types: ["number", "integer"], pattern: "^[a-d]" });
    const model = new ColumnTransformer({
      transformers: [
        ["scale", new MinMaxScaler(), numbers],
        ["encode", new OneHotEncoder(), makeColumnSelector({ types: ["boolean"] })],
      ],
      transformerWeights: { scale: 3 },
    }).fit(frame);
    expectClose(model.transform(frame), chosen, { rtol: 1e-14 });
    expect(model.getFeatureNamesOut()).toEqual(chosenNames);
    const rest = makeColumnSelector({ except: ["number", "integer", "string"] });
    const flags = makeColumnTransformer([new OneHotEncoder(), rest]).fit(frame);
    expect(flags.getFeatureNamesOut()[0]).toBe("onehotencoder__garage_False");
  });

  test("takes places in tensors and rows of cells, also from the end", () => {
    const model = new ColumnTransformer({
      transformers: [
        ["hot", new OneHotEncoder(), 0],
        ["last", "passthrough", [-1]],
        ["nothing", new StandardScaler(), []],
      ],
    });
    const rows = [
      ["a", 1, 5],
      ["b", 2, 6],
    ];
    expect(model.fitTransform(rows).toArray()).toEqual([
      [1, 0, 5],
      [0, 1, 6],
    ]);
    expect(model.getFeatureNamesOut()).toEqual(["hot__x0_a", "hot__x0_b", "last__x2"]);
    const numbers = new ColumnTransformer({ transformers: [["one", "passthrough", [1]]] });
    expect(
      numbers
        .fitTransform(
          tensor([
            [1, 2],
            [3, 4],
          ]),
        )
        .toArray(),
    ).toEqual([[2], [4]]);
  });

  test("fits copies, the remainder's too, and replaces options by part.option", () => {
    const scaler = new MinMaxScaler();
    const model = new ColumnTransformer({
      transformers: [["scale", scaler, [0]]],
      remainder: new StandardScaler(),
    }).fit([
      [1, 2],
      [3, 4],
    ]);
    expect(() => scaler.scale).toThrow(NotFittedError);
    expect((model.namedTransformers.scale as MinMaxScaler).dataMin.toArray()).toEqual([1]);
    expect((model.namedTransformers.remainder as StandardScaler).mean.toArray()).toEqual([3]);
    const other = model.withParams({ "scale.clip": true, remainder: "drop" });
    expect((other.transformers[0]![1] as MinMaxScaler).clip).toBe(true);
    expect(other.remainder).toBe("drop");
    const inner = model.withParams({ "remainder.withMean": false });
    expect((inner.remainder as StandardScaler).withMean).toBe(false);
  });

  test("refuses columns that there are not", () => {
    const make = (columns: never) =>
      new ColumnTransformer({ transformers: [["a", "passthrough", columns]] });
    expect(() => make(["z"] as never).fit(mixedCase().frame)).toThrow(ValueError);
    expect(() => make(["z"] as never).fit([[1]])).toThrow(ValueError);
    expect(() => make([1] as never).fit([[1]])).toThrow(OutOfRangeError);
    expect(() => make({ types: ["number"] } as never).fit([[1]])).toThrow(ValueError);
    expect(() => make([0] as never).fitTransform([["a"]])).toThrow(ValueError);
    expect(() => make([0] as never).fit([] as never)).toThrow(ShapeError);
    expect(() => make([0] as never).fit(tensor([1]) as Tensor)).toThrow(ShapeError);
    expect(() => make([0] as never).fit(3 as never)).toThrow(ValueError);
  });

  test("refuses options that cannot be", () => {
    const make = (options: object) => () => new ColumnTransformer(options as never);
    expect(make({ transformers: 3 })).toThrow(ParameterError);
    expect(make({ transformers: [["a", "drop"]] })).toThrow(ParameterError);
    expect(make({ transformers: [["remainder", "drop", [0]]] })).toThrow(ParameterError);
    expect(make({ transformers: [["a", "keep", [0]]] })).toThrow(ParameterError);
    const transformers = [["a", "drop", [0]]];
    expect(make({ transformers, remainder: "keep" })).toThrow(ParameterError);
    expect(make({ transformers, sparseOutput: 1 })).toThrow(ParameterError);
    expect(make({ transformers, transformerWeights: { z: 1 } })).toThrow(ParameterError);
    expect(
      () => new ColumnTransformer({ transformers: transformers as never }).namedTransformers,
    ).toThrow(NotFittedError);
  });
});
