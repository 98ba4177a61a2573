import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser, findViolations } from "./support";

const folder = new URL("../../../course/topics", import.meta.url);
const topics = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

// The text of an editor is looked at once, in the lesson at work (accessibility.e2e.test.ts).
const except = [".cm-content"];

// Nothing fades, so that axe measures the colours that stay.
const looks = [
  { colorScheme: "light", width: 1440, reducedMotion: "reduce" },
  { colorScheme: "dark", width: 390, reducedMotion: "reduce" },
] as const;

// Colours and layout are the same for all topics, so each is looked at once, in turn light and wide or dark
// and narrow; GRADUS_EVERY_LOOK=1 asks for both.
const looksOf = (place: number) =>
  process.env.GRADUS_EVERY_LOOK ? looks : [looks[place % looks.length]!];

describeInBrowser("every topic", (studio) => {
  // One page for each look walks through the topics, as a reader does: what it has loaded it keeps.
  const pages = new Map<number, Promise<Page>>();
  const pageFor = ({ width, ...media }: (typeof looks)[number]) => {
    const viewport = { width, height: 900 };
    const opened = pages.get(width) ?? studio.open("/", { ...media, viewport, warmUp: false });
    pages.set(width, opened);
    return opened;
  };

  topics.forEach(({ name: topic }, place) => {
    for (const look of looksOf(place)) {
      test(`${topic}: axe finds nothing at ${look.width} px, ${look.colorScheme}, and nothing is cut off`, async () => {
        const page = await pageFor(look);
        await page.setViewportSize({ width: look.width, height: 900 });
        await page.goto(`${studio.url}/topics/${topic}`);
        await page.locator(".cm-content").first().waitFor();
        expect(await findViolations(page, { except })).toEqual([]);
        const scrollWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
        expect(await scrollWidth()).toBe(look.width);
        for (const { width: across } of looks) {
          await page.setViewportSize({ width: across, height: 900 });
          await expect.poll(scrollWidth).toBe(across);
        }
      });
    }
  });

  test("a choice that is a formula has its source for a name", async () => {
    const page = await studio.open("/topics/matrices", { warmUp: false });
    await page.getByRole("radio", { name: "(-2, 2)", exact: true }).waitFor();
    await page.context().close();
  });

  test("a topic says what it builds on, and where the course goes on", async () => {
    const page = await studio.open("/topics/matrices", { warmUp: false });
    const facts = page.locator(".lesson-facts");
    await facts.getByRole("link", { name: "Vectors and the dot product" }).waitFor();
    await page.getByRole("navigation", { name: "Next topic" }).getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: "Eigenvalues and eigenvectors" }).waitFor();
    await page.context().close();
  });
});
