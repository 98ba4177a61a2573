import { RandomGenerator } from "@gradus/core";
import { loadAmes } from "@gradus/data";

// Houses and a model of their prices with three options, for the figure and the tests.

/** How many houses are learned from, how many choose the options, and how many judge the choice. */
export const TRAIN = 135;
export const VALIDATION = 108;
export const FRESH = 500;

/** The columns that the model sees: four of the house, and two of the place. */
export const COLUMNS = [
  "Gr_Liv_Area",
  "Year_Built",
  "Total_Bsmt_SF",
  "Lot_Area",
  "Longitude",
  "Latitude",
] as const;

const table = await loadAmes();
const numbers = COLUMNS.map((name) => table.column(name).toTensor().toArray<number[]>());
const prices = table.column("Sale_Price").toTensor().toArray<number[]>();
const complete = prices
  .map((_, i) => i)
  .filter((i) => numbers.every((c) => Number.isFinite(c[i]!)));
const order = [...new RandomGenerator(4).permutation(complete.length)].map((k) => complete[k]!);
const means = numbers.map((column) => meanOf(order.slice(0, TRAIN).map((i) => column[i]!)));
const spreads = numbers.map((column, c) =>
  Math.sqrt(meanOf(order.slice(0, TRAIN).map((i) => (column[i]! - means[c]!) ** 2))),
);
const all = order.slice(0, TRAIN + VALIDATION + FRESH).map((i) => ({
  x: numbers.map((column, c) => (column[i]! - means[c]!) / spreads[c]!),
  /** The logarithm: a difference of 0.1 is a price about a tenth higher. */
  price: Math.log(prices[i]!),
}));

export const houses = {
  train: all.slice(0, TRAIN),
  validation: all.slice(TRAIN, TRAIN + VALIDATION),
  fresh: all.slice(TRAIN + VALIDATION),
};

type House = (typeof all)[number];

/** The options: how strongly weights are shrunk, and how fast houses stop being alike with size and age and with place. */
export interface Setting {
  readonly alpha: number;
  readonly gamma: number;
  readonly place: number;
}

/**
 * The root mean squared error of kernel ridge regression that has learned from the first `rows` houses: of the
 * logarithms of prices, in percent.
 */
export function errorOf(
  setting: Setting,
  rows: number,
  judge: readonly House[] = houses.validation,
): number {
  const known = houses.train.slice(0, rows);
  const center = meanOf(known.map(({ price }) => price));
  const weights = solve(
    known.map((a, i) =>
      known.slice(0, i + 1).map((b, j) => alike(a, b, setting) + (i === j ? setting.alpha : 0)),
    ),
    known.map(({ price }) => price - center),
  );
  const squares = judge.map((house) => {
    let guess = center;
    for (let i = 0; i < known.length; i++) guess += weights[i]! * alike(house, known[i]!, setting);
    return (house.price - guess) ** 2;
  });
  return 100 * Math.sqrt(meanOf(squares));
}

function alike(a: House, b: House, { gamma, place }: Setting): number {
  let exponent = 0;
  for (let c = 0; c < COLUMNS.length; c++) {
    exponent += (c < 4 ? gamma : place) * (a.x[c]! - b.x[c]!) ** 2;
  }
  return Math.exp(-exponent);
}

/** Solves Kw = y for a symmetric K, of which the lower half is given, by Cholesky's L·Lᵀ = K. */
function solve(K: number[][], y: readonly number[]): number[] {
  const n = y.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const [a, b] = [K[i]!, K[j]!];
      let sum = a[j]!;
      for (let k = 0; k < j; k++) sum -= a[k]! * b[k]!;
      a[j] = i === j ? Math.sqrt(sum) : sum / b[j]!;
    }
  }
  const w = [...y];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) w[i]! -= K[i]![k]! * w[k]!;
    w[i]! /= K[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) w[i]! -= K[k]![i]! * w[k]!;
    w[i]! /= K[i]![i]!;
  }
  return w;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
