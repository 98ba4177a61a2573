import type { RunMessage } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import { Output } from "./output";

function collect(limits = { messages: 3, text: 20, data: 100 }, shown = true) {
  const messages: RunMessage[] = [];
  const output = new Output((message) => messages.push(message), { limits, shown });
  const texts = () =>
    messages.map((message) => (message.type === "log" ? message.text : message.type));
  return { output, messages, texts };
}

describe("Output", () => {
  test("passes on what fits", () => {
    const { output, messages } = collect();
    output.log("warn", "careful");
    output.display({ kind: "text", text: "5" });
    const table = { kind: "table", columns: [], rows: [["1"]], nRows: 1 } as const;
    output.display(table);
    expect(messages).toEqual([
      { type: "log", level: "warn", text: "careful" },
      { type: "display", data: { kind: "text", text: "5" } },
      { type: "display", data: table },
    ]);
  });

  test("stops after so many messages, and says so once", () => {
    const { output, texts } = collect();
    for (let i = 0; i < 9; i++) output.log("log", String(i));
    expect(texts()).toEqual([
      "0",
      "1",
      "2",
      "A cell shows at most 3 messages; the rest of the output is left out.",
    ]);
  });

  test("stops after so much text, or so much data", () => {
    const text = collect();
    text.output.log("log", "x".repeat(20));
    text.output.log("log", "y");
    text.output.log("log", "");
    expect(text.texts().slice(1)).toEqual([
      "A cell shows at most 20 characters of text; the rest of the output is left out.",
    ]);
    const data = collect();
    data.output.display({ kind: "chart", spec: "x".repeat(100), description: "" });
    expect(data.texts()).toEqual([
      "A cell shows at most 100 characters of tables and charts; the rest of the output is left out.",
    ]);
  });

  test("cuts a single long text", () => {
    const { output, texts } = collect({ messages: 3, text: 1e6, data: 1 });
    output.log("log", "x".repeat(2_100_000));
    expect(texts()[0]!.slice(99_990)).toBe("xxxxxxxxxx… 2,000,000 more characters");
  });

  test("shows and counts nothing until it is switched on", () => {
    const { output, texts } = collect(undefined, false);
    for (let i = 0; i < 9; i++) output.log("log", "before");
    output.display({ kind: "text", text: "before" });
    output.shown = true;
    output.log("log", "cell");
    expect(texts()).toEqual(["cell"]);
  });

  test("sends the first and the last progress of a fast program, however much it shows", () => {
    const { output, messages } = collect({ messages: 0, text: 0, data: 0 });
    for (let done = 1; done <= 1_000; done++) output.progress({ done, total: 1_000 });
    output.end();
    output.end();
    expect(messages).toEqual([
      { type: "progress", progress: { done: 1, total: 1_000 } },
      { type: "progress", progress: { done: 1_000, total: 1_000 } },
    ]);
  });

  test("sends no progress of the code before the cell", () => {
    const { output, messages } = collect(undefined, false);
    output.progress({ done: 1 });
    output.shown = true;
    output.end();
    expect(messages).toEqual([]);
  });

  test("takes out of a chart what a message cannot carry", () => {
    const { output, messages } = collect();
    output.display({ kind: "chart", spec: { f: () => 1, x: 2 }, description: "d" });
    expect(messages).toEqual([
      { type: "display", data: { kind: "chart", spec: { x: 2 }, description: "d" } },
    ]);
  });
});
