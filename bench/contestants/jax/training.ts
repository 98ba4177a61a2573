import { blockUntilReady, jit, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import type { Workload } from "../../workload";
import { readArray, type Task } from "../serve";
import { trainingTask } from "../training-task";
import { loadParameters } from "./load";

export type Parameters = Record<string, np.Array>;

/** The data of a training step: inputs, and targets one-hot. */
export interface Batch {
  readonly x: np.Array;
  readonly targets: np.Array;
}

export interface Model {
  /** The names of arrays that are not parameters. */
  readonly data: readonly string[];
  /** Consumes its arguments, every parameter once. */
  loss(parameters: Parameters, x: np.Array, targets: np.Array): np.Array;
  batch(step: number): Batch;
  /** Default plain gradient descent. */
  readonly optimizer?: "adam";
}

/** Every step is one compiled function. */
export function training(make: (workload: Workload) => Model) {
  return (workload: Workload): Task => {
    const { learningRate } = workload.settings;
    const model = make(workload);
    const initial = loadParameters(workload.arrays, model.data);
    const step =
      model.optimizer === "adam" ? adamStep(model, learningRate!) : sgdStep(model, learningRate!);
    let loss = Number.NaN;
    let state: State = {};
    return trainingTask(workload, {
      warmUpSteps: 2,
      start: () => {
        state = step.start(initial);
      },
      step: async (index) => {
        const { x, targets } = model.batch(index);
        const [next, value] = step.run(state, x, targets);
        state = next;
        // Waiting for every step keeps its queue short: without that a step takes twenty times as long.
        loss = ((await value.data()) as Float32Array)[0]!;
      },
      finish: async () => {
        await blockUntilReady(state);
        tree.dispose(state);
      },
      loss: () => loss,
    });
  };
}

type State = Record<string, Parameters>;

interface Step {
  start(initial: Parameters): State;
  run(state: State, x: np.Array, targets: np.Array): [State, np.Array];
}

function sgdStep(model: Model, learningRate: number): Step {
  const compiled = jit((p: Parameters, x: np.Array, targets: np.Array) => {
    const [loss, g] = valueAndGrad(model.loss)(tree.ref(p), x, targets) as [np.Array, Parameters];
    const next = mapNames(p, (name) => p[name]!.sub(g[name]!.mul(learningRate)));
    return [next, loss] as [Parameters, np.Array];
  });
  return {
    start: (initial) => ({ p: tree.ref(initial) }),
    run: ({ p }, x, targets) => {
      const [next, loss] = compiled(p!, x, targets);
      return [{ p: next }, loss];
    },
  };
}

/** Adam with β 0.9 and 0.999; the corrections for the number of the step come in from outside. */
function adamStep(model: Model, learningRate: number): Step {
  type Three = { p: Parameters; m: Parameters; v: Parameters };
  const compiled = jit(
    ({ p, m, v }: Three, corrections: np.Array, x: np.Array, targets: np.Array) => {
      const [loss, g] = valueAndGrad(model.loss)(tree.ref(p), x, targets) as [np.Array, Parameters];
      const m1 = mapNames(p, (name) => m[name]!.mul(0.9).add(g[name]!.ref.mul(0.1)));
      const v1 = mapNames(p, (name) => v[name]!.mul(0.999).add(np.square(g[name]!).mul(0.001)));
      const [byM, byV] = [corrections.ref.slice(0), corrections.slice(1)];
      const p1 = mapNames(p, (name) => {
        const root = np.sqrt(v1[name]!.ref.div(byV.ref)).add(1e-8);
        return p[name]!.sub(m1[name]!.ref.div(byM.ref).mul(learningRate).div(root));
      });
      byM.dispose();
      byV.dispose();
      return [{ p: p1, m: m1, v: v1 }, loss] as [Three, np.Array];
    },
  );
  let count = 0;
  return {
    start: (initial) => {
      count = 0;
      const zeros = () => mapNames(initial, (name) => np.zeros(initial[name]!.shape));
      return { p: tree.ref(initial), m: zeros(), v: zeros() };
    },
    run: (state, x, targets) => {
      count += 1;
      const corrections = np.array([1 - 0.9 ** count, 1 - 0.999 ** count]);
      return compiled(state as Three, corrections, x, targets);
    },
  };
}

function mapNames(like: Parameters, value: (name: string) => np.Array): Parameters {
  return Object.fromEntries(Object.keys(like).map((name) => [name, value(name)]));
}

/** The mean of −log softmax(logits) at the targets. */
export function crossEntropy(logits: np.Array, targets: np.Array): np.Array {
  const [n] = logits.shape;
  return nn
    .logSoftmax(logits)
    .mul(targets)
    .sum()
    .mul(-1 / n!);
}

/** x·Wᵀ + b, consuming the layer's two parameters. */
export function linear(p: Parameters, name: string, x: np.Array): np.Array {
  return np.matmul(x, p[`${name}.w`]!.transpose()).add(p[`${name}.b`]!);
}

/** Batches in order from files X and y of class numbers below 10. */
export function batches({ arrays }: Workload, size: number, shape: readonly number[]) {
  const X = readArray(arrays.X!);
  const y = readArray(arrays.y!);
  const width = X.length / y.length;
  return (step: number): Batch => {
    const [from, to] = [step * size, (step + 1) * size];
    const x = np.array(X.slice(from * width, to * width)).reshape([size, ...shape]);
    return { x, targets: oneHot(y.subarray(from, to), 10) };
  };
}

export function oneHot(labels: ArrayLike<number>, classes: number): np.Array {
  const values = new Float32Array(labels.length * classes);
  for (let i = 0; i < labels.length; i++) values[i * classes + labels[i]!] = 1;
  return np.array(values).reshape([labels.length, classes]);
}
