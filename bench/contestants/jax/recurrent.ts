import { nn, numpy as np } from "@jax-js/jax";
import type { Workload } from "../../workload";
import { batches, crossEntropy, linear, type Parameters, training } from "./training";

/** Both layers unrolled over the sequence, with PyTorch's order of gates. */
export const lstm = training((workload) => model(workload, lstmLayer));
export const gru = training((workload) => model(workload, gruLayer));

type Layer = (p: Parameters, x: np.Array, hidden: number) => np.Array;

function model(workload: Workload, layer: Layer) {
  const [, batch, length, nIn] = workload.arrays.X!.shape as [number, number, number, number];
  return {
    data: ["X", "y"],
    batch: batches(workload, batch, [length, nIn]),
    loss: (p: Parameters, x: np.Array, targets: np.Array) =>
      crossEntropy(linear(p, "out", layer(p, x, workload.settings.hidden!)), targets),
  };
}

function lstmLayer(p: Parameters, x: np.Array, hidden: number): np.Array {
  const [batch, length] = x.shape as [number, number, number];
  const inputs = np.matmul(x, p["in.w"]!.transpose()).add(p["in.b"]!).add(p["hidden.b"]!);
  const w = p["hidden.w"]!.transpose();
  let h = np.zeros([batch, hidden]);
  let c = np.zeros([batch, hidden]);
  for (let t = 0; t < length; t++) {
    const gates = inputs.ref.slice([], t).add(np.matmul(h, w.ref));
    const [i, f, g, o] = np.split(gates, 4, 1) as [np.Array, np.Array, np.Array, np.Array];
    c = nn
      .sigmoid(f)
      .mul(c)
      .add(nn.sigmoid(i).mul(np.tanh(g)));
    h = nn.sigmoid(o).mul(np.tanh(c.ref));
  }
  for (const used of [inputs, w, c]) used.dispose();
  return h;
}

function gruLayer(p: Parameters, x: np.Array, hidden: number): np.Array {
  const [batch, length] = x.shape as [number, number, number];
  const inputs = np.matmul(x, p["in.w"]!.transpose()).add(p["in.b"]!);
  const w = p["hidden.w"]!.transpose();
  const b = p["hidden.b"]!;
  let h = np.zeros([batch, hidden]);
  for (let t = 0; t < length; t++) {
    const fromInput = np.split(inputs.ref.slice([], t), 3, 1);
    const fromState = np.split(np.matmul(h.ref, w.ref).add(b.ref), 3, 1);
    const r = nn.sigmoid(fromInput[0]!.add(fromState[0]!));
    const z = nn.sigmoid(fromInput[1]!.add(fromState[1]!));
    const n = np.tanh(fromInput[2]!.add(r.mul(fromState[2]!)));
    // (1 − z)·n + z·h
    h = n.ref.add(z.mul(h.sub(n)));
  }
  for (const used of [inputs, w, b]) used.dispose();
  return h;
}
