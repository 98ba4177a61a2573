import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser, findViolations } from "./support";

// Topics: see topics.e2e.test.ts.
const pages = {
  home: "/",
  roadmap: "/roadmap",
  track: "/roadmap/step-by-step",
  settings: "/settings",
  nothing: "/there-is-no-such-page",
};

/** Nothing fades, so that axe measures the colours that stay. */
const still = { reducedMotion: "reduce" } as const;

describeInBrowser("the pages", (studio) => {
  for (const [name, path] of Object.entries(pages)) {
    test(`${name}: axe finds nothing, and nothing is cut off`, async () => {
      const page = await studio.open(path, still);
      await page.locator("h1").first().waitFor();
      for (const [width, colorScheme] of [
        [1440, "light"],
        [390, "dark"],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        expect(await findViolations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      // Colours are the same at every width.
      await page.emulateMedia({ colorScheme: "light" });
      expect(await findViolations(page, { rules: ["color-contrast"] })).toEqual([]);
    });
  }

  test("the lesson at work, light and dark: outputs, verdicts and outcomes are sound too", async () => {
    const page = await studio.open("/topics/linear-regression", still);
    await page.locator(".cm-content").first().waitFor();
    const cells = page.locator(".cell");
    for (let i = 0; i < (await cells.count()); i++) {
      // By keyboard: what the cell before has shown may still push this one down.
      await cells.nth(i).getByRole("button", { name: /^Run/ }).press("Enter");
      await cells
        .nth(i)
        .getByText(/^Ran in/)
        .waitFor();
    }
    await page
      .getByRole("button", { name: /^Check/ })
      .first()
      .click();
    await page.locator(".outcome-head").first().waitFor();
    const question = page.locator(".quiz-item").first();
    await question.getByRole("radio").first().check();
    await question.getByRole("button", { name: /^Answer/ }).click();
    await page.locator(".verdict-word").first().waitFor();
    for (const words of await page.locator("summary:visible").all()) await words.click();
    // Formulas: see topics.e2e.test.ts.
    const except = [".katex"];
    expect(await findViolations(page, { except })).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await findViolations(page, { except, rules: ["color-contrast"] })).toEqual([]);
  });

  test("the first key leads past the navigation", async () => {
    const page = await studio.open("/roadmap");
    await page.locator("h1").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  });

  const grounds = { light: "rgb(252, 251, 248)", dark: "rgb(21, 22, 22)" };
  const ground = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  for (const [system, chosen] of [
    ["light", "dark"],
    ["dark", "light"],
  ] as const) {
    test(`${chosen} chosen on a ${system} system stays after a reload, until it is automatic again`, async () => {
      const page = await studio.open("/settings", { colorScheme: system });
      await page.locator("h1").waitFor();
      expect(await ground(page)).toBe(grounds[system]);
      await page.getByRole("radio", { name: new RegExp(`^${chosen}`, "i") }).check();
      await page.reload();
      await page.locator("h1").waitFor();
      expect(await ground(page)).toBe(grounds[chosen]);
      await page.getByRole("radio", { name: /^Automatic/ }).check();
      expect(await ground(page)).toBe(grounds[system]);
      await page.emulateMedia({ colorScheme: chosen });
      expect(await ground(page)).toBe(grounds[chosen]);
    });
  }
});
