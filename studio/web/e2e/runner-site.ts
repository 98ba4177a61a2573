import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunMessage } from "@gradus/course-kit";
import type { Page } from "playwright-core";
import { build } from "vite";
import type * as Runner from "../src/runner";
import { describeInBrowser, type Site, type Studio } from "./support";

declare global {
  interface Window {
    /** The runner, for tests. */
    runner: typeof Runner;
  }
}

const runner = fileURLToPath(new URL("../src/runner/index.ts", import.meta.url));
const library = fileURLToPath(new URL("../../../dist/site/lib", import.meta.url));

/** A check of a submission that exports `double`; as the course's compiler makes them. */
const CHECK = `
import { expectClose, gradeSubmission } from "/lib/course-kit/dist/index.js";
const exercise = { id: "double", misconceptions: { square: "You squared it." } };
export default (submission, options) => gradeSubmission(exercise, ({ double }) => {
  expectClose(double(3), 6, { mistakes: { square: 9 } });
  expectClose(double(-1), -2);
}, submission, options);
`;

const SCORING = `
import { scoreSubmission } from "/lib/course-kit/dist/index.js";
const project = { id: "p", passing: 5, rubric: [{ id: "doubles", title: "", description: "", points: 8 }] };
export default (submission, options) => scoreSubmission(project, async ({ double }, award) => {
  await award("doubles", () => ({ share: double(3) === 6 ? 1 : 0.25, message: "double(3) is " + double(3) }));
}, submission, options);
`;

const BROKEN_CHECK = `export default () => { throw new Error("no such data set"); };`;

/** Tests of the runner in a browser, in a page with nothing else. */
export function describeRunner(define: (studio: Studio) => void): void {
  describeInBrowser("the runner", define, buildRunnerSite);
}

async function buildRunnerSite(): Promise<Site> {
  if (!existsSync(join(library, "imports.json"))) {
    throw new Error(`There is no built library in ${library}: npm run build makes it`);
  }
  const folder = await mkdtemp(join(tmpdir(), "gradus-runner-"));
  const source = join(folder, "source");
  const site = join(folder, "site");
  await mkdir(source);
  await mkdir(join(site, "checks"), { recursive: true });
  await writeFile(
    join(source, "index.html"),
    '<!doctype html><title>Runner</title><script type="module" src="./page.js"></script>',
  );
  await writeFile(
    join(source, "page.js"),
    `import * as runner from ${JSON.stringify(runner)};\nwindow.runner = runner;\n`,
  );
  await build({
    root: source,
    configFile: false,
    logLevel: "warn",
    resolve: { conditions: ["gradus-source", "module", "browser", "production"] },
    worker: { format: "es" },
    build: { outDir: site, emptyOutDir: false, target: "es2023" },
  });
  await symlink(library, join(site, "lib"), "junction");
  await writeFile(join(site, "checks/double.js"), CHECK);
  await writeFile(join(site, "checks/scoring.js"), SCORING);
  await writeFile(join(site, "checks/broken.js"), BROKEN_CHECK);
  return { folder: site, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface Ran {
  readonly messages: RunMessage[];
  readonly milliseconds: number;
}

export interface RunOptions {
  /** Segments before the cell. */
  readonly before?: readonly { region: string | null; source: string }[];
  readonly timeBudget?: number;
  /** Press stop after so many milliseconds. */
  readonly stopAfter?: number;
}

/** Runs a cell in the page. */
export async function run(page: Page, source: string, options: RunOptions = {}): Promise<Ran> {
  return await page.evaluate(
    async ({ source, before = [], timeBudget = 5_000, stopAfter }) => {
      const messages: RunMessage[] = [];
      const began = performance.now();
      const handle = window.runner.runProgram(
        { segments: [...before, { region: "cell", source }], show: "cell", timeBudget },
        (message) => messages.push(message),
      );
      if (stopAfter !== undefined) setTimeout(() => handle.stop(), stopAfter);
      await handle.finished;
      return { messages, milliseconds: performance.now() - began };
    },
    { source, ...options },
  );
}

/** What a run shows, one line a message. */
export function lines({ messages }: Ran): string[] {
  return messages.map((message) => {
    if (message.type === "log") return `${message.level}: ${message.text}`;
    if (message.type === "display") {
      return message.data.kind === "text" ? `display: ${message.data.text}` : message.data.kind;
    }
    if (message.type !== "error") return message.type;
    const { name, message: text, position } = message.error;
    return `${position ? `${position.line}:${position.column} ` : ""}${name}: ${text}`;
  });
}
