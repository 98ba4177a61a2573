import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { copyEmptyDatabase, readEmptyDatabase } from "./empty-database";

const root = mkdtempSync(join(tmpdir(), "gradus-empty-"));
const ready = { folder: join(root, "ready"), archive: join(root, "ready.tar") };
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("an empty database that the build has not made yet leaves everything as it is", () => {
  copyEmptyDatabase(ready, join(root, "first"));
  expect(existsSync(join(root, "first"))).toBe(false);
  expect(readEmptyDatabase(ready)).toBeUndefined();
});

test("an empty database is copied with its folders", () => {
  mkdirSync(join(ready.folder, "base/5"), { recursive: true });
  writeFileSync(join(ready.folder, "base/5/112"), "rows");
  copyEmptyDatabase(ready, join(root, "second"));
  expect(readdirSync(join(root, "second"), { recursive: true }).sort()).toEqual([
    "base",
    "base/5",
    "base/5/112",
  ]);
});

test("what cannot be copied to its end leaves nothing behind, so that a database is created", () => {
  // A name that a folder has already, and a file cannot take.
  mkdirSync(join(root, "third/base/5/112"), { recursive: true });
  copyEmptyDatabase(ready, join(root, "third"));
  expect(existsSync(join(root, "third"))).toBe(false);
});
