import { ShapeError } from "@gradus/core";
import { heap, inScope, type Storage } from "@gradus/kernels";
import { copyOf, filledTensor } from "../factory";
import { sameShape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { GradientError } from "./gradient-error";
import { keepsGrad, takeSeen, throughHooks } from "./hooks";
import { type GraphNode, isRecording, sumOfVersions, withRecording } from "./tape";

/** How {@link backward} starts, and what it keeps. */
export interface BackwardOptions {
  /** The gradient of the loss with respect to this tensor, in its shape. Default 1 for one element. */
  readonly gradOutput?: Tensor;
  /** Keep the graph, so that `backward` can run again. Default false. */
  readonly retainGraph?: boolean;
  /** Record the gradients themselves, so that they can be differentiated. Keeps the graph. Default false. */
  readonly createGraph?: boolean;
}

/**
 * Reverse-mode automatic differentiation: adds to the `grad` of every leaf that requires it the gradient of
 * `root` with respect to that leaf. Costs a small multiple of the forward computation.
 *
 * The graph is gone afterwards, and large intermediate results live until the next `backward` ends: keep one
 * longer with `detach()`.
 *
 * @throws GradientError if `root` has no history, the graph is used up, or a value it needs was overwritten;
 * ShapeError if `root` has more than one element and no `gradOutput` is given, or one of another shape.
 * @example
 * ```ts
 * const x = tensor(3, { requiresGrad: true });
 * backward(x.square());
 * x.grad!.item(); // 6
 * ```
 */
export function backward(root: Tensor, options: BackwardOptions = {}): void {
  const gradOutput = startingGradient(root, options.gradOutput);
  const { createGraph = false, retainGraph = createGraph } = options;
  const store = () => {
    const touched: Tensor[] = [];
    const taken = new Set<Storage>([gradOutput.storage]);
    propagate(root, gradOutput, (x, gradient) => {
      if (!keepsGrad(x)) return;
      // A recorded sum holds what was there before.
      const before = createGraph ? x.grad : x.peekGrad();
      const sum = before === undefined ? own(gradient, taken, createGraph) : before.add(gradient);
      x.keepGrad(sum, false);
      touched.push(x);
    });
    return touched;
  };
  if (createGraph) {
    withRecording(true, store);
  } else {
    inScope(
      () => withRecording(false, store),
      (leaves, made) => {
        const unseen = new Set(made);
        const seen = takeSeen();
        for (const storage of seen) unseen.delete(storage);
        const kept = [...seen];
        for (const leaf of leaves) {
          const gradient = leaf.peekGrad()!;
          leaf.keepGrad(gradient, unseen.has(gradient.storage));
          kept.push(gradient.storage);
        }
        return kept;
      },
    );
  }
  if (!retainGraph) endGraph(root);
}

/**
 * The gradients of `output` with respect to `inputs`, returned instead of stored: what `backward` does without
 * touching `grad`. An input that `output` does not depend on gets zeros.
 *
 * @returns one tensor for each input, in its shape
 * @throws GradientError and ShapeError as `backward`.
 * @example
 * ```ts
 * const x = tensor(3, { requiresGrad: true });
 * gradients(x.square(), [x])[0]!.item(); // 6
 * ```
 */
export function gradients(
  output: Tensor,
  inputs: readonly Tensor[],
  options: BackwardOptions = {},
): Tensor[] {
  return gradientsSince(0, output, inputs, options);
}

/** As `gradients`, within the operations recorded after the one of number `since`: those before keep their graph. */
export function gradientsSince(
  since: number,
  output: Tensor,
  inputs: readonly Tensor[],
  options: BackwardOptions,
): Tensor[] {
  const gradOutput = startingGradient(output, options.gradOutput);
  const { createGraph = false, retainGraph = createGraph } = options;
  const compute = () => {
    const found = new Map<Tensor, Tensor>();
    const wanted = new Set(inputs);
    const visit: Visit = (x, gradient) => {
      if (wanted.has(x)) found.set(x, gradient);
    };
    propagate(output, gradOutput, visit, since);
    return inputs.map((x) => found.get(x) ?? filledTensor("gradients", x.shape, x.dtype, 0));
  };
  const result = createGraph
    ? withRecording(true, compute)
    : inScope(
        () => withRecording(false, compute),
        (list) => [...list.map((x) => x.storage), ...takeSeen()],
      );
  if (!retainGraph) endGraph(output, since);
  return result;
}

type Visit = (tensor: Tensor, gradient: Tensor) => void;

/** Passes gradients from the root towards the leaves. `visit` gets each tensor once, with its whole gradient. */
function propagate(root: Tensor, gradOutput: Tensor, visit: Visit, since = 0): void {
  const pending = new Map<Tensor, Tensor>([[root, gradOutput]]);
  // Sums that nobody else can hold yet: more may be added to them in place.
  const open = new Set<Tensor>();
  for (const tensor of downwards(root, since)) {
    const whole = pending.get(tensor);
    if (whole === undefined) continue;
    pending.delete(tensor);
    const gradient = throughHooks(tensor, whole);
    visit(tensor, gradient);
    const { node } = tensor;
    if (node === undefined) continue;
    const rule = ruleOf(node);
    if (node.adding !== undefined && !isRecording()) {
      const sum = pending.get(node.inputs[0]!);
      if (sum !== undefined && open.has(sum)) {
        node.adding(gradient, sum);
        continue;
      }
    }
    const parts = rule(gradient);
    for (let i = 0; i < node.inputs.length; i++) {
      const input = node.inputs[i]!;
      const part = parts[i];
      if (part === undefined || !input.requiresGrad || isBefore(input, since)) continue;
      const sum = pending.get(input);
      const next = sum === undefined ? part : sum.add(part);
      pending.set(input, next);
      if (sum !== undefined || node.adding !== undefined) open.add(next);
    }
  }
}

/** The tensors that the root depends on and that require gradients, each after all that depend on it. */
function downwards(root: Tensor, since: number): Tensor[] {
  const seen = new Set<Tensor>([root]);
  const stack = [root];
  while (stack.length > 0) {
    const { node } = stack.pop()!;
    if (node === undefined) continue;
    for (const input of node.inputs) {
      if (!input.requiresGrad || seen.has(input) || isBefore(input, since)) continue;
      seen.add(input);
      stack.push(input);
    }
  }
  // Nodes are numbered as they are made, so an output has a higher number than its inputs; leaves have none.
  return [...seen].sort((a, b) => (b.node?.id ?? 0) - (a.node?.id ?? 0));
}

/** Whether x came out of an operation up to number `since`. */
function isBefore(x: Tensor, since: number): boolean {
  return x.node !== undefined && x.node.id <= since;
}

function ruleOf(node: GraphNode) {
  if (node.rule === undefined) {
    throw new GradientError(
      `backward: expected a graph that is still there, got one that an earlier backward has used up ` +
        `(at ${node.name}); pass { retainGraph: true } to the earlier one`,
    );
  }
  if (sumOfVersions(node.inputs) !== node.versions) {
    throw new GradientError(
      `backward: expected the values that ${node.name} was computed from, got ones overwritten by assign since`,
    );
  }
  return node.rule;
}

function startingGradient(root: Tensor, given: Tensor | undefined): Tensor {
  if (!root.requiresGrad) {
    throw new GradientError(
      "backward: expected a tensor computed from one that requires gradients, got one without history",
    );
  }
  if (given !== undefined) {
    if (sameShape(given.shape, root.shape)) return given.astype(root.dtype);
    throw new ShapeError(
      `backward: expected gradOutput of shape ${shapeText(root.shape)}, got ${shapeText(given.shape)}`,
    );
  }
  if (root.size !== 1) {
    throw new ShapeError(
      `backward: expected a loss of one element, got shape ${shapeText(root.shape)}; ` +
        "reduce it with sum() or mean(), or pass gradOutput",
    );
  }
  return filledTensor("backward", root.shape, root.dtype, 1);
}

/** A gradient that shares its memory with no other, unless it is to keep its history. */
function own(gradient: Tensor, taken: Set<Storage>, createGraph: boolean): Tensor {
  if (createGraph) return gradient;
  const unshared = gradient.contiguous && !taken.has(gradient.storage);
  const copy = unshared ? gradient : copyOf(gradient);
  taken.add(copy.storage);
  return copy;
}

/** Intermediate results from this size on are given back with their graph. */
const LARGE_BYTES = 65_536;
const ENDED =
  "Tensor: expected a tensor that still has its values, got an intermediate result of a graph that ended two " +
  "backward calls ago; keep such a result with detach() or clone() before backward()";

let ending: Storage[] = [];

/** Ends the graph: its rules go now, its large intermediate results when the next graph has ended. */
function endGraph(root: Tensor, since = 0): void {
  const nodes = downwards(root, since);
  const kept = new Set<Storage>([root.storage]);
  for (const tensor of nodes) if (tensor.node === undefined) kept.add(tensor.storage);
  const results = new Set<Storage>();
  for (const tensor of nodes) {
    const { node, storage } = tensor;
    if (node === undefined) continue;
    node.rule = undefined;
    node.adding = undefined;
    for (const { storage: own } of node.saved ?? []) results.add(own);
    node.saved = undefined;
    if (storage.cell.bytes >= LARGE_BYTES && !storage.escaped && !kept.has(storage)) {
      results.add(storage);
    }
  }
  for (const { node } of nodes) if (node !== undefined) node.inputs = [];
  for (const storage of ending) if (!results.has(storage)) heap().release(storage, ENDED);
  ending = [...results];
}
