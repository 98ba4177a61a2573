import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Packages resolve to their sources, so no build goes stale.
const conditions = ["gradus-source"];
const shared = {
  extends: true as const,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};

const folders = "{packages,course,studio,bench,tools}";
const exclude = ["**/node_modules/**", "**/dist/**"];
const alone = [`${folders}/**/*.alone.test.ts`];
const e2e = [`${folders}/**/*.e2e.test.ts`];
// A page that is still busy after a second has not failed; one that is so after ten has.
const patience = { expect: { poll: { timeout: 10_000 } } };
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000, ...patience };

/** What takes longest, by the ends of the files' names: begun last, it would keep one processor waiting. */
const LONGEST = [
  "e2e/lesson.e2e.test.ts",
  "e2e/topics.e2e.test.ts",
  "e2e/accessibility.e2e.test.ts",
  "content/topics.test.ts",
  "storage/open-storage.test.ts",
  "src/flat-memory.test.ts",
  "gradus/src/onnx.test.ts",
  "docs/examples.test.ts",
  "distributions/distributions.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((end) => moduleId.endsWith(end));
      return found < 0 ? LONGEST.length : found;
    };
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    setupFiles: ["tools/testing/equality.ts"],
    pool: "forks",
    // Vitest leaves one core to itself, which is half of a small machine, and needs hardly any.
    maxWorkers: availableParallelism(),
    // Room for what lives briefly: with V8's own 16 MB, a tenth of the time went into collecting it.
    execArgv: ["--max-semi-space-size=64"],
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          globalSetup: ["tools/testing/shared-folder.ts"],
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: [...exclude, ...alone, ...e2e],
          // Many files a process: loading the library anew for each would take longer than most tests.
          isolate: false,
          ...timeouts,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...shared,
        test: {
          // What measures memory or chooses how the library starts needs a process of its own.
          name: "alone",
          include: alone,
          exclude,
          ...timeouts,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...shared,
        test: {
          name: "browser",
          include: e2e,
          exclude,
          // One browser and one server a process, which are closed at its end.
          isolate: false,
          environment: fileURLToPath(new URL("tools/testing/until-the-end.ts", import.meta.url)),
          // After everything else, and two browsers at a time at most: each uses several processes.
          maxWorkers: Math.min(2, availableParallelism()),
          ...patience,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
