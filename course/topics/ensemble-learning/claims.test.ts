import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { countErrors } from "./bags";
import { crowdWrong, majorityWrong } from "./crowd";
import { MAILS, type Members, members, SIZES } from "./errors";
import crowd from "./figures/crowd";
import size from "./figures/size";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { linesOf, says } = await claimsOf(import.meta.url);
const numbersIn = (line: string) => line.match(/-?\d+(\.\d+)?/g)!.map(Number);

test("the figure shows the error of real bags by their size, as the library counts it", async () => {
  const counted = await countErrors();
  for (const [kind, { bag, alone }] of Object.entries(counted)) {
    const own = members[kind as Members];
    expect(own.bag).toEqual(bag);
    expect(own.alone).toBeCloseTo(alone, 6);
    for (const at of [1, 10, SIZES]) {
      const data = size.model({ kind, size: at });
      expect(data.now).toBe(bag[at - 1]! / MAILS);
      const { panels } = size.view(data, { kind, size: at });
      const curves = panels[0]!.marks.filter(
        (mark) => mark.kind === "line" && mark.points.length === SIZES,
      );
      expect(curves).toHaveLength(3);
      expect(size.describe(data, { kind, size: at })).toContain(`${(100 * data.now).toFixed(1)} %`);
    }
  }
  const [all, few, bayes] = Object.values(counted);
  says("The single worst kind of member makes the best bag");
  expect(few!.alone).toBeGreaterThan(Math.max(all!.alone, bayes!.alone));
  expect(few!.bag.at(-1)!).toBeLessThan(Math.min(all!.bag.at(-1)!, bayes!.bag.at(-1)!));
  says("is wrong about one mail in four");
  expect(few!.alone).toBeCloseTo(0.25, 1);
  says("Naive Bayes hardly notices which rows it got");
  expect(Math.abs(bayes!.alone - bayes!.bag.at(-1)! / MAILS)).toBeLessThan(0.01);
});

test("the crowd: exact, and with a floor", () => {
  says("0.343 + 0.441 = 0.784");
  expect(1 - majorityWrong(3, 0.7)).toBeCloseTo(0.784, 12);
  expect(majorityWrong(1, 0.7)).toBeCloseTo(0.3, 12);
  expect(crowdWrong(51, 0.7, 0.2)).toBeCloseTo(0.06 + 0.8 * majorityWrong(51, 0.7), 12);
  says("Voters who are a bit _worse_ become surely wrong together");
  const { errors } = crowd.model({ right: 45, common: 0, voters: 51 });
  errors.slice(1).forEach((error, i) => {
    expect(error).toBeGreaterThan(errors[i]!);
  });
  says("the 96.6 that Condorcet promises");
  expect(100 * (1 - majorityWrong(3, 0.889))).toBeCloseTo(96.6, 1);
});

test("the filters", async () => {
  const lines = await linesOf("filters");
  const alone = lines.slice(0, 3).map((line) => numbersIn(line).at(-1)!);
  const [hard, soft] = lines.slice(3, 5).map((line) => numbersIn(line).at(-1)!);
  says("Each is right about 89 of 100 new mails");
  expect(alone.map(Math.round)).toEqual([89, 89, 89]);
  says("Better than the best");
  expect(Math.min(hard!, soft!)).toBeGreaterThan(Math.max(...alone));
  says("one mistake in seven is gone");
  expect((hard! - alone[0]!) / (100 - alone[0]!)).toBeCloseTo(1 / 7, 1);
  expect(lines.slice(5, 7).map((line) => numbersIn(line).at(-1))).toEqual([hard, soft]);
  says("They are wrong together four or five times as often");
  for (const [both, independent] of lines.slice(7).map(numbersIn)) {
    expect(both! / independent!).toBeGreaterThan(3.7);
    expect(both! / independent!).toBeLessThan(5.7);
  }
});

test("the pencil", async () => {
  const lines = await linesOf("by-hand");
  expect(numbersIn(lines[0]!)).toEqual([0.784]);
  says("and it is 0.567");
  expect(lines.at(-1)).toBe("soft: mean chance 0.567");
});

test("bagging", async () => {
  const lines = await linesOf("bagging");
  says("Members of about 80 % make a bag of 89 %");
  for (const share of numbersIn(lines[0]!)) expect(Math.abs(share - 80)).toBeLessThan(3);
  expect(Math.round(numbersIn(lines[1]!).at(-1)!)).toBe(89);
  says("Each has seen 63 % of the rows");
  expect(Math.round(numbersIn(lines[2]!)[0]!)).toBe(63);
  says("It is a bit lower than the score on new mails");
  const [fresh, outOfBag] = lines.slice(3).map((line) => numbersIn(line).at(-1)!);
  expect(fresh! - outOfBag!).toBeGreaterThan(0);
  expect(fresh! - outOfBag!).toBeLessThan(4);
});

test("stacking", async () => {
  const [words, twin, stacked, naive] = (await linesOf("stacking")).map(numbersIn);
  expect(twin![0]).toBe(100);
  says("The stack beats both");
  expect(stacked![0]!).toBeGreaterThan(Math.max(words![1]!, twin![1]!));
  says("the words deserve more trust than the twin");
  expect(stacked![1]!).toBeGreaterThan(stacked![2]!);
  says("it gets three times the weight of the words");
  expect(naive![2]! / naive![1]!).toBeCloseTo(3, 0);
  says("the stack is as good as the twin alone");
  expect(naive![0]).toBe(twin![1]);
});
