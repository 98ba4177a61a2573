import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { threadProgram } from "./prepared";

const folder = mkdtempSync(join(tmpdir(), "gradus-prepared-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bundle = pathToFileURL(join(folder, "store-thread.js"));
const sources = new URL("./store-thread.mjs", import.meta.url);

test("a database's thread is started from the sources until there is a bundle that is newer", () => {
  expect(threadProgram(bundle)).toEqual(sources);
  writeFileSync(bundle, "");
  expect(threadProgram(bundle)).toEqual(bundle);
  utimesSync(bundle, 1, 1);
  expect(threadProgram(bundle)).toEqual(sources);
});
