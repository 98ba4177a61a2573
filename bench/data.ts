import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { RandomGenerator } from "@gradus/core";
import type { ArrayFile } from "./workload";

const folder = fileURLToPath(new URL("./data", import.meta.url));

/** Standard normal numbers of this shape; the file is made once. */
export function normalArray(name: string, shape: readonly number[], seed: number): ArrayFile {
  const random = new RandomGenerator(seed);
  return writeOnce(name, shape, () => random.normal());
}

/** Features X (standard normal) and targets y = Xw + b + noise, nSamples × nFeatures. */
export function regressionArrays(
  nSamples: number,
  nFeatures: number,
): { X: ArrayFile; y: ArrayFile } {
  const random = new RandomGenerator(1);
  const coef = Array.from({ length: nFeatures }, () => 10 * random.normal());
  const targets = new Float64Array(nSamples);
  let i = 0;
  const X = writeOnce(`regression-${nSamples}x${nFeatures}-X`, [nSamples, nFeatures], () => {
    const value = Math.fround(random.normal());
    targets[Math.floor(i / nFeatures)]! += value * coef[i % nFeatures]!;
    i += 1;
    return value;
  });
  const noise = new RandomGenerator(2);
  let row = 0;
  const y = writeOnce(
    `regression-${nSamples}x${nFeatures}-y`,
    [nSamples],
    () => targets[row++]! + 3 + 20 * noise.normal(),
  );
  return { X, y };
}

function writeOnce(name: string, shape: readonly number[], next: () => number): ArrayFile {
  const path = join(folder, `${name}.f32`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const size = shape.reduce((a, b) => a * b, 1);
    writeFileSync(path, Float32Array.from({ length: size }, next));
  }
  return { path, shape };
}
