import { readFile } from "node:fs/promises";
import { initialParams } from "@gradus/course-kit";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { runCell } from "../../../tools/content/run-cell";
import bytesFigure from "./figures/bytes-of-a-text";
import halfWritten from "./figures/half-written";
import { NEW, OLD, totalOf } from "./prices";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const printed = async (name: string) =>
  (await runCell(await readFile(new URL(`demos/${name}.ts`, import.meta.url), "utf8"))).logged;

test("text: ü is C3 BC, by hand, in the cells and read wrongly", async () => {
  says("`11000011 10111100`. In hexadecimal that is C3 BC");
  expect([0b11000011, 0b10111100]).toEqual([...new TextEncoder().encode("ü")]);
  expect([252, 0xc3, 0xbc]).toEqual([3 * 64 + 60, 0xc0 + 3, 0x80 + 60]);
  says("C3 is Ã and BC is ¼");
  expect(new TextDecoder("windows-1252").decode(Uint8Array.of(0xc3, 0xbc))).toBe("Ã¼");
  const lines = await printed("text");
  expect(lines[1]).toContain('"id":9007199254740992,"town":"ZÃ¼rich"');
  expect(lines).toContain("ü U+00FC → c3 bc");
  expect(lines).toContain("the same: true");
  says("an emoji has the length 2");
  expect(lines).toContain("😀 { seen: 1, codePoints: 1, length: 2, bytes: 4 }");
});

test("files: 13 bytes, half characters, and half a table", async () => {
  says("it writes the same 13 bytes");
  const lines = await printed("files");
  expect(lines[0]).toBe("13 bytes: 5a c3 bc 72 69 63 68 20 f0 9f 98 80 a");
  expect(lines).toContain("each part by itself:  Z��rich");
  expect(lines).toContain("with { stream: true }: Zürich");
  expect(lines).toContain("several parts, 50000 lines");
  says("The sum is \\$215,010 in place of \\$492,000");
  expect(lines).toContain("sum of the prices: 215010");
  expect(lines.at(-1)).toBe("sum now: 492000");
});

test("tables and arrays: the same by hand and by the library", async () => {
  const tables = await printed("tables");
  says("Four fields went in");
  expect(tables[0]).toMatch(/^5 fields by split/);
  says("$2^{53} = 9{,}007{,}199{,}254{,}740{,}992$, and the next one is lost");
  expect(2 ** 53).toBe(9_007_199_254_740_992);
  expect(tables).toContain("large integer 9007199254740992");
  const arrays = await printed("arrays");
  expect(arrays).toContain("the same: true");
  says("Eight bytes a number and 128 for the header: less than half of the CSV");
  const kilobytes = (name: string) =>
    Number(/[\d.]+(?= kB)/.exec(arrays.find((line) => line.startsWith(name))!));
  expect(kilobytes(".npy")).toBeCloseTo(80.128, 1);
  expect(kilobytes(".npy")).toBeLessThan(kilobytes("CSV") / 2);
});

test("the figures say what they show", () => {
  const start = initialParams(bytesFigure.controls);
  const say = (params: typeof start) => bytesFigure.describe(bytesFigure.model(params), params);
  expect(say(start)).toContain(
    "has 15 bytes in UTF-8: 5A C3 BC 72 69 63 68 20 E6 9D B1 F0 9F 98 80",
  );
  expect(say({ ...start, cut: 2 })).toContain("the parts say “Z�” and “�rich 東😀”");
  expect(say({ ...start, reader: "windows-1252" })).toContain("“ZÃ¼rich");
  expect(say({ ...start, text: "" })).toBe("No text, no bytes.");
  const first = initialParams(halfWritten.controls);
  const tell = (params: typeof first) => halfWritten.describe(halfWritten.model(params), params);
  expect(tell({ ...first, after: 27 })).toContain("part of a table, and no error");
  expect(tell({ ...first, after: NEW.length })).toContain("the new table: 4 rows");
  const copied = { ...first, way: "a copy, then rename" };
  for (let after = 0; after < NEW.length; after++) {
    expect(halfWritten.model({ ...copied, after }).file).toBe(OLD);
  }
  expect(totalOf(NEW).sum).toBe(626_000);
  expect(totalOf(NEW.slice(0, 26))).toEqual({ rows: 2, sum: 215_105 });
});
