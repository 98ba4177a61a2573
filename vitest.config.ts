import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Packages resolve to their sources, so no build goes stale. A process a file: tests of memory and of
// workers then measure only themselves.
const conditions = ["gradus-source"];
const shared = {
  extends: true as const,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};

const folders = "{packages,course,studio,bench,tools}";
const exclude = ["**/node_modules/**", "**/dist/**"];

export default defineConfig({
  test: {
    pool: "forks",
    // Vitest leaves one core to itself, which is half of a small machine, and needs hardly any.
    maxWorkers: availableParallelism(),
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: [...exclude, "**/*.e2e.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...shared,
        test: {
          name: "browser",
          include: [`${folders}/**/*.e2e.test.ts`],
          exclude,
          // After everything else, and two browsers at a time at most: each uses several processes.
          maxWorkers: Math.min(2, availableParallelism()),
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
