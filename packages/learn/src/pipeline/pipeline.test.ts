import { NotFittedError, ParameterError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { SparseTensor, type Tensor } from "@gradus/tensor";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Classifier, Regressor } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import { TransformedTargetRegressor } from "../compose/transformed-target-regressor";
import { LinearRegression } from "../linear-model/linear-regression";
import { LogisticRegression } from "../linear-model/logistic-regression";
import { Ridge } from "../linear-model/ridge";
import { Binarizer } from "../preprocessing/binarizer";
import { FunctionTransformer } from "../preprocessing/function-transformer";
import { MinMaxScaler } from "../preprocessing/min-max-scaler";
import { OneHotEncoder } from "../preprocessing/one-hot-encoder";
import { PolynomialFeatures } from "../preprocessing/polynomial-features";
import { StandardScaler } from "../preprocessing/standard-scaler";
import { estimatorContract } from "../testing/contract";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { everyRow, featuresOf } from "../testing/tables";
import { FeatureUnion, makeUnion } from "./feature-union";
import { makePipeline, Pipeline } from "./pipeline";

interface Case {
  readonly table: string;
  readonly every: number;
  readonly predictions: number[];
  readonly score: number;
  readonly names: string[];
  readonly union: number[][];
  readonly unionNames: string[];
  readonly log: number[];
  readonly logScore: number;
  readonly scaled: number[];
  readonly both: number[][];
}

const same = () => new PolynomialFeatures({ degree: 1, includeBias: false });
const missing = { "refuses NaN and infinity, and names their place": "NaN is a missing value" };
const again = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

async function dataOf(c: Case): Promise<{ X: number[][]; y: number[] }> {
  const rows = await featuresOf({ table: c.table, X: null });
  return { X: rows.map((row) => row.slice(1)), y: rows.map((row) => row[0]!) };
}

describe("Pipeline", () => {
  describe("of a regressor", () =>
    estimatorContract(() => makePipeline(same(), new Ridge({ alpha: 0.5 })) as never));
  describe("of a classifier", () =>
    estimatorContract(() => makePipeline(same(), new LogisticRegression()) as never, {
      except: {
        "takes one row, and a column that does not vary": "logistic regression needs two classes",
      },
    }));
  describe("of a transformer", () =>
    estimatorContract(() => makePipeline(same(), new StandardScaler()) as never));

  test.each(readFixture<Case>("pipelines"))("agrees with scikit-learn: $table", async (c) => {
    const { X, y } = await dataOf(c);
    const model = new Pipeline({
      steps: [
        ["scale", new StandardScaler()],
        ["poly", new PolynomialFeatures({ includeBias: false })],
        ["skip", "passthrough"],
        ["ridge", new Ridge({ alpha: 2 })],
      ],
    }).fit(X, y);
    const close = { rtol: 1e-9 };
    expectClose(everyRow([...model.predict(X).data()], c.every), c.predictions, close);
    expect(model.score(X, y)).toBeCloseTo(c.score, 9);
    expect(model.getFeatureNamesOut()).toEqual(c.names);
    const both = makePipeline(new StandardScaler(), new MinMaxScaler()).fit(X);
    expectClose(everyRow(both.transform(X).toArray() as number[][], c.every), c.both, close);
    expectClose(both.inverseTransform(both.transform(X)), X, { rtol: 1e-12 });
  });

  test("has what its last step has, by type and in fact", () => {
    const regressor = makePipeline(new StandardScaler(), new Ridge());
    expectTypeOf(regressor).toExtend<Regressor>();
    expectTypeOf(regressor.predict).returns.toEqualTypeOf<Tensor>();
    expectTypeOf(regressor.predictProba).toEqualTypeOf<undefined>();
    expect(regressor.predictProba).toBeUndefined();
    expect(regressor.transform).toBeUndefined();
    expect(regressor.classes).toBeUndefined();
    expect(regressor.estimatorType).toBe("regressor");
    const classifier = makePipeline(new StandardScaler(), new LogisticRegression());
    expectTypeOf(classifier).toExtend<Classifier>();
    expectTypeOf(classifier.predictProba).returns.toEqualTypeOf<Tensor>();
    classifier.fit([[0], [1], [2], [3]], ["a", "a", "b", "b"]);
    expect(classifier.classes).toEqual(["a", "b"]);
    expect(classifier.predict([[0], [3]])).toEqual(["a", "b"]);
    expect(classifier.predictProba([[0]]).shape).toEqual([1, 2]);
    expect(classifier.score([[0]], ["a"])).toBe(1);
    const transformer = makePipeline(
      new StandardScaler(),
      new OneHotEncoder({ sparseOutput: true }),
    );
    expectTypeOf(transformer.transform).returns.toEqualTypeOf<SparseTensor>();
    expect(transformer.predict).toBeUndefined();
    expect(transformer.estimatorType).toBe("transformer");
    expect(makePipeline(new OneHotEncoder(), new Binarizer()).inverseTransform).toBeUndefined();
  });

  test("fits copies of its steps, which have names", () => {
    const scaler = new StandardScaler();
    const model = new Pipeline({
      steps: [
        ["scale", scaler],
        ["ridge", new Ridge()],
      ],
    });
    expect(() => model.namedSteps).toThrow(NotFittedError);
    model.fit([[1], [3]], [1, 2]);
    expect(() => scaler.mean).toThrow(NotFittedError);
    expect((model.namedSteps.scale as StandardScaler).mean.toArray()).toEqual([2]);
    expect(model.finalStep.coef.shape).toEqual([1]);
    expect(makePipeline(new Ridge()).steps[0][0]).toBe("ridge");
    const twice = makePipeline(new Binarizer(), new Binarizer(), new Ridge());
    expect(twice.steps.map(([name]) => name)).toEqual(["binarizer-1", "binarizer-2", "ridge"]);
  });

  test("options of its steps are replaced by step.option, and steps by their names", () => {
    const model = makePipeline(new StandardScaler(), new Ridge({ alpha: 1 }));
    const other = model.withParams({ "ridge.alpha": 7, standardscaler: "passthrough" });
    expect(other.steps.at(-1)![1]).toMatchObject({ alpha: 7 });
    expect(other.steps[0]![1]).toBe("passthrough");
    expect(() => model.withParams({ "lasso.alpha": 1 })).toThrow(ParameterError);
    expect(() => model.withParams({ "ridge.beta": 1 })).toThrow(ParameterError);
    const outer = makePipeline(model as Pipeline<Ridge>).withParams({ "pipeline.ridge.alpha": 3 });
    expect((outer.steps[0][1] as Pipeline).steps.at(-1)![1]).toMatchObject({ alpha: 3 });
  });

  test("passes text and tables through, and survives JSON", () => {
    const table = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames", "Boone"] });
    const model = makePipeline(new OneHotEncoder({ sparseOutput: true }), new LogisticRegression());
    model.fit(table, ["x", "y", "x", "y"]);
    expect(model.getFeatureNamesOut()).toEqual(["town_Ames", "town_Boone"]);
    const read = estimatorFromJSON(again(model)) as typeof model;
    expect(read.predict(table)).toEqual(["x", "y", "x", "y"]);
    const cells = makePipeline(new OneHotEncoder(), new Ridge({ alpha: 0 }));
    cells.fit([["a"], ["b"]], [1, 3]);
    expectClose(cells.predict([["b"], ["a"]] as never), [3, 1], { rtol: 1e-12 });
  });

  test("that passes everything through gives the rows", () => {
    const model = makePipeline("passthrough").fit([[1, 2]]);
    expect(model.nFeaturesIn).toBe(2);
    expect((model.transform([[3, 4]]) as Tensor).toArray()).toEqual([[3, 4]]);
    expect((model.fitTransform([[3, 4]]) as Tensor).toArray()).toEqual([[3, 4]]);
    expect(model.getFeatureNamesOut()).toEqual(["x0", "x1"]);
  });

  test("refuses steps that cannot be", () => {
    const make = (steps: unknown) => () => new Pipeline({ steps: steps as never });
    const scaler = new StandardScaler();
    expect(make([])).toThrow(ParameterError);
    expect(make("scale")).toThrow(ParameterError);
    expect(make([["a.b", scaler]])).toThrow(ParameterError);
    expect(make([["steps", scaler]])).toThrow(ParameterError);
    expect(
      make([
        ["a", scaler],
        ["a", new Ridge()],
      ]),
    ).toThrow(ParameterError);
    expect(
      make([
        ["a", new Ridge()],
        ["b", new Ridge()],
      ]),
    ).toThrow('Pipeline: a must be a transformer or "passthrough"');
    expect(make([["a", 3]])).toThrow(ParameterError);
  });
});

describe("FeatureUnion", () => {
  estimatorContract(() => makeUnion(new StandardScaler(), "passthrough"), { except: missing });

  test.each(readFixture<Case>("pipelines"))("agrees with scikit-learn: $table", async (c) => {
    const { X } = await dataOf(c);
    const union = new FeatureUnion({
      transformerList: [
        ["scale", new MinMaxScaler()],
        ["same", "passthrough"],
        ["poly", makePipeline(new StandardScaler(), new PolynomialFeatures())],
      ],
      transformerWeights: { poly: 0.5 },
    }).fit(X);
    const found = everyRow(union.transform(X).toArray() as number[][], c.every);
    expectClose(
      found.map((row) => row.slice(0, 40)),
      c.union,
      { rtol: 1e-12 },
    );
    expect(union.getFeatureNamesOut()).toEqual(c.unionNames);
  });

  test("is sparse when asked, leaves parts out, and replaces options", () => {
    const union = new FeatureUnion({
      transformerList: [
        ["hot", new OneHotEncoder({ sparseOutput: true })],
        ["none", "drop"],
        ["bin", new Binarizer()],
      ],
      sparseOutput: true,
    });
    const Z = union.fitTransform([[0], [2]]);
    expect(Z).toBeInstanceOf(SparseTensor);
    expect(Z.toDense().toArray()).toEqual([
      [1, 0, 0],
      [0, 1, 1],
    ]);
    const other = union.withParams({ "bin.threshold": 5, sparseOutput: false });
    expect((other.fitTransform([[0], [2]]) as unknown as Tensor).toArray()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(Object.keys(union.namedTransformers)).toEqual(["hot", "none", "bin"]);
  });

  test("refuses names that come twice, and parts that cannot be", () => {
    const plain = new FeatureUnion({
      transformerList: [
        ["a", new Binarizer()],
        ["b", "passthrough"],
      ],
      verboseFeatureNamesOut: false,
    });
    expect(() => plain.fit([[1]]).getFeatureNamesOut()).toThrow(ValueError);
    const make = (options: object) => () => new FeatureUnion(options as never);
    expect(make({ transformerList: 3 })).toThrow(ParameterError);
    expect(make({ transformerList: [] })).toThrow(ParameterError);
    expect(make({ transformerList: [["a", new Ridge()]] })).toThrow(ParameterError);
    const transformerList = [["a", "drop"]];
    expect(make({ transformerList, transformerWeights: { b: 1 } })).toThrow(ParameterError);
    expect(make({ transformerList, transformerWeights: { a: Infinity } })).toThrow(ParameterError);
    expect(() => plain.clone().namedTransformers).toThrow(NotFittedError);
  });
});

describe("TransformedTargetRegressor", () => {
  estimatorContract(
    () =>
      new TransformedTargetRegressor({ regressor: new Ridge(), transformer: new MinMaxScaler() }),
  );

  test.each(readFixture<Case>("pipelines"))("agrees with scikit-learn: $table", async (c) => {
    const { X, y } = await dataOf(c);
    const log = new TransformedTargetRegressor({
      regressor: new Ridge(),
      func: (values) => values.log1p(),
      inverseFunc: (values) => values.expm1(),
    }).fit(X, y);
    const close = { rtol: 1e-9 };
    expectClose(everyRow([...log.predict(X).data()], c.every), c.log, close);
    expect(log.score(X, y)).toBeCloseTo(c.logScore, 8);
    const transformer = new StandardScaler();
    const scaled = new TransformedTargetRegressor({ transformer }).fit(X, y);
    expectClose(everyRow([...scaled.predict(X).data()], c.every), c.scaled, close);
    expect(scaled.fittedRegressor).toBeInstanceOf(LinearRegression);
  });

  test("refuses options that cannot be", () => {
    const func = (values: Tensor) => values;
    const make = (options: object) => () => new TransformedTargetRegressor(options);
    expect(make({ func })).toThrow(ParameterError);
    expect(make({ func, inverseFunc: func, transformer: new MinMaxScaler() })).toThrow(
      ParameterError,
    );
    expect(make({ transformer: new Binarizer() as never })).toThrow(ParameterError);
    expect(make({ regressor: new FunctionTransformer() as never })).toThrow(ParameterError);
    expect(make({ checkInverse: 1 as never })).toThrow(ParameterError);
    expect(() => new TransformedTargetRegressor().fittedRegressor).toThrow(NotFittedError);
  });
});
