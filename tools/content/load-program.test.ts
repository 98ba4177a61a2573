import { expect, test } from "vitest";
import { guardLoops } from "./guard-loops";
import { loadProgram } from "./load-program";
import { runCell } from "./run-cell";

test("gives the exports of a typed program", async () => {
  const program = await loadProgram("export const twice = (x: number): number => 2 * x;");
  expect((program.twice as (x: number) => number)(4)).toBe(8);
});

test("programs share the packages of the test", async () => {
  const { ShapeError } = await import("@gradus/core");
  const program = await loadProgram('export { ShapeError } from "@gradus/core";');
  expect(program.ShapeError).toBe(ShapeError);
});

test("collects what a program logs and displays, awaits included", async () => {
  const source = `
    import { display } from "@gradus/core";
    const x: number = await Promise.resolve(3);
    console.log("x is", x, [1, 2]);
    display({ a: 1 });`;
  expect(await runCell(source)).toEqual({
    logged: ["x is 3 [1, 2]"],
    displayed: ["{ a: 1 }"],
  });
});

test.each([
  ["a syntax error", "const a = ;", "line 1"],
  ["a package that is not there", 'import { x } from "left-pad"; x();', "left-pad"],
  ["a name that a package lacks", 'import { fit } from "@gradus/core"; fit();', "fit"],
])("refuses %s", async (_, source, message) => {
  await expect(loadProgram(source)).rejects.toThrow(SyntaxError);
  await expect(loadProgram(source)).rejects.toThrow(message);
});

test.each(["while (true) {}", "for (;;);", "let i = 0; do i++; while (i > 0);"])(
  "stops %s",
  async (source) => {
    await expect(loadProgram(source)).rejects.toThrow("does not end");
  },
);

test("guards nested loops without braces, and keeps lines", () => {
  const source = "for (const a of b)\n  for (const c of a) s += c;\nlet t;";
  expect(guardLoops(source, "g()")).toBe(
    "for (const a of b)\n  { g(); for (const c of a) { g(); s += c; } }\nlet t;",
  );
});
