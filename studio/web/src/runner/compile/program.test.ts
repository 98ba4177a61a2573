import { describe, expect, test } from "vitest";
import { assembleProgram, BEGIN_SHOWN, placeOf } from "./program";

const segments = [
  { region: null, source: 'import { a } from "@gradus/core";' },
  { region: "fit", source: "const b = a\nb.c;" },
  { region: null, source: "// between" },
  { region: "plot", source: "draw(b);\ndone();" },
  { region: "later", source: "later();" },
];

describe("assembleProgram", () => {
  test("ends with the cell, and switches the output on before it", () => {
    const program = assembleProgram(segments, "plot");
    expect(program.startsShown).toBe(false);
    expect(program.source.split("\n")).toEqual([
      'import { a } from "@gradus/core";',
      "",
      "const b = a",
      "b.c;",
      "",
      "// between",
      `;${BEGIN_SHOWN}();`,
      "draw(b);",
      "done();",
    ]);
  });

  test("shows everything of a first cell, or of a program without it", () => {
    expect(assembleProgram([segments[1]!], "fit")).toMatchObject({
      source: "const b = a\nb.c;",
      startsShown: true,
    });
    const whole = assembleProgram(segments, "none");
    expect(whole.startsShown).toBe(true);
    expect(whole.source).toContain("later();");
    expect(whole.source).not.toContain(BEGIN_SHOWN);
  });
});

describe("placeOf", () => {
  const program = assembleProgram(segments, "plot");

  test.each([
    [8, 3, { position: { line: 1, column: 3 } }],
    [9, 1, { position: { line: 2, column: 1 } }],
    [9, 99, { position: { line: 2, column: 8 } }],
    [12, 1, { position: { line: 2, column: 1 } }],
    [4, 2, { note: "in line 2 of the cell “fit” above: b.c;" }],
    [1, 1, { note: 'in line 1 of the code before it: import { a } from "@gradus/core";' }],
  ])("line %i, column %i", (line, column, expected) => {
    expect(placeOf(program, { line, column })).toEqual(expected);
  });
});
