import { expect, test } from "vitest";
import { courseOrder } from "./order";

const rows = ["A", "B", "C", "D"];
const topic = (id: string, row: string, ...prerequisites: string[]) => ({
  id,
  rows: [row],
  prerequisites,
});
const ids = (topics: readonly { readonly id: string }[]) => topics.map(({ id }) => id);

test("topics come as the roadmaps list their rows, the first row of each counting", () => {
  const both = { ...topic("late", "D"), rows: ["D", "A"] };
  expect(ids(courseOrder([topic("b", "C"), topic("a", "B"), both], rows))).toEqual([
    "late",
    "a",
    "b",
  ]);
});

test("but never before what they build on", () => {
  const topics = [topic("first", "A", "second"), topic("second", "C"), topic("third", "B")];
  expect(ids(courseOrder(topics, rows))).toEqual(["third", "second", "first"]);
});

test("a circle is an error that names its topics", () => {
  const topics = [topic("a", "A", "b"), topic("b", "B", "a"), topic("c", "C")];
  expect(() => courseOrder(topics, rows)).toThrow("circle: a, b");
});
