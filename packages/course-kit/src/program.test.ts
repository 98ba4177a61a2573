import { ParseError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { parseProgram, programUntil } from "./program";

const FILE = `import { x } from "y";

// #region first
const a = 1;

console.log(a);
// #endregion

// between
// #region second-part
const b = a + 1;
// #endregion second-part
`;

describe("parseProgram", () => {
  test("cuts a file at its marks and keeps line numbers", () => {
    expect(parseProgram(FILE).segments).toEqual([
      { region: null, source: 'import { x } from "y";', line: 1 },
      { region: "first", source: "const a = 1;\n\nconsole.log(a);", line: 4 },
      { region: null, source: "// between", line: 9 },
      { region: "second-part", source: "const b = a + 1;", line: 11 },
    ]);
  });

  test("reads files with Windows line ends", () => {
    expect(parseProgram("// #region a\r\nlet x;\r\n// #endregion\r\n").segments).toEqual([
      { region: "a", source: "let x;", line: 2 },
    ]);
  });

  test("a file without marks is one segment", () => {
    expect(parseProgram("const a = 1;").segments).toEqual([
      { region: null, source: "const a = 1;", line: 1 },
    ]);
    expect(parseProgram("").segments).toEqual([]);
  });

  test.each([
    ["a region without a name", "// #region\nx;\n// #endregion", 1, "needs a name"],
    ["a name with capitals", "// #region Fit it\nx;\n// #endregion", 1, "lower-case words"],
    [
      "a name used twice",
      "// #region a\nx;\n// #endregion\n// #region a\ny;\n// #endregion",
      4,
      "twice",
    ],
    ["nested regions", "// #region a\n// #region b\nx;\n// #endregion\n// #endregion", 2, "nest"],
    ["an empty region", "let x;\n// #region a\n\n// #endregion", 2, "empty"],
    ["an open end", "let x;\n// #region a\nx;", 2, "never closed"],
    ["an end without a start", "let x;\n// #endregion", 2, "closes no region"],
  ])("refuses %s and says where", (_, source, line, message) => {
    const attempt = () => parseProgram(source, "demos/a.ts");
    expect(attempt).toThrow(ParseError);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(`demos/a.ts:${line}:1`);
  });
});

describe("programUntil", () => {
  test("takes everything up to the region's end", () => {
    expect(programUntil(parseProgram(FILE), "first")).toBe(
      'import { x } from "y";\n\nconst a = 1;\n\nconsole.log(a);',
    );
  });

  test("refuses a region that is not there, and lists those that are", () => {
    expect(() => programUntil(parseProgram(FILE), "third")).toThrow(ParseError);
    expect(() => programUntil(parseProgram(FILE), "third")).toThrow("first, second-part");
  });
});
