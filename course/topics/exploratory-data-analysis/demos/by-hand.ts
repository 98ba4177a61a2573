// #region fences
const minutes = [2, 3, 3, 4, 5, 6, 40]; // sorted

/** The quantile of sorted numbers, between two neighbours by a straight line. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [low, high] = [sorted[below]!, sorted[Math.ceil(place)]!];
  return low + (place - below) * (high - low);
}

const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantile(minutes, share)) as [
  number,
  number,
  number,
];
const range = q3 - q1;
const fences = [q1 - 1.5 * range, q3 + 1.5 * range];
const mean = minutes.reduce((sum, x) => sum + x) / minutes.length;
console.log("quartiles:", [q1, median, q3], " range:", range);
console.log("fences:", fences, " mean:", mean);

// #endregion

// #region agrees
import { DataFrame, profile } from "@gradus/data";

const found = profile(DataFrame.fromColumns({ minutes })).column("minutes").numbers!;
console.log([found.q25, found.median, found.q75], found.mean);
console.log([found.outliers.lowerFence, found.outliers.upperFence], found.outliers.examples);
// #endregion
