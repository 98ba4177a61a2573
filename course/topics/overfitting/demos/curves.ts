// #region scratch
import { RandomGenerator } from "@gradus/core";
import { loadChurn } from "@gradus/data";
import { KFold, KNeighborsClassifier } from "@gradus/learn";

const table = await loadChurn();
const months = table.column("tenure").toTensor().toArray<number[]>();
const dollars = table.column("monthly_charges").toTensor().toArray<number[]>();
const churn = table.column("churn").toArray() as string[];
const chosen = [...new RandomGenerator(0).permutation(table.nRows).slice(0, 400)];
const X = chosen.map((i) => [months[i]! / 72, dollars[i]! / 120]);
const y = chosen.map((i) => churn[i]!);

const mean = (values: Iterable<number>) =>
  [...values].reduce((sum, x, _, all) => sum + x / all.length, 0);
const pick = <T>(list: readonly T[], rows: Iterable<number>) => [...rows].map((i) => list[i]!);
const folds = [...new KFold({ nSplits: 5 }).split(X)];

/** Mean scores of five folds: on the rows that a model learned from, and on those left out. */
function bothScores(k: number): { own: number; leftOut: number } {
  const scores = folds.map(({ train, test }) => {
    const model = new KNeighborsClassifier({ nNeighbors: k });
    model.fit(pick(X, train), pick(y, train));
    return {
      own: model.score(pick(X, train), pick(y, train)),
      leftOut: model.score(pick(X, test), pick(y, test)),
    };
  });
  return {
    own: mean(scores.map(({ own }) => own)),
    leftOut: mean(scores.map(({ leftOut }) => leftOut)),
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const ks = [1, 5, 25, 199];
for (const k of ks) {
  const { own, leftOut } = bothScores(k);
  console.log(
    `k = ${k}`.padEnd(8),
    "own",
    percent(own).padStart(7),
    "  left out",
    percent(leftOut),
  );
}

// #endregion

// #region validation
import { validationCurve } from "@gradus/learn";

const curve = validationCurve(new KNeighborsClassifier(), X, y, {
  paramName: "nNeighbors",
  paramRange: ks,
  cv: new KFold({ nSplits: 5 }),
});
ks.forEach((k, i) => {
  const [own, leftOut] = [curve.trainScores[i]!, curve.testScores[i]!].map(mean);
  console.log(
    `k = ${k}`.padEnd(8),
    "own",
    percent(own!).padStart(7),
    "  left out",
    percent(leftOut!),
  );
});

// #endregion

// #region learning
import { display } from "@gradus/core";
import { learningCurve } from "@gradus/learn";
import { learningCurvePlot } from "@gradus/plot";

for (const k of [1, 15]) {
  const curve = learningCurve(new KNeighborsClassifier({ nNeighbors: k }), X, y, {
    trainSizes: [20, 40, 80, 160, 240, 320],
    cv: new KFold({ nSplits: 5 }),
  });
  display(learningCurvePlot({ ...curve, title: `Learning curve, k = ${k}`, yDomain: [0.6, 1.01] }));
  const leftOut = curve.testScores.map((scores) => percent(mean(scores)));
  console.log(`k = ${k}, left out:`, leftOut.join("  "));
}
// #endregion
