import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build/build";
import { root } from "./build/paths";
import { runCompiler, runNode } from "./build/run-node";

// npm test [-- arguments of vitest]: builds what is out of date, checks types, style and behaviour, and closes with
// what failed outside the tests and one line that counts everything.

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
const problems: string[] = [];
const reportFile = join(root, ".cache/vitest.json");

// The type checker needs the kernels only and the formatter nothing, so they work beside the build, and beside the
// tests where they take longer.
const kernels = build(["kernels"]);
const checks = [
  step("types", () => kernels.then(() => runCompiler(["-p", "tsconfig.json"]))),
  step("style", () => runNode(["node_modules/@biomejs/biome/bin/biome", "check", "."])),
];
await step("build", () => kernels.then(() => build()));
await runVitest(process.argv.slice(2));
await Promise.all(checks);

if (problems.length > 0)
  console.error(`\n${problems.join("\n")}\nWhat was found stands further up.`);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** One check that is not a Vitest test: it counts as one passed or one failed. */
async function step(name: string, check: () => Promise<void>): Promise<void> {
  const start = performance.now();
  try {
    await check();
    counts.passed += 1;
    console.log(`${name}: passed (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    counts.failed += 1;
    const problem = `${name}: FAILED\n${error instanceof Error ? error.message : error}`;
    console.error(problem);
    problems.push(problem);
  }
}

async function runVitest(args: readonly string[]): Promise<void> {
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(reportFile, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  await runNode(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args]).catch(() => {});
  if (!existsSync(reportFile)) {
    counts.failed += 1;
    console.error("tests: FAILED, the runner wrote no report");
    return;
  }
  const report = JSON.parse(readFileSync(reportFile, "utf8")) as Record<string, number> & {
    success: boolean;
  };
  counts.passed += report.numPassedTests ?? 0;
  counts.skipped += report.numPendingTests ?? 0;
  // A file that does not load has no tests to fail, and an error outside a test fails the run all the same.
  const failed = Math.max(report.numFailedTests ?? 0, report.numFailedTestSuites ? 1 : 0);
  counts.failed += Math.max(failed, report.success ? 0 : 1);
}
