import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { describeInBrowser, findViolations } from "./support";

const folder = new URL("../../../course/topics", import.meta.url);
const topics = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

// The text of an editor is looked at once, in the lesson at work (accessibility.e2e.test.ts).
const except = [".cm-content"];

describeInBrowser("every topic", (studio) => {
  for (const { name: topic } of topics) {
    test(`${topic}: wide and light, narrow and dark, axe finds nothing and nothing is cut off`, async () => {
      const viewport = { width: 1440, height: 900 };
      const page = await studio.open(`/topics/${topic}`, { colorScheme: "light", viewport });
      await page.locator(".cm-content").first().waitFor();
      await page.waitForTimeout(400);
      expect(await findViolations(page, { except })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);

      await page.setViewportSize({ width: 390, height: 900 });
      await page.emulateMedia({ colorScheme: "dark" });
      await page.waitForTimeout(400);
      const rules = ["color-contrast", "scrollable-region-focusable"];
      expect(await findViolations(page, { except, rules })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.context().close();
    });
  }

  test("a choice that is a formula has its source for a name", async () => {
    const page = await studio.open("/topics/matrices");
    await page.getByRole("radio", { name: "(-2, 2)", exact: true }).waitFor();
    await page.context().close();
  });

  test("a topic says what it builds on, and where the course goes on", async () => {
    const page = await studio.open("/topics/matrices");
    const facts = page.locator(".lesson-facts");
    await facts.getByRole("link", { name: "Vectors and the dot product" }).waitFor();
    await page.getByRole("navigation", { name: "Next topic" }).getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: "Eigenvalues and eigenvectors" }).waitFor();
    await page.context().close();
  });
});
