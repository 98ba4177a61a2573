import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import fixture from "../../fixtures/layouts.json" with { type: "json" };
import * as urls from "../dataset-urls";
import { loadThings, makeThings, readCIFAR10 } from "../index";

const PIXELS = 3 * 32 * 32;

/** A batch in the binary layout: for each picture its label and its pixels. */
function batch(pixels: Uint8Array, labels: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(labels.length * (1 + PIXELS));
  labels.forEach((label, i) => {
    bytes[i * (1 + PIXELS)] = label;
    bytes.set(pixels.subarray(i * PIXELS, (i + 1) * PIXELS), i * (1 + PIXELS) + 1);
  });
  return bytes;
}

const bytesOf = (images: Tensor) => images.data() as Uint8Array;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("roadmap DAT-018: CIFAR-10's binary and pickled batches are read, and 6,000 pictures of 32×32 in ten classes are there, drawn, with datasheet", async () => {
  // The binary layout: batches that we make, packed and not.
  const drawn = makeThings({ nSamples: 60, seed: 5 });
  const labels = drawn.labels.toArray() as number[];
  const [first, second] = [
    bytesOf(drawn.images).slice(0, 40 * PIXELS),
    bytesOf(drawn.images).slice(40 * PIXELS),
  ];
  const read = await readCIFAR10([
    batch(first, labels.slice(0, 40)),
    gzipSync(batch(second, labels.slice(40))),
  ]);
  expect(read.images.shape).toEqual([60, 3, 32, 32]);
  expect(sha256(bytesOf(read.images))).toBe(sha256(bytesOf(drawn.images)));
  expect(read.labels.toArray()).toEqual(labels);
  expect(read.classes).toHaveLength(10);

  // The layout for Python: a batch that Python and NumPy pickled.
  const pickled = await readCIFAR10(new Uint8Array(Buffer.from(fixture.protocol2, "base64")));
  expect(pickled.labels.toArray()).toEqual(fixture.labels);
  expect(pickled.images.reshape([2, 96, 32]).slice(null, null, 0).toArray()).toEqual(fixture.rows);

  // The set that comes with the package.
  const { train, test: held } = await loadThings();
  expect([train.images.shape, held.images.shape]).toEqual([
    [5000, 3, 32, 32],
    [1000, 3, 32, 32],
  ]);
  expect([train.images.dtype, train.labels.dtype]).toEqual(["uint8", "int32"]);
  expect(new Set(train.classes).size).toBe(10);
  for (const [part, each] of [
    [train, 500],
    [held, 100],
  ] as const) {
    const kinds = part.labels.toArray() as number[];
    const counts = part.classes.map((_, k) => kinds.filter((kind) => kind === k).length);
    expect(counts).toEqual(new Array(10).fill(each));
  }
  const pixels = [bytesOf(train.images), bytesOf(held.images)];
  const pictures = pixels.flatMap((bytes) =>
    Array.from({ length: bytes.length / PIXELS }, (_, i) =>
      sha256(bytes.subarray(i * PIXELS, (i + 1) * PIXELS)),
    ),
  );
  expect(new Set(pictures).size).toBe(6000);
  const sheet = readFileSync(new URL("things.md", urls.AMES_URL), "utf8");
  for (const wanted of ["**Source:**", "**Licence:** MIT", "**Missing values:** none", "Known "])
    expect(sheet).toContain(wanted);
  for (const bytes of pixels) expect(sheet).toContain(sha256(bytes));
});
