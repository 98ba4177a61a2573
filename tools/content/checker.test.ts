import {
  defineCheck,
  defineExercise,
  defineFigure,
  defineProject,
  defineQuiz,
  defineScoring,
  defineTopic,
  expectClose,
  parseProgram,
} from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import type { ExerciseFolder, ProjectFolder, TopicFolder } from "../build/course/folder";
import { exerciseProblems, projectProblems } from "./exercise-problems";
import { figureProblems } from "./figure-problems";
import { idProblems } from "./identifiers";
import { quizProblems } from "./quiz-problems";
import { cellProblems, compileProblems, structureProblems } from "./topic-problems";

// The checker itself: a small topic without a fault, and the same with each fault that an author can make.

const file = (text: string) => ({ path: "/fixture/file.ts", text });
const twice = (body: string) =>
  file(`export function twice(x: number): number { return ${body}; }`);

const exercise: ExerciseFolder = {
  dir: "/fixture/twice",
  exercise: defineExercise({
    id: "twice",
    title: "Twice",
    prompt: "Double it.",
    hints: ["Add it to itself."],
    misconceptions: {
      square: "That is the square.",
      half: "That is half.",
      same: "Nothing changed.",
    },
  }),
  start: twice("0"),
  solution: twice("2 * x"),
  checkPath: "/fixture/twice/check.ts",
  loadCheck: async () =>
    defineCheck(({ twice: double }: { twice(x: number): number }) => {
      expectClose(double(6), 12, { mistakes: { square: 36, half: 3, same: 6 } });
    }) as never,
  wrong: new Map([
    ["square", twice("x * x")],
    ["half", twice("x / 2")],
    ["same", twice("x")],
  ]),
};

describe("exerciseProblems", () => {
  const withTexts = (changes: object): ExerciseFolder => ({
    ...exercise,
    exercise: { ...exercise.exercise, ...changes },
  });
  const withWrong = (...files: [string, { path: string; text: string }][]): ExerciseFolder => ({
    ...exercise,
    wrong: new Map([...exercise.wrong, ...files]),
  });

  test("finds no fault where there is none", async () => {
    expect(await exerciseProblems(exercise)).toEqual([]);
  });

  test.each<[string, ExerciseFolder, string]>([
    ["a starter that passes", { ...exercise, start: twice("x + x") }, "start.ts passes"],
    ["a starter that does not run", { ...exercise, start: file("const") }, "start.ts does not run"],
    ["a solution that fails", { ...exercise, solution: twice("x") }, "solution.ts does not pass"],
    [
      "a wrong solution without its own message",
      withWrong(["thrice", twice("3 * x")]),
      "wrong/thrice.ts has no message of its own",
    ],
    [
      "a wrong solution that gets no or another message",
      withWrong(["half", twice("x * x")]),
      "wrong/half.ts does not get its message",
    ],
    [
      "a wrong solution that is right",
      withWrong(["half", twice("2 * x")]),
      "wrong/half.ts does not get its message",
    ],
    [
      "two messages alike",
      withTexts({ misconceptions: { square: "No.", half: "No.", same: "No." } }),
      "same text",
    ],
    [
      "an empty message",
      withTexts({ misconceptions: { ...exercise.exercise.misconceptions, half: " " } }),
      "no text",
    ],
    ["too few misconceptions", withTexts({ misconceptions: { square: "No." } }), "at least 3"],
    ["too many hints", withTexts({ hints: ["a", "b", "c", "d"] }), "at most 3"],
    [
      "a misconception without its file",
      { ...exercise, wrong: new Map([...exercise.wrong].slice(1)) },
      "wrong/square.ts is missing",
    ],
  ])("finds %s", async (_, folder, message) => {
    expect((await exerciseProblems(folder)).join("\n")).toContain(message);
  });
});

const cells = (text: string): TopicFolder["programs"] =>
  new Map([["demos/a.ts", { ...file(text), ...parseProgram(text) }]]);

const topic: TopicFolder = {
  dir: "/fixture/topic",
  topic: defineTopic({
    id: "topic",
    title: "Topic",
    question: "Why?",
    prerequisites: [],
    teaches: ["Say why"],
    rows: ["SUP-004"],
    minutes: 5,
    sources: [{ title: "A book", authors: "Somebody", year: 2000 }],
  }),
  lesson: { path: "/fixture/topic/lesson.md", text: '::run{src="demos/a.ts#fit"}\n' },
  programs: cells("// #region fit\nconsole.log(1);\n// #endregion\n"),
  figures: new Map(),
  exercises: [],
  quiz: undefined,
};

describe("structureProblems, compileProblems and cellProblems", () => {
  const others = { topics: new Set(["topic"]), projects: new Map(), rows: new Set(["SUP-004"]) };
  const withTopic = (changes: object): TopicFolder => ({
    ...topic,
    topic: { ...topic.topic, ...changes },
  });

  test("find no fault where there is none", async () => {
    expect(structureProblems(topic, others)).toEqual([]);
    expect(await compileProblems(topic, others)).toEqual([]);
    expect(await cellProblems(topic)).toEqual([]);
  });

  test.each<[string, TopicFolder, string]>([
    ["a row of no roadmap", withTopic({ rows: ["SUP-999"] }), "SUP-999"],
    ["an unknown prerequisite", withTopic({ prerequisites: ["vectors"] }), "vectors"],
    ["an unknown project", withTopic({ project: "prices" }), "prices"],
    ["a topic without sources", withTopic({ sources: [] }), "sources"],
    ["a reference to nothing", { ...topic, lesson: { path: "/l.md", text: "::quiz" } }, "/l.md:1"],
  ])("find %s", async (_, folder, message) => {
    const problems = [
      ...structureProblems(folder, others),
      ...(await compileProblems(folder, others)),
    ];
    expect(problems.join("\n")).toContain(message);
  });

  test.each([
    ["does not compile", "const a: = 1;", "does not run"],
    ["throws", "throw new Error('no');", "Error: no"],
    [
      "uses what stands after it",
      "console.log(later);\n// #endregion\nconst later = 1;\n// #region b\nlater;",
      "does not run",
    ],
    ["shows nothing", "const a = 1;", "shows nothing"],
    [
      "uses what is declared below it",
      "console.log(double(2));\n// #endregion\n// #region below\nfunction double(x: number) { return 2 * x; }\nconsole.log(1);",
      "uses double, which is declared below it",
    ],
    ["prints NaN", "console.log(0 / 0);", "NaN"],
  ])("find a cell that %s", async (_, body, message) => {
    const programs = cells(`// #region fit\n${body}\n// #endregion\n`);
    expect((await cellProblems({ ...topic, programs })).join("\n")).toContain(message);
  });
});

describe("quizProblems", () => {
  const choice = {
    kind: "choice",
    id: "a",
    question: "?",
    answer: 0,
    choices: [
      { text: "yes", explanation: "Since." },
      { text: "no", explanation: "For." },
    ],
  } as const;
  const numeric = {
    kind: "numeric",
    id: "b",
    question: "?",
    answer: 2,
    tolerance: 0.1,
    explanation: "So.",
  } as const;
  const output = {
    kind: "output",
    id: "c",
    question: "?",
    code: "console.log(1 + 1)",
    answer: "2",
    explanation: "So.",
  } as const;
  const order = {
    kind: "order",
    id: "d",
    question: "?",
    lines: ["a", "b", "c"],
    explanation: "So.",
  } as const;

  test("finds no fault where there is none", async () => {
    expect(await quizProblems(defineQuiz([choice, numeric, output, order]))).toEqual([]);
  });

  test.each([
    ["an answer that is not printed", { ...output, answer: "3" }, "the code prints 2"],
    ["code that does not run", { ...output, code: "nope()" }, "does not run"],
    [
      "a choice without explanation",
      { ...choice, choices: [choice.choices[0], { text: "no", explanation: "" }] },
      '"no" has no explanation',
    ],
    ["an answer out of range", { ...choice, answer: 2 }, "no choice number 2"],
    ["a tolerance that takes in nothing", { ...numeric, tolerance: 2 }, "takes in 0"],
    ["a tolerance of 0", { ...numeric, tolerance: 0 }, "above 0"],
    ["an answer that is no number", { ...numeric, answer: Number.NaN }, "finite"],
    ["an item without explanation", { ...numeric, explanation: " " }, "no explanation"],
    ["lines that are the same", { ...order, lines: ["a", "b", "b"] }, "the same"],
  ] as const)("finds %s", async (_, item, message) => {
    expect((await quizProblems([item])).join("\n")).toContain(message);
  });
});

describe("figureProblems", () => {
  const figure = (height: (x: number) => number, words: (y: number) => string) =>
    defineFigure({
      id: "f",
      title: "F",
      caption: "Move it.",
      controls: {
        x: { kind: "slider", label: "x", min: 0, max: 4, step: 1, value: 1 },
        more: { kind: "button", label: "More", value: 0 },
      },
      model: ({ x }) => height(x),
      view: (y) => ({
        panels: [
          {
            title: "P",
            x: { label: "x", domain: [0, 1] },
            y: { label: "y", domain: [0, 1] },
            marks: [{ kind: "points", points: [[0, y]] }],
          },
        ],
      }),
      describe: words,
      press: (_, { x }) => ({ x: x + 1 }),
    });

  test("finds no fault where there is none", () => {
    expect(
      figureProblems(
        figure(
          (x) => x,
          (y) => `It is ${y}.`,
        ),
      ),
    ).toEqual([]);
  });

  test.each([
    [
      "a number that is not finite at the slider's end",
      figure(
        (x) => 1 / x,
        () => "So.",
      ),
      "Infinity",
    ],
    [
      "one that is so after many presses",
      figure(
        (x) => (x > 20 ? Number.NaN : x),
        () => "So.",
      ),
      "NaN",
    ],
    [
      "words that are missing",
      figure(
        (x) => x,
        (y) => (y > 3 ? "" : "So."),
      ),
      "describe is empty",
    ],
    [
      "words that say NaN",
      figure(
        (x) => x,
        () => "It is NaN.",
      ),
      "it says",
    ],
  ])("finds %s", (_, broken, message) => {
    expect(figureProblems(broken).join("\n")).toContain(message);
  });
});

describe("projectProblems", () => {
  const guess = (body: string) => file(`export const guess = (): number => ${body};`);
  const project: ProjectFolder = {
    dir: "/fixture/project",
    project: defineProject({
      id: "guess",
      title: "Guess",
      summary: "Guess 7.",
      rows: ["SUP-029"],
      minutes: 5,
      rubric: [
        { id: "runs", title: "Runs", description: "It runs.", points: 4 },
        { id: "right", title: "Right", description: "It is 7.", points: 6 },
      ],
      passing: 8,
    }),
    brief: { path: "/fixture/project/brief.md", text: "Guess." },
    start: guess("0"),
    solution: guess("7"),
    checkPath: "/fixture/project/check.ts",
    loadCheck: async () =>
      defineScoring(async ({ guess: ask }: { guess(): number }, award) => {
        await award("runs", () => ({ share: 1, message: `It says ${ask()}.` }));
        await award("right", () => ({ share: ask() === 7 ? 1 : 0, message: `${ask()} for 7.` }));
      }) as never,
    wrong: new Map([["right", guess("6")]]),
  };
  const rows = new Set(["SUP-029"]);

  test("finds no fault where there is none", async () => {
    expect(await projectProblems(project, rows)).toEqual([]);
  });

  test.each<[string, ProjectFolder, string]>([
    ["a starter that passes", { ...project, start: guess("7") }, "start.ts passes"],
    ["a reference that fails", { ...project, solution: guess("6") }, "reference.ts has 4"],
    [
      "a wrong file that is right",
      { ...project, wrong: new Map([["right", guess("7")]]) },
      "all points",
    ],
    [
      "a wrong file that does not run",
      { ...project, wrong: new Map([["right", file("const")]]) },
      "no points at all",
    ],
    [
      "a wrong file for no criterion",
      { ...project, wrong: new Map([["style", guess("6")]]) },
      "no criterion",
    ],
    ["no wrong file", { ...project, wrong: new Map() }, "wrong/ is empty"],
    [
      "a goal out of reach",
      { ...project, project: { ...project.project, passing: 11 } },
      "11 of 10",
    ],
    ["a row of no roadmap", { ...project, project: { ...project.project, rows: ["X"] } }, "row X"],
  ])("finds %s", async (_, folder, message) => {
    expect((await projectProblems(folder, rows)).join("\n")).toContain(message);
  });
});

test("idProblems finds numbers, capitals and doubles", () => {
  expect(idProblems("topic", ["linear-regression", "a"])).toEqual([]);
  expect(idProblems("topic", ["lesson-2"])).toHaveLength(1);
  expect(idProblems("topic", ["Lesson"])).toHaveLength(1);
  expect(idProblems("topic", ["a", "a"])).toEqual(['topic "a" is there twice']);
});
