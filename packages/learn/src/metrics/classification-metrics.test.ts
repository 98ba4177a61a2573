import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { isTensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { caughtWarnings } from "../testing/caught-warnings";
import { readFixture, readFixtureData } from "../testing/fixtures";
import { accuracyScore } from "./accuracy-score";
import { auc } from "./auc";
import { averagePrecisionScore } from "./average-precision-score";
import { balancedAccuracyScore } from "./balanced-accuracy-score";
import { brierScoreLoss } from "./brier-score-loss";
import { cohenKappaScore } from "./cohen-kappa-score";
import { confusionMatrix } from "./confusion-matrix";
import { detCurve } from "./det-curve";
import { f1Score } from "./f1-score";
import { fbetaScore } from "./fbeta-score";
import { hammingLoss } from "./hamming-loss";
import { hingeLoss } from "./hinge-loss";
import { jaccardScore } from "./jaccard-score";
import { logLoss } from "./log-loss";
import { matthewsCorrcoef } from "./matthews-corrcoef";
import { multilabelConfusionMatrix } from "./multilabel-confusion-matrix";
import { dcgScore, ndcgScore } from "./ndcg-score";
import { precisionRecallCurve } from "./precision-recall-curve";
import { precisionRecallFscoreSupport } from "./precision-recall-fscore-support";
import { precisionScore } from "./precision-score";
import { recallScore } from "./recall-score";
import { rocAucScore } from "./roc-auc-score";
import { rocCurve } from "./roc-curve";
import { topKAccuracyScore } from "./top-k-accuracy-score";
import { zeroOneLoss } from "./zero-one-loss";

const metrics: Readonly<Record<string, (...args: never[]) => unknown>> = {
  accuracyScore,
  averagePrecisionScore,
  balancedAccuracyScore,
  brierScoreLoss,
  cohenKappaScore,
  confusionMatrix,
  dcgScore,
  detCurve,
  f1Score,
  fbetaScore,
  hammingLoss,
  hingeLoss,
  jaccardScore,
  logLoss,
  matthewsCorrcoef,
  multilabelConfusionMatrix,
  ndcgScore,
  precisionRecallCurve,
  precisionRecallFscoreSupport,
  precisionScore,
  recallScore,
  rocAucScore,
  rocCurve,
  topKAccuracyScore,
  zeroOneLoss,
};

interface Case {
  readonly metric: string;
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
}

/** "NaN" and "Infinity" as the numbers they stand for. */
function numbers(value: unknown): unknown {
  if (value === "NaN" || value === "Infinity") return Number(value);
  if (Array.isArray(value)) return value.map(numbers);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, numbers(item)]));
}

/** Results as plain values. */
function plain(value: unknown): unknown {
  if (isTensor(value)) return value.toArray();
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

/** Expects the same numbers to twelve digits, in the same places. */
function expectNear(actual: unknown, expected: unknown): void {
  if (typeof expected === "number") {
    const got = actual as number;
    if (Number.isFinite(expected)) {
      expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
    } else expect(got).toBe(expected);
    return;
  }
  const [left, right] = [actual as object, expected as object];
  expect(Object.keys(left)).toEqual(Object.keys(right));
  for (const key of Object.keys(right)) {
    expectNear(left[key as never], right[key as never]);
  }
}

const warnings = caughtWarnings();

const data = readFixtureData("classification-metrics");
/** A case's own value, or the shared one that it names. */
const given = (value: unknown): unknown =>
  data[(value as { data?: string } | null)?.data ?? ""] ?? value;
const cases = readFixture<Case>("classification-metrics").map((c) => ({
  ...c,
  args: c.args.map(given),
  options: Object.fromEntries(Object.entries(c.options).map(([key, value]) => [key, given(value)])),
}));

/** The same with NaN in the first place. */
const spoiled = ([first, ...rest]: readonly unknown[]): unknown[] => [
  Array.isArray(first) ? spoiled(first) : Number.NaN,
  ...rest,
];

describe.each(Object.keys(metrics))("%s", (name) => {
  const own = cases.filter(({ metric }) => metric === name);

  test(`agrees with scikit-learn in ${own.length} cases`, () => {
    expect(own.length).toBeGreaterThanOrEqual(3);
    for (const { args, options, expected } of own) {
      const got = metrics[name]!(...([...args, numbers(options)] as never[]));
      expectNear(plain(got), numbers(expected));
    }
  });

  test("refuses targets that do not fit", () => {
    const metric = metrics[name] as (...args: unknown[]) => unknown;
    const [yTrue, yPred] = own[0]!.args as [number[], number[]];
    const options = own[0]!.options;
    expect(() => metric(yTrue, yPred.slice(1), options)).toThrow(ShapeError);
    expect(() => metric([], [], options)).toThrow(ShapeError);
    expect(() => metric(undefined, yPred, options)).toThrow(ValueError);
    expect(() => metric(spoiled(yTrue), yPred, options)).toThrow(ValueError);
    const weights = { ...options, sampleWeight: [1] };
    if (!name.startsWith("rocAuc")) expect(() => metric(yTrue, yPred, weights)).toThrow(ShapeError);
  });
});

describe("metrics of classification", () => {
  test("take labels as tensors, columns, texts and truths", () => {
    const table = DataFrame.fromColumns({ a: ["x", "y", "y"], b: ["x", "y", "x"] });
    expect(accuracyScore(table.column("a"), table.column("b"))).toBeCloseTo(2 / 3, 15);
    expect(accuracyScore(tensor([1, 0]), Int32Array.of(1, 1))).toBe(0.5);
    expect(f1Score([true, false], [true, true])).toBeCloseTo(2 / 3, 15);
    expect(rocAucScore([false, true], [0.2, 0.7])).toBe(1);
    expect(rocCurve(["n", "p"], [0.2, 0.7], { posLabel: "p" }).tpr.at(-1)).toBe(1);
  });

  test("refuse labels of several types, and labels beside indicators", () => {
    expect(() => accuracyScore([0, 1], ["0", "1"])).toThrow(
      "accuracyScore: expected labels of one type in yTrue and yPred, got number and string",
    );
    expect(() => accuracyScore([[0, 1]], [1])).toThrow("got indicators and labels");
    expect(() => hammingLoss([[0, 2]], [[0, 1]])).toThrow(
      "hammingLoss: expected yTrue to be 0 or 1 for each label, got 2 at row 0, label 1",
    );
    expect(() => hammingLoss([[0, 1]], [[0]])).toThrow(ShapeError);
    expect(() => confusionMatrix([[0, 1]] as never, [[0, 1]] as never)).toThrow(ValueError);
  });

  test('"binary" asks for two classes and a positive one', () => {
    expect(() => precisionScore([0, 1, 2], [0, 1, 2])).toThrow(
      'precisionScore: expected two classes for the average "binary", got 3 classes',
    );
    expect(() => recallScore(["a", "b"], ["a", "b"])).toThrow(ParameterError);
    expect(() => f1Score([0, 1], [0, 1], { posLabel: 7 })).toThrow("posLabel must be one of 0, 1");
    expect(() => f1Score([[0, 1]], [[0, 1]])).toThrow("got indicators");
    expect(() => f1Score([0, 1], [0, 1], { average: "samples" })).toThrow(ValueError);
    expect(() => f1Score([0, 1], [0, 1], { average: "mean" as never })).toThrow(ParameterError);
    expect(() => f1Score([0, 1], [0, 1], { zeroDivision: 2 })).toThrow(ParameterError);
    expect(() => fbetaScore([0, 1], [0, 1], { beta: -1 })).toThrow(ParameterError);
    expect(() => fbetaScore([0, 1], [0, 1], { beta: "1" as never })).toThrow(ParameterError);
  });

  test("warn where there is nothing to divide by, unless they are told what to take", () => {
    expect(precisionScore([0, 1], [0, 0])).toBe(0);
    expect(warnings).toEqual([
      {
        kind: "undefined-metric",
        message:
          "precisionScore: expected predictions of each class, got none for 1; 0 was taken (zeroDivision says what to take)",
      },
    ]);
    expect(precisionScore([0, 1], [0, 0], { zeroDivision: 1 })).toBe(1);
    expect(precisionScore([0, 1], [0, 0], { zeroDivision: Number.NaN })).toBeNaN();
    expect(balancedAccuracyScore([0, 1], [0, 2])).toBe(0.5);
    expect(warnings).toHaveLength(2);
  });

  test("warn where a curve lacks a class", () => {
    expect(rocAucScore([1, 1], [0.2, 0.7])).toBeNaN();
    expect(rocCurve([1, 1], [0.2, 0.7]).fpr.every(Number.isNaN)).toBe(true);
    expect([...precisionRecallCurve([0, 0], [0.2, 0.7]).recall]).toEqual([1, 1, 0]);
    expect(warnings.map(({ kind }) => kind)).toEqual(Array(3).fill("undefined-metric"));
    expect(() => detCurve([1, 1], [0.2, 0.7])).toThrow(ValueError);
  });

  test("of probabilities refuse what is none, and warn where rows do not add to 1", () => {
    expect(() => logLoss([0, 1], [0.2, 1.2])).toThrow("from 0 to 1, got 1.2 at row 1");
    expect(() => brierScoreLoss([0, 1], [-0.1, 1])).toThrow(ValueError);
    expect(() => brierScoreLoss(["a", "b"], [0.1, 1])).toThrow(ParameterError);
    expect(() => logLoss([0, 1, 2], [0.1, 0.2, 0.3])).toThrow("for each of 3 classes, got 2");
    expect(() => logLoss([0, 1], [0.1, 0.2], { labels: [1, 0] })).toThrow(ParameterError);
    expect(() => logLoss([0, 5], [0.1, 0.2], { labels: [0, 1] })).toThrow("got 5 at row 1");
    logLoss(
      [0, 1],
      [
        [0.5, 0.6],
        [0.4, 0.6],
      ],
    );
    expect(warnings.map(({ kind }) => kind)).toEqual(["data"]);
    topKAccuracyScore([0, 1], [0.2, 0.7], { k: 2 });
    expect(warnings).toHaveLength(2);
    expect(() => topKAccuracyScore([0, 1], [0.2, 0.7], { k: 0 })).toThrow(ParameterError);
  });

  test("rocAucScore asks how several classes are compared", () => {
    const three = [
      [0.6, 0.3, 0.1],
      [0.2, 0.6, 0.2],
      [0.1, 0.2, 0.7],
    ];
    const area = (options: object) => () => rocAucScore([0, 1, 2], three, options as never);
    expect(area({})).toThrow('multiClass must be "ovr" or "ovo"');
    expect(area({ multiClass: "ovo", average: "micro" })).toThrow(ParameterError);
    expect(area({ multiClass: "ovo", sampleWeight: [1, 1, 1] })).toThrow(ParameterError);
    expect(area({ multiClass: "ovr", maxFpr: 0.5 })).toThrow(ParameterError);
    expect(area({ maxFpr: 0 })).toThrow(ParameterError);
    expect(() =>
      rocAucScore([0, 1, 2], [[1, 1, 1], ...three.slice(1)], { multiClass: "ovr" }),
    ).toThrow("that add to 1 in each row of yScore, got others at row 0");
    expect(() => averagePrecisionScore([0, 1, 2], three, { posLabel: 1 })).toThrow(ParameterError);
    expect(() => rocAucScore([[0, 1]], [[0.1]])).toThrow(ShapeError);
  });

  test("confusionMatrix refuses labels that are none", () => {
    expect(() => confusionMatrix([0, 1], [0, 1], { labels: [] })).toThrow(ParameterError);
    expect(() => confusionMatrix([0, 1], [0, 1], { labels: [5] })).toThrow(ValueError);
    expect(() => confusionMatrix([0], [0], { normalize: "rows" as never })).toThrow(ParameterError);
    expect(() => cohenKappaScore([0], [0], { weights: "cubic" as never })).toThrow(ParameterError);
  });

  test("count labels of the two sides that are not the same, missing from one or from those asked for", () => {
    const [yTrue, yPred] = [Int32Array.of(3, 5, 5, 9), Float64Array.of(5, 5, 8, 3)];
    const sides = [
      [yTrue, yPred],
      [[...yTrue], [...yPred]],
      [tensor(yTrue), tensor(yPred)],
      [yTrue.map((label) => label * 2 ** 20), yPred.map((label) => label * 2 ** 20)],
    ] as const;
    for (const [expected, predicted] of sides) {
      expect(accuracyScore(expected, predicted)).toBe(0.25);
      expect(confusionMatrix(expected, predicted).toArray()).toEqual([
        [0, 1, 0, 0],
        [0, 1, 1, 0],
        [0, 0, 0, 0],
        [1, 0, 0, 0],
      ]);
    }
    expect(confusionMatrix(yTrue, yPred, { labels: [9, 5, 3] }).toArray()).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 0],
    ]);
  });

  test("of curves take more different scores than a call has arguments", () => {
    const n = 400_000;
    const yTrue = Int32Array.from({ length: n }, (_, i) => i % 2);
    const scores = Float64Array.from({ length: n }, (_, i) => i);
    expect(rocAucScore(yTrue, scores)).toBeCloseTo(0.5 + 1 / n, 12);
    const { precision, recall, thresholds } = precisionRecallCurve(yTrue, scores);
    expect([precision.length, recall.length, thresholds.length]).toEqual([n + 1, n + 1, n]);
    expect([precision[0], recall[0], precision.at(-1), recall.at(-1)]).toEqual([0.5, 1, 1, 0]);
  });

  test("auc works both ways along x, and refuses to turn round", () => {
    expect(auc([1, 0.5, 0], [1, 1, 0])).toBe(auc([0, 0.5, 1], [0, 1, 1]));
    expect(() => auc([0, 1, 0.5], [0, 1, 1])).toThrow(ValueError);
    expect(() => auc([0], [0])).toThrow(ShapeError);
    expect(() => auc([0, 1], [0])).toThrow(ShapeError);
  });

  test("ndcgScore refuses what cannot be ranked", () => {
    expect(() => ndcgScore([[1], [2]], [[1], [2]])).toThrow(ShapeError);
    expect(() => ndcgScore([[1, -2]], [[1, 2]])).toThrow("expected gains >= 0 in yTrue, got -2");
    expect(ndcgScore([[0, 0]], [[1, 2]])).toBe(0);
    expect(() => dcgScore([[1, 2]], [[1, 2]], { k: 0 })).toThrow(ParameterError);
  });
});
