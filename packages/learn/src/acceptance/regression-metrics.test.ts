import { mseLoss, tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import type { Targets } from "../base/inputs";
import { meanAbsoluteError, meanSquaredError, rootMeanSquaredError } from "../index";
import { readFixture } from "../testing/fixtures";
import { argumentOf, type MetricCase } from "../testing/metric-cases";

type Values = number[] | number[][];

interface Expected {
  readonly uniformAverage: number;
  readonly rawValues: number[];
}

type Case = Record<"meanSquaredError" | "rootMeanSquaredError" | "meanAbsoluteError", Expected> & {
  readonly yTrue: Values;
  readonly yPred: Values;
  readonly sampleWeight: number[] | null;
};

interface Gradient {
  readonly reduction: "mean" | "sum";
  readonly target: Values;
  readonly prediction: Values;
  readonly loss: number;
  readonly gradient: Values;
}

const metrics = { meanSquaredError, rootMeanSquaredError, meanAbsoluteError };
type Name = keyof typeof metrics;
type AnyMetric = (yTrue: Targets, yPred: Targets, options: object) => number | number[];

const cases = readFixture<Case>("regression-metrics");
const more = readFixture<MetricCase>("more-regression-metrics");

/** Expects every number within 1e-15, relative above 1: the double next to 1 is 2.2e-16 away. */
function within1e15(actual: number | number[], expected: number | number[]): void {
  const [got, wanted] = [[actual].flat(), [expected].flat()];
  expect(got).toHaveLength(wanted.length);
  wanted.forEach((value, j) => {
    expect(Math.abs(got[j]! - value)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(value)));
  });
}

/** Weighted or not, one target or several, each score, their mean and their weighted mean. */
function equalsScikitLearn(name: Name): void {
  const metric = metrics[name] as AnyMetric;
  for (const { yTrue, yPred, sampleWeight, [name]: expected } of cases) {
    const options = sampleWeight ? { sampleWeight } : {};
    within1e15(metric(yTrue, yPred, options), expected.uniformAverage);
    const raw = { ...options, multioutput: "rawValues" };
    within1e15(metric(yTrue, yPred, raw), expected.rawValues);
  }
  const own = more.filter((c) => c.metric === name);
  expect(own.length).toBeGreaterThanOrEqual(18);
  for (const c of own) {
    const [yTrue, yPred] = c.args.map((arg) => argumentOf("more-regression-metrics", arg));
    const options = Object.fromEntries(
      Object.entries(c.options).map(([k, v]) => [k, argumentOf("more-regression-metrics", v)]),
    );
    within1e15(metric(yTrue as Targets, yPred as Targets, options), c.expected as number[]);
  }
}

test("roadmap EVA-006: the metric equals scikit-learn to 1e-15, the loss' gradient torch's to 1e-12", () => {
  equalsScikitLearn("meanSquaredError");
  const gradients = readFixture<Gradient>("mse-gradients");
  expect(gradients.length).toBeGreaterThanOrEqual(30);
  for (const { reduction, target, prediction, loss, gradient } of gradients) {
    const leaf = tensor(prediction, { dtype: "float64", requiresGrad: true });
    const value = mseLoss(leaf, tensor(target, { dtype: "float64" }), { reduction });
    value.backward();
    expect(Math.abs(value.item() - loss)).toBeLessThanOrEqual(1e-12 * Math.max(1, loss));
    const wanted = gradient.flat(3) as number[];
    const got = leaf.grad!.data();
    wanted.forEach((g, i) => {
      expect(Math.abs(got[i]! - g)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(g)));
    });
  }
});

test("roadmap EVA-007: equals scikit-learn to 1e-15, with weights and several targets", () => {
  equalsScikitLearn("rootMeanSquaredError");
});

test("roadmap EVA-008: equals scikit-learn to 1e-15, with weights and several targets", () => {
  equalsScikitLearn("meanAbsoluteError");
});
