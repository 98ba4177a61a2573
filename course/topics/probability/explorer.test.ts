import { join } from "node:path";
import { initialParams } from "@gradus/course-kit";
import { loadTitanic } from "@gradus/data";
import { describe, expect, test } from "vitest";
import { courseDir, readTopic } from "../../../tools/build/course/folder";
import { gradeSource } from "../../../tools/content/grade-source";
import atLeastOne from "./figures/at-least-one";
import explorer from "./figures/contingency-table";
import { answers, kinds, type Question, questions } from "./titanic";

const people = (await loadTitanic()).rows().map((person) => ({
  ...person,
  survived: person.survived === true ? "survived" : "died",
}));
const start = initialParams(explorer.controls);

test("roadmap FND-011: the explorer's probabilities are those of the rows themselves, and the grader rejects three wrong formulas", async () => {
  for (const down of questions) {
    for (const across of questions) {
      for (const group of explorer.controls.group.choices) {
        expectCells(down, across, group);
      }
    }
  }
  const folder = await readTopic(join(courseDir, "topics", "probability"));
  const exercise = folder.exercises.find((each) => each.exercise.id === "conditional")!;
  expect(await gradeSource(exercise, exercise.solution.text)).toEqual({ kind: "passed" });
  expect([...exercise.wrong.keys()].sort()).toEqual(["joint", "odds", "reversed"]);
  for (const [misconception, { text }] of exercise.wrong) {
    expect(await gradeSource(exercise, text)).toMatchObject({ kind: "wrong", misconception });
  }
});

/** Every cell of one table, with the dot on it, against filters of the rows. */
function expectCells(down: Question, across: Question, group: string): void {
  const among = people.filter(({ sex, age }) => [sex, age, "everybody"].includes(group));
  answers[down].forEach((row, i) => {
    answers[across].forEach((column, j) => {
      const params = { ...start, down, across, group, cell: [[j + 0.5, -i - 0.7]] as const };
      const data = explorer.model(params);
      const ofRow = among.filter((person) => person[down] === row);
      const ofColumn = among.filter((person) => person[across] === column);
      const both = ofRow.filter((person) => person[across] === column).length;
      const where = `${row}, ${column} among ${group}`;
      expect(data.names, where).toEqual([row, column]);
      expect(data.joint, where).toBe(both / among.length);
      expect(data.columnGivenRow, where).toBe(ofRow.length ? both / ofRow.length : undefined);
      expect(data.rowGivenColumn, where).toBe(ofColumn.length ? both / ofColumn.length : undefined);
      expect(data.independent, where).toBeCloseTo(
        (ofRow.length * ofColumn.length) / among.length ** 2,
        12,
      );
    });
  });
}

describe("the figures", () => {
  test("the counts add up to the people on board", () => {
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(people.length);
  });

  test("say what the dot is on", () => {
    expect(explorer.describe(explorer.model(start), start)).toContain(
      "Given “female”, the share of “survived” is 344 of 470, 73.2 %.",
    );
    const none = { ...start, down: "class", group: "child", cell: [[0.5, -3.5]] as const };
    expect(explorer.describe(explorer.model(none), none)).toContain("Nobody counts as “crew”");
  });

  test("at least one: never above 100 %, nor above the sum", () => {
    for (const requests of [1, 20, 100]) {
      const data = atLeastOne.model({ requests, failing: 3 });
      expect(data.atLeastOne).toBeLessThanOrEqual(Math.min(100, data.sum) + 1e-9);
      expect(data.curve[requests]).toEqual([requests, data.atLeastOne]);
    }
  });
});
