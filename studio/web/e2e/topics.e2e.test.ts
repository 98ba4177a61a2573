import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser, findViolations } from "./support";

const folder = new URL("../../../course/topics", import.meta.url);
const topics = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

// The text of an editor is looked at once, in the lesson at work (accessibility.e2e.test.ts).
const except = [".cm-content"];
const looks = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 390 },
] as const;

describeInBrowser("every topic", (studio) => {
  // One page walks through the topics, as a reader does: what it has loaded it keeps.
  let page: Page;
  /** For each topic, what its page is made of. */
  const kinds = new Map<string, readonly string[]>();

  async function openTopic(topic: string): Promise<void> {
    // Nothing fades, so that axe measures the colours that stay.
    page ??= await studio.open("/", {
      reducedMotion: "reduce",
      warmUp: false,
      viewport: { width: 390, height: 900 },
    });
    await page.goto(`${studio.url}/topics/${topic}`);
    await page.locator(".lesson-column h1").waitFor();
    // A figure that learns live fetches the library first.
    const waiting = () => page.locator("[aria-busy=true]").count();
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  }

  const isThorough = process.env.GRADUS_EVERY_LOOK !== undefined;

  async function expectNothingCutOff(width: number): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }

  // What fits a narrow page fits a wide one; the topics that axe looks at are seen at both widths.
  for (const { name: topic } of topics) {
    test(`${topic}: nothing is cut off`, async () => {
      await openTopic(topic);
      await expectNothingCutOff(390);
      kinds.set(topic, await kindsOfElements(page));
    });
  }

  // Colours and layout are the same for all topics, so the fewest are looked at that together show every kind
  // of element, in turn light and wide or dark and narrow; GRADUS_EVERY_LOOK=1 asks for all, both ways.
  test("axe finds nothing in the topics", async () => {
    const chosen = isThorough ? [...kinds.keys()] : coveringTopics(kinds);
    for (const [place, topic] of chosen.entries()) {
      await openTopic(topic);
      for (const { colorScheme, width } of isThorough ? looks : [looks[place % looks.length]!]) {
        await page.emulateMedia({ colorScheme });
        await expectNothingCutOff(width);
        expect(await findViolations(page, { except }), `${topic}, ${width} px wide`).toEqual([]);
      }
    }
  });

  test("a choice that is a formula has its source for a name", async () => {
    const page = await studio.open("/topics/matrices", { warmUp: false });
    await page.getByRole("radio", { name: "(-2, 2)", exact: true }).waitFor();
    await page.close();
  });

  test("a topic says what it builds on, and where the course goes on", async () => {
    const page = await studio.open("/topics/matrices", { warmUp: false });
    const facts = page.locator(".lesson-facts");
    await facts.getByRole("link", { name: "Vectors and the dot product" }).waitFor();
    await page.getByRole("navigation", { name: "Next topic" }).getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: "Eigenvalues and eigenvectors" }).waitFor();
    await page.close();
  });
});

/** The kinds of elements in a page, by name, classes and role; formulas, code and drawings count as one each. */
async function kindsOfElements(page: Page): Promise<string[]> {
  return page.locator("main").evaluate((main) => {
    const inside = ":is(.katex, .cm-editor, .editor-placeholder, svg) *";
    const kinds = [...main.querySelectorAll(`:not(${inside})`)].map((element) =>
      [element.localName, ...[...element.classList].sort(), element.getAttribute("role")].join(" "),
    );
    return [...new Set(kinds)];
  });
}

/** Few topics that together have every kind of element: always the one with the most that are still missing. */
function coveringTopics(kinds: ReadonlyMap<string, readonly string[]>): string[] {
  const missing = new Set([...kinds.values()].flat());
  const gain = (topic: string) => kinds.get(topic)!.filter((kind) => missing.has(kind)).length;
  const chosen: string[] = [];
  while (missing.size > 0) {
    const best = [...kinds.keys()].reduce((a, b) => (gain(b) > gain(a) ? b : a));
    for (const kind of kinds.get(best)!) missing.delete(kind);
    chosen.push(best);
  }
  return chosen;
}
