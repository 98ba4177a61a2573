import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { Label } from "../base/labels";
import {
  ColumnTransformer,
  GaussianNB,
  LinearRegression,
  makePipeline,
  OneHotEncoder,
  type PartialDependenceOptions,
  Perceptron,
  type PermutationImportanceOptions,
  partialDependence,
  permutationImportance,
  Ridge,
} from "../index";
import { expectAllClose, readFixture, readFixtureContent } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";

interface Asked {
  readonly inner: keyof typeof models;
  readonly table: TableName | null;
  readonly weighted: boolean;
}

interface Importance extends Asked {
  readonly options: PermutationImportanceOptions;
  readonly importances: number[][];
  readonly mean: number[];
  readonly std: number[];
}

interface Dependence extends Asked {
  readonly features: number[];
  readonly options: PartialDependenceOptions;
  readonly grid: number[][];
  readonly average: number[] | null;
  readonly individual: number[] | null;
}

const models = {
  bayes: () => new GaussianNB(),
  line: () => new LinearRegression(),
  ridge: () => new Ridge({ alpha: 3 }),
};

const { data, dependences } = readFixtureContent<{
  data: { clouds: number[][]; two: number[]; hills: number[]; weights: number[] };
  dependences: Dependence[];
}>("inspection");

async function fitted({ inner, table }: Asked) {
  const own: { X: Tensor; y: readonly Label[] } = {
    X: tensor(data.clouds),
    y: inner === "bayes" ? data.two : data.hills,
  };
  const { X, y } = table ? await tableByName(table) : own;
  return { model: models[inner]().fit(X, y as number[]), X, y: y as number[] };
}

const named = <C extends Asked & { options: object }>(c: C) => ({
  ...c,
  name: `${c.inner} of ${c.table} ${JSON.stringify(c.options)}${c.weighted ? ", weighted" : ""}`,
});

describe("permutationImportance", () => {
  test.each(readFixture<Importance>("inspection").map(named))(
    "agrees with scikit-learn: $name",
    async (c) => {
      const { model, X, y } = await fitted(c);
      const weights = c.weighted ? { sampleWeight: data.weights } : {};
      const found = permutationImportance(model, X, y, { ...c.options, ...weights });
      expectAllClose(found.importances, c.importances, { rtol: 1e-9, atol: 1e-11 });
      expectAllClose(found.importancesMean, c.mean, { rtol: 1e-9, atol: 1e-11 });
      expectAllClose(found.importancesStd, c.std, { rtol: 1e-9, atol: 1e-11 });
    },
  );

  const table = DataFrame.fromColumns({
    kind: data.two.map((k) => (k ? "b" : "a")),
    noise: data.clouds.map(([, b]) => b!),
  });
  const prepared = new ColumnTransformer({
    transformers: [["kind", new OneHotEncoder(), ["kind"]]],
    remainder: "passthrough",
  });
  const pipeline = makePipeline(prepared, new GaussianNB());

  test("of a pipeline each column of its table has one, text too", () => {
    const model = pipeline.fit(table, data.two);
    const { importancesMean } = permutationImportance(model as never, table as never, data.two, {
      seed: 1,
    });
    const [kind, noise] = [...importancesMean.data()];
    expect(kind).toBeGreaterThan(0.3);
    expect(Math.abs(noise!)).toBeLessThan(0.05);
  });

  test("the rows and the model stay as they are, and a seed repeats itself", () => {
    const X = tensor(data.clouds);
    const model = new Ridge().fit(X, data.hills);
    const once = permutationImportance(model, X, data.hills, { seed: 5 });
    expect(X.toArray()).toEqual(data.clouds);
    expect(permutationImportance(model, X, data.hills, { seed: 5 }).importances.toArray()).toEqual(
      once.importances.toArray(),
    );
    const free = () => permutationImportance(model, X, data.hills).importances.data()[0];
    expect(free()).not.toBe(free());
  });

  test("refuses what cannot be", () => {
    const model = new Ridge().fit(data.clouds, data.hills);
    const ask = (options: object) => () =>
      permutationImportance(model, data.clouds, data.hills, options);
    expect(ask({ nRepeats: 0 })).toThrow(ParameterError);
    for (const maxSamples of [0, 1.5, 61, -1]) {
      expect(ask({ maxSamples })).toThrow("maxSamples must be a share above 0 up to 1");
    }
    expect(ask({ seed: -1 })).toThrow(ParameterError);
    expect(ask({ scoring: "charm" })).toThrow(ParameterError);
    expect(ask({ sampleWeight: [1] })).toThrow(ShapeError);
    expect(() => permutationImportance(model, [1] as never, [1])).toThrow(ShapeError);
  });
});

describe("partialDependence", () => {
  test.each(dependences.map(named))("agrees with scikit-learn: $features $name", async (c) => {
    const { model, X } = await fitted(c);
    const weights = c.weighted ? { sampleWeight: data.weights } : {};
    const found = partialDependence(model, X, c.features, { ...c.options, ...weights });
    found.gridValues.forEach((axis, k) => {
      expectAllClose(axis as number[], c.grid[k], { rtol: 1e-12 });
    });
    if (c.average) expectAllClose(found.average!, c.average, { rtol: 1e-9, atol: 1e-12 });
    else expect(found.average).toBeUndefined();
    if (!c.individual) expect(found.individual).toBeUndefined();
    else {
      const three = found.individual!.slice(null, [0, 3]).clone();
      expectAllClose(three, c.individual, { rtol: 1e-9, atol: 1e-12 });
    }
  });

  test("of a linear model it is the line, and the mean of the rows' curves", () => {
    const model = new LinearRegression().fit(data.clouds, data.hills);
    const { gridValues, average, individual } = partialDependence(model, data.clouds, 1, {
      kind: "both",
    });
    const [axis] = gridValues as [number[]];
    const steps = average!.data();
    const slope = (steps[5]! - steps[0]!) / (axis[5]! - axis[0]!);
    expect(slope).toBeCloseTo(model.coef.data()[1]!, 9);
    expectAllClose(individual!.mean(1), [...steps], { rtol: 1e-12 });
  });

  test("features of a table have names, and text has its values as grid", () => {
    const table = DataFrame.fromColumns({
      kind: data.two.map((k) => (k ? "b" : "a")),
      size: data.clouds.map(([a]) => a!),
      flag: data.two.map((k) => k === 1),
    });
    const encoder = new OneHotEncoder();
    const prepared = new ColumnTransformer({
      transformers: [["kind", encoder, ["kind"]]],
      remainder: "drop",
    });
    const model = makePipeline(prepared, new Ridge({ alpha: 1e-9 })).fit(table, data.hills);
    const { gridValues, average } = partialDependence(
      model as never,
      table as never,
      ["kind", "size"],
      {
        gridResolution: 3,
      },
    );
    expect(gridValues[0]).toEqual(["a", "b"]);
    expect(average!.shape).toEqual([1, 2, 3]);
    const mean = (kind: number) => {
      const own = data.hills.filter((_, i) => data.two[i] === kind);
      return own.reduce((sum, value) => sum + value, 0) / own.length;
    };
    expectAllClose(average!.slice(0, null, 0), [mean(0), mean(1)], { rtol: 1e-6 });
    const flags = partialDependence(model as never, table as never, "flag");
    expect(flags.gridValues).toEqual([[false, true]]);
    const chosen = { customValues: { size: [0, 10] } };
    expect(partialDependence(model as never, table as never, "size", chosen).gridValues).toEqual([
      [0, 10],
    ]);
  });

  test("decisions are looked at where there are no probabilities, or if they are asked for", () => {
    const y = data.two;
    const perceptron = new Perceptron({ seed: 0 }).fit(data.clouds, y);
    expect(
      partialDependence(perceptron, data.clouds, 0, { gridResolution: 4 }).average!.shape,
    ).toEqual([1, 4]);
    const bayes = new GaussianNB().fit(data.clouds, y);
    expect(() =>
      partialDependence(bayes, data.clouds, 0, { responseMethod: "decisionFunction" }),
    ).toThrow("expected an estimator with decisionFunction, got one without");
  });

  test("refuses what cannot be", () => {
    const model = new Ridge().fit(data.clouds, data.hills);
    const ask =
      (features: unknown, options: object = {}) =>
      () =>
        partialDependence(model, data.clouds, features as number, options);
    expect(ask(3)).toThrow("expected a feature's place below 3, got 3");
    expect(ask("size")).toThrow(ParameterError);
    expect(ask([])).toThrow(ParameterError);
    expect(ask([0, 1, 2])).toThrow("expected one feature or two, got 3");
    expect(ask(0, { kind: "all" })).toThrow(ParameterError);
    expect(ask(0, { gridResolution: 1 })).toThrow(ParameterError);
    for (const percentiles of [
      [0.5, 0.5],
      [-0.1, 1],
      [0, 1.1],
    ]) {
      expect(ask(0, { percentiles })).toThrow("percentiles must be two shares from 0 to 1");
    }
    expect(ask(0, { responseMethod: "predictProba" })).toThrow(
      'responseMethod must be "auto" for regressors',
    );
    expect(ask(0, { responseMethod: "predict" })).toThrow(ParameterError);
    expect(ask(0, { sampleWeight: [1, 2] })).toThrow(ShapeError);
    const flat = data.clouds.map(([, b, c], i) => [i < 3 ? i : 7, b!, c!]);
    expect(() =>
      partialDependence(model, flat, 0, { gridResolution: 3, percentiles: [0.2, 0.8] }),
    ).toThrow("percentiles must be farther apart");
    const gap = data.clouds.map((row, i) => (i === 4 ? [Number.NaN, ...row.slice(1)] : row));
    expect(() => partialDependence(model, gap, 0)).toThrow(
      new ValueError(
        "partialDependence: expected no missing values in feature 0, got one at row 4",
      ),
    );
  });
});
