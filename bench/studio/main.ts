import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startServer } from "@gradus/studio-server";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { chromiumFlags, chromiumPath } from "../../tools/chromium";
import { measureTraining } from "./memory";

// npm run bench:studio: how long a learner waits and how much memory training takes, measured in Chromium against
// the real server and site (npm run build first). Writes bench/STUDIO.md.

const REPEATS = 20;
const siteDir = fileURLToPath(new URL("../../dist/site", import.meta.url));
const topic = "/topics/linear-regression";
if (!chromiumPath) throw new Error("bench:studio: there is no chromium on this machine");

const dataDir = mkdtempSync(join(tmpdir(), "gradus-bench-"));
const server = await startServer({ siteDir, dataDir, port: 0, log: () => {} });
await server.ready;
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: [...chromiumFlags],
});
try {
  await openLesson(browser); // warms the server
  const rows = [
    row("page asked for → a cell can be run", await measureOpening(browser)),
    row("Run pressed → first result", await measureRuns(await openLesson(browser))),
    row("Check pressed → outcome", await measureChecks(await openLesson(browser))),
  ];
  const text = [
    "# How long a learner waits",
    `Written by \`npm run bench:studio\`; do not edit. ${browser.version()} (Chromium), Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model}, ${REPEATS} times each.`,
    "",
    "| from → to | median | p95 |",
    "| --- | ---: | ---: |",
    ...rows,
    "",
    "100,000 steps of training a small network in one plain loop: resident memory of the page. V8 lets the young generation of its own heap grow to a limit in any program that runs for long, so the second row keeps it small.",
    "",
    "| V8 | after 1,000 steps | after 100,000 |",
    "| --- | ---: | ---: |",
    await memoryRow("as it comes", ""),
    await memoryRow("young generation of 1 MiB", "--min-semi-space-size=1 --max-semi-space-size=1"),
    "",
  ].join("\n");
  writeFileSync(fileURLToPath(new URL("../STUDIO.md", import.meta.url)), text);
  console.log(text);
} finally {
  await browser.close();
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
}

async function openLesson(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.url + topic);
  await page.locator(".cm-content").first().waitFor();
  return page;
}

async function measureOpening(browser: Browser): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const page = await openLesson(browser);
    const runs = page.getByRole("button", { name: /^Run/ });
    await runs.first().click();
    // Since the page was asked for, the click included.
    times.push(await page.evaluate(() => performance.now()));
    await page.context().close();
  }
  return times;
}

/** The first cell, which reads the houses and draws them, with a last line that tells one run from another. */
async function measureRuns(page: Page): Promise<number[]> {
  const cell = page.locator(".cell").first();
  return repeat(page, cell.locator(".cm-content"), {
    begin: () => cell.getByRole("button", { name: /^Run/ }).click(),
    line: (i) => `console.log("run ${i}");`,
    end: (i) => cell.locator(".output-text", { hasText: `run ${i}` }).waitFor(),
  });
}

/** The first exercise, its starter changed by a comment: a wrong answer each time. */
async function measureChecks(page: Page): Promise<number[]> {
  const exercise = page.locator(".exercise").first();
  return repeat(page, exercise.locator(".cm-content"), {
    begin: () => exercise.getByRole("button", { name: /^Check/ }).click(),
    line: (i) => `// attempt ${i}`,
    end: (i) => exercise.getByText(i === 0 ? "1 attempt" : `${i + 1} attempts`).waitFor(),
  });
}

interface Repeated {
  /** What is appended to the code before the i-th time. */
  line(i: number): string;
  begin(): Promise<void>;
  end(i: number): Promise<void>;
}

async function repeat(
  page: Page,
  editor: Locator,
  { line, begin, end }: Repeated,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    await editor.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText(`\n${line(i)}`);
    await page.waitForTimeout(1_000); // a learner reads; a worker is made ready meanwhile
    const start = performance.now();
    await begin();
    await end(i);
    times.push(performance.now() - start);
  }
  await page.context().close();
  return times;
}

async function memoryRow(name: string, jsFlags: string): Promise<string> {
  const { early, late } = await measureTraining(server.url, jsFlags);
  return `| ${name} | ${early.toFixed(0)} MB | ${late.toFixed(0)} MB |`;
}

function row(name: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    `${sorted[Math.ceil(share * sorted.length) - 1]!.toFixed(0)} ms`;
  return `| ${name} | ${at(0.5)} | ${at(0.95)} |`;
}
