import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../../../../tools/chromium";
import { sharedBrowser } from "../../../../../tools/testing/browser";
import { DataFrame, profile } from "../../index";

const rows = Array.from({ length: 200 }, (_, i) => i);
const page = profile(
  DataFrame.fromColumns({
    id: rows.map((i) => `a very long identifier without a break ${"x".repeat(80)}${i}`),
    height: rows.map((i) => (i % 9 ? 150 + 30 * Math.sin(i) : Number.NaN)),
    weight: rows.map((i) => (i % 9 ? 60 + 20 * Math.sin(i + 0.3) : Number.NaN)),
    down: rows.map((i) => -Math.sin(i)),
    town: rows.map((i) => ["Ames", "ames ", "?"][i % 3]!),
    size: rows.map((i) => ["S", "M", "L"][(i * 7) % 3]!),
    when: rows.map((i) => new Date(Date.UTC(2024, 0, i))),
    died: rows.map((i) => i % 5 === 0),
  }),
  { target: "died" },
).toHTML();

describe.skipIf(!chromiumPath)("the report in a browser", () => {
  let tab: Page;
  beforeAll(async () => {
    tab = await (await sharedBrowser()).newPage();
    await tab.setContent(page);
    // Everything open, so that everything is looked at.
    await tab.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    await tab.evaluate(readFileSync(axe, "utf8"));
  });
  afterAll(() => tab?.close());

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1200, 390]) {
      test(`${colorScheme}, ${width} px wide: axe finds nothing, and nothing is cut off`, async () => {
        await tab.emulateMedia({ colorScheme });
        await tab.setViewportSize({ width, height: 900 });
        const found = await tab.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
          const { violations } = await axe.run();
          return violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0]!.html} ${nodes[0]!.failureSummary ?? ""}`,
          );
        });
        expect(found).toEqual([]);
        expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });
    }
  }
});
