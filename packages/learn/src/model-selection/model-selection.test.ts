import { ParameterError, ShapeError } from "@gradus/core";
import { loadDiabetes, loadIris } from "@gradus/data";
import { type Tensor, tensor } from "@gradus/tensor";
import { beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import type { Label } from "../base/labels";
import { LinearRegression } from "../linear-model/linear-regression";
import { LogisticRegression } from "../linear-model/logistic-regression";
import { Ridge } from "../linear-model/ridge";
import { getScorer, makeScorer, type Scoring } from "../metrics/scorer";
import { Normalizer } from "../preprocessing/normalizer";
import { StandardScaler } from "../preprocessing/standard-scaler";
import { caughtWarnings } from "../testing/caught-warnings";
import { expectAllClose, readFixture } from "../testing/fixtures";
import { crossValPredict } from "./cross-val-predict";
import { type CrossValidateOptions, crossValidate, crossValScore } from "./cross-validate";
import { learningCurve, validationCurve } from "./curves";
import { GroupKFold } from "./group-k-fold";
import { KFold } from "./k-fold";
import { permutationTestScore } from "./permutation-test-score";
import { trainTestSplit } from "./train-test-split";

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

describe("crossValidate and crossValScore", () => {
  test.each(casesOf("crossValScore"))(
    "agree with scikit-learn: $options",
    ({ options, expected }) => {
      expectAllClose(crossValScore(ridge, X, y, options as { scoring: Scoring }), expected, close);
    },
  );

  test.each(casesOf("classScore"))("of labels agree: $options", ({ options, expected }) => {
    const scores = crossValScore(logistic, XIris, species, options as { scoring: Scoring });
    expectAllClose(scores, expected, { rtol: 1e-6 });
  });

  test.each(casesOf("binaryScore"))("of two classes agree: $options", ({ options, expected }) => {
    const rows = Int32Array.from(species.keys()).filter((i) => species[i] !== "setosa");
    const two = Array.from(rows, (i) => Number(species[i] === "virginica"));
    const scores = crossValScore(
      logistic,
      XIris.take(rows, 0),
      two,
      options as { scoring: Scoring },
    );
    expectAllClose(scores, expected, { rtol: 1e-6 });
  });

  test("several scores, weights, and scores of the training rows", () => {
    const expected = one("crossValidate") as Record<"test" | "train", Record<string, number[]>>;
    const result = crossValidate(ridge, X, y, {
      cv: 3,
      scoring: ["r2", "negMeanAbsoluteError"],
      fitOptions: { sampleWeight: Float64Array.from(y, (_, i) => i % 3) },
      returnTrainScore: true,
      returnEstimator: true,
    });
    for (const name of ["r2", "negMeanAbsoluteError"]) {
      expectAllClose(result.testScores[name]!, expected.test[name], close);
      expectAllClose(result.trainScores![name]!, expected.train[name], close);
    }
    expect(result.estimators).toHaveLength(3);
    expect(result.estimators![0]).toBeInstanceOf(Ridge);
    expect(() => result.testScore).toThrow(ParameterError);
    expect(result.toDataFrame().columns).toEqual([
      "fit_time",
      "score_time",
      "test_r2",
      "test_negMeanAbsoluteError",
      "train_r2",
      "train_negMeanAbsoluteError",
    ]);
  });

  test("keep groups together", () => {
    const groups = y.map((_, i) => Math.floor(i / 7) % 20);
    const scores = crossValScore(ridge, X, y, { cv: new GroupKFold({ nSplits: 4 }), groups });
    expectAllClose(scores, one("groups"), close);
  });

  test("tell how far they are, and take folds as they are", () => {
    const seen: number[] = [];
    const folds = [...new KFold({ nSplits: 3 }).split(y)];
    const scores = crossValScore(ridge, X, y, {
      cv: folds,
      onProgress: ({ done }) => seen.push(done),
    });
    expect(scores).toEqual(crossValScore(ridge, X, y, { cv: 3 }));
    expect(seen).toEqual([1, 2, 3]);
  });

  test("a fit that fails throws, or has the score that was asked for", () => {
    const rows = [[1], [2], [Number.NaN], [4], [5], [6]];
    const fit = (options: CrossValidateOptions) =>
      crossValidate(new LinearRegression(), rows, [1, 2, 3, 4, 5, 6], { cv: 3, ...options });
    expect(() => fit({})).toThrow("got NaN");
    expect(() => fit({ errorScore: Number.NaN })).toThrow("got NaN"); // the test rows cannot be scored
    expect(() => crossValScore(ridge, X, y.slice(1))).toThrow(ShapeError);
  });

  test("refuse scorings and folds that there are not", () => {
    const score = (options: object) => () => crossValScore(ridge, X, y, options as never);
    expect(score({ scoring: "R2" })).toThrow(
      /scoring must be a scorer or one of accuracy, .*got "R2"/,
    );
    expect(score({ cv: "five" })).toThrow(ParameterError);
    expect(score({ cv: 1 })).toThrow(ParameterError);
    expect(score({ scoring: "rocAuc" })).toThrow(
      "expected an estimator with decisionFunction or predictProba, got one without",
    );
    expect(() => makeScorer(() => 0, { responseMethod: "guess" as never })).toThrow(ParameterError);
  });

  test("a scorer of one's own gets the answers that it asks for", () => {
    const share = makeScorer((_: Label[], p: Tensor) => p.max().item(), {
      responseMethod: "predictProba",
    });
    const model = new LogisticRegression().fit(XIris, species);
    const largest = share(model, XIris, species);
    expect(largest).toBe(model.predictProba(XIris).max().item());
    expect(getScorer(share)).toBe(share);
  });

  test("the positive class is the classifier's, also where no row to score has it", () => {
    const model = new LogisticRegression().fit([[0], [1], [2], [3]], ["no", "no", "yes", "yes"]);
    const score = (scoring: Scoring) => getScorer(scoring)(model, [[0], [3]], ["no", "no"]);
    expect(score("precision")).toBe(0);
    expect(score("f1")).toBe(0);
    const [first, second] = model
      .predictProba([[0], [3]])
      .slice([], 1)
      .data();
    expect(score("negBrierScore")).toBeCloseTo(-(first! ** 2 + second! ** 2) / 2, 14);
  });
});

describe("crossValPredict", () => {
  test("agrees with scikit-learn: numbers, labels, probabilities", () => {
    const numbers = crossValPredict(ridge, X, y) as Tensor;
    expectAllClose(numbers.slice([0, 40]), one("crossValPredict"), close);
    const names = crossValPredict(logistic, XIris, species);
    expectTypeOf(names).toEqualTypeOf<Label[]>();
    expect(names.slice(45, 60)).toEqual(one("crossValLabels"));
    const shares = crossValPredict(logistic, XIris, species, { method: "predictProba" } as never);
    const every = (shares as unknown as Tensor).take(
      Int32Array.from({ length: 15 }, (_, i) => 10 * i),
      0,
    );
    expectAllClose(every, one("crossValProba"), { rtol: 1e-5 });
  });

  test("asks for folds that test every row once", () => {
    const cv = [{ train: Int32Array.of(0), test: Int32Array.of(1) }];
    expect(() => crossValPredict(ridge, [[1], [2]], [1, 2], { cv })).toThrow(
      "cv must test every row once, got row 0 tested 0 times",
    );
    expect(() => crossValPredict(ridge, X, y, { method: "predictProba" })).toThrow(ParameterError);
    expect(() => crossValPredict(ridge, X, y, { method: "score" as never })).toThrow(
      ParameterError,
    );
  });

  test("a class that a fold has not seen is not probable there", () => {
    const rows = [[0], [0.1], [1], [1.1], [5]];
    const cv = new KFold({ nSplits: 5 });
    const options = { cv, method: "predictProba" } as const;
    const shares = crossValPredict(logistic, rows, ["a", "a", "b", "b", "c"], options as never);
    expect((shares as unknown as Tensor).toArray()[4 as never]).toHaveLength(3);
    expect(((shares as unknown as Tensor).toArray() as number[][])[4]![2]).toBe(0);
  });
});

describe("curves and permutations", () => {
  const expectCurve = (got: object, expected: unknown) => {
    for (const [name, values] of Object.entries(expected as Record<string, number[]>)) {
      expectAllClose((got[name as never] as number[]).flat(), values, close);
    }
  };

  test("learningCurve agrees with scikit-learn, in order and shuffled", () => {
    const curve = learningCurve(ridge, X, y, { trainSizes: [0.2, 0.5, 1], cv: 3 });
    expectCurve(curve, one("learningCurve"));
    const shuffled = { trainSizes: [50, 120], cv: 3, shuffle: true, seed: 5 };
    expectCurve(learningCurve(ridge, X, y, shuffled), one("learningCurveShuffled"));
    for (const trainSizes of [[], [0], [1.5], [0.5, 20], [9999]]) {
      expect(() => learningCurve(ridge, X, y, { trainSizes })).toThrow(ParameterError);
    }
  });

  test("validationCurve agrees with scikit-learn", () => {
    const options = { paramName: "alpha", paramRange: [0.01, 1, 100], cv: 3 };
    expectCurve(validationCurve(ridge, X, y, options), one("validationCurve"));
    expect(() => validationCurve(ridge, X, y, { ...options, paramName: "beta" })).toThrow(
      ParameterError,
    );
  });

  test("permutationTestScore agrees with scikit-learn", () => {
    const result = permutationTestScore(ridge, X, y, { cv: 3, nPermutations: 12, seed: 3 });
    const expected = one("permutationTest") as typeof result;
    expectAllClose(
      [result.score, ...result.permutationScores],
      [expected.score, ...expected.permutationScores],
      close,
    );
    expect(result.pValue).toBe(expected.pValue);
    expect(() => permutationTestScore(ridge, X, y, { nPermutations: 0 })).toThrow(ParameterError);
  });

  test("permutations within groups leave every group its targets", () => {
    const groups = [0, 0, 0, 1, 1, 1];
    const rows = [[1], [2], [3], [4], [5], [6]];
    const targets: number[][] = [];
    const spy = makeScorer((yTrue: number[]) => {
      targets.push(yTrue);
      return 0;
    });
    const cv = [{ train: Int32Array.of(0, 1), test: Int32Array.of(0, 1, 2, 3, 4, 5) }];
    permutationTestScore(ridge, rows, [1, 2, 3, 10, 20, 30], {
      cv,
      groups,
      nPermutations: 5,
      scoring: spy,
    });
    for (const list of targets) expect(list.slice(0, 3).sort((a, b) => a - b)).toEqual([1, 2, 3]);
  });
});

describe("leakage", () => {
  test("rows that were transformed together are split with a warning", () => {
    const rows = [[1], [2], [3], [4]];
    const scaled = new StandardScaler().fitTransform(rows);
    crossValScore(new LinearRegression(), scaled, [1, 2, 3, 4], { cv: 2 });
    trainTestSplit(scaled, [1, 2, 3, 4]);
    expect(warnings.map(({ kind }) => kind)).toEqual(["leakage", "leakage"]);
    expect(warnings[0]!.message).toContain("put the StandardScaler into a Pipeline");
  });

  test("there is none where each row is changed by itself, or after the split", () => {
    const rows = tensor([[1], [2], [3], [4]]);
    trainTestSplit(new Normalizer().fitTransform(rows));
    const [train] = trainTestSplit(rows, { testSize: 0.5 });
    new StandardScaler().fitTransform(train);
    crossValScore(new LinearRegression(), rows, [1, 2, 3, 4], { cv: 2 });
    expect(warnings).toEqual([]);
  });
});
