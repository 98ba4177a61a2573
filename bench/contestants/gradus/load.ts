import { type Tensor, tensor } from "@gradus/tensor";
import type { ArrayFile } from "../../workload";
import { meanAbsolute, readArray, type Task } from "../serve";

/** The array of a data file, float32. */
export function load(file: ArrayFile): Tensor {
  return tensor(readArray(file)).reshape([...file.shape]);
}

/** All of a workload's arrays. */
export function loadAll(files: Readonly<Record<string, ArrayFile>>): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, load(file)]));
}

/** A task that computes one thing again and again; its score is a checksum of the tensor that `part` picks. */
export function computing<T>(compute: () => T, part: (result: T) => Tensor): Task {
  let result: T;
  return {
    repetition: () => {
      result = compute();
    },
    score: () => meanAbsolute(part(result).data()),
  };
}
