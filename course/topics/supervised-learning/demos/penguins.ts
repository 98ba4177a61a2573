// #region look
import { display } from "@gradus/core";
import { loadPenguins } from "@gradus/data";
import { overlay, scatterPlot } from "@gradus/plot";

const penguins = (await loadPenguins()).dropMissing();
console.log(penguins.nRows, "penguins, every cell filled");
display(
  penguins
    .select("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "species", "body_mass_g")
    .head(4),
);

const kinds = ["Adelie", "Chinstrap", "Gentoo"].map((name) => {
  const some = penguins.filter((row) => row.species === name);
  return scatterPlot({
    x: some.column("flipper_length_mm"),
    y: some.column("body_mass_g"),
    label: name,
    title: "Flipper and mass of three species",
    xLabel: "Flipper length (mm)",
    yLabel: "Body mass (g)",
  });
});
display(overlay(...kinds));

// #endregion

// #region rule
/** The rule that somebody wrote after a look at ten penguins. */
const isGentoo = (flipper: number) => flipper > 200;

const wrong = penguins.rows().filter((row) => {
  return isGentoo(row.flipper_length_mm) !== (row.species === "Gentoo");
});
console.log("flipper > 200 mm:", wrong.length, "of", penguins.nRows, "wrong");

// #endregion

// #region threshold
const flippers = penguins.column("flipper_length_mm").toArray() as number[];
const truth = penguins.rows().map((row) => row.species === "Gentoo");

/** How many penguins the rule "longer than t" gets wrong. */
const mistakes = (t: number) => flippers.filter((mm, i) => mm > t !== truth[i]).length;

const candidates = [...new Set(flippers)].sort((a, b) => a - b);
const best = candidates.reduce((a, b) => (mistakes(b) < mistakes(a) ? b : a));
console.log(`flipper > ${best} mm:`, mistakes(best), "of", penguins.nRows, "wrong");

// #endregion

// #region split
import { trainTestSplit } from "@gradus/learn";

const [train, test] = trainTestSplit(penguins, { testSize: 0.25, seed: 1 });
console.log(train.nRows, "penguins to learn from,", test.nRows, "kept apart");

// #endregion

// #region neighbours
type Table = typeof penguins;
const measures = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm"] as const;
const rowsOf = (table: Table) =>
  table
    .select(...measures)
    .toTensor()
    .toArray<number[][]>();

/** The places of the k rows of X that are nearest to x. */
function nearest(X: number[][], x: number[], k: number): number[] {
  const squares = X.map((row) => row.reduce((sum, v, j) => sum + (v - x[j]!) ** 2, 0));
  return [...squares.keys()].sort((a, b) => squares[a]! - squares[b]!).slice(0, k);
}

/** Regression: the mean of their numbers. */
function predictNumber(X: number[][], y: number[], x: number[], k: number): number {
  return nearest(X, x, k).reduce((sum, i) => sum + y[i]!, 0) / k;
}

/** Classification: the label that most of them have. */
function predictClass(X: number[][], y: string[], x: number[], k: number): string {
  const votes = new Map<string, number>();
  for (const i of nearest(X, x, k)) votes.set(y[i]!, (votes.get(y[i]!) ?? 0) + 1);
  return [...votes].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

const XTrain = rowsOf(train);
const species = train.column("species").toArray() as string[];
const mass = train.column("body_mass_g").toArray() as number[]; // g
const [first] = test.rows();
const x = rowsOf(test)[0]!;
console.log("measured:", x);
console.log("predicted:", predictClass(XTrain, species, x, 5), predictNumber(XTrain, mass, x, 5));
console.log("the truth:", first!.species, first!.body_mass_g);

// #endregion

// #region library
import { KNeighborsClassifier, KNeighborsRegressor } from "@gradus/learn";

const features = (table: Table) => table.select(...measures);
const namer = new KNeighborsClassifier({ nNeighbors: 5 });
namer.fit(features(train), train.column("species"));
const scales = new KNeighborsRegressor({ nNeighbors: 5 });
scales.fit(features(train), train.column("body_mass_g"));

const ours = rowsOf(test).map((row) => predictNumber(XTrain, mass, row, 5));
const theirs = [...scales.predict(features(test)).data()];
const apart = Math.max(...ours.map((v, i) => Math.abs(v - theirs[i]!)));
console.log("grams: at most", apart.toFixed(1), "g apart");
const same = rowsOf(test).filter(
  (row, i) => predictClass(XTrain, species, row, 5) === namer.predict(features(test))[i],
);
console.log("species: the same for", same.length, "of", test.nRows);

// #endregion

// #region judge
import {
  DummyClassifier,
  DummyRegressor,
  LinearRegression,
  LogisticRegression,
  rootMeanSquaredError,
} from "@gradus/learn";

const percent = (share: number) => `${(100 * share).toFixed(0)} %`.padStart(6);
console.log("species, right on      train    test");
for (const [name, model] of [
  ["always the most frequent", new DummyClassifier()],
  ["nearest", new KNeighborsClassifier({ nNeighbors: 1 })],
  ["vote of 5", new KNeighborsClassifier({ nNeighbors: 5 })],
  ["logistic regression", new LogisticRegression({ maxIter: 1000 })],
] as const) {
  model.fit(features(train), train.column("species"));
  const [seen, fresh] = [train, test].map((t) => model.score(features(t), t.column("species")));
  console.log(name.padEnd(24), percent(seen!), percent(fresh!));
}

console.log("mass, typical miss on  train    test");
for (const [name, model] of [
  ["always the mean", new DummyRegressor()],
  ["nearest", new KNeighborsRegressor({ nNeighbors: 1 })],
  ["mean of 5", new KNeighborsRegressor({ nNeighbors: 5 })],
  ["linear regression", new LinearRegression()],
] as const) {
  model.fit(features(train), train.column("body_mass_g"));
  const [seen, fresh] = [train, test].map((t) => {
    const miss = rootMeanSquaredError(t.column("body_mass_g"), model.predict(features(t)));
    return `${miss.toFixed(0)} g`.padStart(6);
  });
  console.log(name.padEnd(24), seen, fresh);
}
// #endregion
