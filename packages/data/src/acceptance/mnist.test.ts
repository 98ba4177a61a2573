import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { loadDigits, makeStrokeDigits, readMNIST } from "../index";

/** An IDX file of bytes, packed with gzip. */
function idx(shape: readonly number[], content: Iterable<number>): Uint8Array {
  const head = [0, 0, 8, shape.length];
  for (const n of shape) head.push(n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);
  return gzipSync(Uint8Array.from([...head, ...content]));
}

test("roadmap DAT-017: digits bundled and drawn, and the files of MNIST read", async () => {
  expect((await loadDigits()).images.shape).toEqual([1797, 8, 8]);
  const drawn = makeStrokeDigits({ nSamples: 50, seed: 1 });
  expect(drawn.images.shape).toEqual([50, 28, 28]);

  const folder = mkdtempSync(join(tmpdir(), "gradus-mnist-"));
  const [images, labels] = ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"].map(
    (name) => join(folder, name),
  ) as [string, string];
  writeFileSync(images, idx([50, 28, 28], drawn.images.data()));
  writeFileSync(labels, idx([50], drawn.labels.data()));
  const read = await readMNIST(images, labels);
  rmSync(folder, { recursive: true });
  expect(read.images.toArray()).toEqual(drawn.images.toArray());
  expect(read.labels.toArray()).toEqual(drawn.labels.toArray());
});
