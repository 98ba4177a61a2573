// #region nearest
const gap = Number.NaN;
const people = [
  [1, 1, 40], // years, level, salary in k€
  [3, 2, 46],
  [6, gap, 58],
  [10, 4, 66],
  [4, 2, gap],
];

/** The distance over the columns that both rows have, scaled up to all of them. */
function distance(a: readonly number[], b: readonly number[]): number {
  const squared = a.map((x, j) => (x - b[j]!) ** 2).filter((square) => !Number.isNaN(square));
  return Math.sqrt((a.length / squared.length) * squared.reduce((sum, square) => sum + square, 0));
}

function nearest(rows: readonly number[][], i: number, j: number, k: number): number {
  const donors = rows.filter((row) => !Number.isNaN(row[j]));
  const near = donors.toSorted((a, b) => distance(rows[i]!, a) - distance(rows[i]!, b));
  return near.slice(0, k).reduce((sum, row) => sum + row[j]!, 0) / k;
}

const squares = people.slice(0, 4).map((row) => distance(people[4]!, row) ** 2);
console.log("squared distances of the last person:", squares.map((d) => d.toFixed(1)).join(" "));
console.log("salary:", nearest(people, 4, 2, 2), " level:", nearest(people, 2, 1, 2));

// #endregion

// #region nearest-library
import { KNNImputer } from "@gradus/learn";

console.log(new KNNImputer({ nNeighbors: 2 }).fitTransform(people).toArray());
// #endregion

// #region rounds
const table = [
  [1, 40],
  [3, 46],
  [6, gap],
  [10, 66],
  [gap, 52],
  [8, 61],
]; // years, salary
const isGap = table.map((row) => row.map(Number.isNaN));
const means = [5.6, 53];
const rows = table.map((row) => row.map((value, j) => (Number.isNaN(value) ? means[j]! : value)));

for (let round = 1; round <= 20; round++) {
  for (const [target, source] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const known = rows.filter((_, i) => !isGap[i]![target]);
    const line = leastSquares(
      known.map((row) => row[source]!),
      known.map((row) => row[target]!),
    );
    rows.forEach((row, i) => {
      if (isGap[i]![target]) row[target] = line(row[source]!);
    });
  }
  if (round <= 3 || round === 20) {
    console.log(
      `round ${round}: years ${rows[4]![0]!.toFixed(4)}, salary ${rows[2]![1]!.toFixed(4)}`,
    );
  }
}

function leastSquares(x: readonly number[], y: readonly number[]): (x: number) => number {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v) / values.length;
  const [xMean, yMean] = [mean(x), mean(y)];
  const xy = x.reduce((sum, value, i) => sum + (value - xMean) * (y[i]! - yMean), 0);
  const slope = xy / x.reduce((sum, value) => sum + (value - xMean) ** 2, 0);
  return (value) => yMean + slope * (value - xMean);
}

// #endregion

// #region rounds-library
import { IterativeImputer, LinearRegression } from "@gradus/learn";

const imputer = new IterativeImputer({
  estimator: new LinearRegression(),
  maxIter: 20,
  tol: 1e-9,
});
const full = imputer.fitTransform(table).toArray() as number[][];
console.log(`years ${full[4]![0]!.toFixed(4)}, salary ${full[2]![1]!.toFixed(4)}`);
// #endregion
