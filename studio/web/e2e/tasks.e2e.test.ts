import type { CompiledTopic } from "@gradus/course-kit";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser, openLesson, type Studio } from "./support";

const topicId = "linear-regression";

/** What the compiler made of the lesson: the tests take the answers from there. */
async function readTopic(studio: Studio): Promise<CompiledTopic> {
  const response = await fetch(`${studio.url}/course/topics/${topicId}.json`);
  return (await response.json()) as CompiledTopic;
}

describeInBrowser("the tasks of the lesson", (studio) => {
  test("an exercise is wrong at first, passes with the solution, and says so after a reload", async () => {
    const topic = await readTopic(studio);
    const exercise = topic.exercises[0]!;
    const page = await openLesson(studio, topicId);
    const task = page.getByRole("region", { name: exercise.title });
    await task.getByRole("button", { name: /^Check/ }).click();
    await task.getByText("Not attempted").waitFor();

    await task.getByRole("button", { name: "Show a hint" }).click();
    expect(await task.locator(".hints li").count()).toBe(1);

    await task.locator(".cm-content").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(exercise.solution);
    const times: number[] = [];
    for (let i = 0; i < 2; i++) {
      const began = performance.now();
      await task.getByRole("button", { name: /^Check/ }).click();
      await task.getByText(i === 0 ? "1 attempt" : `${i + 1} attempts`, { exact: true }).waitFor();
      times.push(performance.now() - began);
    }
    console.log(`graded after ${times.map(Math.round).join(", ")} ms`);
    await task.getByText("Passed").waitFor();
    await task.getByText("One solution").waitFor();

    await page.reload();
    await task.getByText("Passed").waitFor();
  });

  test("a wrong choice is explained, and can be tried again", async () => {
    const topic = await readTopic(studio);
    const at = topic.quiz.findIndex(({ kind }) => kind === "choice");
    const item = topic.quiz[at];
    if (item?.kind !== "choice") throw new Error("the quiz has no choice");
    const wrong = item.choices.findIndex((_, i) => i !== item.answer);
    const page = await openLesson(studio, topicId, { warmUp: false });
    const question = page.locator(".quiz-item").nth(at);
    await question.getByRole("radio").nth(wrong).check();
    await question.getByRole("button", { name: /^Answer/ }).click();
    await question.getByText("Not quite").waitFor();
    await question.getByRole("button", { name: "Try again" }).click();
    expect(await question.getByRole("radio").nth(wrong).isChecked()).toBe(false);
  });

  test("the whole quiz can be answered by keyboard, and is remembered", async () => {
    const topic = await readTopic(studio);
    const page = await openLesson(studio, topicId, { warmUp: false });
    for (const [i, item] of topic.quiz.entries()) {
      const question = page.locator(".quiz-item").nth(i);
      const again = question.getByRole("button", { name: "Try again" });
      if (await again.isVisible()) await again.press("Enter");
      if (item.kind === "choice") {
        await question.getByRole("radio").nth(item.answer).focus();
        await page.keyboard.press("Space");
      } else if (item.kind === "order") await orderByKeyboard(page, i, item.lines);
      else {
        await question.getByRole("textbox").focus();
        await page.keyboard.insertText(String(item.answer));
      }
      await question.getByRole("button", { name: /^Answer/ }).focus();
      await page.keyboard.press("Enter");
      await question.getByText("Right", { exact: true }).waitFor();
    }
    const all = `${topic.quiz.length} of ${topic.quiz.length} right`;
    await page.locator(".quiz").getByText(all).waitFor();
    await page.locator(".save-saved").waitFor();
    await page.reload();
    await page.locator(".quiz").getByText(all).waitFor();
  });
});

/** Moves every line to its place by pressing its buttons. */
async function orderByKeyboard(page: Page, at: number, lines: readonly string[]): Promise<void> {
  const rows = page.locator(".quiz-item").nth(at).locator(".order-line");
  for (const [place, line] of lines.entries()) {
    for (;;) {
      const shown = await rows.locator("code").allInnerTexts();
      const from = shown.indexOf(line, place);
      if (from === place) break;
      await rows.nth(from).getByRole("button", { name: /up$/ }).focus();
      await page.keyboard.press("Enter");
    }
  }
}
