import { readFile } from "node:fs/promises";
import { initialParams } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { describe, expect, test } from "vitest";
import { readTopic } from "../../../tools/build/course/folder";
import { claimsOf } from "../../../tools/content/claims";
import { gradeSource } from "../../../tools/content/grade-source";
import { runCell } from "../../../tools/content/run-cell";
import join from "./figures/join";
import reshape from "./figures/reshape";
import { joinRows, joins } from "./joined";

const folder = await readTopic(new URL(".", import.meta.url).pathname.replace(/\/$/, ""));

test("roadmap DAT-005: twelve graded tasks on messy tables, all solved by their solutions, no mistake passes", async () => {
  expect(folder.topic.rows).toContain("DAT-005");
  expect(folder.exercises).toHaveLength(12);
  const nMistakes = folder.exercises.map(({ wrong }) => wrong.size);
  expect(Math.min(...nMistakes)).toBeGreaterThanOrEqual(3);
  for (const exercise of folder.exercises) {
    expect(await gradeSource(exercise, exercise.solution.text)).toEqual({ kind: "passed" });
    for (const [misconception, { text }] of exercise.wrong) {
      const outcome = await gradeSource(exercise, text);
      expect(outcome).toMatchObject({ kind: "wrong", misconception });
    }
    // What the tables of a check are made of: blanks, capitals, gaps, repeats or no order.
    const check = await readFile(exercise.checkPath, "utf8");
    expect(check).toMatch(/typed\(|NaN|null|shuffled\(|written\(/);
  }
});

describe("the lesson says what its cells compute", async () => {
  const { says } = await claimsOf(import.meta.url);
  const cell = async (path: string) => (await runCell(folder.programs.get(path)!.text)).logged;

  test("revenue by item, by hand and by the program", async () => {
    says("Tea: $9 + 4.5 + 13.5 + 4.5 = 31.5$. Mugs: $11 + 22 = 33$. Pots: $32$");
    says("The mug wins by a euro");
    const [revenue] = await cell("demos/from-scratch.ts");
    expect(revenue).toMatch(/tea.*31\.5.*mug.*33.*pot.*32/s);
  });

  test("rows of joins", async () => {
    says("Inner: $2 + 1 + 0 + 1 + 0 = 4$. Left: $2 + 1 + 1 + 1 + 1 = 6$");
    says("Then inner gives $2 \\cdot 2 + 1 + 1 = 6$, and left 8");
    const logged = await cell("demos/from-scratch.ts");
    expect(logged.slice(2)).toEqual([
      "C1 once:  { inner: 4, left: 6 }",
      "C1 twice: { inner: 6, left: 8 }",
      "4 6",
    ]);
  });

  test("a customer who stands twice", async () => {
    says("The shop got 52 € richer overnight");
    says("would have lost 13.50 €");
    const logged = await cell("demos/shop.ts");
    expect(logged.slice(0, 3)).toEqual([
      "5 of 6 orders are paid",
      "customers once: 96.5 €",
      "C1 twice:       148.5 €",
    ]);
    expect(148.5 - 96.5).toBe(52);
    expect(logged[3]).toContain("C1");
  });

  test("quiet days", async () => {
    says("the mean is 1 a day, not 1.33");
    expect((await cell("demos/shapes.ts")).at(-1)).toBe("grouped: 3 days");
    expect([4 / 4, Number((4 / 3).toFixed(2))]).toEqual([1, 1.33]);
  });
});

describe("the figures", () => {
  test("join rows as the library does", () => {
    const [left, right] = [
      ["C1", "C2", "C1", "C9"],
      ["C1", "C2", "C4", "C1"],
    ];
    const l = DataFrame.fromColumns({ id: left, i: left.map((_, i) => i) });
    const r = DataFrame.fromColumns({ id: right, j: right.map((_, j) => j) });
    for (const how of joins) {
      const merged = l.merge(r, { on: "id", how });
      const place = (row: object, key: "i" | "j") => {
        const value = (row as Record<string, number>)[key];
        return value === undefined || Number.isNaN(value) ? undefined : value;
      };
      const rows = merged.rows().map((row) => [place(row, "i"), place(row, "j")]);
      const text = (pairs: readonly (readonly unknown[])[]) => pairs.map(String).sort();
      expect(text(joinRows(left, right, how)), how).toEqual(text(rows));
    }
  });

  test("say what is shown", () => {
    const start = initialParams(join.controls);
    const data = join.model({ ...start, how: "left", twice: true });
    expect(join.describe(data, { ...start, how: "left", twice: true })).toContain(
      "The left join has 6 rows: 1001 C1 Ireland; 1001 C1 Spain; 1002 C2 Spain; 1003 C1 Ireland; 1003 C1 Spain; 1005 C9 –.",
    );
    const at = { cell: [[1.5, -1.5]] as const, drop: true };
    expect(reshape.describe(reshape.model(at), at)).toContain("has no row in the long table");
  });
});
