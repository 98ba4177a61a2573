import * as tf from "@tensorflow/tfjs-core";
import type { Workload } from "../../workload";
import { meanAbsolute, type Task } from "../serve";
import { load } from "./load";

export function matmul({ arrays, settings }: Workload): Task {
  const [A, B] = [load(arrays.A!), load(arrays.B!)];
  const [turnA, turnB] = [settings.transposeA === 1, settings.transposeB === 1];
  return computing(() => tf.matMul(A, B, turnA, turnB));
}

/** In the layout it prefers: channels last. */
export function convolution({ arrays, settings }: Workload): Task {
  const x = tf.transpose(load(arrays.x!) as tf.Tensor4D, [0, 2, 3, 1]);
  const w = tf.transpose(load(arrays.w!) as tf.Tensor4D, [2, 3, 1, 0]);
  return computing(() => tf.conv2d(x, w, 1, settings.padding!));
}

export function add({ arrays }: Workload): Task {
  const [a, b] = [load(arrays.a!), load(arrays.b!)];
  return computing(() => tf.add(a, b));
}

export function mulSumBackward({ arrays }: Workload): Task {
  const x = load(arrays.x!);
  const gradient = tf.grad((a) => tf.sum(tf.mul(a, 2)));
  return computing(() => gradient(x));
}

function computing(compute: () => tf.Tensor): Task {
  let result: tf.Tensor | undefined;
  return {
    repetition: () => {
      result?.dispose();
      result = compute();
      result.dataSync(); // the result is computed when it is read
    },
    score: () => meanAbsolute(result!.dataSync()),
  };
}
