import { numpy as np } from "@jax-js/jax";
import type { ArrayFile } from "../../workload";
import { meanAbsolute, readArray } from "../serve";

export function load(file: ArrayFile): np.Array {
  return np.array(readArray(file)).reshape([...file.shape]);
}

/** All of these arrays but the data. */
export function loadParameters(
  files: Readonly<Record<string, ArrayFile>>,
  data: readonly string[],
): Record<string, np.Array> {
  const names = Object.keys(files).filter((name) => !data.includes(name));
  return Object.fromEntries(names.map((name) => [name, load(files[name]!)]));
}

export async function checksum(array: np.Array): Promise<number> {
  return meanAbsolute((await array.ref.data()) as Float32Array);
}
