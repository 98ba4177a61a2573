import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from "vitest";
import { chromiumPath } from "../../../tools/chromium";
import { atEndOfProcess } from "../../../tools/testing/end-of-process";
import { ServedSite } from "./served-site";
import { giveBackTab, type OpenOptions, takeTab } from "./tabs";

/** A folder that is served, and how to let go of it. */
export interface Site {
  readonly folder: string;
  remove?(): Promise<void>;
}

/** The built site; another one can be named for trying things out. */
async function builtSite(): Promise<Site> {
  const built = fileURLToPath(new URL("../../../dist/site", import.meta.url));
  const folder = process.env.GRADUS_SITE_DIR ?? built;
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(`There is no built site in ${folder}: npm run build makes it`);
  }
  return { folder };
}

/** A server and pages of its site. */
export interface Studio {
  readonly url: string;
  /** Forgets the code that earlier tests left on the server. */
  forgetCode(topic: string): Promise<void>;
  /**
   * A page of a learner who was never here before. What a test opens goes with it; what `beforeAll` opens stays for
   * the tests of a file.
   *
   * @param path of the site; without one, nothing is loaded yet
   */
  open(path: string | null, options?: OpenOptions): Promise<Page>;
}

/** The built site on a server that all files of this process use. */
let everydaySite: Promise<ServedSite> | undefined;

async function startEverydaySite(): Promise<ServedSite> {
  const { folder } = await builtSite();
  const site = await ServedSite.start(folder);
  atEndOfProcess(() => site.close());
  return site;
}

/**
 * Tests in a browser; where there is none they are left out, and the reason is printed. They begin with no progress.
 *
 * @param openSite what is served; default the built site
 */
export function describeInBrowser(
  name: string,
  define: (studio: Studio) => void,
  openSite?: () => Promise<Site>,
): void {
  const executablePath = chromiumPath;
  if (!executablePath) {
    console.log(`${name}: left out, since there is no chromium on this machine`);
    describe.skipIf(!executablePath)(name, () => undefined);
    return;
  }
  describe(name, () => {
    let server: ServedSite;
    let site: Site | undefined;
    const errors: string[] = [];
    const opened = { byFile: new Set<Page>(), byTest: new Set<Page>() };
    let byNow = opened.byFile;

    beforeAll(async () => {
      everydaySite ??= openSite ? undefined : startEverydaySite();
      site = await openSite?.();
      server = await (site ? ServedSite.start(site.folder) : everydaySite!);
    }, 60_000);
    beforeEach(() => {
      byNow = opened.byTest;
    });
    afterEach(async () => {
      await giveBack(opened.byTest);
      byNow = opened.byFile;
      await [...opened.byFile].at(-1)?.bringToFront();
    });
    afterAll(async () => {
      await giveBack(opened.byFile);
      if (site) await server.close();
      else await server.forgetProgress();
      await site?.remove?.();
      // What no test asked for and no learner should meet.
      expect(errors).toEqual([]);
    });

    define({
      get url() {
        return server.url;
      },
      forgetCode: (topic) => server.forgetCode(topic),
      async open(path, options = {}) {
        const page = await takeTab(server.url, options);
        byNow.add(page);
        page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
        if (path !== null) await page.goto(server.url + path);
        return page;
      },
    });
  });
}

async function giveBack(pages: Set<Page>): Promise<void> {
  for (const page of pages) await giveBackTab(page);
  pages.clear();
}

/** A lesson as it is without anybody's code, with its first editor ready. */
export async function openLesson(
  studio: Studio,
  topic: string,
  options?: OpenOptions,
): Promise<Page> {
  await studio.forgetCode(topic);
  const page = await studio.open(`/topics/${topic}`, options);
  await page.locator(".cell").first().locator(".cm-content").waitFor();
  return page;
}

/**
 * From now on the page's timers can be turned forward, until it loads anew. Playwright's own clock stays with a tab
 * for good.
 *
 * @returns turns them forward by so many milliseconds, and runs what is due then
 */
export async function turnableTimers(page: Page): Promise<(milliseconds: number) => Promise<void>> {
  await page.evaluate(() => {
    const [start, stop] = [globalThis.setTimeout, globalThis.clearTimeout];
    interface Timer {
      readonly due: number;
      readonly run: () => void;
      id: number;
    }
    const timers = new Map<number, Timer>();
    let ahead = 0;
    let last = 0;
    const now = () => performance.now() + ahead;
    const run = (key: number) => {
      const timer = timers.get(key);
      timers.delete(key);
      timer?.run();
    };
    const arm = (key: number, timer: Timer) => {
      stop(timer.id);
      timer.id = start(run, timer.due - now(), key);
    };
    Object.assign(globalThis, {
      setTimeout(handler: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) {
        const timer = { due: now() + delay, run: () => handler(...args), id: 0 };
        // Below 0, so that none is taken for one of those that run already.
        last -= 1;
        timers.set(last, timer);
        arm(last, timer);
        return last;
      },
      clearTimeout(key: number) {
        stop(timers.get(key)?.id ?? key);
        timers.delete(key);
      },
      turnTimers(milliseconds: number) {
        ahead += milliseconds;
        for (const [key, timer] of [...timers].sort(([, a], [, b]) => a.due - b.due)) {
          if (timer.due > now()) arm(key, timer);
          else run(key);
        }
      },
    });
  });
  return (milliseconds) =>
    page.evaluate((by) => {
      (globalThis as unknown as { turnTimers(by: number): void }).turnTimers(by);
    }, milliseconds);
}

/** Runs a module's text in Node at the top of the project, and gives the JSON that it prints. */
export async function answerInNode(program: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", program],
    { cwd: fileURLToPath(new URL("../../../", import.meta.url)), maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout);
}

/** What axe looks at: everything, unless it says otherwise. */
interface Look {
  /** Selector of what is looked at. Default the whole page. */
  readonly within?: string;
  /** Selectors of what is left out. */
  readonly except?: readonly string[];
  /** The only rules to hold. */
  readonly rules?: readonly string[];
}

/** What axe finds wrong with a page, one line each. */
export async function findViolations(page: Page, look: Look = {}): Promise<string[]> {
  const path = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  if (!(await page.evaluate("'axe' in globalThis")))
    await page.evaluate(readFileSync(path, "utf8"));
  return page.evaluate(
    async ({ within = "html", except = [], rules }) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(
        { include: [within], exclude: [...except] },
        { resultTypes: ["violations"], ...(rules && { runOnly: [...rules] }) },
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
      );
    },
    { ...look },
  );
}
