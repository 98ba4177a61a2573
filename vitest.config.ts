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
          // One browser at a time, and after everything else: two cores are few.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
