import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { describeInBrowser, findViolations, openLesson, turnableTimers } from "./support";

const topicId = "linear-regression";

/** Replaces the text of an editor, by keyboard. */
async function write(page: Page, editor: Locator, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

/** The code in an editor. */
async function codeOf(editor: Locator): Promise<string> {
  return (await editor.locator(".cm-line").allTextContents()).join("\n");
}

describeInBrowser("the lesson", (studio) => {
  // Tests that write all of the code that they look at share a page: a lesson takes seconds to load with its workers.
  let page: Page;
  beforeAll(async () => {
    page = await openLesson(studio, topicId);
  });

  test("a cell runs by keyboard and shows what it prints", async () => {
    const cell = page.locator(".cell").first();
    await write(page, cell.locator(".cm-content"), "console.log(6 * 7);");
    await page.keyboard.press("Control+Enter");
    await cell.locator(".output-text", { hasText: "42" }).waitFor();
  });

  test("an endless loop is stopped, and the page lives on", async () => {
    const page = await openLesson(studio, topicId, { typeScript: false });
    const cell = page.locator(".cell").first();
    await write(page, cell.locator(".cm-content"), "while (true) {}");
    // The page's timers: how long its time really is, runner.e2e.test.ts looks at.
    const turn = await turnableTimers(page);
    await page.keyboard.press("Control+Enter");
    await cell.getByRole("button", { name: /^Stop/ }).waitFor();
    await turn(9_000);
    expect(await cell.locator(".output-error").count()).toBe(0);
    await turn(2_000);
    await cell.locator(".output-error", { hasText: "stopped after 10 s" }).waitFor();
    await write(page, cell.locator(".cm-content"), "console.log('alive');");
    await page.keyboard.press("Control+Enter");
    await cell.locator(".output-text", { hasText: "alive" }).waitFor();
  });

  test("a cell says how far it has come, and the line stays when it is over", async () => {
    const cell = page.locator(".cell").first();
    await write(
      page,
      cell.locator(".cm-content"),
      `import { reportProgress } from "@gradus/core";
for (let step = 1; step <= 50; step++) {
  await new Promise((resolve) => setTimeout(resolve, 20));
  reportProgress({ done: step, total: 50, label: "Descending", metrics: { loss: 1 / step } });
}`,
    );
    await page.keyboard.press("Control+Enter");
    const bar = cell.getByRole("progressbar", { name: "Descending" });
    await bar.waitFor();
    const halfway = await bar.evaluate((node) => (node as HTMLProgressElement).position);
    expect(halfway).toBeGreaterThan(0);
    expect(halfway).toBeLessThan(1);
    expect(await findViolations(page, { within: ".output" })).toEqual([]);

    await cell.getByText(/^Ran in/).waitFor();
    expect(await bar.evaluate((node) => (node as HTMLProgressElement).position)).toBe(1);
    const words = await cell.locator(".output-progress").innerText();
    expect(words.split("\n")).toEqual(["Descending", "100 %", "50 of 50", "loss 0.02000"]);

    await page.keyboard.press("Control+Enter");
    await cell.locator(".output-progress:not(.output-progress-over)").waitFor();
    await cell.getByRole("button", { name: /^Stop/ }).click();
    await cell.locator(".output-progress-over").waitFor();
    expect(await bar.evaluate((node) => (node as HTMLProgressElement).position)).toBeLessThan(1);
  });

  test("a button under the editor is hit while the editor has the focus", async () => {
    const cell = page.locator(".cell").first();
    await write(page, cell.locator(".cm-content"), "console.log('clicked');");
    await cell.getByRole("button", { name: /^Run/ }).click();
    await cell.locator(".output-text", { hasText: "clicked" }).waitFor();
  });

  test("an editor is as tall before it is first seen as it is then", async () => {
    const page = await openLesson(studio, topicId);
    const editors = page.locator(".editor:has(.cm-content)");
    await expect.poll(() => editors.count()).toBe(await page.locator(".editor").count());
    const heights = () =>
      editors.evaluateAll((all) => all.map((editor) => editor.getBoundingClientRect().height));
    const before = await heights();
    for (const editor of await editors.all()) {
      await editor.scrollIntoViewIfNeeded();
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
    }
    expect(await heights()).toEqual(before);
  });

  test("an error leads to its line", async () => {
    const cell = page.locator(".cell").first();
    await write(
      page,
      cell.locator(".cm-content"),
      "const a = 1;\n\nthrow new Error('on purpose');",
    );
    await page.keyboard.press("Control+Enter");
    await cell.getByRole("button", { name: "line 3" }).click();
    await page.keyboard.insertText("// here ");
    expect(await codeOf(cell)).toMatch(/\n\n.*\/\/ here /);
  });

  test("Escape and Tab leave the editor, Tab alone indents", async () => {
    const editor = page.locator(".cell").first().locator(".cm-content");
    await write(page, editor, "x");
    await page.keyboard.press("Tab");
    expect(await editor.evaluate((node) => node.contains(document.activeElement))).toBe(true);
    await page.locator(".keyboard-hint").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await editor.evaluate((node) => node.contains(document.activeElement))).toBe(false);
  });

  test("Escape and Tab leave the editor even while a completion is on its way", async () => {
    const editor = page.locator(".cell").first().locator(".cm-content");
    await write(page, editor, "const w = 1;\n");
    await page.keyboard.type("con");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await editor.evaluate((node) => node.contains(document.activeElement))).toBe(false);
    expect(await codeOf(page.locator(".cell").first())).toBe("const w = 1;\ncon");
  });

  test("Tab walks through an editor, and indents once something else was pressed in it", async () => {
    const page = await openLesson(studio, topicId, { warmUp: false, typeScript: false });
    const cell = page.locator(".cell").first();
    const editor = cell.locator(".cm-content");
    const hasFocus = () => editor.evaluate((node) => node === document.activeElement);
    const original = await codeOf(cell);
    await page.locator(".toc-wide a").last().focus();
    await page.keyboard.press("Tab");
    expect(await hasFocus()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await hasFocus()).toBe(false);
    await page.keyboard.press("Shift+Tab");
    expect(await hasFocus()).toBe(true);
    expect(await codeOf(cell)).toBe(original);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Tab");
    expect(await hasFocus()).toBe(true);
    expect(await codeOf(cell)).toBe(`  ${original}`);
  });

  test("completes our own packages, shows types and underlines errors", async () => {
    const page = await openLesson(studio, topicId);
    const cell = page.getByRole("region", { name: "Program: look" });
    const editor = cell.locator(".cm-content");
    await editor.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\nhomes.");
    const options = page.locator(".cm-tooltip-autocomplete li");
    await options.filter({ hasText: /^column$/ }).waitFor({ timeout: 20_000 });
    await page.keyboard.press("Escape");
    await page.keyboard.type("columnn;");
    await cell.locator(".cm-lintRange-error").waitFor();
  });

  test("code survives a reload right after the last key, and Reset brings the original back", async () => {
    const page = await openLesson(studio, topicId, { warmUp: false, typeScript: false });
    const editor = page.locator(".cell").first().locator(".cm-content");
    const original = await codeOf(editor);
    await write(page, editor, "console.log('mine');");
    await page.reload();
    await editor.waitFor();
    expect(await codeOf(editor)).toBe("console.log('mine');");
    await page
      .locator(".cell")
      .first()
      .getByRole("button", { name: /^Reset/ })
      .click();
    await page.locator(".save-saved").waitFor();
    await page.reload();
    await editor.waitFor();
    expect(await codeOf(editor)).toBe(original);
  });

  test("a figure's point moves by the arrow keys and the numbers with it, and follows the pointer", async () => {
    const page = await openLesson(studio, topicId, { warmUp: false });
    const figure = page.locator("figure.figure").first();
    const handle = figure.getByRole("slider").first();
    await handle.focus();
    const before = await handle.getAttribute("aria-valuetext");
    const words = await figure.locator(".figure-words p").textContent();
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowUp");
    expect(await handle.getAttribute("aria-valuetext")).not.toBe(before);
    expect(await figure.locator(".figure-words p").textContent()).not.toBe(words);

    const shown = await handle.getAttribute("aria-valuetext");
    const box = (await handle.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 - 40, { steps: 4 });
    await page.mouse.up();
    expect(await handle.getAttribute("aria-valuetext")).not.toBe(shown);
  });

  test("points are drawn with a press or Enter, and taken away with Delete or a double click", async () => {
    const page = await openLesson(studio, "supervised-learning");
    const drawing = page.locator("figure.figure").first();
    const panel = drawing.locator("svg.panel-growing").first();
    const handles = drawing.locator(".handle");
    await panel.scrollIntoViewIfNeeded();
    const count = await handles.count();
    const { width } = (await panel.boundingBox())!;
    await panel.click({ position: { x: 0.85 * width, y: 0.75 * width } });
    await expect.poll(() => handles.count()).toBe(count + 1);
    await handles.first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => handles.count()).toBe(count + 2);
    await page.keyboard.press("Delete");
    await handles.first().dblclick();
    await expect.poll(() => handles.count()).toBe(count);
  });
});
