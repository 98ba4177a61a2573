import { describeValue, ParameterError, type RandomState, ValueError } from "@gradus/core";

/** The rows of the two parts of a split. */
export interface SplitIndices {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** How many rows each part of a split has. */
export interface SplitSizes {
  readonly nTrain: number;
  readonly nTest: number;
}

/**
 * The sizes of the parts: shares of n are rounded up for the test part and down for the training part,
 * and what is not given is the rest.
 *
 * @throws ParameterError for a size that is neither a share between 0 and 1 nor a number of rows below
 *   n, for sizes that are more than all, and for a training part without rows.
 */
export function splitSizes(
  where: string,
  n: number,
  testSize: number | undefined,
  trainSize: number | undefined,
): SplitSizes {
  const share = testSize === undefined && trainSize === undefined ? 0.25 : testSize;
  const wantedTest = share === undefined ? undefined : rows(where, "testSize", share, n, Math.ceil);
  const wantedTrain =
    trainSize === undefined ? undefined : rows(where, "trainSize", trainSize, n, Math.floor);
  const nTest = wantedTest ?? n - wantedTrain!;
  const nTrain = wantedTrain ?? n - nTest;
  if (nTrain + nTest > n) {
    throw new ParameterError(
      `${where}: expected trainSize and testSize to be at most ${n} rows together, got ${nTrain} and ${nTest}`,
    );
  }
  if (nTrain <= 0) {
    throw new ParameterError(
      `${where}: expected at least one row to train on, got none of ${n} with ${nTest} to test on`,
    );
  }
  return { nTrain, nTest };
}

function rows(
  where: string,
  name: string,
  size: number,
  n: number,
  round: (value: number) => number,
): number {
  if (size > 0 && size < 1) return round(size * n);
  if (Number.isInteger(size) && size > 0 && size < n) return size;
  throw new ParameterError(
    `${where}: ${name} must be a share above 0 and below 1, or a number of rows above 0 and below ${n}, got ${describeValue(size)}`,
  );
}

/** The first rows to train on, the next to test on. */
export function inOrder({ nTrain, nTest }: SplitSizes): SplitIndices {
  const all = Int32Array.from({ length: nTrain + nTest }, (_, i) => i);
  return { train: all.slice(0, nTrain), test: all.slice(nTrain) };
}

/** Random rows: the same ones as scikit-learn's ShuffleSplit for the same random state. */
export function shuffled(
  n: number,
  { nTrain, nTest }: SplitSizes,
  random: RandomState,
): SplitIndices {
  const order = random.permutation(n);
  return { test: order.slice(0, nTest), train: order.slice(nTest, nTest + nTrain) };
}

/**
 * Random rows with every class in its share of both parts: the same ones as scikit-learn's
 * StratifiedShuffleSplit for the same random state.
 *
 * @param classes the class of each row, as a number from 0 to nClasses − 1
 * @throws ValueError if a class has a single row, or if a part has fewer rows than there are classes.
 */
export function stratified(
  where: string,
  classes: Int32Array,
  { nTrain, nTest }: SplitSizes,
  random: RandomState,
): SplitIndices {
  const members = rowsOfClasses(classes);
  const counts = members.map((list) => list.length);
  checkClasses(where, counts, { nTrain, nTest });
  const trainCounts = apportion(counts, nTrain, random);
  const rest = counts.map((count, k) => count - trainCounts[k]!);
  const testCounts = apportion(rest, nTest, random);
  const train: number[] = [];
  const test: number[] = [];
  members.forEach((list, k) => {
    const chosen = Array.from(random.permutation(list.length), (i) => list[i]!);
    train.push(...chosen.slice(0, trainCounts[k]!));
    test.push(...chosen.slice(trainCounts[k]!, trainCounts[k]! + testCounts[k]!));
  });
  return { train: permuted(train, random), test: permuted(test, random) };
}

function rowsOfClasses(classes: Int32Array): number[][] {
  const members: number[][] = [];
  classes.forEach((k, i) => {
    members[k] ??= [];
    members[k].push(i);
  });
  return members;
}

function checkClasses(where: string, counts: readonly number[], sizes: SplitSizes): void {
  if (counts.some((count) => count < 2)) {
    throw new ValueError(
      `${where}: expected at least 2 rows of each class to stratify by, got a class with 1`,
    );
  }
  const smallest = Math.min(sizes.nTrain, sizes.nTest);
  if (smallest < counts.length) {
    throw new ValueError(
      `${where}: expected at least one row for each of ${counts.length} classes in both parts, got a part of ${smallest} rows`,
    );
  }
}

/**
 * Whole numbers in the proportion of the counts that add up to n: the largest remainders are rounded up,
 * and ties among them are drawn.
 */
function apportion(counts: readonly number[], n: number, random: RandomState): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (count / total) * n);
  const parts = exact.map(Math.floor);
  let open = n - parts.reduce((sum, part) => sum + part, 0);
  const remainders = exact.map((value, k) => value - parts[k]!);
  const sorted = [...new Set(remainders)].sort((a, b) => b - a);
  for (const remainder of sorted) {
    if (open === 0) break;
    const tied = remainders.flatMap((value, k) => (value === remainder ? [k] : []));
    const drawn = Array.from(random.permutation(tied.length), (i) => tied[i]!).slice(0, open);
    for (const k of drawn) parts[k]! += 1;
    open -= drawn.length;
  }
  return parts;
}

function permuted(rows: readonly number[], random: RandomState): Int32Array {
  return random.permutation(rows.length).map((i) => rows[i]!);
}
