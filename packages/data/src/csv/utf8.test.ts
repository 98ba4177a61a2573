import { ParseError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { readCSV } from "./read-csv";
import { readCSVChunks } from "./read-csv-chunks";

const encoder = new TextEncoder();

/** A text in which every ¤ stands for these bytes. */
function withBytes(text: string, ...wrong: number[]): Uint8Array {
  const parts = text.split("¤").flatMap((part, k) => {
    const bytes = [...encoder.encode(part)];
    return k === 0 ? bytes : [...wrong, ...bytes];
  });
  return Uint8Array.from(parts);
}

/** Rows enough for the kernel, and one that is given among them. */
function longText(row: string): string {
  const rows = Array.from({ length: 40_000 }, (_, i) => `${i},Zürich ${i}`);
  rows[29_999] = row;
  return `id,town\n${rows.join("\n")}\n`;
}

async function readInParts(bytes: Uint8Array, partSize = 1000): Promise<number> {
  const parts = Array.from({ length: Math.ceil(bytes.length / partSize) }, (_, k) =>
    bytes.slice(k * partSize, (k + 1) * partSize),
  );
  const source = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
  let nRows = 0;
  for await (const table of readCSVChunks(source, { chunkRows: 7000 })) nRows += table.nRows;
  return nRows;
}

describe("bytes that are not UTF-8", () => {
  const cases = [
    ["in a text", "town,n\nBern,1\nZ¤rich,2\n", [0xfc], "3:2", "0xFC"],
    ["in a quoted text of two lines", 'n,town\n1,"so\nZ¤rich"\n', [0xfc], "3:2", "0xFC"],
    ["in a column of numbers", "n,town\n1,Bern\n2¤,Thun\n", [0xa0], "3:2", "0xA0"],
    ["in the header", "town,m¤\nBern,1\n", [0xb2], "1:7", "0xB2"],
    ["a character that is cut off", "n,town\n1,Gen¤\n", [0xc3], "2:6", "0xC3"],
    ["half of a surrogate pair", "n,town\n1,¤\n", [0xed, 0xa0, 0x80], "2:3", "0xED"],
    ["in row 30,000", longText("29999,Z¤rich"), [0xfc], "30001:8", "0xFC"],
    ["for a number in row 30,000", longText("¤,Bern"), [0xff], "30001:1", "0xFF"],
  ] as const;

  test.each(cases)("%s", async (_name, text, wrong, place, got) => {
    const bytes = withBytes(text, ...wrong);
    const message = `${place}: expected text in UTF-8, got the byte ${got}; say its encoding`;
    for (const read of [() => readCSV(bytes), () => readInParts(bytes)]) {
      const error: unknown = await read().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ParseError);
      expect((error as ParseError).message).toContain(message);
    }
  });

  test("a character that two parts of a file share is whole", async () => {
    const bytes = encoder.encode("n,town\n1,Zürich\n2,😀\n");
    for (const partSize of [1, 2, 3, 5]) expect(await readInParts(bytes, partSize)).toBe(2);
  });
});
