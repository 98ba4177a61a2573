import type { RunMessage } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import { addMessages, emptyLog, MOST_ITEMS } from "./outputLog";

const line = (text: string): RunMessage => ({ type: "log", level: "log", text });

describe("the log of a run", () => {
  test("keeps what a program shows in order", () => {
    const log = addMessages(emptyLog, [
      line("a"),
      { type: "display", data: { kind: "text", text: "b" } },
      { type: "error", error: { name: "ShapeError", message: "c" } },
    ]);
    expect(log.items.map(({ kind }) => kind)).toEqual(["log", "display", "error"]);
  });

  test("stops showing what never ends, but shows the error after it", () => {
    const many = Array.from({ length: MOST_ITEMS + 7 }, (_, i) => line(String(i)));
    const log = addMessages(emptyLog, [
      ...many,
      { type: "error", error: { name: "Error", message: "x" } },
    ]);
    expect(log.nHidden).toBe(7);
    expect(log.items.at(-1)?.kind).toBe("error");
  });

  test("keeps the last progress when the program is over, and knows how long it took", () => {
    const running = addMessages(emptyLog, [
      { type: "progress", progress: { done: 1, total: 2 } },
      { type: "progress", progress: { done: 2, total: 2 } },
    ]);
    expect(running.progress).toEqual({ done: 2, total: 2 });
    expect(running.milliseconds).toBeUndefined();
    const over = addMessages(running, [{ type: "done", milliseconds: 12 }]);
    expect(over.progress).toEqual({ done: 2, total: 2 });
    expect(over.milliseconds).toBe(12);
    expect(over.items).toEqual([]);
  });
});
