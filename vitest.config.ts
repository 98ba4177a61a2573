import { defineConfig } from "vitest/config";

/** One suite over the TypeScript sources: packages resolve to `src`, so no build goes stale. */
export default defineConfig({
  resolve: { conditions: ["gradus-source"] },
  ssr: { resolve: { conditions: ["gradus-source"] } },
  test: {
    include: ["{packages,course,studio,bench,tools}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    pool: "threads",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
