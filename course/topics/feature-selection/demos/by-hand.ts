// #region six
import { fClassif } from "@gradus/learn";

/** The F score of a feature for classes: the spread between the classes' means over that within them. */
function fScore(x: readonly number[], labels: readonly string[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v) / values.length;
  const overall = mean(x);
  const classes = [...new Set(labels)];
  let [between, within] = [0, 0];
  for (const label of classes) {
    const own = x.filter((_, i) => labels[i] === label);
    between += own.length * (mean(own) - overall) ** 2;
    within += own.reduce((sum, v) => sum + (v - mean(own)) ** 2, 0);
  }
  return between / (classes.length - 1) / (within / (x.length - classes.length));
}

const size = [1, 2, 3, 5, 6, 7];
const noise = [4, 9, 5, 8, 4, 6];
const kind = ["benign", "benign", "benign", "malignant", "malignant", "malignant"];
console.log("ours:   ", fScore(size, kind), fScore(noise, kind));
const { scores } = fClassif(
  size.map((x, i) => [x, noise[i]!]),
  kind,
);
console.log("library:", ...scores);
// #endregion
