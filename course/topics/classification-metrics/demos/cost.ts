// #region prepare
import { loadSpam } from "@gradus/data";
import { LogisticRegression, trainTestSplit } from "@gradus/learn";

const mails = await loadSpam();
const [train, rest] = trainTestSplit(mails, { testSize: 0.5, seed: 1 });
const [choose, exam] = trainTestSplit(rest, { testSize: 0.5, seed: 2 });
const measured = [
  ...["word_free", "word_remove", "word_our", "word_your", "word_money", "word_000"],
  ...["char_exclamation", "char_dollar", "capital_run_longest"],
] as const;
const features = (table: typeof mails) =>
  table
    .select(...measured)
    .rows()
    .map((mail) => measured.map((name) => Math.log1p(mail[name]!)));
const filter = new LogisticRegression().fit(features(train), train.column("spam"));

const scored = (table: typeof mails) => {
  const isSpam = table.column("spam").toArray() as boolean[];
  const scores = [...filter.decisionFunction(features(table)).data()];
  return isSpam.map((spam, i) => ({ spam, score: scores[i]! }));
};
const [chooseRows, examRows] = [scored(choose), scored(exam)];

const costs = { falseAlarm: 1, miss: 0.1 }; // euros
type Row = (typeof examRows)[number];

/** What a threshold costs, in euros per 1,000 mails. */
function costOf(threshold: number, rows: readonly Row[]): number {
  const good = rows.filter(({ spam, score }) => !spam && score >= threshold).length;
  const spam = rows.filter(({ spam, score }) => spam && score < threshold).length;
  return (1000 * (good * costs.falseAlarm + spam * costs.miss)) / rows.length;
}

const report = (name: string, threshold: number) => {
  const probability = 1 / (1 + Math.exp(-threshold));
  const cost = costOf(threshold, examRows).toFixed(2);
  console.log(
    name.padEnd(22),
    `probability ${probability.toFixed(3)}`,
    `${cost} € per 1,000 mails`,
  );
};

const byFormula = Math.log(costs.falseAlarm / costs.miss); // log-odds of 1 / 1.1
const candidates = [Infinity, ...chooseRows.map(({ score }) => score)];
const byCounting = candidates.reduce((a, b) =>
  costOf(b, chooseRows) < costOf(a, chooseRows) ? b : a,
);
report("no filter", Infinity);
report("one half", 0);
report("by the formula", byFormula);
report("counted on other mails", byCounting);

// #endregion

// #region picture
import { display } from "@gradus/core";
import { linePlot } from "@gradus/plot";

const x = Array.from({ length: 81 }, (_, k) => k / 10 - 2);
display(
  linePlot({
    x,
    y: x.map((threshold) => costOf(threshold, examRows)),
    title: "What a threshold costs",
    xLabel: "Threshold (log-odds of spam)",
    yLabel: "€ per 1,000 mails",
  }),
);
// #endregion
