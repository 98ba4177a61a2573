// #region one-word
import { loadSpam } from "@gradus/data";

const mails = await loadSpam();
const spam = mails.filter((mail) => mail.spam === true);
const good = mails.filter((mail) => mail.spam === false);

const share = (of: typeof mails, column: "word_free" | "word_money" | "word_george") =>
  of
    .column(column)
    .toArray()
    .filter((percent) => percent !== null && percent > 0).length / of.nRows;

const prior = spam.nRows / mails.nRows;
const likelihood = share(spam, "word_free"); // P(free | spam)
const falseAlarm = share(good, "word_free"); // P(free | good)
console.log("P(spam) =", prior.toFixed(3));
console.log("P(free | spam) =", likelihood.toFixed(3), " P(free | good) =", falseAlarm.toFixed(3));

const evidence = likelihood * prior + falseAlarm * (1 - prior);
console.log("P(spam | free) =", ((likelihood * prior) / evidence).toFixed(6));

// #endregion

// #region count
import { count } from "@gradus/data";

const withFree = mails.filter((mail) => (mail.word_free ?? 0) > 0);
console.log(withFree.groupBy("spam").agg({ mails: count() }).toText());
console.log("counted:", withFree.column("spam").mean()?.toFixed(6));
// #endregion

// #region other-mailbox
for (const share of [0.394, 0.2, 0.05, 0.01]) {
  const p = (likelihood * share) / (likelihood * share + falseAlarm * (1 - share));
  console.log(`${100 * share} % spam: P(spam | free) = ${p.toFixed(2)}`);
}
// #endregion

// #region clues
const ratio = (word: "word_free" | "word_money" | "word_george") =>
  share(spam, word) / share(good, word);
const asProbability = (odds: number) => odds / (1 + odds);

console.log(
  "ratios: free",
  ratio("word_free").toFixed(1),
  " money",
  ratio("word_money").toFixed(1),
);
let odds = prior / (1 - prior);
console.log("before reading", asProbability(odds).toFixed(3));
odds *= ratio("word_free");
console.log("it says free  ", asProbability(odds).toFixed(3));
odds *= ratio("word_money");
console.log("and money     ", asProbability(odds).toFixed(3));
// #endregion

// #region double
const both = mails.filter((mail) => (mail.word_free ?? 0) > 0 && (mail.word_money ?? 0) > 0);
console.log(
  "naive:  ",
  asProbability(odds).toFixed(3),
  " so good:",
  (1 - asProbability(odds)).toFixed(3),
);
const counted = both.column("spam").mean() ?? 0;
console.log("counted:", counted.toFixed(3), " so good:", (1 - counted).toFixed(3));
// #endregion

// #region zero
const pair = mails.filter((mail) => (mail.word_free ?? 0) > 0 && (mail.word_george ?? 0) > 0);
const nSpam = pair.filter((mail) => mail.spam === true).nRows;
console.log(`${nSpam} of ${pair.nRows} mails with free and george are spam`);
console.log("share:         ", nSpam / pair.nRows);
console.log("one more each: ", ((nSpam + 1) / (pair.nRows + 2)).toFixed(4));
// #endregion
