import { type BrowserContext, chromium } from "playwright-core";
import { chromiumFlags, chromiumPath } from "../chromium";
import { atEndOfProcess } from "./end-of-process";

// Compiled programs are kept from their first use on, and not from the third: a page that loads with TypeScript and
// the library takes 1.5 s of a processor in place of 3.5. Chromium takes one list of Blink's settings, so those that
// Playwright gives it (a mouse) stand here too.
const BLINK_SETTINGS = [
  "v8CacheOptions=4",
  "primaryHoverType=2",
  "availableHoverTypes=2",
  "primaryPointerType=4",
  "availablePointerTypes=4",
];

let shared: Promise<BrowserContext> | undefined;

/**
 * The browser of all test files in this process, since starting one takes three seconds of a processor. It has its
 * profile in a folder that goes with it, as only that one keeps compiled programs.
 */
export function sharedBrowser(): Promise<BrowserContext> {
  shared ??= launch();
  return shared;
}

async function launch(): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext("", {
    executablePath: chromiumPath!,
    args: [...chromiumFlags, `--blink-settings=${BLINK_SETTINGS.join()}`],
  });
  atEndOfProcess(() => context.close());
  return context;
}
