import { expect, test } from "vitest";
import { describeValue } from "./describe";
import { GradusError, ParseError, ShapeError } from "./errors";

test("an error has its class's name and can be caught as a GradusError", () => {
  const error = new ShapeError("matmul: …");
  expect(error.name).toBe("ShapeError");
  expect(error).toBeInstanceOf(GradusError);
});

test("a ParseError says where: source, line and column", () => {
  const error = new ParseError("expected 3 fields, got 2", {
    source: "houses.csv",
    line: 4,
    column: 1,
  });
  expect(error.message).toBe("houses.csv:4:1: expected 3 fields, got 2");
  expect([error.line, error.column, error.source]).toEqual([4, 1, "houses.csv"]);
  expect(new ParseError("empty", { line: 1, column: 1 }).message).toBe("text:1:1: empty");
});

test.each([
  ["ten", '"ten"'],
  [-0, "-0"],
  [5n, "5n"],
  [null, "null"],
  [[1, 2, 3], "[1, 2, 3]"],
  [[1, 2, 3, 4, 5], "[1, 2, 3, … 2 more]"],
  [new Float32Array(4), "Float32Array(4)"],
  [new Map(), "a Map"],
  [{ a: 1 }, '{"a":1}'],
  ["x".repeat(100), `"${"x".repeat(59)}…"`],
  [() => 0, "function (anonymous)"],
])("describeValue %#", (value, expected) => {
  expect(describeValue(value)).toBe(expected);
});

test("describeValue survives a value that has no JSON", () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  expect(describeValue(cycle)).toBe("an object");
});
