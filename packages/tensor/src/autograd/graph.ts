import type { DType } from "../dtype";
import type { Shape } from "../shape";
import type { Tensor } from "../tensor";
import { GradientError } from "./gradient-error";

/** A tensor in a graph of recorded operations. */
export interface GraphEntry {
  /** Its place in the list of nodes: inputs stand before what was computed from them. */
  readonly id: number;
  /** What it was called by `named`. */
  readonly name: string | undefined;
  /** The operation that made it, or "leaf". */
  readonly operation: string;
  readonly shape: Shape;
  readonly dtype: DType;
  readonly tensor: Tensor;
}

/** An arrow from an input to what was computed from it. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
}

/** What {@link graphOf} gives. */
export interface Graph {
  readonly nodes: readonly GraphEntry[];
  readonly edges: readonly GraphEdge[];
}

const names = new WeakMap<Tensor, string>();

/**
 * Gives a tensor a name, for pictures of a graph.
 *
 * @returns x itself
 * @example
 * ```ts
 * const w = named(tensor(2, { requiresGrad: true }), "w");
 * nameOf(w); // → w
 * ```
 */
export function named(x: Tensor, name: string): Tensor {
  names.set(x, name);
  return x;
}

/**
 * The name that `named` gave a tensor, if any.
 * @example
 * ```ts
 * nameOf(tensor(1)); // → undefined
 * ```
 */
export function nameOf(x: Tensor): string | undefined {
  return names.get(x);
}

/**
 * The recorded operations that led to a tensor, as lists of nodes and edges to draw or to walk: each tensor that
 * requires gradients once, the leaves and all inputs before what was computed from them, `output` last. An input
 * used twice by one operation has two edges. Constants are not recorded and do not appear.
 *
 * @throws GradientError if `output` has no history, or its graph was used up by `backward`.
 * @example
 * ```ts
 * const w = named(tensor(3, { requiresGrad: true }), "w");
 * const { nodes, edges } = graphOf(w.square().add(1));
 * nodes.map((node) => node.name ?? node.operation); // → ["w", "square", "add"]
 * edges.length; // → 2
 * ```
 */
export function graphOf(output: Tensor): Graph {
  if (!output.requiresGrad) {
    throw new GradientError(
      "graphOf: expected a tensor computed from one that requires gradients, got one without history",
    );
  }
  const order = inputsFirst(output);
  const ids = new Map(order.map((x, id) => [x, id]));
  const nodes = order.map((tensor, id) => ({
    id,
    name: names.get(tensor),
    operation: tensor.node?.name ?? "leaf",
    shape: tensor.shape,
    dtype: tensor.dtype,
    tensor,
  }));
  const edges = order.flatMap((x, to) =>
    tracked(x).map((input) => ({ from: ids.get(input)!, to })),
  );
  return { nodes, edges };
}

function inputsFirst(output: Tensor): Tensor[] {
  const order: Tensor[] = [];
  const known = new Set([output]);
  // A stack of its own: a graph may be deeper than the call stack.
  const stack = [{ x: output, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const input = tracked(top.x)[top.next];
    top.next += 1;
    if (input === undefined) {
      order.push(top.x);
      stack.pop();
    } else if (!known.has(input)) {
      known.add(input);
      stack.push({ x: input, next: 0 });
    }
  }
  return order;
}

function tracked(x: Tensor): readonly Tensor[] {
  const { node } = x;
  if (node === undefined) return [];
  if (node.rule === undefined) {
    throw new GradientError(
      `graphOf: expected a graph that is still there, got one that backward has used up (at ${node.name}); ` +
        "call graphOf before backward, or pass { retainGraph: true } to it",
    );
  }
  return node.inputs.filter((input) => input.requiresGrad);
}
