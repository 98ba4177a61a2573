// #region twins
import { RandomGenerator } from "@gradus/core";
import { loadChurn } from "@gradus/data";
import { crossValidate, KFold, KNeighborsClassifier, learningCurve } from "@gradus/learn";

const table = await loadChurn();
const months = table.column("tenure").toTensor().toArray<number[]>();
const dollars = table.column("monthly_charges").toTensor().toArray<number[]>();
const churn = table.column("churn").toArray() as string[];
const chosen = [...new RandomGenerator(0).permutation(table.nRows).slice(0, 400)];
const featuresOf = (i: number) => [months[i]! / 72, dollars[i]! / 120];
const mean = (values: Iterable<number>) =>
  [...values].reduce((sum, x, _, all) => sum + x / all.length, 0);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const one = new KNeighborsClassifier({ nNeighbors: 1 });

for (const [name, rows] of [
  ["400 customers", chosen],
  ["each of them twice", [...chosen, ...chosen]],
] as const) {
  const scores = crossValidate(
    one,
    rows.map(featuresOf),
    rows.map((i) => churn[i]!),
    { cv: new KFold({ nSplits: 5, shuffle: true, seed: 0 }), returnTrainScore: true },
  );
  console.log(
    name.padEnd(19),
    "own",
    percent(mean(scores.trainScores!.score!)),
    " left out",
    percent(mean(scores.testScore)),
  );
}

// #endregion

// #region sorted
const byMonths = [...chosen].sort((a, b) => months[a]! - months[b]!);
for (const shuffle of [false, true]) {
  const { trainSizes, testScores } = learningCurve(
    new KNeighborsClassifier({ nNeighbors: 15 }),
    byMonths.map(featuresOf),
    byMonths.map((i) => churn[i]!),
    {
      trainSizes: [40, 80, 160, 320],
      cv: new KFold({ nSplits: 5, shuffle: true, seed: 0 }),
      shuffle,
      seed: 0,
    },
  );
  const points = trainSizes.map((size, i) => `${size}: ${percent(mean(testScores[i]!))}`);
  console.log(shuffle ? "drawn at random       " : "newest customers first", points.join("  "));
}
// #endregion
