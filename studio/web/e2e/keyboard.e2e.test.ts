import type { CompiledQuizItem, CompiledTopic } from "@gradus/course-kit";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "./support";

const topicId = "linear-regression";

/** A program for the project as a learner may write it: five features, half of the points at least. */
const PROGRAM = `import type { AmesSchema, DataFrame } from "@gradus/data";
import { LinearRegression } from "@gradus/learn";
import { tensor } from "@gradus/tensor";

const names = ["Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Area", "Year_Built", "Year_Remod_Add"] as const;
type Houses = DataFrame<Omit<AmesSchema, "Sale_Price">>;

export function fit(train: DataFrame<AmesSchema>): (houses: Houses) => number[] {
  const table = (houses: Houses) => tensor(houses.rows().map((row) => names.map((name) => row[name])));
  const model = new LinearRegression();
  model.fit(table(train.drop("Sale_Price")), train.column("Sale_Price").toTensor());
  return (houses) => model.predict(table(houses)).toArray() as number[];
}
`;

/** A learner with a keyboard and nothing else. */
class Learner {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses a key, so many times; what has the focus must not vanish under the hands. */
  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.page.keyboard.press(key);
    // The page answers within a frame or two.
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(await this.page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  }

  /** Presses Tab until the focus has come to an element. */
  async tabTo(target: Locator, { key = "Tab", most = 30 } = {}): Promise<void> {
    for (let i = 0; i < most; i++) {
      await this.page.keyboard.press(key);
      if (await this.has(target)) return;
    }
    throw new Error(`${most} times ${key} did not lead to ${target}`);
  }

  /** Whether the focus is on an element. */
  async has(target: Locator): Promise<boolean> {
    return await target.evaluateAll((nodes) => nodes.includes(document.activeElement as never));
  }

  /** Replaces the text of an editor and leaves it. */
  async write(text: string): Promise<void> {
    await this.press("Control+a");
    // As one piece, as pasting does: typing would complete brackets.
    await this.page.keyboard.insertText(text);
    await this.press("Escape");
  }
}

describeInBrowser("the keyboard alone", (studio) => {
  test("does the whole lesson", async () => {
    const response = await fetch(`${studio.url}/course/topics/${topicId}.json`);
    const topic = (await response.json()) as CompiledTopic;
    const page = await studio.open("/");
    const learner = new Learner(page);
    await openLesson(learner, topic);
    await runAndEdit(learner);
    await moveHandle(learner);
    await solveExercise(learner, topic);
    for (const [i, item] of topic.quiz.entries()) await answer(learner, item, i);
    await page.locator(".quiz").getByText("6 of 6 right").waitFor();
    await submitProject(learner, topic);
  });
});

async function openLesson(learner: Learner, topic: CompiledTopic): Promise<void> {
  const { page } = learner;
  await page.locator("h1").waitFor();
  await learner.tabTo(page.getByRole("link", { name: "Skip to the content" }), { most: 1 });
  await learner.press("Enter");
  expect(await learner.has(page.locator("main"))).toBe(true);
  // One step a topic, in the order of the course.
  const topics = await page.locator(".topic-item").count();
  await learner.tabTo(page.getByRole("link", { name: topic.title, exact: true }), {
    most: topics + 1,
  });
  await learner.press("Enter");
  await page.getByRole("heading", { name: topic.title, level: 1 }).waitFor();
  await page.locator(".cm-content").first().waitFor();
  await expect.poll(() => page.locator(".editor-placeholder").count()).toBe(0);
  expect(await learner.has(page.locator("main"))).toBe(true);
}

async function runAndEdit(learner: Learner): Promise<void> {
  const { page } = learner;
  const cell = page.getByRole("region", { name: "Program: baseline" });
  const run = cell.getByRole("button", { name: /^(Run|Stop)/ });
  await learner.tabTo(page.locator(".toc-wide").getByRole("link", { name: /^Predict/ }));
  // To the heading above the program: what follows is two steps away, the editor and its first button.
  await page.keyboard.press("Enter");
  await learner.tabTo(run, { most: 2 });
  await learner.press("Enter");
  await cell.getByText(/^Ran in/).waitFor();
  await cell.locator(".output-text").waitFor();
  expect(await learner.has(run)).toBe(true);

  const editor = cell.locator(".cm-content");
  await learner.tabTo(editor, { key: "Shift+Tab", most: 1 });
  await learner.press("Control+End");
  await learner.press("Enter");
  await page.keyboard.type("console.log('by hand: ' + 6 * 7);");
  await learner.press("Control+Enter");
  await cell.locator(".output-text", { hasText: "by hand: 42" }).waitFor();
  expect(await learner.has(editor)).toBe(true);
  await learner.press("Escape");
  await learner.press("Tab");
  expect(await learner.has(run)).toBe(true);

  await learner.tabTo(cell.getByRole("button", { name: /^Reset/ }), { most: 1 });
  await learner.press("Enter");
  expect(await editor.textContent()).not.toContain("by hand");
}

async function moveHandle(learner: Learner): Promise<void> {
  const figure = learner.page.locator("figure.figure").first();
  const handle = figure.getByRole("slider", { name: "House 1" });
  await learner.tabTo(handle);
  const before = await handle.getAttribute("aria-valuetext");
  await learner.press("ArrowUp", 3);
  expect(await handle.getAttribute("aria-valuetext")).not.toBe(before);
  await learner.tabTo(figure.locator("summary"));
  await learner.press("Enter");
  await figure.locator(".figure-words p").waitFor();
}

async function solveExercise(learner: Learner, topic: CompiledTopic): Promise<void> {
  const { title, hintsHtml, solution } = topic.exercises.find(({ id }) => id === "one-step")!;
  const task = learner.page.getByRole("region", { name: title });
  const editor = task.locator(".cm-content");
  await learner.tabTo(editor);
  await learner.press("Control+Home");
  await learner.page.keyboard.type("// first try ");
  await learner.press("Enter");
  await learner.press("Control+Enter");
  await task.getByText("Not yet").waitFor();
  await learner.press("Escape");

  await learner.tabTo(task.getByRole("button", { name: /hint/ }));
  for (let i = 1; i <= hintsHtml.length; i++) {
    await learner.press("Enter");
    expect(await task.locator(".hints li").count()).toBe(i);
  }

  await learner.tabTo(editor, { key: "Shift+Tab", most: 3 });
  await learner.write(solution);
  await learner.tabTo(task.getByRole("button", { name: /^Check/ }), { most: 1 });
  await learner.press("Enter");
  await task.getByText("Passed").waitFor();
  await learner.tabTo(task.locator("summary", { hasText: "One solution" }));
  await learner.press("Enter");
  await task.locator(".solution .static-code").waitFor();
}

/** Answers a question, the first one wrong before it is right. */
async function answer(learner: Learner, item: CompiledQuizItem, at: number): Promise<void> {
  const question = learner.page.locator(".quiz-item").nth(at);
  const submit = question.getByRole("button", { name: /^Answer/ });
  if (item.kind === "choice") {
    const radios = question.getByRole("radio");
    if (at === 0) {
      await choose(learner, radios, (item.answer + 1) % item.choices.length);
      await learner.tabTo(submit, { most: 1 });
      await learner.press("Space");
      await question.getByText("Not quite").waitFor();
      await learner.tabTo(question.getByRole("button", { name: "Try again" }), { most: 1 });
      await learner.press("Enter");
      expect(await learner.has(radios)).toBe(true);
    }
    await choose(learner, radios, item.answer);
    await learner.tabTo(submit, { most: 1 });
    await learner.press("Enter");
  } else if (item.kind === "order") {
    await order(learner, question, item.lines);
    await learner.tabTo(submit);
    await learner.press("Enter");
  } else {
    await learner.tabTo(question.getByRole("textbox"), { most: 80 });
    await learner.page.keyboard.type(String(item.answer));
    await learner.press("Enter");
  }
  await question.getByText("Right", { exact: true }).waitFor();
}

/** Comes to a group of choices and goes on to one of them. */
async function choose(learner: Learner, radios: Locator, which: number): Promise<void> {
  if (!(await learner.has(radios))) await learner.tabTo(radios, { most: 80 });
  await learner.press("Space");
  await learner.press("ArrowDown", which);
  expect(await radios.nth(which).isChecked()).toBe(true);
}

/** Moves each line up to its place; the focus goes with the line. */
async function order(learner: Learner, question: Locator, lines: readonly string[]): Promise<void> {
  const shown = question.locator(".order-line code");
  for (const [place, line] of lines.entries()) {
    const from = (await shown.allInnerTexts()).indexOf(line);
    if (from === place) continue;
    const button = question.getByRole("button", { name: `Move line ${from + 1} up` });
    await learner.tabTo(button).catch(() => learner.tabTo(button, { key: "Shift+Tab" }));
    await learner.press("Enter", from - place);
  }
  expect(await shown.allInnerTexts()).toEqual(lines);
}

async function submitProject(learner: Learner, topic: CompiledTopic): Promise<void> {
  const task = learner.page.getByRole("region", { name: topic.project!.title });
  await learner.tabTo(task.locator(".cm-content"));
  await learner.write(PROGRAM);
  const score = task.getByRole("button", { name: "Run and score" });
  await learner.tabTo(score, { most: 1 });
  await learner.press("Enter");
  await task.getByRole("heading", { name: "Your score" }).waitFor();
  const points = await task.locator(".rubric-head strong").innerText();
  expect(Number.parseFloat(points)).toBeGreaterThan(50);
  expect(await learner.has(score)).toBe(true);
}
