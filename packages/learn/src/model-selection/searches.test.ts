import { ParameterError } from "@gradus/core";
import { loadDiabetes, loadIris } from "@gradus/data";
import { norm, uniform } from "@gradus/stats";
import type { Tensor } from "@gradus/tensor";
import { beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { estimatorFromJSON } from "../base/from-json";
import type { Label } from "../base/labels";
import { LogisticRegression } from "../linear-model/logistic-regression";
import { Ridge } from "../linear-model/ridge";
import type { Scoring } from "../metrics/scorer";
import { caughtWarnings } from "../testing/caught-warnings";
import { expectAllClose, readFixture } from "../testing/fixtures";
import { crossValScore } from "./cross-validate";
import { GridSearchCV, type GridSearchOptions } from "./grid-search-cv";
import { HalvingGridSearchCV, type HalvingGridSearchOptions } from "./halving-grid-search-cv";
import { KFold } from "./k-fold";
import { parameterGrid, parameterSampler } from "./parameters";
import { RandomizedSearchCV } from "./randomized-search-cv";

interface Case {
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
}

let X: Tensor;
let y: number[];
let XIris: Tensor;
let species: string[];
const warnings = caughtWarnings();

beforeAll(async () => {
  const patients = await loadDiabetes({ scaled: true });
  X = patients.drop("progression").toTensor();
  y = patients.column("progression").toArray() as number[];
  const flowers = await loadIris();
  XIris = flowers.drop("species").toTensor();
  species = flowers.column("species").toArray() as string[];
});

const ridge = new Ridge({ alpha: 0.5 });
const logistic = new LogisticRegression({ tol: 1e-8, maxIter: 1000 });
const casesOf = (kind: string) =>
  readFixture<Case>("model-selection").filter((c) => c.kind === kind);
const one = (kind: string) => casesOf(kind)[0]!.expected;
const close = { rtol: 1e-10 };

describe("searches", () => {
  interface Results {
    readonly bestIndex: number;
    readonly bestScore: number;
    readonly alpha: number[];
    readonly [column: string]: unknown;
  }

  const expectResults = (
    search: { bestIndex: number; bestScore: number; cvResults: GridSearchCV["cvResults"] },
    expected: Results,
    tolerance = close,
  ) => {
    const { bestIndex, bestScore, alpha, ...columns } = expected;
    for (const [name, values] of Object.entries(columns)) {
      const got = search.cvResults.column(name).toArray() as number[];
      expectAllClose(got, values, { ...tolerance, atol: 1e-10 });
    }
    expect(search.bestIndex).toBe(bestIndex);
    expectAllClose(search.bestScore, bestScore, tolerance);
    const param = search.cvResults.columns.includes("param_alpha") ? "param_alpha" : "param_C";
    expect(search.cvResults.column(param).toArray()).toEqual(alpha);
  };

  test.each(casesOf("gridSearch"))(
    "a grid gives scikit-learn's results: $options",
    ({ options, expected }) => {
      const given = options as unknown as Omit<GridSearchOptions<Ridge>, "estimator">;
      const search = new GridSearchCV({ estimator: ridge, returnTrainScore: true, ...given }).fit(
        X,
        y,
      );
      expectResults(search, expected as Results);
      const { bestEstimator } = search;
      expectTypeOf(bestEstimator).toEqualTypeOf<Ridge>();
      expect(bestEstimator.alpha).toBe(search.bestParams.alpha);
      expect(search.predict(X).toArray()).toEqual(bestEstimator.predict(X).toArray());
      expect(search.nFeaturesIn).toBe(10);
    },
  );

  test("a grid of classifiers, by their probabilities", () => {
    const { options, expected } = casesOf("classSearch")[0]!;
    const given = options as unknown as { paramGrid: { C: number[] }; scoring: Scoring };
    const search = new GridSearchCV({ estimator: logistic, returnTrainScore: true, ...given });
    expectResults(search.fit(XIris, species), expected as Results, { rtol: 1e-5 });
    expect(search.classes).toEqual(["setosa", "versicolor", "virginica"]);
    expectTypeOf(search.predict(XIris)).toEqualTypeOf<Label[]>();
    expect(search.predictProba(XIris).shape).toEqual([150, 3]);
    expect(search.score(XIris, species)).toBeLessThan(0);
    expect(search.estimatorType).toBe("classifier");
  });

  test.each(casesOf("halving"))(
    "halving gives scikit-learn's rounds: $options",
    ({ options, expected }) => {
      const given = options as unknown as Omit<HalvingGridSearchOptions<Ridge>, "estimator">;
      const search = new HalvingGridSearchCV({
        estimator: ridge,
        returnTrainScore: true,
        ...given,
      });
      expectResults(search.fit(X, y), expected as Results);
    },
  );

  test("nested cross-validation is a search inside crossValScore", () => {
    const search = new GridSearchCV({
      estimator: ridge,
      paramGrid: { alpha: [0.01, 0.1, 1] },
      cv: 3,
    });
    expectAllClose(crossValScore(search, X, y, { cv: 4 }), one("nested"), close);
  });

  test("drawn choices from lists are those of the grid, each once; distributions draw anew", () => {
    const lists = { alpha: [0.01, 0.1, 1, 10], fitIntercept: [true, false] };
    const grid = new GridSearchCV({ estimator: ridge, paramGrid: lists }).fit(X, y);
    const drawn = new RandomizedSearchCV({
      estimator: ridge,
      paramDistributions: lists,
      nIter: 8,
      seed: 1,
    }).fit(X, y);
    expect(drawn.bestParams).toEqual(grid.bestParams);
    expect(drawn.bestScore).toBe(grid.bestScore);
    expect(parameterSampler(lists, 20, 0)).toHaveLength(8);
    expect(warnings[0]?.message).toContain("expected at least 20 combinations of the lists, got 8");
    const mixed = { alpha: uniform({ loc: 1, scale: 2 }), fitIntercept: [true] };
    const choices = parameterSampler(mixed, 50, 3);
    expect(choices).toEqual(parameterSampler(mixed, 50, 3));
    for (const { alpha } of choices) expect(alpha).toBeGreaterThanOrEqual(1);
    expect(new Set(choices.map(({ alpha }) => alpha)).size).toBe(50);
    expect(parameterSampler({ x: norm() }, 1, 0)[0]!.x).toBeTypeOf("number");
  });

  test("a grid goes through the names in order, the last one first", () => {
    expect(parameterGrid({ b: [1, 2], a: ["x", "y"] })).toEqual([
      { a: "x", b: 1 },
      { a: "x", b: 2 },
      { a: "y", b: 1 },
      { a: "y", b: 2 },
    ]);
    expect(parameterGrid([{ a: [1] }, { b: [2, 3] }])).toEqual([{ a: 1 }, { b: 2 }, { b: 3 }]);
    expect(() => parameterGrid({ a: [] })).toThrow(ParameterError);
    expect(() => parameterGrid({ a: 3 as never })).toThrow(ParameterError);
  });

  test("a choice that fails is ranked last, and said", () => {
    const search = new GridSearchCV({
      estimator: new LogisticRegression(),
      paramGrid: { C: [1, 10] },
      scoring: (estimator) => {
        const { C } = estimator.getParams() as { C: number };
        return C === 10 ? Number.NaN : 0.5;
      },
    }).fit(XIris, species);
    expect(search.bestParams).toEqual({ C: 1 });
    expect(search.cvResults.column("rank_test_score").toArray()).toEqual([1, 2]);
    expect(warnings.some(({ message }) => message.includes("to have a test_score, got NaN"))).toBe(
      true,
    );
  });

  test("the score that decides keeps the choices of a round, too", () => {
    const alphaOf = (estimator: { getParams(): object }) =>
      (estimator.getParams() as { alpha: number }).alpha;
    const search = new HalvingGridSearchCV({
      estimator: ridge,
      paramGrid: { alpha: [1, 2, 3] },
      scoring: { small: (estimator) => -alphaOf(estimator), large: alphaOf },
      refit: "large",
      minResources: 20,
      seed: 0,
    }).fit(X, y);
    expect(search.bestParams).toEqual({ alpha: 3 });
  });

  test("survive JSON", () => {
    const search = new GridSearchCV({ estimator: ridge, paramGrid: { alpha: [0.1, 1] } }).fit(X, y);
    const read = estimatorFromJSON(JSON.parse(JSON.stringify(search))) as GridSearchCV<Ridge>;
    expect(read.bestParams).toEqual(search.bestParams);
    expect(read.predict(X).toArray()).toEqual(search.predict(X).toArray());
    const cv = new KFold();
    const other = new GridSearchCV({ estimator: ridge, paramGrid: { alpha: [1] }, cv });
    expect(() => other.toJSON()).toThrow(ParameterError);
  });

  test("refuse what cannot be searched", () => {
    const make = (options: object) => () =>
      new GridSearchCV({ estimator: ridge, paramGrid: { alpha: [1] }, ...options } as never);
    expect(make({ estimator: 3 })).toThrow("estimator must be a regressor or a classifier, got 3");
    expect(make({ paramGrid: { alpha: [] } })).toThrow(ParameterError);
    expect(make({ scoring: "best" })).toThrow(ParameterError);
    expect(make({ scoring: ["r2", "negMeanAbsoluteError"] })).toThrow(
      "refit must be false or the name",
    );
    expect(make({ refit: "r2" })).toThrow(ParameterError);
    expect(() => make({ paramGrid: { beta: [1] } })().fit(X, y)).toThrow(ParameterError);
    const plain = make({ refit: false })().fit(X, y);
    expect(plain.bestParams).toEqual({ alpha: 1 });
    expect(() => plain.predict(X)).toThrow("expected refit: true, got false");
    const halving = (options: object) => () =>
      new HalvingGridSearchCV({ estimator: ridge, paramGrid: { alpha: [1] }, ...options });
    expect(halving({ factor: 1 })).toThrow(ParameterError);
    expect(halving({ resource: "maxIter" })).toThrow(ParameterError);
    expect(halving({ minResources: "most" })).toThrow(ParameterError);
    expect(() => halving({ minResources: 1000 })().fit(X, y)).toThrow("must be at most 442");
    expect(
      () => new RandomizedSearchCV({ estimator: ridge, paramDistributions: {}, nIter: 0 }),
    ).toThrow(ParameterError);
  });
});
