import { initialParams } from "@gradus/course-kit";
import { loadSpam } from "@gradus/data";
import {
  averagePrecisionScore,
  f1Score,
  LogisticRegression,
  rocAucScore,
  rocCurve,
  trainTestSplit,
} from "@gradus/learn";
import { beforeAll, describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { areaUnder, averagePrecision, cellsAt, curveOf, nearestPoint } from "./curve";
import roc from "./figures/roc";
import threshold from "./figures/threshold";
import { fourQuestions, LOWEST, nineMeasures, type Scored, WIDTH } from "./scores";

const { linesOf, says } = await claimsOf(import.meta.url);

/** The rows of counts, one after the other. */
function rowsOf(mails: readonly Scored[]) {
  const rows = mails.flatMap(({ score, good, spam }) => [
    ...Array.from({ length: good }, () => ({ score, isSpam: false })),
    ...Array.from({ length: spam }, () => ({ score, isSpam: true })),
  ]);
  return { isSpam: rows.map((row) => row.isSpam), scores: rows.map((row) => row.score) };
}

describe("the lesson says what its cells compute", () => {
  test("eight mails", async () => {
    says("$TP = 3$, $FP = 2$, $FN = 1$, $TN = 2$");
    says("\\frac{11.5}{16} = 0.71875");
    expect(await linesOf("by-hand")).toEqual([
      "[[2, 2], [1, 3]]",
      "from Infinity on: (0, 0)",
      "from 0.9 on: (0, 0.25)",
      "from 0.8 on: (0, 0.5)",
      "from 0.7 on: (0.25, 0.5)",
      "from 0.6 on: (0.5, 0.75)",
      "from 0.4 on: (0.75, 0.75)",
      "from 0.3 on: (0.75, 1)",
      "from 0.2 on: (1, 1)",
      "area 0.71875",
      "average precision 0.793",
    ]);
    says("$F_1 = 6/9 \\approx 0.67$");
    const truth = [true, true, false, true, false, false, true, false];
    expect(
      f1Score(
        truth,
        truth.map((_, i) => i < 5),
      ),
    ).toBeCloseTo(6 / 9, 12);
  });

  test("the filter", async () => {
    const logged = await linesOf("filter");
    says("Of 2,301 mails, 923 are spam");
    expect(logged[0]).toBe("2301 mails that the filter has not seen, 923 of them spam");
    says("52 of the good mails are in junk, and 168 of the spam are not");
    expect(logged[1]).toContain("falsePositives: 52, falseNegatives: 168");
    says("The accuracy of 90.4 %");
    expect(logged[2]).toBe("accuracy  0.904");
    says("is right for 59.9 % of these mails");
    expect((2301 - 923) / 2301).toBeCloseTo(0.599, 3);
    expect(logged[6]).toBe("[[1326, 52], [168, 755]]");
    says("all 1.3 million pairs");
    expect(923 * (2301 - 923)).toBeCloseTo(1.3e6, -5);
    says("Both roads give 0.950690");
    expect(logged.slice(8, 10).map((line) => line.slice(-8))).toEqual(["0.950690", "0.950690"]);
    expect(logged[10]).toMatch(/the farthest off by 0$/);
    expect(logged.at(-1)).toBe("different scores: 1711 and 16");
  });

  test("what breaks", async () => {
    const logged = await linesOf("break-it");
    says("right in 99.0 % of all cases. Ours is right in 96.0 %");
    expect(logged[1]).toContain("accuracy 0.990");
    expect(logged[2]).toContain("accuracy 0.960");
    says("The AUC stays at 0.951");
    says("from 0.956 to 0.157");
    const areas = logged.slice(3, 7).map((line) => /AUC ([\d.]+)/.exec(line)![1]);
    expect(areas).toEqual(["0.951", "0.951", "0.951", "0.951"]);
    expect(logged[3]).toMatch(/0\.956$/);
    expect(logged[6]).toMatch(/0\.157$/);
    says("promised 1.3 cents a mail, and the bill is 2.7: twice as much");
    const cents = logged.slice(7).map((line) => Number(/([\d.]+) cents/.exec(line)![1]));
    expect(cents[0]).toBeCloseTo(1.3, 1);
    expect(cents[1]).toBeCloseTo(2.7, 1);
    expect(cents[1]! / cents[0]!).toBeCloseTo(2, 0);
  });

  test("costs", async () => {
    says(
      "1,000 mails cost 40.49 €. One half brings it to 28.24 €, the formula to 23.02 €, counting to 21.55 €",
    );
    const euros = (await linesOf("cost")).map((line) => /([\d.]+) €/.exec(line)![1]);
    expect(euros).toEqual(["40.49", "28.24", "23.02", "21.55"]);
  });
});

describe("the figures", () => {
  let counted: { nine: Scored[]; four: Scored[] };
  beforeAll(async () => {
    const [train, rest] = trainTestSplit(await loadSpam(), { testSize: 0.5, seed: 1 });
    const scored = (features: (mail: Record<string, unknown>) => number[]) => {
      const X = (table: typeof train) => table.rows().map(features);
      const model = new LogisticRegression().fit(X(train), train.column("spam"));
      return [...model.decisionFunction(X(rest)).data()];
    };
    const isSpam = rest.column("spam").toArray();
    const count = (scores: number[], is: (score: number) => boolean, score: number) => ({
      score,
      good: scores.filter((s, i) => is(s) && !isSpam[i]).length,
      spam: scores.filter((s, i) => is(s) && isSpam[i]).length,
    });
    const words = ["free", "remove", "our", "your", "money", "000"].map((word) => `word_${word}`);
    const measures = [...words, "char_exclamation", "char_dollar", "capital_run_longest"];
    const nine = scored((mail) => measures.map((name) => Math.log1p(mail[name] as number)));
    const asked = ["word_free", "word_remove", "char_exclamation", "char_dollar"];
    const four = scored((mail) => asked.map((name) => Number((mail[name] as number) > 0)));
    const binOf = (score: number) =>
      Math.min(nineMeasures.length - 1, Math.floor((score - LOWEST) / WIDTH));
    counted = {
      nine: nineMeasures.map(({ score }, k) => count(nine, (s) => binOf(s) === k, score)),
      four: fourQuestions.map(({ score }) => count(four, (s) => Math.abs(s - score) < 1e-3, score)),
    };
  });

  test("show the scores of the lesson's filters", () => {
    expect(counted.nine).toEqual(nineMeasures);
    expect(counted.four).toEqual(fourQuestions);
    says("843 good mails and 51 spam have all four answers");
    expect(fourQuestions[0]).toMatchObject({ good: 843, spam: 51 });
  });

  test("threshold: the cells of the lesson at 0, no good mail in junk from 6.75 on", () => {
    const params = initialParams(threshold.controls);
    expect(threshold.model(params).cells).toEqual({
      trueNegatives: 1326,
      falsePositives: 52,
      falseNegatives: 168,
      truePositives: 755,
    });
    says("At 6.75 not one good mail is in junk, and 92 % of the spam reaches you");
    expect(cellsAt(nineMeasures, 6.5).falsePositives).toBe(1);
    expect(cellsAt(nineMeasures, 6.75).falsePositives).toBe(0);
    expect(1 - threshold.model({ threshold: 6.75 }).recall).toBeCloseTo(0.92, 2);
    const none = { threshold: 10 };
    expect(threshold.describe(threshold.model(none), none)).toContain("there is no precision");
  });

  test.each([
    ["four questions", fourQuestions],
    ["nine measures", nineMeasures],
  ])("roc: the curve and the areas of the library, ties and all: %s", (_, mails) => {
    const { isSpam, scores } = rowsOf(mails);
    const curve = curveOf(mails);
    const expected = rocCurve(isSpam, scores, { dropIntermediate: false });
    expect(curve.map(({ fpr }) => fpr)).toEqual([...expected.fpr]);
    expect(curve.map(({ tpr }) => tpr)).toEqual([...expected.tpr]);
    expect(curve.map((point) => point.threshold)).toEqual([...expected.thresholds]);
    expect(areaUnder(curve)).toBeCloseTo(rocAucScore(isSpam, scores), 12);
    const goodPerSpam = isSpam.filter((spam) => !spam).length / isSpam.filter(Boolean).length;
    expect(averagePrecision(curve, goodPerSpam)).toBeCloseTo(
      averagePrecisionScore(isSpam, scores),
      12,
    );
  });

  test("roc: dragging goes from point to point, and an arrow key always reaches the next", () => {
    const start = initialParams(roc.controls);
    for (const filter of ["four questions", "nine measures"]) {
      const { curve } = roc.model({ ...start, filter });
      for (const [i, { fpr, tpr }] of curve.entries()) {
        const params = { ...start, filter, at: [[fpr, tpr]] as const };
        const { here, gap } = roc.model(params);
        expect(here).toEqual(curve[i]);
        const along = fpr + tpr;
        if (i > 0) expect(nearestPoint(curve, along - gap)).toBeLessThan(i);
        if (i < curve.length - 1) expect(nearestPoint(curve, along + gap)).toBeGreaterThan(i);
      }
    }
  });

  test("roc: rare spam leaves the area and takes the precision", () => {
    const params = initialParams(roc.controls);
    const rare = roc.model({ ...params, goodPerSpam: 500 });
    expect(rare.area).toBe(roc.model(params).area);
    expect(rare.average).toBeLessThan(roc.model(params).average / 3);
  });
});
