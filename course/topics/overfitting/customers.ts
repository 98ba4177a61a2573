import { RandomGenerator } from "@gradus/core";
import { loadChurn } from "@gradus/data";

// Four hundred customers, their nearest neighbours and both curves, for the figure; claims.test.ts compares them
// with the library's.

export const ROWS = 400;
const FOLDS = 5;
/** The largest number of neighbours; odd numbers only, so that no vote is a tie. */
export const MOST = 199;
/** How many customers a point of the learning curve learns from. */
export const SIZES = [20, 40, 80, 120, 160, 200, 240, 280, 320] as const;

const table = await loadChurn();
const chosen = [...new RandomGenerator(0).permutation(table.nRows).slice(0, ROWS)];
const months = table.column("tenure").toTensor().toArray<number[]>();
const dollars = table.column("monthly_charges").toTensor().toArray<number[]>();
const churn = table.column("churn").toArray();

/** Months with the company, dollars a month, and whether they left. */
export const customers = chosen.map((i) => ({
  months: months[i]!,
  dollars: dollars[i]!,
  left: churn[i] === "Yes",
}));

/** What the models see: both numbers from about 0 to about 1. */
export const featuresOf = (row: { readonly months: number; readonly dollars: number }) =>
  [row.months / 72, row.dollars / 120] as const;

const points = customers.map(featuresOf);

export interface Scores {
  readonly train: number;
  readonly test: number;
}

/** Mean accuracies of five folds for the odd k = 1, 3, … `MOST`, learned from the first `size` rows of each training part. */
export function scoresByNeighbours(size: number): Scores[] {
  const count = (MOST + 1) / 2;
  const sums = Array.from({ length: count }, () => ({ train: 0, test: 0 }));
  const part = ROWS / FOLDS;
  for (let fold = 0; fold < FOLDS; fold++) {
    const all = points.map((_, i) => i);
    const test = all.slice(fold * part, (fold + 1) * part);
    const train = all.filter((i) => !test.includes(i)).slice(0, size);
    for (const [kind, asked] of [
      ["train", train],
      ["test", test],
    ] as const) {
      for (const i of asked) {
        const said = votes(points[i]!, train);
        said.forEach((leaves, k) => {
          if (leaves === customers[i]!.left) sums[k]![kind] += 1;
        });
      }
    }
  }
  // All parts are of one size, so that the mean of the folds is the share of all.
  return sums.map((right) => ({ train: right.train / (FOLDS * size), test: right.test / ROWS }));
}

/** What the nearest 1, 3, 5, … of some customers say; all of them, where k is more than there are. */
function votes([a, b]: readonly [number, number], among: readonly number[]): boolean[] {
  const far = among.map((i) => (points[i]![0] - a) ** 2 + (points[i]![1] - b) ** 2);
  const order = among.map((_, j) => j).sort((i, j) => far[i]! - far[j]!);
  const said: boolean[] = [];
  let leave = 0;
  for (let k = 1; k <= MOST; k++) {
    const next = order[k - 1];
    if (next !== undefined && customers[among[next]!]!.left) leave++;
    if (k % 2 === 1) said.push(2 * leave > Math.min(k, order.length));
  }
  return said;
}

export const GRID = { columns: 37, rows: 26, low: 15, high: 120 } as const;

/** What the nearest k of all 400 say on a grid over months and dollars: a list for each cell, row by row. */
export function grid(): boolean[][] {
  const all = points.map((_, i) => i);
  const { columns, rows, low, high } = GRID;
  return Array.from({ length: rows * columns }, (_, cell) => {
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    const at = featuresOf({
      months: (72 * (column + 0.5)) / columns,
      dollars: low + ((high - low) * (row + 0.5)) / rows,
    });
    return votes(at, all);
  });
}
