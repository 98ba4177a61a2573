import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { describeInBrowser, findViolations } from "./support";

const folder = new URL("../../../course/topics", import.meta.url);
const topics = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

// The text of an editor is looked at once, in the lesson at work (accessibility.e2e.test.ts).
const except = [".cm-content"];
const looks = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 390 },
] as const;

interface CourseTopic {
  readonly id: string;
  readonly title: string;
}

describeInBrowser("every topic", (studio) => {
  // One page walks through the topics, as a reader does: what it has loaded it keeps.
  let page: Page;
  let course: readonly CourseTopic[];
  /** For each topic, what its page is made of. */
  const kinds = new Map<CourseTopic, readonly string[]>();

  beforeAll(async () => {
    course = (await (await fetch(`${studio.url}/course/index.json`)).json()).topics;
    // Nothing fades, so that axe measures the colours that stay.
    page = await studio.open("/", {
      reducedMotion: "reduce",
      warmUp: false,
      viewport: { width: 390, height: 900 },
    });
  });

  async function openTopic(topic: CourseTopic): Promise<void> {
    // As a link does it, which loads nothing anew.
    await page.evaluate((path) => {
      history.pushState(null, "", path);
      dispatchEvent(new PopStateEvent("popstate"));
    }, `/topics/${topic.id}`);
    await isThere(topic);
  }

  async function isThere({ title }: CourseTopic): Promise<void> {
    // By their elements: looking for roles and names asks each element of a long page for both.
    await page.locator(`h1:text-is(${JSON.stringify(title)})`).waitFor();
    // A figure that learns live fetches the library first.
    const waiting = () => page.locator("[aria-busy=true]").count();
    await expect.poll(waiting).toBe(0);
  }

  async function expectNothingCutOff({ id }: CourseTopic, width: number): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    const scrollWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(scrollWidth, { message: `the width of ${id}` }).toBe(width);
  }

  const nextTopic = () => page.locator("nav[aria-label='Next topic'] a");

  // What fits a narrow page fits a wide one; the topics that axe looks at are seen at both widths.
  test("the links to the next one lead through the course, and nothing is cut off", async () => {
    for (const [place, topic] of course.entries()) {
      if (place === 0) await openTopic(topic);
      else await nextTopic().click();
      await isThere(topic);
      await expectNothingCutOff(topic, 390);
      kinds.set(topic, await kindsOfElements(page));
    }
    expect(await nextTopic().count()).toBe(0);
    expect(course.map(({ id }) => id).sort()).toEqual(topics.map(({ name }) => name).sort());
  });

  // Colours and layout are the same for all topics, so the fewest are looked at that together show every kind
  // of element, in turn light and wide or dark and narrow; GRADUS_EVERY_LOOK=1 asks for all, both ways. The lesson at
  // work (accessibility.e2e.test.ts) is one of them.
  test("axe finds nothing", async () => {
    const seenElsewhere = [...kinds.keys()].find(({ id }) => id === "linear-regression")!;
    const isThorough = process.env.GRADUS_EVERY_LOOK !== undefined;
    const chosen = isThorough ? course : coveringTopics(kinds, seenElsewhere);
    for (const [place, topic] of chosen.entries()) {
      await openTopic(topic);
      for (const { colorScheme, width } of isThorough ? looks : [looks[place % looks.length]!]) {
        await page.emulateMedia({ colorScheme });
        await expectNothingCutOff(topic, width);
        // The inside of formulas is the same everywhere: once light and once dark.
        const hasFormulas = isThorough || place < looks.length;
        const outside = hasFormulas ? except : [...except, ".katex"];
        const found = await findViolations(page, { except: outside });
        expect(found, `${topic.id}, ${width} px wide`).toEqual([]);
      }
    }
  });

  test("a topic says what it builds on, and a choice that is a formula has its source for a name", async () => {
    await openTopic(course.find(({ id }) => id === "matrices")!);
    const facts = page.locator(".lesson-facts");
    await facts.getByRole("link", { name: "Vectors and the dot product" }).waitFor();
    await page.getByRole("radio", { name: "(-2, 2)", exact: true }).waitFor();
  });
});

/** The kinds of elements in a page, by name, classes and role; formulas, code and drawings count as one each. */
async function kindsOfElements(page: Page): Promise<string[]> {
  return page.locator("main").evaluate((main) => {
    const closed = ".katex, .cm-editor, .editor-placeholder, svg";
    const elements: Element[] = [];
    const collect = (element: Element) => {
      elements.push(element);
      if (element.matches(closed)) return;
      for (const child of element.children) collect(child);
    };
    collect(main);
    // A name that is empty, or a formula alone, is a kind of its own.
    const nameOf = (element: Element) => {
      if (!element.matches("th, a, button, label, summary, h2, h3, h4")) return "";
      const text = element.textContent?.trim();
      if (!text) return "without a name";
      return element.querySelector(".katex")?.textContent?.trim() === text ? "formula" : "";
    };
    const kinds = elements.map((element) =>
      [
        element.localName,
        ...[...element.classList].sort(),
        element.getAttribute("role"),
        nameOf(element),
      ].join(" "),
    );
    return [...new Set(kinds)];
  });
}

/** Few topics that with a first one have every kind of element: always the one with the most that are still missing. */
function coveringTopics<T>(kinds: ReadonlyMap<T, readonly string[]>, first: T): T[] {
  const missing = new Set([...kinds.values()].flat());
  for (const kind of kinds.get(first)!) missing.delete(kind);
  const gain = (topic: T) => kinds.get(topic)!.filter((kind) => missing.has(kind)).length;
  const chosen: T[] = [];
  while (missing.size > 0) {
    const best = [...kinds.keys()].reduce((a, b) => (gain(b) > gain(a) ? b : a));
    for (const kind of kinds.get(best)!) missing.delete(kind);
    chosen.push(best);
  }
  return chosen;
}
