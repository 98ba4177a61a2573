import { describe, expect, test } from "vitest";
import { readTopics } from "../build/course/folder";
import { equivalentMutants } from "./equivalent-mutants";
import { gradeSource } from "./grade-source";
import { mutate } from "./mutate";

/** Share of the mutants of a solution that its check must notice. */
const NOTICED = 0.95;

describe("mutate", () => {
  const changes = (source: string) => mutate(source).map(({ change }) => change);

  test("changes one place at a time", () => {
    expect(mutate("const a = b + 2;").map(({ source }) => source)).toEqual([
      "const a = b - 2;",
      "const a = b + 3;",
    ]);
  });

  test.each([
    ["if (a < -b) c();", ["line 1: < → <=", "line 1: -b → b", "line 1: c(); → nothing"]],
    [
      "return f(x, y);",
      ["line 1: return f(x, y); → return undefined as never;", "line 1: f(x, y) → f(y, x)"],
    ],
    ["const m = A.transpose();", ["line 1: A.transpose() → A"]],
    ["const p = [x, y];", ["line 1: [x, y] → [y, x]"]],
    ["let n: 2;", []],
  ])("%s", (source, expected) => {
    expect(changes(source)).toEqual(expected);
  });
});

const exercises = (await readTopics()).flatMap(({ topic, exercises }) =>
  exercises.map((folder) => [`${topic.id}/${folder.exercise.id}`, folder] as const),
);

test.each(exercises)("the check of %s notices mistakes in its solution", async (name, folder) => {
  const allowed = equivalentMutants[name] ?? {};
  const mutants = mutate(folder.solution.text);
  const survivors: string[] = [];
  for (const { change, source } of mutants) {
    const { kind } = await gradeSource(folder, source);
    if (kind === "passed") survivors.push(change);
  }
  const unexplained = survivors.filter((change) => !(change in allowed));
  const stale = Object.keys(allowed).filter((change) => !survivors.includes(change));
  expect(stale, "changes that are allowed and noticed all the same").toEqual([]);
  const count = mutants.length - Object.keys(allowed).length;
  const share = 1 - unexplained.length / count;
  expect(mutants.length).toBeGreaterThan(5);
  expect(
    share,
    `${share} of ${count} noticed; not: ${unexplained.join("; ")}`,
  ).toBeGreaterThanOrEqual(NOTICED);
});
