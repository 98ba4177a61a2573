import * as tf from "@tensorflow/tfjs-core";
import type { Workload } from "../../workload";
import { batches } from "./batches";
import { crossEntropy, linear, type Parameters, training } from "./training";

/** Both layers step by step over the sequence, with PyTorch's order of gates. */
export const lstm = training((workload) => model(workload, lstmLayer));
export const gru = training((workload) => model(workload, gruLayer));

type Layer = (p: Parameters, x: tf.Tensor3D, hidden: number) => tf.Tensor2D;

function model(workload: Workload, layer: Layer) {
  const [, size, length, nIn] = workload.arrays.X!.shape as [number, number, number, number];
  const batch = batches(workload, size, [length, nIn]);
  return {
    data: ["X", "y"],
    optimizer: (learningRate: number) => tf.train.sgd(learningRate),
    loss: (p: Parameters, step: number) => {
      const { x, targets } = batch(step);
      const last = layer(p, x as tf.Tensor3D, workload.settings.hidden!);
      return crossEntropy(linear(p, "out", last), targets);
    },
  };
}

function lstmLayer(p: Parameters, x: tf.Tensor3D, hidden: number): tf.Tensor2D {
  const inputs = fromInputs(p, x, [p["in.b"]!, p["hidden.b"]!]);
  let h: tf.Tensor2D = tf.zeros([x.shape[0], hidden]);
  let c: tf.Tensor2D = h;
  for (const input of inputs) {
    const gates = tf.add(input, tf.matMul(h, p["hidden.w"]! as tf.Tensor2D));
    const [i, f, g, o] = tf.split(gates, 4, 1) as [
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
    ];
    c = tf.add(tf.mul(tf.sigmoid(f), c), tf.mul(tf.sigmoid(i), tf.tanh(g)));
    h = tf.mul(tf.sigmoid(o), tf.tanh(c));
  }
  return h;
}

function gruLayer(p: Parameters, x: tf.Tensor3D, hidden: number): tf.Tensor2D {
  let h: tf.Tensor2D = tf.zeros([x.shape[0], hidden]);
  for (const input of fromInputs(p, x, [p["in.b"]!])) {
    const state = tf.add(tf.matMul(h, p["hidden.w"]! as tf.Tensor2D), p["hidden.b"]!);
    const [xr, xz, xn] = tf.split(input, 3, 1) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
    const [hr, hz, hn] = tf.split(state, 3, 1) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
    const r = tf.sigmoid(tf.add(xr, hr));
    const z = tf.sigmoid(tf.add(xz, hz));
    const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
    // (1 − z)·n + z·h
    h = tf.add(n, tf.mul(z, tf.sub(h, n)));
  }
  return h;
}

/** What the inputs of all places in the sequence add to the gates, in one product: a matrix for each place. */
function fromInputs(p: Parameters, x: tf.Tensor3D, biases: readonly tf.Tensor[]): tf.Tensor2D[] {
  const [batch, length, nIn] = x.shape;
  const rows = tf.reshape(tf.transpose(x, [1, 0, 2]), [length * batch, nIn]);
  let all: tf.Tensor = tf.matMul(rows, p["in.w"]! as tf.Tensor2D);
  for (const bias of biases) all = tf.add(all, bias);
  return tf.split(all as tf.Tensor2D, length, 0);
}
