import type { CompiledQuizItem } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import { isCorrect, parseNumber } from "./judge";

const base = { id: "q", questionHtml: "" };

describe("parseNumber", () => {
  test.each([
    ["0.5", 0.5],
    ["0,5", 0.5],
    ["−3", -3],
    [" 1 200 ", 1200],
    ["180,000", 180000],
    ["180,000.5", 180000.5],
    ["5e-3", 0.005],
  ])("%s is %d", (text, value) => expect(parseNumber(text)).toBe(value));

  test.each(["", "three", "1.2.3", "1,2,3"])("%o is no number", (text) =>
    expect(parseNumber(text)).toBeNaN(),
  );
});

describe("isCorrect", () => {
  test("a choice by its index", () => {
    const item: CompiledQuizItem = { ...base, kind: "choice", choices: [], answer: 2 };
    expect(isCorrect(item, 2)).toBe(true);
    expect(isCorrect(item, 1)).toBe(false);
    expect(isCorrect(item, undefined)).toBe(false);
  });

  test("a number within its tolerance, the bounds included", () => {
    const item: CompiledQuizItem = {
      ...base,
      kind: "numeric",
      answer: 0.3,
      tolerance: 0.1,
      explanationHtml: "",
    };
    expect(isCorrect(item, "0.4")).toBe(true);
    expect(isCorrect(item, "0,25")).toBe(true);
    expect(isCorrect(item, "0.41")).toBe(false);
    expect(isCorrect(item, "")).toBe(false);
  });

  test("a printed line without regard to the space around it", () => {
    const item: CompiledQuizItem = {
      ...base,
      kind: "output",
      code: "",
      answer: "[ 1, 2 ]",
      explanationHtml: "",
    };
    expect(isCorrect(item, " [ 1, 2 ]\n")).toBe(true);
    expect(isCorrect(item, "[1,2]")).toBe(false);
  });

  test("lines in their order; equal lines may change places", () => {
    const item: CompiledQuizItem = {
      ...base,
      kind: "order",
      lines: ["a", "b", "a"],
      explanationHtml: "",
    };
    expect(isCorrect(item, ["a", "b", "a"])).toBe(true);
    expect(isCorrect(item, ["b", "a", "a"])).toBe(false);
    expect(isCorrect(item, ["a", "b"])).toBe(false);
  });
});
