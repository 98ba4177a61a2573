import type { CompiledCourse } from "@gradus/course-kit";
import { expect, test } from "vitest";
import { lastTopic } from "./lastTopic";

const topic = (id: string) => ({
  id,
  title: id,
  question: "",
  minutes: 1,
  area: "foundations",
  prerequisites: [],
  rows: [],
  nExercises: 0,
  nQuizItems: 0,
});
const course: CompiledCourse = { topics: [topic("a"), topic("b")], tracks: [], rows: [] };
const seen = (lastSeen: string) => ({ exercisesPassed: [], quizCorrect: [], lastSeen });

test("is the one seen last", () => {
  const progress = {
    topics: { a: seen("2026-01-02T00:00:00Z"), b: seen("2026-01-03T00:00:00Z") },
  };
  expect(lastTopic(course, progress)?.id).toBe("b");
});

test("passes over topics that are gone", () => {
  const progress = {
    topics: { a: seen("2026-01-02T00:00:00Z"), gone: seen("2026-01-03T00:00:00Z") },
  };
  expect(lastTopic(course, progress)?.id).toBe("a");
});

test("is nothing before the first visit", () => {
  expect(lastTopic(course, undefined)).toBeUndefined();
  expect(lastTopic(course, { topics: {} })).toBeUndefined();
});
