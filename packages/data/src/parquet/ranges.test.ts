import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ValueError } from "@gradus/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DataFrame } from "../frame/data-frame";
import { readParquet } from "./read-parquet";
import { encodeParquet } from "./write-parquet";

const N = 60_000;
const table = DataFrame.fromColumns({
  x: Float64Array.from({ length: N }, (_, i) => Math.sin(i)),
  y: Float64Array.from({ length: N }, (_, i) => Math.cos(i)),
  z: Float64Array.from({ length: N }, (_, i) => Math.tan(i)),
});
const bytes = encodeParquet(table, { codec: "none" });
let sent = 0;

/** Gives the file in ranges, "/whole" always all of it, "/short" too little. */
const server = createServer((request, response) => {
  const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "");
  const isWhole = range === null || request.url === "/whole";
  const [start, end] = isWhole ? [0, bytes.length] : [Number(range[1]), Number(range[2]) + 1];
  const isCut = request.url === "/short" && end - start > 100;
  const part = bytes.subarray(start, isCut ? end - 50 : end);
  sent += part.length;
  const about = isWhole ? {} : { "content-range": `bytes ${start}-${end - 1}/${bytes.length}` };
  response.writeHead(isWhole ? 200 : 206, about).end(part);
});
const address = (path: string) =>
  `http://localhost:${(server.address() as AddressInfo).port}/${path}`;

beforeAll(() => new Promise<void>((ready) => server.listen(0, "localhost", ready)));
afterAll(() => void server.close());

describe("Parquet in ranges of bytes", () => {
  test("from a server only the footer and the columns asked for", async () => {
    sent = 0;
    const y = await readParquet(address("part"), { columns: ["y"] });
    expect(y.columns).toEqual(["y"]);
    expect(y.column("y").toArray()).toEqual(table.column("y").toArray());
    expect(bytes.length).toBeGreaterThan(24 * N);
    expect(sent).toBeLessThan(8 * N + 100_000);
  });

  test("from a server that gives no ranges, the whole", async () => {
    const y = await readParquet(address("whole"), { columns: ["y"] });
    expect(y.column("y").at(-1)).toBe(Math.cos(N - 1));
  });

  test("a server that sends too little is an error", async () => {
    const read = readParquet(address("short"));
    await expect(read).rejects.toThrow(ValueError);
    await expect(readParquet(address("short"))).rejects.toThrow(
      /bytes of it, got \d+ with status 206/,
    );
  });

  test("from a file and a Blob, packed or not; what is no Parquet is an error", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gradus-ranges-"));
    try {
      const [plain, packed] = [join(folder, "t.parquet"), join(folder, "t.parquet.gz")];
      writeFileSync(plain, bytes);
      writeFileSync(packed, gzipSync(bytes));
      for (const source of [plain, packed, new Blob([bytes as Uint8Array<ArrayBuffer>])]) {
        expect((await readParquet(source, { columns: ["z"] })).column("z").at(1)).toBe(Math.tan(1));
      }
      writeFileSync(plain, "no table");
      await expect(readParquet(plain)).rejects.toThrow(`cannot read ${plain} as Parquet`);
      await expect(readParquet(join(folder, "none"))).rejects.toThrow(ValueError);
      await expect(readParquet(folder)).rejects.toThrow(ValueError);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
