import { parseProgram } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import { ContentError } from "./content-error";
import { compileLesson, type LessonParts } from "./lesson";

const parts: LessonParts = {
  programs: new Map([
    ["demos/a.ts", parseProgram("// #region fit\nconst w = 1;\n// #endregion\n")],
  ]),
  figures: new Map([["surface", { title: "The surface", module: "/surface.js" }]]),
  exercises: new Set(["one-step"]),
  hasQuiz: true,
  project: "prices",
  topics: new Set(["vectors"]),
};

const LESSON = `Why?

## Look at it

::run{src="demos/a.ts#fit"}

See [the surface](#look-at-it), [vectors](/topics/vectors) and [a page](https://example.org/a).

::figure{surface}

::exercise{one-step}

### At the end

::quiz

::project
`;

const compile = (source: string) => compileLesson(source, "lesson.md", parts);

describe("compileLesson", () => {
  test("cuts the lesson into blocks and lists its headings", () => {
    const { blocks, headings } = compile(LESSON);
    expect(blocks.map(({ kind }) => kind)).toEqual([
      "html",
      "cell",
      "html",
      "figure",
      "exercise",
      "html",
      "quiz",
      "project",
    ]);
    expect(blocks[1]).toEqual({ kind: "cell", program: "demos/a.ts", region: "fit" });
    expect(blocks[3]).toEqual({
      kind: "figure",
      id: "surface",
      title: "The surface",
      module: "/surface.js",
    });
    expect(headings).toEqual([
      { id: "look-at-it", text: "Look at it", depth: 2 },
      { id: "at-the-end", text: "At the end", depth: 3 },
    ]);
  });

  test.each([
    ["an unknown figure", "::figure{surface}", "::figure{surfac}", 9, 'no figure "surfac"'],
    ["an unknown exercise", "{one-step}", "{two-steps}", 11, 'no exercise "two-steps"'],
    ["an unknown program", "demos/a.ts#fit", "demos/b.ts#fit", 5, 'no program "demos/b.ts"'],
    ["an unknown region", "a.ts#fit", "a.ts#fitted", 5, 'no region "fitted"'],
    ["a run without a source", '{src="demos/a.ts#fit"}', "", 5, "::run needs src"],
    ["a figure without a name", "::figure{surface}", "::figure", 9, "takes one name"],
    ["an unknown directive", "::quiz", "::test", 15, '"::test"'],
    ["a part shown twice", "::project", "::project\n\n::quiz", 19, "shown twice"],
    ["a heading that is there twice", "At the end", "Look at it", 13, "twice"],
    ["a title in the lesson", "## Look", "# Look", 3, "topic.ts"],
    ["a link to no heading", "(#look-at-it)", "(#look)", 7, 'no heading "#look"'],
    ["a link to no topic", "/topics/vectors", "/topics/vector", 7, 'no topic "vector"'],
    ["a link that leads nowhere", "https://example.org/a", "../a", 7, "got ../a"],
  ])("refuses %s, with file and line", (_, from, to, line, message) => {
    expect(LESSON).toContain(from);
    const attempt = () => compile(LESSON.replace(from, to));
    expect(attempt).toThrow(ContentError);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(`lesson.md:${line}:`);
  });

  test.each([
    ["cell", '::run{src="demos/a.ts#fit"}'],
    ["figure", "::figure{surface}"],
    ["exercise", "::exercise{one-step}"],
    ["quiz", "::quiz"],
    ["project", "::project"],
  ])("refuses a %s that is never shown", (kind, directive) => {
    expect(() => compile(LESSON.replace(directive, ""))).toThrow(
      new RegExp(`${kind}.* is never shown`),
    );
  });

  test("refuses a quiz or project that the topic does not have", () => {
    const bare = { ...parts, hasQuiz: false, project: undefined };
    expect(() => compileLesson("::quiz", "lesson.md", bare)).toThrow("no quiz.ts");
    expect(() => compileLesson("::project", "lesson.md", bare)).toThrow("names no project");
  });
});
