import { describe, expect, test } from "vitest";
import { assembleProgram } from "../compile/program";
import { describeError, locateError, type RunningProgram, stackPosition } from "./errors";

const url = "blob:http://127.0.0.1:4321/0a-1b";

describe("stackPosition", () => {
  test.each([
    [
      "Chromium",
      `Error: no\n    at add (http://127.0.0.1:4321/lib/t.js:1:9)\n    at f (${url}:3:15)\n    at ${url}:9:1`,
    ],
    ["Firefox", `add@http://127.0.0.1:4321/lib/t.js:1:9\nf@${url}:3:15\n@${url}:9:1\n`],
    ["a message that is a stack", `Error: at line 1:2\n    at async f (${url}:3:15)`],
  ])("finds the topmost line of the program in a stack of %s", (_, stack) => {
    expect(stackPosition(stack, url)).toEqual({ line: 3, column: 15 });
  });

  test("finds none where the program is not in it", () => {
    expect(
      stackPosition("Error\n    at blob:http://127.0.0.1:4321/other:1:1", url),
    ).toBeUndefined();
    expect(stackPosition(`Error: ${url}: odd`, url)).toBeUndefined();
  });
});

describe("locateError", () => {
  const running: RunningProgram = {
    program: assembleProgram([{ region: "a", source: "x" }], "a"),
    url,
    original: ({ line, column }) => ({ line, column: column + 10 }),
  };

  test("leads back to the program's text", () => {
    const error = new Error("no");
    error.stack = `Error: no\n    at ${url}:2:3`;
    expect(locateError(error, running)).toEqual({ line: 2, column: 13 });
    expect(locateError("no error", running)).toBeUndefined();
  });
});

describe("describeError", () => {
  const program = assembleProgram(
    [
      { region: "fit", source: "one();\ntwo();" },
      { region: "plot", source: "three();" },
    ],
    "plot",
  );

  test("gives a position in the cell", () => {
    expect(describeError(new RangeError("too far"), program, { line: 4, column: 1 })).toEqual({
      name: "RangeError",
      message: "too far",
      position: { line: 1, column: 1 },
    });
  });

  test("names the line of another cell", () => {
    expect(describeError(new Error("no"), program, { line: 2, column: 1 })).toEqual({
      name: "Error",
      message: "no (in line 2 of the cell “fit” above: two();)",
    });
  });

  test.each([
    ["text", 'the program threw "text", which is no Error'],
    [{ a: 1 }, 'the program threw "[object Object]", which is no Error'],
    [undefined, 'the program threw "undefined", which is no Error'],
    [Object.create(null), 'the program threw "object", which is no Error'],
    [new Error(""), "an error without a message"],
  ])("says of %j: %s", (thrown, message) => {
    expect(describeError(thrown, program, undefined)).toEqual({ name: "Error", message });
  });
});
