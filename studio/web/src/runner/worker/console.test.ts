import { formatValue } from "@gradus/core";
import type { RunMessage } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import { formatArguments, outputConsole } from "./console";
import { Output } from "./output";

describe("formatArguments", () => {
  test.each([
    [[], ""],
    [["a", 1, [2]], "a 1 [2]"],
    [["%s is %d", "six", "6"], "six is 6"],
    [["%i and %f", 6.7, "1.5x"], "6 and 1.5"],
    [["%o %j", { a: 1 }, [2]], "{ a: 1 } [2]"],
    [["%c%s", "color: red", "plain"], "plain"],
    [["100% of %s", "it", "more", 3], "100% of it more 3"],
    [["%s and %s", "one"], "one and %s"],
    [["100%% %d", 5], "100% 5"],
    [["50%"], "50%"],
    [[5, "%s"], "5 %s"],
  ])("%j reads %j", (args, expected) => {
    expect(formatArguments(args, formatValue)).toBe(expected);
  });
});

describe("outputConsole", () => {
  function consoleAndLines() {
    const lines: string[] = [];
    const output = new Output((message: RunMessage) => {
      if (message.type === "log") lines.push(`${message.level}: ${message.text}`);
    });
    const display = (value: unknown) => lines.push(`display: ${formatValue(value)}`);
    const console = outputConsole(output, { formatValue, display }) as Console;
    return { console, lines };
  }

  test("gives each method its level", () => {
    const { console, lines } = consoleAndLines();
    console.log(1);
    console.info(2);
    console.debug(3);
    console.warn(4);
    console.error(5);
    console.table([6]);
    console.assert(true, "fine");
    console.assert(false, "not", 7);
    expect(lines).toEqual([
      "log: 1",
      "info: 2",
      "log: 3",
      "warn: 4",
      "error: 5",
      "display: [6]",
      "error: Assertion failed not 7",
    ]);
  });

  test("indents groups", () => {
    const { console, lines } = consoleAndLines();
    console.group("outer");
    console.log("a\nb");
    console.groupEnd();
    console.groupEnd();
    console.log("c");
    expect(lines).toEqual(["log: outer", "log:   a\n  b", "log: c"]);
  });

  test("counts and times", () => {
    const { console, lines } = consoleAndLines();
    console.count();
    console.count();
    console.countReset();
    console.count();
    console.time("t");
    console.timeEnd("t");
    console.timeEnd("t");
    expect(lines.slice(0, 3)).toEqual(["log: default: 1", "log: default: 2", "log: default: 1"]);
    expect(lines[3]).toMatch(/^log: t: \d+\.\d ms$/);
    expect(lines[4]).toBe("log: t: no such timer");
  });
});
