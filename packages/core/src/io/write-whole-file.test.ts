import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { writeWholeFile } from "./write-whole-file";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradus-write-"));
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => rm(folder, { recursive: true }));

test("writes text and bytes to paths and URLs, in place of what was there", async () => {
  const path = join(folder, "a.txt");
  await writeWholeFile("save", path, "größer");
  expect(await readFile(path, "utf8")).toBe("größer");
  await writeWholeFile("save", pathToFileURL(path), Uint8Array.of(1, 2));
  expect([...(await readFile(path))]).toEqual([1, 2]);
  await writeWholeFile("save", pathToFileURL(path).href, "c");
  expect(await readFile(path, "utf8")).toBe("c");
});

test("says what could not be written, and leaves nothing half done", async () => {
  const before = await readdir(folder);
  const nowhere = join(folder, "none", "a.txt");
  await expect(writeWholeFile("save", nowhere, "a")).rejects.toThrow(
    `save: cannot write ${nowhere}`,
  );
  // The new file is there under its other name when the folder turns out to stand in its way.
  await expect(writeWholeFile("save", folder, "a")).rejects.toThrow(`save: cannot write ${folder}`);
  expect(await readdir(folder)).toEqual(before);
  expect(
    (await readdir(tmpdir())).filter((name) => name.startsWith(`${basename(folder)}.`)),
  ).toEqual([]);
});

test("says that a browser has no files", async () => {
  vi.stubGlobal("process", undefined);
  await expect(writeWholeFile("save", "a.txt", "a")).rejects.toThrow(
    "save: expected to run in Node",
  );
});
