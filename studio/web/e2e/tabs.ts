import type { Page } from "playwright-core";
import { sharedBrowser } from "../../../tools/testing/browser";

/** How a page is opened. */
export interface OpenOptions {
  /** Start the worker for programs while the page is idle, as a page does by itself. Default true. */
  readonly warmUp?: boolean;
  /** Start TypeScript when an editor gets the focus, which takes two seconds of a processor. Default true. */
  readonly typeScript?: boolean;
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
  readonly viewport?: { readonly width: number; readonly height: number };
}

type Settings = Pick<OpenOptions, "warmUp" | "typeScript">;

// A tab is used again and again: a new one is a new process, which compiles the site's programs anew, and costs
// three times what a page costs in one that has seen the site.
const free: Page[] = [];

/** A tab whose storage is empty, at an address of the server that shows nothing. */
export async function takeTab(url: string, options: OpenOptions): Promise<Page> {
  const { colorScheme = "light", reducedMotion = "no-preference" } = options;
  const { viewport = { width: 1440, height: 900 }, ...settings } = options;
  const page = free.pop() ?? (await newTab());
  // A tab behind another one has to wait for its turns.
  await page.bringToFront();
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, reducedMotion });
  if (!page.url().startsWith(`${url}/`)) await goNowhere(page, url);
  await page.evaluate((settings: Settings) => {
    localStorage.clear();
    sessionStorage.clear();
    sessionStorage.setItem("test-settings", JSON.stringify(settings));
  }, settings);
  return page;
}

/** Takes a tab back; it saves what it has still to save and then does nothing. */
export async function giveBackTab(page: Page): Promise<void> {
  try {
    page.removeAllListeners("pageerror");
    await page.unrouteAll();
    await page.mouse.move(-1, -1);
    await goNowhere(page, new URL(page.url()).origin);
    free.push(page);
  } catch {
    // Whatever it is that it does, others had better begin afresh.
    await page.close();
  }
}

async function goNowhere(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/api/health`, { waitUntil: "commit", timeout: 10_000 });
}

async function newTab(): Promise<Page> {
  const page = await (await sharedBrowser()).newPage();
  await page.addInitScript(applySettings);
  return page;
}

/** Runs before a page's own scripts. */
function applySettings(): void {
  if (location.protocol === "about:") return;
  const settings: Settings = JSON.parse(sessionStorage.getItem("test-settings") ?? "{}");
  // A page that is only looked at need not load the library.
  if (settings.warmUp === false) globalThis.requestIdleCallback = () => 0;
  if (settings.typeScript !== false) return;
  // The worker of TypeScript is one that never answers.
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      const silent = URL.createObjectURL(new Blob([""], { type: "text/javascript" }));
      super(options?.name === "typescript" ? silent : url, options);
    }
  };
}
