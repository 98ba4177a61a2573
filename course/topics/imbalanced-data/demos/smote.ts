// #region scratch
import { RandomGenerator } from "@gradus/core";

type Row = readonly number[];
const distance = (a: Row, b: Row) => Math.hypot(...a.map((x, j) => x - b[j]!));

/** Makes up rows between rows of the rare class and one of their k nearest neighbours in it. */
function smote(rare: readonly Row[], k: number, count: number, random: RandomGenerator): Row[] {
  const neighbours = rare.map((row) =>
    rare
      .filter((other) => other !== row)
      .sort((a, b) => distance(row, a) - distance(row, b))
      .slice(0, k),
  );
  return Array.from({ length: count }, () => {
    const i = random.integer(0, rare.length);
    const [from, to] = [rare[i]!, neighbours[i]![random.integer(0, k)]!];
    const u = random.uniform();
    return from.map((x, j) => x + u * (to[j]! - x));
  });
}

const rare = [
  [1, 1],
  [2, 3],
  [4, 2],
  [9, 9],
]; // prettier to draw than nine measures
for (const row of smote(rare, 2, 3, new RandomGenerator(1))) {
  console.log(row.map((x) => x.toFixed(2)).join(", "));
}

// #endregion

// #region library
import { SMOTE } from "@gradus/learn";

const common = Array.from({ length: 12 }, (_, i) => [i, 12 - i]);
const labels = [...common.map(() => "good"), ...rare.map(() => "spam")];
const [more, y] = new SMOTE({ kNeighbors: 2, seed: 0 }).fitResample([...common, ...rare], labels);
const made = more.toArray<number[][]>().slice(labels.length);
console.log(y.length, "rows,", made.length, "of them made up");

// Each made-up row lies on a segment between two rows of the rare class.
const isBetween = (row: Row, a: Row, b: Row) =>
  Math.abs(distance(a, row) + distance(row, b) - distance(a, b)) < 1e-9;
const onSegments = made.filter((row) => rare.some((a) => rare.some((b) => isBetween(row, a, b))));
console.log("on a segment:", onSegments.length);
// #endregion
