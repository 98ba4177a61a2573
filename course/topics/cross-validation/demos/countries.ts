// #region one-split
import { loadGapminder } from "@gradus/data";
import {
  ColumnTransformer,
  makePipeline,
  OneHotEncoder,
  Ridge,
  rootMeanSquaredError,
  StandardScaler,
  trainTestSplit,
} from "@gradus/learn";

const world = (await loadGapminder()).sortBy("year"); // 62 countries, every five years
const features = (rows: typeof world) => rows.select("country", "year", "fertility");
const years = (rows: typeof world) => rows.column("life_expectancy");

const model = makePipeline(
  new ColumnTransformer({
    transformers: [
      ["country", new OneHotEncoder({ handleUnknown: "ignore" }), ["country"]],
      ["numbers", new StandardScaler(), ["year", "fertility"]],
    ],
  }),
  new Ridge({ alpha: 0.1 }),
);

const misses = Array.from({ length: 20 }, (_, seed) => {
  const [train, test] = trainTestSplit(world, { testSize: 0.1, seed });
  model.fit(features(train), years(train));
  return rootMeanSquaredError(years(test), model.predict(features(test)));
});
console.log("twenty splits:", misses.map((miss) => miss.toFixed(1)).join(" "));
console.log("smallest", Math.min(...misses).toFixed(2), " largest", Math.max(...misses).toFixed(2));

// #endregion

// #region scratch
/** The row numbers 0 to n − 1 in k parts, as equal as can be: the first ones get the rows left over. */
function kFolds(n: number, k: number): number[][] {
  const rows = Array.from({ length: n }, (_, i) => i);
  const size = Math.floor(n / k);
  const larger = n % k;
  let from = 0;
  return Array.from({ length: k }, (_, i) => {
    const part = rows.slice(from, from + size + (i < larger ? 1 : 0));
    from += part.length;
    return part;
  });
}

const parts = kFolds(world.nRows, 10);
const scratch = parts.map((test) => {
  const isTest = new Set(test);
  const train = world.filter((_, i) => !isTest.has(i));
  const held = world.filter((_, i) => isTest.has(i));
  model.fit(features(train), years(train));
  return rootMeanSquaredError(years(held), model.predict(features(held)));
});
const mean = (values: Iterable<number>) =>
  [...values].reduce((sum, x, _, all) => sum + x / all.length, 0);
console.log("sizes of the parts:", parts.map((part) => part.length).join(" "));
console.log("ten misses:", scratch.map((miss) => miss.toFixed(2)).join(" "));
console.log("their mean:", mean(scratch).toFixed(4));

// #endregion

// #region library
import { type CrossValidator, crossValScore, KFold } from "@gradus/learn";

const missOf = (cv: CrossValidator, groups?: readonly string[]) => {
  const scoring = "negRootMeanSquaredError";
  const scores = crossValScore(model, features(world), years(world), { cv, scoring, groups });
  return -mean(scores);
};
console.log("crossValScore:", missOf(new KFold({ nSplits: 10 })).toFixed(4));

// #endregion

// #region questions
import { GroupKFold, TimeSeriesSplit } from "@gradus/learn";

const country = world.column("country").toArray() as string[];
const ask = (question: string, miss: number) =>
  console.log(question.padEnd(44), miss.toFixed(2), "years");
ask(
  "a year between, of a country that you know?",
  missOf(new KFold({ nSplits: 10, shuffle: true, seed: 0 })),
);
ask("the next five years of these countries?", missOf(new TimeSeriesSplit({ nSplits: 10 })));
ask("a country that you have never seen?", missOf(new GroupKFold({ nSplits: 10 }), country));
// #endregion
