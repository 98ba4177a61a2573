import * as tf from "@tensorflow/tfjs-core";
import type { ArrayFile } from "../../workload";
import { readArray } from "../serve";

export function load(file: ArrayFile): tf.Tensor {
  return tf.tensor(readArray(file), [...file.shape]);
}
