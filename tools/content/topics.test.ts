import { describe, expect, test } from "vitest";
import { isBuilt } from "../build/build";
import { readProjects, readTopics } from "../build/course/folder";
import { readRows } from "../roadmap-coverage/rows";
import { exerciseProblems, projectProblems } from "./exercise-problems";
import { figureProblems } from "./figure-problems";
import { quizProblems } from "./quiz-problems";
import { cellProblems, compileProblems, structureProblems } from "./topic-problems";

// Every topic and project on disk holds what CONTRIBUTING.md promises. A problem is a sentence for the author.

const topics = await readTopics();
const projects = await readProjects();
const rows = new Set(readRows().map(({ id }) => id));
const course = {
  topics: new Set(topics.map(({ topic }) => topic.id)),
  projects: new Map(projects.map((folder) => [folder.project.id, folder])),
  rows,
};
// The build compiles every topic and ends at the first that does not fit.
const isCompiled = isBuilt("course");

describe.each(topics.map((folder) => [folder.topic.id, folder] as const))("%s", (_, folder) => {
  test("everything that it names is there", async () => {
    const problems = structureProblems(folder, course);
    if (!isCompiled) problems.push(...(await compileProblems(folder, course)));
    expect(problems).toEqual([]);
  });

  test("every cell runs and shows something", async () => {
    expect(await cellProblems(folder)).toEqual([]);
  });

  test.each(folder.exercises.map((each) => [each.exercise.id, each] as const))(
    "exercise %s: the starter fails, the solution passes, each mistake gets its own message",
    async (__, exercise) => {
      expect(await exerciseProblems(exercise)).toEqual([]);
    },
  );

  test("every quiz answer is right and explained", async () => {
    expect(await quizProblems(folder.quiz?.items ?? [])).toEqual([]);
  });

  test.each([...folder.figures])("figure %s draws and describes all its settings", (__, found) => {
    expect(figureProblems(found.figure)).toEqual([]);
  });
});

test.each(projects.map((folder) => [folder.project.id, folder] as const))(
  "project %s: the starter fails, the reference passes, each mistake costs its criterion",
  async (_, folder) => {
    expect(await projectProblems(folder, rows)).toEqual([]);
  },
);

test("there are topics to check", () => {
  expect(topics.length).toBeGreaterThan(0);
});
