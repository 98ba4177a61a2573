import {
  checkBoolean,
  describeValue,
  ParameterError,
  RandomState,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { isDataFrame } from "@gradus/data";
import { isTensor } from "@gradus/tensor";
import { warnOfLeakage } from "../base/leakage";
import { anySeed } from "../base/seeds";
import { isSplittable, rowsOf, type Splittable, takeRows } from "./rows";
import { inOrder, type SplitIndices, shuffled, splitSizes, stratified } from "./split-indices";

/** How rows are split. */
export interface TrainTestSplitOptions {
  /** A share above 0 and below 1, or a number of rows. Default 0.25, or what `trainSize` leaves. */
  readonly testSize?: number;
  /** A share above 0 and below 1, or a number of rows. Default what `testSize` leaves. */
  readonly trainSize?: number;
  /** The same seed gives the same split, in scikit-learn too. Default another one each time. */
  readonly seed?: number;
  /** Whether rows are drawn; otherwise the last ones are for testing. Default true. */
  readonly shuffle?: boolean;
  /** The class of each row: each class gets its share of both parts. */
  readonly stratify?: Splittable;
}

type Part<T> = T extends readonly (infer Item)[] ? Item[] : T;

/** For each thing that was given, its training part and its test part. */
export type Split<A extends readonly unknown[]> = A extends readonly [infer First, ...infer Rest]
  ? [train: Part<First>, test: Part<First>, ...Split<Rest>]
  : A extends readonly []
    ? []
    : Part<A[number]>[];

/**
 * Splits rows at random into a part to train on and a part to test on.
 *
 * For the same seed the rows are those of scikit-learn's `train_test_split(…, random_state=seed)`.
 *
 * @param args tensors, tables, columns or arrays with one row count, then the options
 * @returns for each of them the training part and the test part, in one list
 * @throws ShapeError if the numbers of rows differ; ParameterError for sizes, a seed or options that
 *   cannot be, or nothing to split; ValueError if a class has too few rows to stratify by.
 * @roadmap EVA-002
 * @example
 * ```ts
 * const X = [[1], [2], [3], [4]];
 * const y = [1, 2, 3, 4];
 * const [XTrain, XTest, yTrain, yTest] = trainTestSplit(X, y, { testSize: 0.25, seed: 42 });
 * yTest; // → [2]
 * ```
 */
export function trainTestSplit<A extends readonly Splittable[]>(
  ...args: [...arrays: A, options: TrainTestSplitOptions]
): Split<A>;
export function trainTestSplit<A extends readonly Splittable[]>(...arrays: A): Split<A>;
export function trainTestSplit(
  ...args: readonly (Splittable | TrainTestSplitOptions)[]
): unknown[] {
  const where = "trainTestSplit";
  const last = args.at(-1);
  const hasOptions = last !== undefined && !isSplittable(last);
  const arrays = hasOptions ? args.slice(0, -1) : args;
  if (arrays.length === 0) {
    throw new ParameterError(
      `${where}: expected at least one tensor, table, column or array, got none`,
    );
  }
  for (const array of arrays) warnOfLeakage(where, array);
  const n = rowsInAll(where, arrays);
  const { train, test } = chooseRows(where, n, hasOptions ? (last as TrainTestSplitOptions) : {});
  return arrays.flatMap((array) => [takeRows(array, train), takeRows(array, test)]);
}

function chooseRows(where: string, n: number, options: TrainTestSplitOptions): SplitIndices {
  const { testSize, trainSize, shuffle = true, seed = anySeed(), stratify } = options;
  const sizes = splitSizes(where, n, testSize, trainSize);
  if (!checkBoolean(where, "shuffle", shuffle)) {
    if (!stratify) return inOrder(sizes);
    throw new ParameterError(`${where}: stratify needs shuffle: true, got false`);
  }
  const random = new RandomState(seed);
  if (!stratify) return shuffled(n, sizes, random);
  const classes = classCodes(where, stratify);
  if (classes.length !== n) {
    throw new ShapeError(
      `${where}: expected a class to stratify by for each of ${n} rows, got ${classes.length}`,
    );
  }
  return stratified(where, classes, sizes, random);
}

function rowsInAll(where: string, arrays: readonly unknown[]): number {
  const counts = arrays.map((array) => {
    if (isSplittable(array)) return rowsOf(array);
    throw new ValueError(
      `${where}: expected tensors, tables, columns or arrays, got ${describeValue(array)}`,
    );
  });
  const other = counts.find((count) => count !== counts[0]);
  if (other !== undefined) {
    throw new ShapeError(`${where}: expected the same number of rows, got ${counts.join(" and ")}`);
  }
  return counts[0]!;
}

/** The class of each row as a number, in the order in which the classes sort. */
function classCodes(where: string, stratify: Splittable): Int32Array {
  const labels = labelsOf(where, stratify);
  const sorted = [...new Set(labels)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const codes = new Map(sorted.map((label, k) => [label, k]));
  return Int32Array.from(labels, (label) => codes.get(label)!);
}

function labelsOf(where: string, stratify: Splittable): (string | number | boolean)[] {
  const list = isTensor(stratify)
    ? Array.from(stratify.data())
    : isDataFrame(stratify)
      ? [undefined]
      : Array.from(stratify as Iterable<unknown>);
  return list.map((label) => {
    const isMissing = typeof label === "number" && Number.isNaN(label);
    if (
      !isMissing &&
      (typeof label === "string" || typeof label === "number" || typeof label === "boolean")
    ) {
      return label;
    }
    throw new ValueError(
      `${where}: expected stratify to be a column or array of classes, got ${describeValue(label)}`,
    );
  });
}
