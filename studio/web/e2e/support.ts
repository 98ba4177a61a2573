import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { chromiumFlags, chromiumPath } from "../../../tools/chromium";
import { startServer } from "../../server/src/index";

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

/** How a page is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** Start the worker for programs while the page is idle, as a page does by itself. Default true. */
  readonly warmUp?: boolean;
  /** Start TypeScript when an editor gets the focus, which takes two seconds of a processor. Default true. */
  readonly typeScript?: boolean;
}

/** A server with progress of its own, and a browser. */
export interface Studio {
  readonly url: string;
  /** Forgets the code that earlier tests left on the server. */
  forgetCode(topic: string): Promise<void>;
  /** A page whose browser remembers nothing of the ones before but the files it has loaded. */
  open(path: string, options?: OpenOptions): Promise<Page>;
}

/**
 * Tests in a browser; where there is none they are left out, and the reason is printed.
 *
 * @param openSite what is served; default the built site
 */
export function describeInBrowser(
  name: string,
  define: (studio: Studio) => void,
  openSite: () => Promise<Site> = builtSite,
): void {
  const executablePath = chromiumPath;
  if (!executablePath) {
    console.log(`${name}: left out, since there is no chromium on this machine`);
    describe.skipIf(!executablePath)(name, () => undefined);
    return;
  }
  describe(name, () => {
    let browser: Browser;
    let server: Awaited<ReturnType<typeof startServer>>;
    let dataDir: string;
    let site: Site;
    const errors: string[] = [];
    /** Contexts by their options: a new one would load and compile the page's programs again. */
    const contexts = new Map<string, Promise<BrowserContext>>();

    beforeAll(async () => {
      site = await openSite();
      dataDir = await mkdtemp(join(tmpdir(), "gradus-e2e-"));
      server = await startServer({
        siteDir: site.folder,
        dataDir,
        port: 0,
        log: () => undefined,
      });
      await server.ready;
      browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      await server?.close();
      await rm(dataDir, { recursive: true, force: true });
      await site?.remove?.();
      // What no test asked for and no learner should meet.
      expect(errors).toEqual([]);
    });

    define({
      get url() {
        return server.url;
      },
      async forgetCode(topic) {
        const progress = `${server.url}/api/progress/${topic}`;
        const { code } = (await (await fetch(progress)).json()) as { code: Record<string, string> };
        for (const key of Object.keys(code)) {
          await fetch(`${progress}/code/${encodeURIComponent(key)}`, { method: "DELETE" });
        }
      },
      async open(path, { warmUp = true, typeScript = true, ...options } = {}) {
        const key = JSON.stringify(options);
        let context = contexts.get(key);
        if (!context) {
          context = browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
          contexts.set(key, context);
          void context.then((made) => made.on("close", () => contexts.delete(key)));
        }
        const page = await (await context).newPage();
        await page.addInitScript(forgetOnce);
        // A page that is only looked at need not load the library.
        if (!warmUp) await page.addInitScript("globalThis.requestIdleCallback = () => 0");
        if (!typeScript) await page.addInitScript(withoutTypeScript);
        page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
        await page.goto(path.startsWith("/") ? server.url + path : path);
        return page;
      },
    });
  });
}

/** Runs before a page's own scripts: empties the storage, unless the page was only loaded again. */
function forgetOnce(): void {
  if (location.protocol === "about:" || sessionStorage.getItem("opened") !== null) return;
  localStorage.clear();
  sessionStorage.setItem("opened", "yes");
}

/** Runs before a page's own scripts: the worker of TypeScript is one that never answers. */
function withoutTypeScript(): void {
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      const silent = URL.createObjectURL(new Blob([""], { type: "text/javascript" }));
      super(options?.name === "typescript" ? silent : url, options);
    }
  };
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
