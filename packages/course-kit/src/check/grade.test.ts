import { ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { defineExercise } from "../exercise";
import { defineProject } from "../project";
import { expectClose } from "./expect";
import { misconception } from "./failure";
import { defineCheck, gradeSubmission } from "./grade";
import { defineScoring, scoreSubmission } from "./score";

const exercise = defineExercise({
  id: "one-step",
  title: "One step",
  prompt: "Take a step.",
  hints: [],
  misconceptions: { uphill: "You walk uphill: subtract the gradient." },
});

const check = defineCheck(({ step }: { step: (w: number) => number }) => {
  expectClose(step(4), 3.2, { mistakes: { uphill: 4.8 } });
  if (step(0) !== 0) misconception("uphill");
});

describe("gradeSubmission", () => {
  test("passes what is right", async () => {
    const outcome = await gradeSubmission(exercise, check, { step: (w: number) => 0.8 * w });
    expect(outcome).toEqual({ kind: "passed" });
  });

  test("says what is wrong", async () => {
    const outcome = await gradeSubmission(exercise, check, { step: () => 1 });
    expect(outcome).toEqual({ kind: "wrong", message: "Expected 3.2, got 1." });
  });

  test("answers a recognised misconception with the exercise's text, then the numbers", async () => {
    const outcome = await gradeSubmission(exercise, check, { step: (w: number) => 1.2 * w });
    expect(outcome).toEqual({
      kind: "wrong",
      message: "You walk uphill: subtract the gradient. Expected 3.2, got 4.8.",
      misconception: "uphill",
    });
    const bare = await gradeSubmission(exercise, check, {
      step: (w: number) => 0.8 * w + (w ? 0 : 1),
    });
    expect(bare).toEqual({
      kind: "wrong",
      message: "You walk uphill: subtract the gradient.",
      misconception: "uphill",
    });
  });

  test("names an export that is missing", async () => {
    const outcome = await gradeSubmission(exercise, check, { stepp: () => 1 });
    expect(outcome).toMatchObject({ kind: "wrong", message: expect.stringContaining("`step`") });
  });

  test("reports what the submission throws, with its place", async () => {
    const submission = {
      step: () => {
        throw new ShapeError("matmul: inner sizes must agree");
      },
    };
    const locate = () => ({ line: 3, column: 5 });
    expect(await gradeSubmission(exercise, check, submission, { locate })).toEqual({
      kind: "error",
      error: {
        name: "ShapeError",
        message: "matmul: inner sizes must agree",
        position: { line: 3, column: 5 },
      },
    });
    const text = {
      step: () => {
        throw "a string";
      },
    };
    expect(await gradeSubmission(exercise, check, text)).toEqual({
      kind: "error",
      error: { name: "Error", message: "a string" },
    });
  });

  test("waits for checks that are asynchronous", async () => {
    const late = defineCheck(async ({ step }: { step: () => Promise<number> }) => {
      expectClose(await step(), 1);
    });
    expect(await gradeSubmission(exercise, late, { step: async () => 2 })).toMatchObject({
      kind: "wrong",
    });
  });

  test("refuses a misconception that the exercise does not have", async () => {
    const faulty = defineCheck(() => misconception("unheard-of"));
    await expect(gradeSubmission(exercise, faulty, {})).rejects.toThrow(ValueError);
  });
});

const project = defineProject({
  id: "prices",
  title: "Prices",
  summary: "Predict.",
  rows: [],
  minutes: 10,
  rubric: [
    { id: "runs", title: "Runs", description: "It runs.", points: 2 },
    { id: "beats", title: "Beats", description: "It beats the mean.", points: 5 },
  ],
  passing: 6,
});

describe("scoreSubmission", () => {
  const scoring = defineScoring(async ({ predict }: { predict: () => number }, award) => {
    await award("runs", () => ({ share: 1, message: `It gave ${predict()}.` }));
    await award("beats", () => ({ share: predict() / 10, message: "Measured." }));
  });

  test("adds up shares of the points", async () => {
    expect(await scoreSubmission(project, scoring, { predict: () => 9 })).toEqual({
      results: [
        { id: "runs", points: 2, message: "It gave 9." },
        { id: "beats", points: 4.5, message: "Measured." },
      ],
      points: 6.5,
      passed: true,
    });
  });

  test("keeps shares between 0 and 1", async () => {
    const points = async (predict: () => number) =>
      (await scoreSubmission(project, scoring, { predict })).points;
    expect(await points(() => 50)).toBe(7);
    expect(await points(() => -50)).toBe(2);
    expect(await points(() => Number.NaN)).toBe(2);
  });

  test("a criterion that throws gives its error and no points; the others count", async () => {
    let calls = 0;
    const predict = () => {
      calls++;
      if (calls === 1) throw new TypeError("x is not a function");
      return 10;
    };
    const score = await scoreSubmission(
      project,
      scoring,
      { predict },
      { locate: () => ({ line: 7, column: 1 }) },
    );
    expect(score.results[0]).toEqual({
      id: "runs",
      points: 0,
      message: "TypeError in line 7: x is not a function",
    });
    expect(score.results[1]!.points).toBe(5);
    expect(score.passed).toBe(false);
  });

  test("a check that stops early explains every criterion left", async () => {
    const score = await scoreSubmission(project, scoring, {});
    expect(score.results.map((result) => result.message)).toEqual([
      expect.stringContaining("`predict`"),
      expect.stringContaining("`predict`"),
    ]);
  });

  test("refuses a criterion that the rubric does not have, or one awarded twice", async () => {
    const full = () => ({ share: 1, message: "" });
    const unknown = defineScoring((_, award) => award("style", full));
    await expect(scoreSubmission(project, unknown, {})).rejects.toThrow(ValueError);
    const twice = defineScoring(async (_, award) => {
      await award("runs", full);
      await award("runs", full);
    });
    await expect(scoreSubmission(project, twice, {})).rejects.toThrow(ValueError);
  });
});
