import { mkdtemp, readdir, rm, writeFile as writeRaw } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ParameterError, ValueError } from "@gradus/core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { readFile, removeFile, streamFile, temporaryFolder, writeFile } from "./named-files";

// What browsers do is tested in one: studio/web/e2e/tables.e2e.test.ts.

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradus-files-"));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => vi.unstubAllGlobals());

const text = async (path: string) => new TextDecoder().decode(await readFile(path));

describe("files in Node", () => {
  test("text is written in UTF-8, bytes as they are, and folders are made", async () => {
    await writeFile(`${folder}/new/deep/a.txt`, "Zürich 😀");
    expect([...(await readFile(`${folder}/new/deep/a.txt`))].slice(1, 3)).toEqual([0xc3, 0xbc]);
    const bytes = Uint8Array.of(0xff, 0, 13, 10);
    await writeFile(`${folder}/bytes`, bytes);
    expect(await readFile(`${folder}/bytes`)).toEqual(bytes);
    await writeFile(`${folder}/bytes`, "");
    expect(await readFile(`${folder}/bytes`)).toEqual(new Uint8Array());
  });

  test("a stream gives all bytes in parts, and can be left", async () => {
    const bytes = Uint8Array.from({ length: 150_000 }, (_, i) => i % 251);
    await writeFile(`${folder}/long`, bytes);
    const parts: Uint8Array[] = [];
    const reader = (await streamFile(`${folder}/long`)).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
    }
    expect(parts.length).toBeGreaterThan(1);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    await (await streamFile(`${folder}/long`)).cancel();
  });

  test("a file that cannot be written stays as it was, and leaves nothing beside it", async () => {
    await writeFile(`${folder}/full/inside.txt`, "old");
    await expect(writeFile(`${folder}/full`, "new")).rejects.toThrow(ValueError);
    await expect(writeFile(`${folder}/full/inside.txt/no`, "new")).rejects.toThrow(ValueError);
    expect(await text(`${folder}/full/inside.txt`)).toBe("old");
    const names = [...(await readdir(folder)), ...(await readdir(`${folder}/full`))];
    expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("writers at the same time: one of them wins as a whole", async () => {
    const contents = ["a", "b", "c"].map((letter) => letter.repeat(50_000));
    await Promise.all(contents.map((content) => writeFile(`${folder}/race`, content)));
    expect(contents).toContain(await text(`${folder}/race`));
  });

  test("removes files, also those that are not there, but no folders", async () => {
    await writeRaw(join(folder, "once"), "x");
    await removeFile(`${folder}/once`);
    await removeFile(`${folder}/once`);
    await expect(removeFile(folder)).rejects.toThrow(ValueError);
    await expect(readFile(`${folder}/once`)).rejects.toThrow(
      /^readFile: cannot read .*once: ENOENT/,
    );
    await expect(streamFile(`${folder}/once`)).rejects.toThrow(ValueError);
  });

  test("refuses other paths and contents", async () => {
    await expect(readFile("")).rejects.toThrow(ParameterError);
    await expect(streamFile(3 as never)).rejects.toThrow(ParameterError);
    await expect(removeFile(undefined as never)).rejects.toThrow(ParameterError);
    await expect(writeFile(`${folder}/a`, { a: 1 } as never)).rejects.toThrow(ParameterError);
    await expect(writeFile("", "a")).rejects.toThrow(ParameterError);
  });
});

test("where there are no files, an error says so", async () => {
  expect(temporaryFolder()).toBe(tmpdir());
  vi.stubGlobal("process", undefined);
  vi.stubGlobal("navigator", {});
  expect(temporaryFolder()).toBe("tmp");
  const expected = "expected to run in Node or in a browser's secure page";
  await expect(writeFile("a", "b")).rejects.toThrow(`writeFile: ${expected}`);
  await expect(readFile("a")).rejects.toThrow(ValueError);
});
