import * as tf from "@tensorflow/tfjs-core";
import type { Workload } from "../../workload";
import { readArray } from "../serve";

/**
 * Batches in order from files X and y of class numbers below 10, the latter one-hot. They go in anew every step:
 * a slice of a large tensor takes it far longer.
 */
export function batches({ arrays }: Workload, size: number, shape: readonly number[]) {
  const X = readArray(arrays.X!);
  const y = Int32Array.from(readArray(arrays.y!));
  const width = X.length / y.length;
  return (step: number) => {
    const [from, to] = [step * size, (step + 1) * size];
    const labels = tf.tensor1d(y.slice(from, to), "int32");
    return {
      x: tf.tensor(X.slice(from * width, to * width), [size, ...shape]),
      targets: tf.cast(tf.oneHot(labels, 10), "float32") as tf.Tensor2D,
    };
  };
}
