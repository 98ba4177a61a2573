import { expect, test } from "vitest";
import { describeInBrowser, findViolations, turnableTimers } from "./support";

const lesson = "/topics/linear-regression";

describeInBrowser("states that are not everyday", (studio) => {
  test("says that progress is kept in memory only", async () => {
    const page = await studio.open(null);
    const body = { version: "0", storage: "memory", message: "The data folder is read-only." };
    await page.route("**/api/status", (route) => route.fulfill({ json: body }));
    await page.goto(studio.url);
    await page.getByText("Progress is not kept on disk.").waitFor();
    await page.getByText("The data folder is read-only.").waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  test("says that code is not saved while the server is away, and sends it later", async () => {
    const page = await studio.open(lesson, { warmUp: false, typeScript: false });
    const editor = page.locator(".cell").first().locator(".cm-content");
    await editor.waitFor();
    const turn = await turnableTimers(page);
    await page.route("**/api/progress/**", (route) => route.abort());
    await editor.click();
    await page.keyboard.type("// written while the server was away\n");
    await page.getByText(/Not saved: the server does not answer/).waitFor();
    expect(await findViolations(page, { within: ".save-failed" })).toEqual([]);

    await page.unroute("**/api/progress/**");
    await turn(10_000);
    await page.locator(".save-saved").waitFor();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await editor.waitFor();
    expect(await editor.textContent()).toContain("written while the server was away");
  });

  test("an unknown topic is a page that says so", async () => {
    const page = await studio.open("/topics/no-such-topic");
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
  });

  test("a course that does not load can be tried again", async () => {
    const page = await studio.open(null);
    await page.route("**/course/index.json", (route) => route.fulfill({ status: 500, body: "" }));
    await page.goto(`${studio.url}/roadmap`);
    const again = page.getByRole("button", { name: "Try again" });
    await again.waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.unroute("**/course/index.json");
    await again.click();
    await page.getByRole("heading", { name: "Roadmap" }).waitFor();
  });

  test("the roadmap shows what is chosen, and keeps the choice in its address", async () => {
    const page = await studio.open("/roadmap/step-by-step");
    const rows = page.locator(".row-item");
    await rows.first().waitFor();
    const all = await rows.count();
    await page.locator(".status-filter label", { hasText: "missing" }).click();
    expect(new URL(page.url()).search).toBe("?show=missing");
    expect(await page.locator(".row-item:not(.row-missing)").count()).toBe(0);
    await page.reload();
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThanOrEqual(all);
    expect(await page.getByRole("radio", { name: /^missing/ }).isChecked()).toBe(true);
  });

  test("progress leaves as a file and comes back", async () => {
    const page = await studio.open("/settings");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export to a file" }).click(),
    ]);
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Import from a file" }).click(),
    ]);
    await chooser.setFiles(await download.path());
    await page.getByText(/^Imported /).waitFor();

    const [again] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Import from a file" }).click(),
    ]);
    const buffer = Buffer.from("not JSON");
    await again.setFiles({ name: "notes.txt", mimeType: "text/plain", buffer });
    await page.getByText(/notes.txt is not a progress file/).waitFor();
  });
});
