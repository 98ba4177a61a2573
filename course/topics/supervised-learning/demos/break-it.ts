// #region grams
import { loadPenguins } from "@gradus/data";
import { KNeighborsClassifier, makePipeline, StandardScaler, trainTestSplit } from "@gradus/learn";

const penguins = (await loadPenguins()).dropMissing();
const [train, test] = trainTestSplit(penguins, { testSize: 0.25, seed: 1 });
const lengths = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm"] as const;
const withMass = [...lengths, "body_mass_g"] as const;
const vote = () => new KNeighborsClassifier({ nNeighbors: 5 });

const right = (share: number) => `${(100 * share).toFixed(0)} % right`;
for (const [name, model, columns] of [
  ["three lengths", vote(), lengths],
  ["and the mass in grams", vote(), withMass],
  ["all four, standardized", makePipeline(new StandardScaler(), vote()), withMass],
] as const) {
  model.fit(train.select(...columns), train.column("species"));
  console.log(name, right(model.score(test.select(...columns), test.column("species"))));
}

// #endregion

// #region sorted
import { LogisticRegression } from "@gradus/learn";

const cut = Math.round(0.75 * penguins.nRows);
const head = penguins.filter((_, i) => i < cut);
const tail = penguins.filter((_, i) => i >= cut);
const model = new LogisticRegression({ maxIter: 2000 });
model.fit(head.select(...lengths), head.column("species"));
console.log("species it has seen:", model.classes);
console.log(
  "the last quarter:",
  right(model.score(tail.select(...lengths), tail.column("species"))),
);
const sureness = model
  .predictProba(tail.select(...lengths))
  .max(1)
  .mean()
  .item();
console.log("how sure it is, on average:", sureness.toFixed(2));
// #endregion
