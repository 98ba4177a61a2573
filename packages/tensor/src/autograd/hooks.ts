import { DTypeError, ShapeError } from "@gradus/core";
import { heap, type Storage } from "@gradus/kernels";
import { isTensor } from "../factory";
import { sameShape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { GradientError } from "./gradient-error";

/** Sees the gradient that reaches a tensor; what it returns, if anything, goes on in its place. */
// biome-ignore lint/suspicious/noConfusingVoidType: a hook that only looks, such as one that prints, returns nothing.
export type GradientHook = (gradient: Tensor) => Tensor | undefined | void;

const hooks = new WeakMap<Tensor, Set<GradientHook>>();
const retained = new WeakSet<Tensor>();
/** False until the first hook, so that a backward without hooks asks nothing. */
let inUse = false;
let seen = new Set<Storage>();

/**
 * Calls `hook` with the whole gradient of the loss with respect to x whenever one is computed: to print it, to
 * keep it, or to replace it, for example by a clipped one. Several hooks run in the order of their registration.
 *
 * @returns a function that takes the hook away
 * @throws GradientError if x does not require gradients; during `backward`, ShapeError if the hook returns another
 * shape, DTypeError if it returns something that is no tensor.
 * @example
 * ```ts
 * const w = tensor([1, -2], { requiresGrad: true });
 * const remove = registerHook(w, (g) => g.clip(-1, 1));
 * w.mul(5).sum().backward();
 * w.grad!.toArray(); // → [1, 1]
 * remove();
 * ```
 */
export function registerHook(x: Tensor, hook: GradientHook): () => void {
  checkRequiresGrad("registerHook", x);
  inUse = true;
  const list = hooks.get(x) ?? new Set();
  hooks.set(x, list);
  // A wrapper of its own, so that one function can be registered twice.
  const own: GradientHook = (gradient) => hook(gradient);
  list.add(own);
  return () => {
    list.delete(own);
  };
}

/**
 * Asks `backward` to store the gradient of an intermediate result in its `grad` too, as it does for leaves.
 *
 * @returns x itself
 * @throws GradientError if x does not require gradients.
 * @example
 * ```ts
 * const x = tensor(3, { requiresGrad: true });
 * const h = retainGrad(x.square());
 * h.mul(2).backward();
 * h.grad!.item(); // → 2
 * ```
 */
export function retainGrad(x: Tensor): Tensor {
  checkRequiresGrad("retainGrad", x);
  retained.add(x);
  return x;
}

/** Whether `backward` stores the gradient of x. */
export function keepsGrad(x: Tensor): boolean {
  return x.node === undefined || retained.has(x);
}

/** The gradient that goes on from x after its hooks have seen it. */
export function throughHooks(x: Tensor, gradient: Tensor): Tensor {
  if (!inUse) return gradient;
  const list = hooks.get(x);
  if (list === undefined || list.size === 0) return gradient;
  const memory = heap();
  const scope = memory.recording;
  // What a hook keeps must outlive the scope of this backward.
  memory.recordInto(undefined);
  try {
    let current = gradient;
    for (const hook of list) {
      seen.add(current.storage);
      const result = hook(current);
      if (result !== undefined) current = checkReplacement(x, result);
    }
    return current;
  } finally {
    memory.recordInto(scope);
  }
}

/** The memory of the gradients that hooks have seen since the last call: they may be kept. */
export function takeSeen(): Iterable<Storage> {
  if (seen.size === 0) return seen;
  const list = seen;
  seen = new Set();
  return list;
}

function checkReplacement(x: Tensor, result: unknown): Tensor {
  if (!isTensor(result)) {
    throw new DTypeError(
      `registerHook: expected a hook that returns a tensor or nothing, got ${typeof result}`,
    );
  }
  if (!sameShape(result.shape, x.shape)) {
    throw new ShapeError(
      `registerHook: expected a gradient of shape ${shapeText(x.shape)} from the hook, got ${shapeText(result.shape)}`,
    );
  }
  return result.astype(x.dtype);
}

function checkRequiresGrad(where: string, x: Tensor): void {
  if (!x.requiresGrad) {
    throw new GradientError(`${where}: expected a tensor that requires gradients, got one without`);
  }
}
