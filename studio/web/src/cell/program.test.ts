import { describe, expect, test } from "vitest";
import { cellKey, editedSegments, sourceBefore } from "./program";

const program = {
  segments: [
    { region: null, source: "import 1;" },
    { region: "a", source: "const a = 1;\n" },
    { region: "b", source: "a + 1" },
  ],
};

describe("a program of cells", () => {
  test("takes the learner's version of a region", () => {
    const edited = editedSegments("demos/p.ts", program, {
      [cellKey("demos/p.ts", "a")]: "const a = 2;",
      [cellKey("demos/other.ts", "b")]: "not this one",
    });
    expect(edited.map(({ source }) => source)).toEqual(["import 1;", "const a = 2;", "a + 1"]);
  });

  test("what a cell sees ends before it, each segment with a line of its own", () => {
    expect(sourceBefore(program.segments, "b")).toBe("import 1;\nconst a = 1;\n");
    expect(sourceBefore(program.segments, "a")).toBe("import 1;\n");
  });
});
