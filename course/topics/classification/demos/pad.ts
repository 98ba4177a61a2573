// #region look
import { display } from "@gradus/core";
import { loadDigits } from "@gradus/data";
import { imageGrid } from "@gradus/plot";

const { images, labels } = await loadDigits();
const digits = labels.toArray<number[]>();
const pictures = images.toArray<number[][][]>(); // 8 × 8, from 0 (paper) to 16 (ink)
const some = [0, 1, 4].flatMap((digit) =>
  digits.flatMap((label, i) => (label === digit ? [i] : [])).slice(0, 8),
);
display(
  imageGrid({
    images: some.map((i) => pictures[i]!.map((row) => row.map((ink) => 16 - ink))),
    labels: some.map((i) => String(digits[i])),
    columns: 8,
    title: "What people drew",
  }),
);

// #endregion

// #region features
import { overlay, scatterPlot } from "@gradus/plot";

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

/** The standard deviation of the ink's columns: how wide a digit is. */
function width(picture: number[][]): number {
  const columns = picture[0]!.map((_, j) => sum(picture.map((row) => row[j]!)));
  const ink = sum(columns);
  const middle = sum(columns.map((grey, j) => grey * j)) / ink;
  return Math.sqrt(sum(columns.map((grey, j) => grey * (j - middle) ** 2)) / ink);
}

/** The mean difference between a picture and its mirror image, as a share of black. */
function asymmetry(picture: number[][]): number {
  const differences = picture.flatMap((row) => row.map((grey, j) => Math.abs(grey - row[7 - j]!)));
  return sum(differences) / 64 / 16;
}

const chosen = digits.flatMap((digit, i) => ([0, 1, 4].includes(digit) ? [i] : []));
const X = chosen.map((i) => [width(pictures[i]!), asymmetry(pictures[i]!)]);
const y = chosen.map((i) => digits[i]!);
const clouds = [0, 1, 4].map((digit) =>
  scatterPlot({
    x: X.filter((_, i) => y[i] === digit).map(([w]) => w!),
    y: X.filter((_, i) => y[i] === digit).map(([, a]) => a!),
    label: String(digit),
    title: `${chosen.length} drawings, two numbers each`,
    xLabel: "Width (columns)",
    yLabel: "Asymmetry",
  }),
);
display(overlay(...clouds));

// #endregion

// #region split
import { StandardScaler, trainTestSplit } from "@gradus/learn";

const [XTrain, XTest, yTrain, yTest] = trainTestSplit(X, y, { testSize: 0.3, seed: 0 });
const scaler = new StandardScaler().fit(XTrain);
const train = scaler.transform(XTrain).toArray<number[][]>();
const test = scaler.transform(XTest).toArray<number[][]>();
console.log(train.length, "to learn from,", test.length, "kept apart");

// #endregion

// #region scratch
/** The mean of each class. */
function fitCentroids(X: number[][], y: number[]): Map<number, number[]> {
  const classes = [...new Set(y)].sort((a, b) => a - b);
  return new Map(
    classes.map((label) => {
      const rows = X.filter((_, i) => y[i] === label);
      return [label, rows[0]!.map((_, j) => sum(rows.map((row) => row[j]!)) / rows.length)];
    }),
  );
}

/** 2 μ·x − |μ|² for each class: the larger, the nearer. */
function scores(centroids: Map<number, number[]>, x: number[]): [number, number][] {
  return [...centroids].map(([label, mean]) => [
    label,
    2 * sum(mean.map((m, j) => m * x[j]!)) - sum(mean.map((m) => m * m)),
  ]);
}

const predict = (centroids: Map<number, number[]>, x: number[]) =>
  scores(centroids, x).reduce((best, each) => (each[1] > best[1] ? each : best))[0];

const centroids = fitCentroids(train, yTrain);
for (const [digit, mean] of centroids) {
  console.log(digit, "mean at", mean.map((m) => m.toFixed(2)).join(", "));
}
const right = test.filter((x, i) => predict(centroids, x) === yTest[i]);
console.log("right on", right.length, "of", test.length);

// #endregion

// #region library
import { NearestCentroid } from "@gradus/learn";

const model = new NearestCentroid().fit(train, yTrain);
const same = model.predict(test).filter((label, i) => label === predict(centroids, test[i]!));
console.log("the library says the same for", same.length, "of", test.length);
console.log("accuracy:", model.score(test, yTest).toFixed(3));

// #endregion

// #region border
import { LogisticRegression } from "@gradus/learn";
import { decisionBoundaryPlot } from "@gradus/plot";

const logistic = new LogisticRegression().fit(train, yTrain);
display(
  decisionBoundaryPlot({
    x: test.map(([w]) => w!),
    y: test.map(([, a]) => a!),
    classes: yTest.map(String),
    predict: (points) => logistic.predict(points).map(String),
    title: "Where logistic regression says 0, 1 and 4",
    xLabel: "Width (standard deviations)",
    yLabel: "Asymmetry (standard deviations)",
  }),
);

// #endregion

// #region sure
const shares = logistic.predictProba(test).toArray<number[][]>();
const show = (row: number[]) => row.map((p, k) => `${logistic.classes[k]}: ${p.toFixed(2)}`);
const best = shares.map((row) => Math.max(...row));
const sure = best.indexOf(Math.max(...best));
const unsure = best.indexOf(Math.min(...best));
console.log("the surest drawing:  ", show(shares[sure]!).join("  "), "  truth", yTest[sure]);
console.log("the least sure one:  ", show(shares[unsure]!).join("  "), "  truth", yTest[unsure]);
for (const bar of [0.5, 0.7, 0.9]) {
  const kept = [...best.keys()].filter((i) => best[i]! >= bar);
  const hits = kept.filter((i) => logistic.predict(test)[i] === yTest[i]).length;
  const share = (hits / kept.length).toFixed(2);
  console.log(`answer from ${bar} on: ${kept.length} answers, ${share} of them right`);
}
// #endregion
