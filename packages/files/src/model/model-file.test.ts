import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ValueError } from "@gradus/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadModel, saveModel } from "./load-and-save";
import { decodeModel, encodeModel } from "./model-file";
import { sha256 } from "./sha-256";

const saved = (json: unknown) => encodeModel({ toJSON: () => json as object });
const same = (json: object) => json;
const through = (json: object) => decodeModel(saved(json), same);

const LISTS = {
  bytes: [0, 1, 255, 4, 5, 6, 7, 8],
  integers: [0, -1, 2 ** 31 - 1, -(2 ** 31), 5, 6, 7, 300],
  singles: [0.5, -0.25, "NaN", "Infinity", "-Infinity", "-0", 2, 3],
  doubles: [0.1, 1e300, 5e-324, 2 ** 53, -1 / 3, "NaN", "-0", 8],
  texts: ["NaN", "a", "b", "c", "d", "e", "f", "g"],
  short: [1, 2, 3],
  nested: { deep: [Array.from({ length: 20 }, (_, i) => i / 7)], none: null, é: "😀", yes: true },
};

describe("model files", () => {
  test("give back every value, long lists of numbers from bytes", () => {
    expect(through(LISTS)).toEqual(LISTS);
    const bytes = saved({ of: Array.from({ length: 1000 }, (_, i) => Math.sin(i)) });
    expect(bytes.length).toBeLessThan(8000 + 200);
    expect(saved({ of: new Array(1000).fill(7) }).length).toBeLessThan(1000 + 200);
  });

  test("give back any JSON", () => {
    const numbers = fc.array(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        fc.integer(),
        fc.constantFrom("NaN", "Infinity", "-Infinity", "-0"),
      ),
      { minLength: 6, maxLength: 30 },
    );
    const contents = fc.record({ numbers, rest: fc.jsonValue() });
    fc.assert(
      fc.property(contents, (content) => {
        expect(through(content)).toEqual(JSON.parse(JSON.stringify(content)));
      }),
    );
  });

  test("refuse what was cut off anywhere, and any bit that was turned", () => {
    const bytes = saved(LISTS);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeModel(bytes.subarray(0, length), same)).toThrow(ValueError);
    }
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const damaged = bytes.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => decodeModel(damaged, same)).toThrow(ValueError);
    }
    // A Buffer of Node's shares its memory with its slices.
    const pooled = Buffer.concat([Buffer.from("before"), bytes]).subarray(6);
    expect(decodeModel(pooled, same)).toEqual(LISTS);
    expect(decodeModel(pooled, same)).toEqual(LISTS);
    const longer = new Uint8Array([...bytes, 0]);
    expect(() => decodeModel(longer, same)).toThrow("the file was cut off or is damaged");
  });

  test("say what is wrong", () => {
    const bytes = saved(LISTS);
    const other = new TextEncoder().encode(JSON.stringify(LISTS));
    expect(() => decodeModel(other, same)).toThrow(
      "decodeModel: expected the bytes of a model file",
    );
    const newer = bytes.slice();
    newer[8] = 2;
    expect(() => decodeModel(newer, same)).toThrow("a model file of version 1, got version 2");
    const cut = bytes.subarray(0, bytes.length - 1);
    expect(() => decodeModel(cut, same)).toThrow("cut off");
    const edited = bytes.slice();
    edited[edited.length - 1]! ^= 1;
    expect(() => decodeModel(edited, same)).toThrow("got another SHA-256 checksum");
    expect(() => encodeModel({} as never)).toThrow("encodeModel: expected an estimator, got");
    const read = () => {
      throw new ValueError("unknown model");
    };
    expect(() => decodeModel(bytes, read)).toThrow("unknown model");
  });

  test("refuse a file that somebody made up, checksum and all", () => {
    for (const place of [
      ["f64", 0, 1e9],
      ["f64", -8, 1],
      ["f64", 0.5, 1],
      ["i64", 0, 1],
      ["u8", 0, -1],
    ]) {
      const bytes = saved({ content: { $numbers: place } });
      expect(() => decodeModel(bytes, same)).toThrow("expected numbers within the file");
    }
    const bytes = saved({ a: 1 });
    bytes.set([0xff], 57);
    expect(() => decodeModel(resealed(bytes), same)).toThrow("expected a header of JSON");
    const long = saved({ a: 1 });
    new DataView(long.buffer).setUint32(12, 2 ** 31, true);
    expect(() => decodeModel(resealed(long), same)).toThrow("expected a header within the file");
  });

  test("are written whole or not at all", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gradus-model-"));
    const path = join(folder, "m.gradus");
    await saveModel(path, { toJSON: () => LISTS });
    expect(await loadModel(path, same)).toEqual(LISTS);
    const function_ = () => {
      throw new ValueError("cannot be saved");
    };
    await expect(saveModel(path, { toJSON: function_ })).rejects.toThrow("cannot be saved");
    expect(await loadModel(new Blob([await readFile(path)]), same)).toEqual(LISTS);
    expect(await readdir(folder)).toEqual(["m.gradus"]);
    await writeFile(path, (await readFile(path)).subarray(0, 100));
    await expect(loadModel(path, same)).rejects.toThrow(`loadModel: ${path}: expected`);
    await expect(loadModel(join(folder, "none"), same)).rejects.toThrow(ValueError);
    await rm(folder, { recursive: true });
  });
});

/** The bytes with the checksum that belongs to them. */
function resealed(bytes: Uint8Array): Uint8Array {
  const content = bytes.slice();
  content.fill(0, 24, 56);
  content.set(sha256(content), 24);
  return content;
}
