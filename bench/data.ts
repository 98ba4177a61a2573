import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { RandomGenerator } from "@gradus/core";
import type { ArrayFile } from "./workload";

const folder = fileURLToPath(new URL("./data", import.meta.url));

/** Standard normal numbers of this shape; the file is made once. */
export function normalArray(name: string, shape: readonly number[], seed: number): ArrayFile {
  return arrayFile(name, shape, () => {
    const random = new RandomGenerator(seed);
    return () => random.normal();
  });
}

/** Numbers spread evenly over ±limit. */
export function uniformArray(
  name: string,
  shape: readonly number[],
  { limit, seed }: { limit: number; seed: number },
): ArrayFile {
  return arrayFile(name, shape, () => {
    const random = new RandomGenerator(seed);
    return () => limit * (2 * random.uniform() - 1);
  });
}

/** The same number everywhere, as biases and gains begin. */
export function constantArray(name: string, shape: readonly number[], value: number): ArrayFile {
  return arrayFile(name, shape, () => () => value);
}

/** Whole numbers 0 … classes − 1, evenly drawn. */
export function labelArray(
  name: string,
  shape: readonly number[],
  { classes, seed }: { classes: number; seed: number },
): ArrayFile {
  return arrayFile(name, shape, () => {
    const random = new RandomGenerator(seed);
    return () => Math.floor(classes * random.uniform());
  });
}

/** An array in a file of its own. `start` is called, and draws numbers, only if the file is not there yet. */
export function arrayFile(
  name: string,
  shape: readonly number[],
  start: () => () => number,
): ArrayFile {
  const path = join(folder, `${name}-${shape.join("x")}.f32`);
  if (!existsSync(path)) {
    const values = new Float32Array(shape.reduce((a, b) => a * b, 1));
    const next = start();
    for (let i = 0; i < values.length; i++) values[i] = next();
    mkdirSync(folder, { recursive: true });
    // Whole or not at all: an interrupted run must not leave half a file.
    writeFileSync(`${path}.part`, values);
    renameSync(`${path}.part`, path);
  }
  return { path, shape };
}

/** A text of a header and `shape[0]` lines, in a file of its own, which `start` is called for if it is not there yet. */
export function textFile(
  name: string,
  shape: readonly [number, number],
  start: () => (line: number) => string,
): ArrayFile {
  const path = join(folder, `${shape.join("x")}-${name}`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const file = openSync(`${path}.part`, "w");
    const lineAt = start();
    let text = "";
    for (let line = 0; line <= shape[0]; line++) {
      text += `${lineAt(line)}\n`;
      if (text.length < 2 ** 20 && line < shape[0]) continue;
      writeFileSync(file, text);
      text = "";
    }
    closeSync(file);
    renameSync(`${path}.part`, path);
  }
  return { path, shape };
}
