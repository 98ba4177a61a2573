// #region before
import { RandomGenerator } from "@gradus/core";
import {
  crossValScore,
  LogisticRegression,
  makePipeline,
  SelectKBest,
  StratifiedKFold,
} from "@gradus/learn";

// 60 people, 1,000 numbers by dice for each, and a label by turns.
const random = new RandomGenerator(1);
const dice = Array.from({ length: 60 }, () => Array.from({ length: 1000 }, () => random.normal()));
const labels = dice.map((_, i) => (i % 2 === 0 ? "ill" : "well"));
const cv = new StratifiedKFold({ nSplits: 5, shuffle: true, seed: 0 });
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;

const best = new SelectKBest({ k: 20 }).fitTransform(dice, labels).toArray<number[][]>();
const before = crossValScore(new LogisticRegression(), best, labels, { cv });
console.log("selected, then split:  ", (100 * mean(before)).toFixed(0), "% right");

// #endregion

// #region inside
const pipeline = makePipeline(new SelectKBest({ k: 20 }), new LogisticRegression());
const inside = crossValScore(pipeline, dice, labels, { cv });
console.log("selected in the folds: ", (100 * mean(inside)).toFixed(0), "% right");

// #endregion

// #region together
import { fClassif } from "@gradus/learn";

// Two switches: ill if exactly one of them is on.
const switches = Array.from({ length: 200 }, (_, i) => [i % 2, Math.floor(i / 2) % 2]);
const either = switches.map(([a, b]) => (a !== b ? "ill" : "well"));
console.log("F of each switch:", ...fClassif(switches, either).scores);
const product = switches.map(([a, b]) => [(2 * a! - 1) * (2 * b! - 1)]);
console.log(
  "right with their product:",
  new LogisticRegression().fit(product, either).score(product, either),
);

// #endregion

// #region unstable
import { loadBreastCancer } from "@gradus/data";
import { SelectFromModel, StandardScaler } from "@gradus/learn";

const table = await loadBreastCancer();
const lasso = new LogisticRegression({ l1Ratio: 1, C: 0.1 });
const votes = new Map<string, number>();
for (let seed = 0; seed < 20; seed++) {
  const draw = new RandomGenerator(seed);
  const some = new Set(draw.permutation(table.nRows).slice(0, 285)); // half of the rows
  const half = table.filter((_, i) => some.has(i));
  const X = half.drop("diagnosis");
  const selector = new SelectFromModel({ estimator: lasso, maxFeatures: 5, threshold: -Infinity });
  selector.fit(new StandardScaler().fitTransform(X), half.column("diagnosis"));
  for (const j of selector.getSupportIndices())
    votes.set(X.columns[j]!, (votes.get(X.columns[j]!) ?? 0) + 1);
}
for (const [name, count] of [...votes].sort((a, b) => b[1] - a[1]))
  console.log(String(count).padStart(2), "of 20:", name);
// #endregion
