import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { initialParams } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import { courseDir } from "../../../tools/build/course/folder";
import { runCell } from "../../../tools/content/run-cell";
import { crowdOf, posterior } from "./disease";
import { posterior as solved } from "./exercises/posterior/solution";
import diseaseTest from "./figures/disease-test";

/** P(ill | positive) for whole numbers of a thousand, in exact arithmetic, with 30 digits after the point. */
function exact(prior: number, sensitivity: number, specificity: number): number {
  const truly = BigInt(prior) * BigInt(sensitivity);
  const falsely = BigInt(1000 - prior) * BigInt(1000 - specificity);
  return Number(`0.${String((truly * 10n ** 30n) / (truly + falsely)).padStart(30, "0")}`);
}

test("roadmap FND-013: the posterior of the disease test is exact to 1e-12, in the lesson's program, the figure and the solution", async () => {
  const start = initialParams(diseaseTest.controls);
  expect(exact(10, 900, 910)).toBeCloseTo(10 / 109, 15);
  expect(start).toEqual({ prior: 1, sensitivity: 90, specificity: 91 });
  expect(Math.abs(diseaseTest.model(start).positive - 10 / 109)).toBeLessThanOrEqual(1e-12);
  const program = await readFile(join(courseDir, "topics/bayes-theorem/demos/test.ts"), "utf8");
  const { logged } = await runCell(program);
  const printed = logged.find((line) => line.startsWith("P(ill | positive) ="))!;
  expect(Math.abs(Number(printed.split("=")[1]) - 10 / 109)).toBeLessThanOrEqual(1e-12);
  let cases = 0;
  for (const prior of [1, 5, 10, 37, 100, 250, 500]) {
    for (const sensitivity of [500, 730, 900, 955, 995]) {
      for (const specificity of [500, 635, 910, 990, 995]) {
        const expected = exact(prior, sensitivity, specificity);
        const [p, found, cleared] = [prior / 1000, sensitivity / 1000, specificity / 1000];
        const params = {
          prior: prior / 10,
          sensitivity: sensitivity / 10,
          specificity: specificity / 10,
        };
        const values = [
          posterior({ prior: p, sensitivity: found, specificity: cleared }),
          diseaseTest.model(params).positive,
          solved(p, found, cleared),
        ];
        for (const value of values) {
          expect(Math.abs(value! - expected), `${p} ${found} ${cleared}`).toBeLessThanOrEqual(
            1e-12,
          );
        }
        cases++;
      }
    }
  }
  expect(cases).toBe(175);
});

describe("the figure", () => {
  test("the crowd is whole people, none lost", () => {
    for (const prior of [0.001, 0.01, 0.333, 0.5]) {
      for (const sensitivity of [0.5, 0.905, 1]) {
        const crowd = crowdOf({ prior, sensitivity, specificity: 0.91 }, 1000);
        const counts = Object.values(crowd) as number[];
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
        expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
      }
    }
  });

  test("says what the test says", () => {
    const start = initialParams(diseaseTest.controls);
    expect(diseaseTest.describe(diseaseTest.model(start), start)).toContain(
      "Of 1,000 people about 98 are positive, and 9 of those are ill. A positive test raises the probability of being ill from 1 % to 9.2 %; a negative one lowers it to 0.11 %.",
    );
  });

  test("nobody is positive where nobody can be", () => {
    expect(posterior({ prior: 0, sensitivity: 1, specificity: 1 })).toBeUndefined();
  });
});
