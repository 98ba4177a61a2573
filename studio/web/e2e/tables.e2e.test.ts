import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "./support";

/** Reads and writes tables with the library as the site serves it, and says what came of it. */
const PROGRAM = `
const lib = (name) => import(new URL("/lib/" + name + "/dist/index.js", ORIGIN));
const { encodeArrow, encodeParquet, loadIris, readArrow, readCSV, readParquet } = await lib("data");
const { setNumThreads, threadStats } = await lib("tensor");
setNumThreads(2);
const rows = Array.from({ length: 50000 }, (_, i) =>
  i + "," + i / 8 + "," + (i % 3 ? "Zürich " + i % 100 : '"Genève, ""' + i + '"""') +
  ",2024-01-" + String(1 + i % 28).padStart(2, "0") + "," + (i % 2 === 0) + "," + (i % 5 ? i % 7 : ""));
const file = new File(["id,share,town,day,even,gap\\n" + rows.join("\\n") + "\\n"], "towns.csv");
const read = () => readCSV(file);
let table = await read();
// Helpers are there once this thread has let the engine start them.
for (let k = 0; k < 200 && threadStats().unavailable === undefined && threadStats().nHelpers === 0; k++) {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
table = await read();
const text = (one) => JSON.stringify(one.columns.map((name) => [name, one.column(name).type, one.column(name).toArray()]));
const wrong = new Uint8Array(await file.arrayBuffer());
wrong[wrong.lastIndexOf(0xc3)] = 0xff;
const failed = await readCSV(new File([wrong], "wrong.csv")).catch((error) => error);
const iris = await loadIris();
const written = table.head(1000);
const answer = {
  threads: threadStats().nHelpers + 1,
  types: table.columns.map((name) => table.column(name).type),
  nRows: table.nRows,
  sums: ["id", "share", "gap"].map((name) => table.column(name).sum()),
  row: JSON.stringify(table.rows()[49998]),
  nTowns: new Set(table.column("town").toArray()).size,
  nEven: table.column("even").toArray().filter((even) => even).length,
  error: failed.name + ": " + failed.message,
  iris: [iris.nRows, iris.columns.length],
  parquet: text(await readParquet(encodeParquet(written))) === text(written),
  arrow: text(await readArrow(encodeArrow(written))) === text(written),
};
`;

/** Runs the program in the page itself, or in a worker of it. */
async function answerOf(page: Page, where: "page" | "worker"): Promise<Record<string, unknown>> {
  const origin = new URL(page.url()).origin;
  const program = PROGRAM.replace("ORIGIN", JSON.stringify(origin));
  if (where === "page") return await page.evaluate(`(async () => { ${program} return answer; })()`);
  return await page.evaluate((source) => {
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(url, { type: "module" });
    return new Promise<Record<string, unknown>>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    }).finally(() => worker.terminate());
  }, `${program} postMessage(answer);`);
}

describeInBrowser("tables in a browser", (studio) => {
  test("CSV, a bundled data set, Parquet and Arrow, with threads and without", async () => {
    const page = await studio.open("/");
    const alone = await answerOf(page, "page");
    expect(alone).toEqual({
      threads: 1,
      types: ["integer", "number", "string", "date", "boolean", "integer"],
      nRows: 50_000,
      sums: [1_249_975_000, 156_246_875, 120_000],
      row: '{"id":49998,"share":6249.75,"town":"Genève, \\"49998\\"","day":"2024-01-19T00:00:00.000Z","even":true,"gap":4}',
      nTowns: 16_767,
      nEven: 25_000,
      error:
        "ParseError: wrong.csv:50001:17: expected text in UTF-8, got the byte 0xFF; say its encoding",
      iris: [150, 5],
      parquet: true,
      arrow: true,
    });
    const { threads, ...inWorker } = await answerOf(page, "worker");
    expect(threads).toBe(2);
    expect({ ...inWorker, threads: 1 }).toEqual(alone);
    await page.context().close();
  });
});
