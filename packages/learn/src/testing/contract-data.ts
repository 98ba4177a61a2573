import { DataFrame } from "@gradus/data";
import { isTensor, type Tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import type {
  Classifier,
  OutlierDetector,
  Regressor,
  Transformed,
  Transformer,
} from "../base/estimator";
import type { Matrix } from "../base/inputs";
import type { Label } from "../base/labels";
import { expectAllClose, type Tolerance } from "./fixtures";

/** An estimator that the suite can look at. */
export type Model = Regressor | Classifier | Transformer | OutlierDetector;

/** What the suite needs to know of an estimator that is not as the others. */
export interface ContractOptions {
  /** Cases that do not hold, by name, each with the reason. */
  readonly except?: Readonly<Record<string, string>>;
}

/** Features of two clouds of points, so that classes can be told apart. */
export const X = [
  [1, 10, 0.5],
  [2, 8, 0.1],
  [3, 9, 0.9],
  [4, 3, 0.4],
  [5, 5, 0.7],
  [6, 2, 0.3],
  [7, 4, 0.8],
  [8, 1, 0.2],
];
export const y = [1.5, 2.1, 2.9, 4.4, 5.2, 6.3, 6.8, 8.1];
export const labels = ["no", "no", "no", "yes", "yes", "yes", "yes", "yes"];
export const names = ["a", "b", "c"] as const;
export const frame = tableOf(names, X);

/** `test`, which turns round the cases that are excepted: one that holds after all needs no exception. */
export function runner({ except = {} }: ContractOptions) {
  return (name: string, body: () => void): void => {
    const reason = except[name];
    if (reason === undefined) test(name, body);
    else test.fails(`${name} (does not hold: ${reason})`, body);
  };
}

/** Fits with the targets that go with the kind of model. */
export function fit<M extends Model>(model: M, features: Matrix): M {
  const n = Math.max(1, rowCount(features));
  if (model.estimatorType === "classifier") return model.fit(features, labels.slice(0, n)) as M;
  if (model.estimatorType === "outlierDetector") return model.fit(features) as M;
  return (model as Regressor).fit(features, y.slice(0, n)) as unknown as M;
}

/** How many targets go with the features; as many as there are for what is no matrix. */
function rowCount(features: unknown): number {
  if (Array.isArray(features)) return features.length;
  return isTensor(features) ? (features.shape[0] ?? 0) : y.length;
}

/** What a model makes of features. */
export function output(model: Model, features: Matrix): Tensor | Label[] {
  return model.estimatorType === "transformer"
    ? dense(model.transform(features))
    : model.predict(features);
}

/** A transformer's output as a tensor. */
export function dense(output: Transformed): Tensor {
  return isTensor(output) ? output : output.toDense();
}

/** Expects the same numbers within the tolerance, or the same labels. */
export function expectSame(
  actual: Tensor | Label[],
  expected: Tensor | Label[],
  tolerance: Tolerance = { rtol: 1e-9, atol: 1e-12 },
): void {
  if (!isTensor(actual) || !isTensor(expected)) {
    expect(actual).toEqual(expected);
    return;
  }
  expect(actual.shape).toEqual(expected.shape);
  expectAllClose(actual, [...expected.data()], tolerance);
}

/** A table of number columns. */
export function tableOf<const N extends readonly string[]>(
  columns: N,
  rows: readonly (readonly number[])[],
): DataFrame<Record<N[number], "number">> {
  const entries = columns.map((name, j) => [name, rows.map((row) => row[j]!)]);
  return DataFrame.fromColumns(Object.fromEntries(entries)) as never;
}
