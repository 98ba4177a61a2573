// #region units
import { loadDiabetes } from "@gradus/data";
import {
  Lasso,
  makePipeline,
  rootMeanSquaredError,
  StandardScaler,
  trainTestSplit,
} from "@gradus/learn";

const patients = await loadDiabetes();
const [train, test] = trainTestSplit(patients, { testSize: 0.25, seed: 0 });
const features = (table: typeof train) => table.drop("progression");
const raw = new Lasso({ alpha: 2 }).fit(features(train), train.column("progression"));
const scaler = new StandardScaler().fit(features(train));
const scaled = new Lasso({ alpha: 2 }).fit(
  scaler.transform(features(train)),
  train.column("progression"),
);
const names = features(train).columns;
console.log("weights in points per unit of the table");
for (const name of ["bmi", "bp", "s5"] as const) {
  const j = names.indexOf(name);
  const std = train.column(name).toTensor().std().item();
  const own = scaled.coef.at(j).item() / std;
  console.log(
    `${name.padEnd(4)} raw ${raw.coef.at(j).item().toFixed(2)}   standardized first ${own.toFixed(2)}`,
  );
}
const miss = (guesses: Parameters<typeof rootMeanSquaredError>[1]) =>
  rootMeanSquaredError(test.column("progression"), guesses).toFixed(1);
console.log(
  "miss: raw",
  miss(raw.predict(features(test))),
  "  standardized",
  miss(scaled.predict(scaler.transform(features(test)))),
);

// #endregion

// #region peeking
import { RandomGenerator } from "@gradus/core";

const random = new RandomGenerator(1);
const everyone = features(patients).toTensor().toArray<number[][]>();
const target = patients.column("progression").toTensor().toArray<number[]>();
const alphas = [1, 3, 5, 10, 20];
const noisy = everyone.map((row) => [...row, ...Array.from({ length: 30 }, () => random.normal())]);
let [seen, fresh, fixed] = [0, 0, 0];
for (let seed = 0; seed < 40; seed++) {
  const [X, rest, y, yRest] = trainTestSplit(noisy, target, { trainSize: 60, seed });
  const judge = (alpha: number) => {
    const model = makePipeline(new StandardScaler(), new Lasso({ alpha })).fit(X, y);
    const of = (from: number, to: number) =>
      rootMeanSquaredError(yRest.slice(from, to), model.predict(rest.slice(from, to)));
    return { seen: of(0, 20), fresh: of(20, rest.length) };
  };
  const best = alphas.map(judge).reduce((a, b) => (b.seen < a.seen ? b : a));
  fixed += judge(10).seen ** 2 / 40;
  seen += best.seen ** 2 / 40;
  fresh += best.fresh ** 2 / 40;
}
console.log("miss on the 20 rows that chose α:", Math.sqrt(seen).toFixed(1));
console.log("miss of the same models on fresh rows:", Math.sqrt(fresh).toFixed(1));
console.log("miss on the 20 rows, had α been 10 all along:", Math.sqrt(fixed).toFixed(1));
// #endregion
