import { type Browser, chromium } from "playwright-core";
import { chromiumFlags, chromiumPath } from "../chromium";
import { atEndOfProcess } from "./end-of-process";

let browser: Promise<Browser> | undefined;

/** The browser of all test files in this process: starting one takes three seconds of a processor. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= launch();
  return browser;
}

async function launch(): Promise<Browser> {
  const launched = await chromium.launch({
    executablePath: chromiumPath!,
    args: [...chromiumFlags],
  });
  atEndOfProcess(() => launched.close());
  return launched;
}
