import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import fixture from "../../../packages/files/fixtures/acceptance-files.json" with { type: "json" };
import { answerInNode, describeInBrowser } from "./support";

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

/**
 * A program, for Node as well as for a worker, that writes text, CSV, JSON and .npy files into a folder, reads each
 * back, and says what came of it.
 *
 * @param lib an expression: the function that loads a package of the library
 */
const writing = (lib: string, folder: string) => `
const [data, files, tensor] = await Promise.all(["data", "files", "tensor"].map(${lib}));
const folder = ${JSON.stringify(folder)};
const { DataFrame, formatJSON, parseJSON, readCSV } = data;
const { decodeNpy, encodeNpy, readFile, removeFile, streamFile, writeFile } = files;
const path = (name) => folder + "/new/" + name;
const text = "naïve café, Zürich, 東京 😀\\r\\na second line\\n";
const table = DataFrame.fromColumns({
  town: ["Zürich", "東京", "Ames, Iowa"],
  note: ['says "grüezi"', "two\\nlines", "😀"],
  area: [87.88, 2194.5, 0.25],
  homes: [3, -1, 2147483647],
});
const matrix = tensor.tensor([[0.1, -2.5, 1e300], [5e-324, -0, Infinity]]);
const counts = tensor.tensor([-3, -2, -1, 0, 1, 2, 3], { dtype: "int32" });
await writeFile(path("text.txt"), "what was there before, and longer than what comes: " + text);
await writeFile(path("text.txt"), text);
await writeFile(path("towns.csv"), table.toCSV());
await writeFile(path("towns.json"), formatJSON(table));
await writeFile(path("matrix.npy"), encodeNpy(matrix));
await writeFile(path("counts.npy"), encodeNpy(counts));
await writeFile(path("gone.txt"), "x");
await removeFile(path("gone.txt"));
await removeFile(path("gone.txt"));
const decoder = new TextDecoder();
let streamed = "";
for (const reader = (await streamFile(path("text.txt"))).getReader(); ; ) {
  const { done, value } = await reader.read();
  if (done) break;
  streamed += decoder.decode(value, { stream: true });
}
const failure = async (promise) => (await promise.then(() => "none", (error) => error.name));
const same = (x, y) => JSON.stringify(x) === JSON.stringify(y);
const answer = {
  text: streamed === text,
  csv: same((await readCSV(await readFile(path("towns.csv")))).rows(), table.rows()),
  json: same(parseJSON(new TextDecoder().decode(await readFile(path("towns.json")))).rows(), table.rows()),
  npy: Object.is(decodeNpy(await readFile(path("matrix.npy"))).toArray()[1][1], -0),
  errors: [
    await failure(readFile(path("gone.txt"))),
    await failure(readFile(folder + "/no/such.txt")),
    await failure(writeFile(folder + "/new", "a folder has this name")),
    await failure(removeFile(folder + "/new")),
  ],
};
`;

/** Runs a program of this file in the page itself, or in a worker of it. */
async function answerOf(
  page: Page,
  where: "page" | "worker",
  source = PROGRAM,
): Promise<Record<string, unknown>> {
  const origin = new URL(page.url()).origin;
  const program = source.replace("ORIGIN", JSON.stringify(origin));
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
  });

  test("roadmap FND-032: text, CSV, JSON and .npy are written and read in Node and through OPFS in a worker, with identical bytes", async () => {
    const names = Object.keys(fixture.files);
    const worked = {
      text: true,
      csv: true,
      json: true,
      npy: true,
      errors: ["ValueError", "ValueError", "ValueError", "ValueError"],
    };
    const folder = await mkdtemp(join(tmpdir(), "gradus-e2e-files-"));
    const page = await studio.open("/");
    try {
      const lib = '(name) => import("@gradus/" + name)';
      const program = `${writing(lib, folder)} console.log(JSON.stringify(answer));`;
      expect(await answerInNode(program)).toEqual(worked);
      const served = '(name) => import(new URL("/lib/" + name + "/dist/index.js", ORIGIN))';
      const inWorker = await answerOf(page, "worker", writing(served, "e2e"));
      expect(inWorker).toEqual(worked);
      // Both are read again by others than the library's own functions.
      const stored = await page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const made = await (await root.getDirectoryHandle("e2e")).getDirectoryHandle("new");
        const found: Record<string, number[]> = {};
        for await (const [name, handle] of made as unknown as AsyncIterable<
          [string, FileSystemFileHandle]
        >) {
          found[name] = [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
        }
        return found;
      });
      expect(Object.keys(stored).sort()).toEqual([...names].sort());
      expect(fixture.source).toMatch(/^Python 3.*NumPy/);
      for (const [name, base64] of Object.entries(fixture.files)) {
        const byPython = Buffer.from(base64, "base64");
        expect(await readFile(join(folder, "new", name)), `${name} in Node`).toEqual(byPython);
        expect(Buffer.from(stored[name]!), `${name} in the browser`).toEqual(byPython);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
