// #region disagree
import { loadChurn } from "@gradus/data";
import {
  accuracyScore,
  ColumnTransformer,
  DummyClassifier,
  f1Score,
  LogisticRegression,
  logLoss,
  makePipeline,
  OneHotEncoder,
  precisionScore,
  recallScore,
  rocAucScore,
  StandardScaler,
  trainTestSplit,
} from "@gradus/learn";

const table = (await loadChurn()).select("tenure", "monthly_charges", "contract", "churn");
const [train, test] = trainTestSplit(table, {
  testSize: 0.3,
  seed: 0,
  stratify: table.column("churn"),
});
const features = (rows: typeof table) => rows.drop("churn");
const left = (rows: typeof table) =>
  rows
    .column("churn")
    .toArray()
    .map((each) => (each === "Yes" ? 1 : 0));
const y = left(test);

const prepare = new ColumnTransformer({
  transformers: [
    ["numbers", new StandardScaler(), ["tenure", "monthly_charges"]],
    ["contract", new OneHotEncoder(), ["contract"]],
  ],
});
const models = {
  "nobody leaves": makePipeline(prepare, new DummyClassifier({ strategy: "prior" })),
  plain: makePipeline(prepare, new LogisticRegression()),
  balanced: makePipeline(prepare, new LogisticRegression({ classWeight: "balanced" })), // leavers count more
};
type Name = keyof typeof models;
const names = Object.keys(models) as Name[];
const chances = Object.fromEntries(
  names.map((name) => {
    models[name].fit(features(train), left(train));
    const both = models[name].predictProba(features(test));
    return [name, both.slice(null, 1).toArray<number[]>()];
  }),
) as Record<Name, number[]>;
const says = (name: Name) => chances[name].map((chance) => (chance > 0.5 ? 1 : 0));

console.log("                accuracy  recall  F1     AUC    log loss");
for (const name of names) {
  const cells = [
    accuracyScore(y, says(name)),
    recallScore(y, says(name)),
    f1Score(y, says(name)),
    rocAucScore(y, chances[name]),
    logLoss(y, chances[name]),
  ];
  console.log(name.padEnd(15), cells.map((cell) => cell.toFixed(3).padEnd(7)).join(" "));
}

// #endregion

// #region interval
import { RandomGenerator } from "@gradus/core";

const rights = says("plain").map((said, i) => (said === y[i] ? 1 : 0));
const n = rights.length;
const accuracy = rights.reduce((sum: number, each) => sum + each, 0) / n;
const error = Math.sqrt((accuracy * (1 - accuracy)) / n);
console.log(`${n} customers, accuracy ${accuracy.toFixed(3)}, standard error ${error.toFixed(4)}`);

const random = new RandomGenerator(0);
const drawn = Array.from({ length: 2000 }, () => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += rights[random.integer(0, n)]!;
  return sum / n;
}).sort((a, b) => a - b);
console.log(
  "by formula: ",
  (accuracy - 1.96 * error).toFixed(3),
  "to",
  (accuracy + 1.96 * error).toFixed(3),
);
console.log("by redrawing:", drawn[50]!.toFixed(3), "to", drawn[1949]!.toFixed(3));

// #endregion

// #region library
import { bootstrap } from "@gradus/stats";

const { confidenceInterval } = bootstrap(
  rights,
  (sample) => sample.reduce((sum, each) => sum + each, 0) / n,
  {
    nResamples: 2000,
    method: "percentile",
    seed: 0,
  },
);
console.log("bootstrap:", confidenceInterval.map((end) => end.toFixed(3)).join(" to "));

// #endregion

// #region paired
const precise = (name: Name) => says(name).map((said, i) => (said === y[i] ? 1 : 0));
const [a, b] = [precise("plain"), precise("balanced")];
const differences = a.map((each, i) => each - b[i]!);
const gap = differences.reduce((sum: number, d) => sum + d, 0) / n;
const spread = Math.sqrt(differences.reduce((sum: number, d) => sum + (d - gap) ** 2, 0) / (n - 1));
const shareB = b.reduce((sum: number, each) => sum + each, 0) / n;
const apart = Math.sqrt((accuracy * (1 - accuracy) + shareB * (1 - shareB)) / n);
console.log("only plain is right:", differences.filter((d) => d === 1).length);
console.log("only balanced is right:", differences.filter((d) => d === -1).length);
console.log(
  "difference",
  gap.toFixed(3),
  " its error, paired:",
  (spread / Math.sqrt(n)).toFixed(4),
  " if not:",
  apart.toFixed(4),
);
console.log(
  "precision of both:",
  ["plain", "balanced"]
    .map((name) => precisionScore(y, says(name as Name)).toFixed(2))
    .join(" and "),
);
// #endregion
