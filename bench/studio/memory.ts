import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type CDPSession, chromium } from "playwright-core";
import ts from "typescript";
import { chromiumFlags, chromiumPath } from "../../tools/chromium";

/** Resident memory of the page in MB after 1,000 steps of training, and after 100,000. */
export interface TrainingMemory {
  readonly early: number;
  readonly late: number;
}

const STEPS = 100_000;
const program = fileURLToPath(
  new URL("../../packages/tensor/src/testing/train-long.ts", import.meta.url),
);

/**
 * Trains a small network in a worker of a page, in one plain loop.
 *
 * @param url of the server that has the library
 * @param jsFlags for V8
 */
export async function measureTraining(url: string, jsFlags: string): Promise<TrainingMemory> {
  const browser = await chromium.launch({
    executablePath: chromiumPath!,
    args: [...chromiumFlags, ...(jsFlags ? [`--js-flags=${jsFlags}`] : [])],
  });
  try {
    return await train(browser, url);
  } finally {
    await browser.close();
  }
}

async function train(browser: Browser, url: string): Promise<TrainingMemory> {
  const page = await browser.newPage();
  await page.goto(`${url}/settings`);
  const session = await browser.newBrowserCDPSession();
  const measured: number[] = [];
  await page.exposeFunction("measure", async () => measured.push(await residentMemory(session)));
  await page.evaluate(
    async (source) => {
      const { measure } = globalThis as unknown as { measure(): Promise<void> };
      const worker = new Worker(
        URL.createObjectURL(new Blob([source], { type: "text/javascript" })),
        {
          type: "module",
        },
      );
      await new Promise<void>((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = async ({ data }) => {
          await measure();
          if (data.last) resolve();
        };
      });
    },
    await workerSource(url),
  );
  const [early, late] = measured as [number, number];
  return { early, late };
}

/** The training program, with the library that the server has. */
async function workerSource(url: string): Promise<string> {
  const imports = await (await fetch(`${url}/lib/imports.json`)).json();
  const target = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(readFileSync(program, "utf8"), {
    compilerOptions: target,
  });
  const linked = outputText
    .replace('"@gradus/core"', JSON.stringify(url + imports["@gradus/core"]))
    .replace('"../index"', JSON.stringify(url + imports["@gradus/tensor"]));
  return `${linked}\ntrainLong(${STEPS}, ({ step }) => postMessage({ last: step === ${STEPS} }));`;
}

/** The largest page's, in MB; Chromium keeps smaller ones in reserve. */
async function residentMemory(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer");
  const status = pages.map(({ id }) => readFileSync(`/proc/${id}/status`, "utf8"));
  return Math.max(...status.map((text) => Number(/VmRSS:\s+(\d+)/.exec(text)![1]) / 1024));
}
