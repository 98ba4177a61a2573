import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { arrayFile, labelArray } from "../data";
import type { ArrayFile } from "../workload";
import { Parameters } from "./parameters";

const N_IN = 64;
const N_HIDDEN = 128;
const N_STEPS = 50;
const BATCH = 32;
const LENGTH = 32;

/** One recurrent layer over the sequence, a linear layer on its last state, plain gradient descent. */
export const recurrent: readonly Maker[] = (
  [
    { task: "lstm", gates: 4 },
    { task: "gru", gates: 3 },
  ] as const
).map(({ task, gates }) => ({
  name: `${task.toUpperCase()} in 64, hidden 128, length 32, batch 32, 50 steps`,
  subject: "Training",
  goals: { pytorch: 1.2, tfjs: 1, "jax-js": 1 },
  make: () => ({
    task,
    settings: { steps: N_STEPS, learningRate: 0.05, hidden: N_HIDDEN },
    arrays: {
      ...sequences(),
      ...new Parameters(task, 300 + 10 * gates)
        .uniform("in.w", [gates * N_HIDDEN, N_IN], N_HIDDEN)
        .uniform("hidden.w", [gates * N_HIDDEN, N_HIDDEN], N_HIDDEN)
        .uniform("in.b", [gates * N_HIDDEN], N_HIDDEN)
        .uniform("hidden.b", [gates * N_HIDDEN], N_HIDDEN)
        .linear("out", N_HIDDEN, 10).arrays,
    },
    repeat: 1,
    peers: ["tfjs", "jax-js", "pytorch"],
  }),
}));

/** A batch for each training step: noise in which every class leans its own way. */
function sequences(): { X: ArrayFile; y: ArrayFile } {
  const y = labelArray("sequences-y", [N_STEPS, BATCH], { classes: 10, seed: 41 });
  const X = arrayFile("sequences-X", [N_STEPS, BATCH, LENGTH, N_IN], () => {
    const labels = new RandomGenerator(41);
    const leanings = new RandomGenerator(42);
    const lean = Float32Array.from({ length: 10 * N_IN }, () => 0.5 * leanings.normal());
    const noise = new RandomGenerator(43);
    let label = 0;
    let i = 0;
    return () => {
      if (i % (LENGTH * N_IN) === 0) label = Math.floor(10 * labels.uniform());
      return lean[label * N_IN + (i++ % N_IN)]! + noise.normal();
    };
  });
  return { X, y };
}
