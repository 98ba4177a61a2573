import type { RunMessage } from "@gradus/course-kit";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { GradeRequest } from "../src/runner";
import { describeRunner, lines, run } from "./runner-site";

const defaults = {
  start: "export const double = (x: number): number => x;\n",
  checkModule: "/checks/double.js",
  timeBudget: 2_000,
};

async function grade(page: Page, request: Partial<GradeRequest> & { source: string }) {
  return await page.evaluate((all) => window.runner.gradeExercise(all), {
    ...defaults,
    ...request,
  });
}

describeRunner((studio) => {
  let page: Page;
  beforeAll(async () => {
    page = await studio.open("/");
    await page.evaluate(() => window.runner.warmUp());
    await page.waitForTimeout(1_000);
  });
  test("the page is isolated, as threads need it", async () => {
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  describe("a cell", () => {
    test("logs, displays and is done", async () => {
      const ran = await run(
        page,
        `import { tensor } from "@gradus/tensor";
import { display, displayText, toDisplayData } from "@gradus/core";
const x: number[] = [1, 2.5, -0];
console.log("x =", x, { a: "b" }); console.warn("%s is %d", "six", 6); console.info(tensor([1, 2]).add(1).toArray());
console.error(new RangeError("too far"));
display(x.length);
export const text = displayText(toDisplayData(1));`,
      );
      expect(lines(ran)).toEqual([
        'log: x = [1, 2.5, -0] { a: "b" }',
        "warn: six is 6",
        "info: [2, 3]",
        "error: RangeError: too far",
        "display: 3",
        "done",
      ]);
    });

    test("shows nothing of the code before it, but uses it", async () => {
      const before = [
        { region: null, source: 'import { tensor } from "@gradus/tensor";' },
        { region: "first", source: 'const w = tensor([2, 3])\nconsole.log("not shown")' },
      ];
      const ran = await run(page, "console.log(w.sum().item())", { before });
      expect(lines(ran)).toEqual(["log: 5", "done"]);
    });

    test("has threads, and the numbers that Node has with any number of them", async () => {
      const program = `import { arange, setKernelBuild, setNumThreads, threadStats } from "@gradus/tensor";
setKernelBuild("simd"); // the numbers of every engine
const x = arange(300 * 300).mul(0.7).sin().reshape([300, 300]).astype("float32");
const digest = (t: typeof x) => t.data().reduce((hash, value) => (Math.imul(hash, 31) + value * 1e6) | 0, 7);
setNumThreads(2);
for (let i = 0; i < 400 && threadStats().nHelpers === 0; i++) {
  x.matmul(x);
  await new Promise((resolve) => setTimeout(resolve, 5));
}
const both = digest(x.matmul(x));
setNumThreads(1);
const alone = digest(x.matmul(x));`;
      const ran = await run(page, `${program}\nconsole.log(threadStats().nHelpers, both, alone);`);
      const { arange, setKernelBuild } = await import("@gradus/tensor");
      setKernelBuild("simd");
      const x = arange(300 * 300)
        .mul(0.7)
        .sin()
        .reshape([300, 300])
        .astype("float32");
      const inNode = x
        .matmul(x)
        .data()
        .reduce((hash: number, value: number) => (Math.imul(hash, 31) + value * 1e6) | 0, 7);
      expect(lines(ran)).toEqual([`log: 1 ${inNode} ${inNode}`, "done"]);
    });

    test("starts anew each time", async () => {
      await run(page, "globalThis.leftOver = 1; Array.prototype.at = () => 'broken';");
      const ran = await run(page, "console.log(typeof globalThis.leftOver, [1, 2].at(-1));");
      expect(lines(ran)).toEqual(["log: undefined 2", "done"]);
    });

    test("waits for timers and promises that the program started", async () => {
      const ran = await run(
        page,
        `setTimeout(() => console.log("late"), 50);
let n = 0;
const id = setInterval(() => { console.log("tick", ++n); if (n === 2) clearInterval(id); }, 5);
await new Promise((resolve) => setTimeout(resolve, 1));
console.log("awaited");`,
      );
      const shown = lines(ran);
      expect(shown.at(-2)).toBe("log: late");
      expect(shown).toEqual(expect.arrayContaining(["log: awaited", "log: tick 1", "log: tick 2"]));
    });

    test("has a limit of what it shows, and says so", async () => {
      const ran = await run(page, "for (let i = 0; i < 5000; i++) console.log(i);");
      expect(ran.messages).toHaveLength(1_002);
      expect(lines(ran).at(-2)).toBe(
        "warn: A cell shows at most 1,000 messages; the rest of the output is left out.",
      );
    });

    test("tells its progress a few times a second, and the last of it", async () => {
      const ran = await run(
        page,
        `import { reportProgress } from "@gradus/core";
const total = 100;
for (let done = 1; done <= total; done++) {
  const until = performance.now() + 5;
  while (performance.now() < until) {}
  reportProgress({ done, total });
}`,
      );
      const told = ran.messages.flatMap((m) => (m.type === "progress" ? [m.progress.done] : []));
      expect(told[0]).toBe(1);
      expect(told.at(-1)).toBe(100);
      // Half a second and, on a busy machine, somewhat more.
      expect(told.length).toBeGreaterThanOrEqual(3);
      expect(told.length).toBeLessThanOrEqual(2 + ran.milliseconds / 100);
    });

    test("an error of its progress stands at its line", async () => {
      const ran = await run(
        page,
        'import { reportProgress } from "@gradus/core";\nreportProgress({ done: 3, total: 2 });',
      );
      expect(lines(ran)).toEqual([
        "2:1 ParameterError: reportProgress: done must be a number from 0 to 2, got 3",
        "done",
      ]);
    });

    test("may import by a computed name", async () => {
      const ran = await run(
        page,
        'const name = ["@gradus", "core"].join("/");\nconst core = await import(name);\nconsole.log(typeof core.display);',
      );
      expect(lines(ran)).toEqual(["log: function", "done"]);
    });

    test("reads the library's data", async () => {
      const ran = await run(
        page,
        'const response = await fetch("/lib/imports.json");\nconsole.log(response.status);',
      );
      expect(lines(ran)).toEqual(["log: 200", "done"]);
    });

    test("reaches nobody outside", async () => {
      const ran = await run(
        page,
        'await fetch("http://127.0.0.1:9/").catch((error) => console.log(error.name));',
      );
      expect(lines(ran)).toEqual(["log: TypeError", "done"]);
    });
  });

  describe("an error", () => {
    const cases: [what: string, source: string, expected: string | RegExp][] = [
      [
        "thrown at the top",
        'type A = { b: string };\nconst a: A | null = null as A | null;\nconsole.log("first");\nconst c = a!.b;',
        /^4:14 TypeError: Cannot read properties of null/,
      ],
      [
        "of the library",
        'import { tensor } from "@gradus/tensor";\n\nfunction f(n: number) {\n  return tensor([1, 2]).add(tensor([1, 2, n]));\n}\nf(3);',
        /^4:25 ShapeError: /,
      ],
      ["in a timer", "setTimeout(() => {\n  throw new Error('late');\n}, 5);", "2:9 Error: late"],
      [
        "of a promise that nobody awaits",
        "async function f(): Promise<void> {\n  await null;\n  throw new RangeError('lost');\n}\nf();",
        "3:9 RangeError: lost",
      ],
      ["that is no Error", "throw 'text';", 'Error: the program threw "text", which is no Error'],
      ["of grammar", "const a: number = 1;\nconst b = ;", "2:11 SyntaxError: Unexpected token"],
      [
        "of grammar at the end",
        "if (true) {\n  console.log(1);\n",
        "2:18 SyntaxError: Unexpected token",
      ],
      [
        "that only the browser finds",
        "const a = 1;\n\nconst a: number = 2;",
        /^3:\d+ SyntaxError: Identifier 'a' has already been declared$/,
      ],
      [
        "that only the browser finds, among imports and awaits",
        'import { tensor } from "@gradus/tensor";\nconst x = await tensor([1]);\nexport { x };\n(1 as number) = 2;',
        /^4:\d+ SyntaxError: Invalid left-hand side in assignment$/,
      ],
      [
        "of a package that is not there",
        'console.log(1);\nimport _ from "lodash";\nconsole.log(_);',
        /^2:15 ImportError: Cannot import "lodash": a program here can import @gradus\/core, /,
      ],
      [
        "of a name that a package does not have",
        'import {\n  tensor,\n  tenser,\n} from "@gradus/tensor";\ntensor(tenser);',
        '3:3 ImportError: "@gradus/tensor" has no export named "tenser".',
      ],
      [
        "of endless recursion",
        "function f(n: number): number {\n  return f(n + 1);\n}\nf(0);",
        /^[12]:\d+ RangeError: Maximum call stack size exceeded$/,
      ],
    ];
    test.each(cases)("%s has its line", async (_, source, expected) => {
      const shown = lines(await run(page, source));
      const error = shown.find((line) => !line.startsWith("log: ") && line !== "done");
      if (typeof expected === "string") expect(error).toBe(expected);
      else expect(error).toMatch(expected);
      expect(shown.at(-1)).toBe("done");
    });

    test("keeps its column where types were taken out and imports made longer", async () => {
      const source =
        'const f = async (x: number): Promise<string> => { await import("@gradus/core"); return (x as any).a.b; }; await f(1 as number);';
      const [error] = lines(await run(page, source));
      expect(error).toMatch(/^1:\d+ TypeError/);
      const column = Number(/^1:(\d+)/.exec(error!)![1]);
      expect(source.slice(column - 1)).toMatch(/^b; }/);
    });

    test("in a cell above says where, without a position in this one", async () => {
      const before = [
        { region: null, source: "const a = 1;" },
        { region: "fit", source: "const b = a;\nb.c.d();" },
      ];
      expect(lines(await run(page, "console.log(1);", { before }))).toEqual([
        expect.stringMatching(
          /^TypeError: .* \(in line 2 of the cell “fit” above: b\.c\.d\(\);\)$/,
        ),
        "done",
      ]);
    });
  });

  describe("a program that does not end", () => {
    test("is stopped within its budget; the page stays alive, and the next one runs", async () => {
      const ticks = page.evaluate(async () => {
        let longest = 0;
        let last = performance.now();
        for (let i = 0; i < 60; i++) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          longest = Math.max(longest, performance.now() - last);
          last = performance.now();
        }
        return longest;
      });
      const ran = await run(page, "console.log('before');\nwhile (true) {}", { timeBudget: 500 });
      expect(lines(ran)).toEqual([
        "log: before",
        "TimeLimitError: The program was stopped after 0.5 s. Is there a loop that never ends?",
        "done",
      ]);
      console.log(
        `while(true) with a budget of 500 ms ended after ${Math.round(ran.milliseconds)} ms; ` +
          `longest pause of the page ${Math.round(await ticks)} ms`,
      );
      // Long before any run would end by itself; how soon exactly depends on the machine.
      expect(ran.milliseconds).toBeLessThan(5_000);
      expect(lines(await run(page, "console.log('next')"))).toEqual(["log: next", "done"]);
    });

    test("is stopped when it floods the console", async () => {
      const ran = await run(page, "while (true) console.log('x'.repeat(100));", {
        timeBudget: 500,
      });
      expect(ran.messages.length).toBeLessThan(1_010);
      expect(lines(ran).at(-2)).toMatch(/^TimeLimitError/);
    });

    test("ends when it is told to", async () => {
      const ran = await run(page, "console.log('on'); while (true) {}", { stopAfter: 1_000 });
      expect(lines(ran)).toEqual(["log: on", "done"]);
      expect(ran.milliseconds).toBeLessThan(5_000);
    });
  });

  describe("an exercise", () => {
    test("that was not touched is not attempted", async () => {
      expect(await grade(page, { source: `\n${defaults.start}  \n` })).toEqual({
        kind: "notAttempted",
      });
    });

    test.each([
      ["passes", "export const double = (x: number): number => 2 * x;", { kind: "passed" }],
      [
        "is wrong, with the misconception's message",
        "export const double = (x: number): number => x * x;",
        {
          kind: "wrong",
          misconception: "square",
          message: expect.stringContaining("You squared it."),
        },
      ],
      [
        "is wrong without the export",
        "const double = (x: number): number => 2 * x;",
        { kind: "wrong", message: expect.stringContaining("must export `double`") },
      ],
      [
        "throws while it is checked",
        "export function double(x: number): number {\n  return (x as any).a.b;\n}",
        { kind: "error", error: { name: "TypeError", position: { line: 2, column: 23 } } },
      ],
      [
        "throws before it is checked",
        "console.log(1);\nnull!.x;\nexport const double = 1;",
        { kind: "error", error: { name: "TypeError", position: { line: 2, column: 7 } } },
      ],
      [
        "does not parse",
        "export const double = 1;\nconst x = ;",
        { kind: "error", error: { name: "SyntaxError", position: { line: 2, column: 11 } } },
      ],
      [
        "does not end",
        "export const double = (x: number) => { for (;;) {} };",
        { kind: "error", error: { name: "TimeLimitError" } },
      ],
    ])("%s", async (_, source, expected) => {
      expect(await grade(page, { source, timeBudget: 1_000 })).toMatchObject(expected);
    });

    test("whose check is broken says that it is not the learner's fault", async () => {
      const outcome = await grade(page, {
        source: "export const double = 1;",
        checkModule: "/checks/broken.js",
      });
      expect(outcome).toEqual({
        kind: "error",
        error: {
          name: "CheckError",
          message: "The check itself failed, which is not your fault: no such data set",
        },
      });
    });
  });

  test("a project is scored, and its output shown", async () => {
    const scored = await page.evaluate(async () => {
      const messages: RunMessage[] = [];
      const request = { checkModule: "/checks/scoring.js", timeBudget: 2_000 };
      const score = await window.runner.scoreProject({
        ...request,
        source: "console.log('fitting');\nexport const double = (x: number) => x + x;",
        onMessage: (message) => messages.push(message),
      });
      const error = await window.runner.scoreProject({
        ...request,
        source: "throw Error('no');",
      });
      return { messages, score, error };
    });
    expect(scored.score).toEqual({
      results: [{ id: "doubles", points: 8, message: "double(3) is 6" }],
      points: 8,
      passed: true,
    });
    expect(scored.messages[0]).toEqual({ type: "log", level: "log", text: "fitting" });
    expect(scored.error).toEqual({
      name: "Error",
      message: "no",
      position: { line: 1, column: 7 },
    });
  });

  test("a run works with a worker that waits and without", async () => {
    const program = 'import { tensor } from "@gradus/tensor";\nconsole.log(tensor([1]).item());';
    await page.waitForTimeout(1_000);
    expect(lines(await run(page, program))).toEqual(["log: 1", "done"]);
    const cold = await studio.open("/");
    expect(lines(await run(cold, program))).toEqual(["log: 1", "done"]);
  });
});
