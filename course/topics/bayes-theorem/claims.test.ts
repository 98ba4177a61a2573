import { loadSpam } from "@gradus/data";
import { beta } from "@gradus/stats";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { posterior } from "./disease";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);

const mails = (await loadSpam()).rows();
type Mail = (typeof mails)[number];
type Word = "word_free" | "word_money" | "word_george";
const count = (holds: (mail: Mail) => boolean) => mails.filter(holds).length;
const has = (mail: Mail, word: Word) => (mail[word] ?? 0) > 0;
const [nSpam, nGood] = [count(({ spam }) => spam === true), count(({ spam }) => spam === false)];
const inSpam = (word: Word) => count((mail) => mail.spam === true && has(mail, word)) / nSpam;
const inGood = (word: Word) => count((mail) => mail.spam === false && has(mail, word)) / nGood;

describe("what the lesson says is so", () => {
  test("one in eleven", () => {
    says("**one in eleven**. Not 90 %, but 9.2 %");
    says("So of some 98 positive people only nine are ill");
    expect(0.9 * 10 + 0.09 * 990).toBeCloseTo(98.1, 9);
    const after = posterior({ prior: 0.01, sensitivity: 0.9, specificity: 0.91 })!;
    expect(1 / after).toBeCloseTo(10.9, 9);
    expect(after).toBeCloseTo(0.092, 3);
    says("\\frac{0.009}{0.0981} = \\frac{10}{109} \\approx 0.0917");
    expect(after).toBeCloseTo(0.009 / 0.0981, 12);
    expect(after).toBeCloseTo(0.0917, 4);
  });

  test("two positive tests are an even bet", () => {
    says("Two positive tests, and it is an even bet");
    expect(100 / (100 + 99)).toBeCloseTo(0.5, 2);
  });

  test("the word free", () => {
    says("The table has 4,601 real mails");
    expect(mails).toHaveLength(4601);
    says("in more than half of the spam and in 9 % of the good mail");
    expect(inSpam("word_free")).toBeGreaterThan(0.5);
    expect(inGood("word_free")).toBeCloseTo(0.09, 2);
    says("from 0.39 to 0.80");
    expect(nSpam / mails.length).toBeCloseTo(0.39, 2);
    says("both are 989 / 1,241");
    const free = mails.filter((mail) => has(mail, "word_free"));
    expect(free).toHaveLength(1241);
    expect(free.filter(({ spam }) => spam === true)).toHaveLength(989);
    expect(989 / 1241).toBeCloseTo(0.8, 2);
    says('Where only 5 % is spam, most mails with "free" are good');
    const [a, b] = [0.05 * inSpam("word_free"), 0.95 * inGood("word_free")];
    expect(a / (a + b)).toBeLessThan(0.5);
  });

  test("one clue counted twice, and a zero", () => {
    says(
      "The product promises 1.3 % good mails among them, and there are 4.2 %, three times as many",
    );
    const ratio = (word: Word) => inSpam(word) / inGood(word);
    const odds = (nSpam / nGood) * ratio("word_free") * ratio("word_money");
    expect(1 / (1 + odds)).toBeCloseTo(0.013, 3);
    const both = mails.filter((mail) => has(mail, "word_free") && has(mail, "word_money"));
    const good = both.filter(({ spam }) => spam === false).length / both.length;
    expect(good).toBeCloseTo(0.042, 3);
    expect(good * (1 + odds)).toBeCloseTo(3.2, 1);
    says("Fifty-two mails do not prove the impossible");
    const george = mails.filter((mail) => has(mail, "word_free") && has(mail, "word_george"));
    expect(george).toHaveLength(52);
    expect(george.filter(({ spam }) => spam === true)).toHaveLength(0);
  });

  test("the curves have their top at 7/40", () => {
    says("Both curves have their top at 0.175");
    for (const [clicks, visitors] of [
      [7, 40],
      [70, 400],
    ] as const) {
      const belief = beta({ a: 1 + clicks, b: 1 + visitors - clicks });
      expect(belief.pdf(0.175)).toBeGreaterThan(belief.pdf(0.17));
      expect(belief.pdf(0.175)).toBeGreaterThan(belief.pdf(0.18));
    }
  });
});
