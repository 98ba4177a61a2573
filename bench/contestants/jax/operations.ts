import { grad, lax, numpy as np, vjp } from "@jax-js/jax";
import type { Workload } from "../../workload";
import type { Task } from "../serve";
import { checksum, load } from "./load";

export function matmul({ arrays, settings }: Workload): Task {
  const A = load(arrays.A!);
  const B = load(arrays.B!);
  const turned = (X: np.Array, turn: number | undefined) => (turn ? np.matrixTranspose(X) : X);
  return computing(() => {
    return np.matmul(turned(A.ref, settings.transposeA), turned(B.ref, settings.transposeB));
  });
}

export function convolution({ arrays, settings }: Workload): Task {
  const x = load(arrays.x!);
  const w = load(arrays.w!);
  return computing(() => convolve(x.ref, w.ref, settings.padding!));
}

export function convolutionGradients({ arrays, settings }: Workload): Task {
  const [x, w, gy] = [load(arrays.x!), load(arrays.w!), load(arrays.gy!)];
  const layer = (a: np.Array, b: np.Array) => convolve(a, b, settings.padding!);
  let gradients: np.Array[] = [];
  return {
    repetition: async () => {
      for (const old of gradients) old.dispose();
      const [y, backward] = vjp(layer, [x.ref, w.ref]);
      gradients = backward(gy.ref) as np.Array[];
      backward.dispose();
      for (const result of [y, ...gradients]) await result.blockUntilReady();
      y.dispose();
    },
    score: async () => (await checksum(gradients[0]!)) + (await checksum(gradients[1]!)),
  };
}

export function add({ arrays }: Workload): Task {
  const [a, b] = [load(arrays.a!), load(arrays.b!)];
  let c: np.Array | undefined;
  return {
    repetition: () => {
      c?.dispose();
      c = np.add(a.ref, b.ref);
      c.ref.dataSync(); // the result is computed when it is read
    },
    score: () => checksum(c!),
  };
}

export function mulSumBackward({ arrays }: Workload): Task {
  const x = load(arrays.x!);
  const gradient = grad((a: np.Array) => a.mul(2).sum());
  let dx: np.Array | undefined;
  return {
    repetition: () => {
      dx?.dispose();
      dx = gradient(x.ref) as np.Array;
      dx.ref.dataSync();
    },
    score: () => checksum(dx!),
  };
}

function convolve(x: np.Array, w: np.Array, padding: number): np.Array {
  return lax.convGeneralDilated(
    x,
    w,
    [1, 1],
    [
      [padding, padding],
      [padding, padding],
    ],
  );
}

function computing(compute: () => np.Array): Task {
  let result: np.Array | undefined;
  return {
    repetition: async () => {
      result?.dispose();
      result = compute();
      await result.blockUntilReady();
    },
    score: () => checksum(result!),
  };
}
