import { RandomGenerator } from "@gradus/core";
import { loadSpam } from "@gradus/data";
import { BaggingClassifier, GaussianNB, KNeighborsClassifier, StandardScaler } from "@gradus/learn";
import { type Members, SIZES } from "./errors";

/** How many mails bags of 1 to `SIZES` members get wrong, and the members alone on average: the numbers of errors.ts. */
export async function countErrors(): Promise<Record<Members, { bag: number[]; alone: number }>> {
  const table = await loadSpam();
  const spam = table.column("spam").toArray();
  const measures = table
    .drop("spam")
    .toTensor()
    .toArray<number[][]>()
    .map((row) => row.map(Math.log1p));
  const order = [...new RandomGenerator(0).permutation(spam.length)];
  const rows = (from: number, to: number) => order.slice(from, to).map((i) => measures[i]!);
  const labels = (from: number, to: number) => order.slice(from, to).map((i) => (spam[i] ? 1 : 0));
  const scaler = new StandardScaler().fit(rows(0, 400));
  const [X, XTest] = [scaler.transform(rows(0, 400)), scaler.transform(rows(1000, 3000))];
  const [y, yTest] = [labels(0, 400), labels(1000, 3000)];
  const wrongOf = (chance: ArrayLike<number>, half: number) =>
    yTest.filter((label, i) => (chance[i]! > half ? 1 : 0) !== label).length;

  const count = (estimator: KNeighborsClassifier | GaussianNB, maxFeatures: number) => {
    const bag = new BaggingClassifier({ estimator, nEstimators: SIZES, maxFeatures, seed: 0 });
    bag.fit(X, y);
    const sums = new Float64Array(yTest.length);
    let alone = 0;
    const wrong = bag.estimators.map((member, m) => {
      const columns = bag.estimatorsFeatures[m]!;
      const chance = member.predictProba(XTest.take(columns, 1)).slice(null, 1).data();
      alone += wrongOf(chance, 0.5) / yTest.length / SIZES;
      sums.forEach((sum, i) => {
        sums[i] = sum + chance[i]!;
      });
      return wrongOf(sums, (m + 1) / 2);
    });
    return { bag: wrong, alone };
  };
  return {
    "1-NN, all 57 columns": count(new KNeighborsClassifier({ nNeighbors: 1 }), 57),
    "1-NN, 8 columns each": count(new KNeighborsClassifier({ nNeighbors: 1 }), 8),
    "naive Bayes": count(new GaussianNB(), 57),
  };
}
