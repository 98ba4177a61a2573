import { isFloating } from "../dtype";
import type { Tensor } from "../tensor";

/** Gives, for the gradient of a loss with respect to an output, that with respect to each input. */
export type GradientRule = (gradOutput: Tensor) => readonly (Tensor | undefined)[];

/** Adds the gradient of the only input of an operation to a tensor that holds part of it already, in place. */
export type AddingRule = (gradOutput: Tensor, into: Tensor) => void;

let lastId = 0;
let recording = true;

/** One recorded operation: its inputs, its output, and how a gradient passes through it. */
export class GraphNode {
  /** Grows with time, so that descending order visits an output before its inputs. */
  readonly id = ++lastId;
  readonly name: string;
  inputs: readonly Tensor[];
  rule: GradientRule | undefined;
  /** What the inputs' versions were: a change in place afterwards would make the gradient wrong. */
  readonly versions: number;
  /** What only the rule needs: goes with the graph. */
  saved: readonly Tensor[] | undefined = undefined;
  /** Where the gradient is mostly zeros: how to add it to another one without making it. Not recorded. */
  adding: AddingRule | undefined = undefined;

  constructor(name: string, inputs: readonly Tensor[], rule: GradientRule) {
    this.name = name;
    this.inputs = inputs;
    this.rule = rule;
    this.versions = sumOfVersions(inputs);
  }
}

/** The number of the operation that was recorded last. */
export function lastNodeId(): number {
  return lastId;
}

export function sumOfVersions(tensors: readonly Tensor[]): number {
  let sum = 0;
  for (let i = 0; i < tensors.length; i++) sum += tensors[i]!.storage.version;
  return sum;
}

/** Whether operations on tensors that require gradients are recorded now. */
export function isRecording(): boolean {
  return recording;
}

/**
 * Runs `work` without recording gradients: for predictions and for the update of parameters.
 *
 * @returns what `work` returns
 * @example
 * ```ts
 * const w = tensor([1, 2], { requiresGrad: true });
 * noGrad(() => w.mul(2)).requiresGrad; // false
 * ```
 */
export function noGrad<T>(work: () => T): T {
  return withRecording(false, work);
}

/**
 * Runs `work` with recording on, also inside `noGrad`.
 *
 * @returns what `work` returns
 * @example
 * ```ts
 * const w = tensor([1, 2], { requiresGrad: true });
 * noGrad(() => enableGrad(() => w.mul(2)).requiresGrad); // → true
 * ```
 */
export function enableGrad<T>(work: () => T): T {
  return withRecording(true, work);
}

/**
 * Whether operations on tensors that require gradients are recorded now: true except inside `noGrad`.
 * @example
 * ```ts
 * isGradEnabled(); // → true
 * noGrad(() => isGradEnabled()); // → false
 * ```
 */
export function isGradEnabled(): boolean {
  return recording;
}

export function withRecording<T>(on: boolean, work: () => T): T {
  const before = recording;
  recording = on;
  try {
    return work();
  } finally {
    recording = before;
  }
}

/** Whether an operation on these inputs is to be recorded. */
export function needsGrad(a: Tensor, b?: Tensor | number): boolean {
  if (!recording) return false;
  return a.requiresGrad || (typeof b === "object" && b.requiresGrad);
}

/**
 * Notes how `output` came about. Does nothing for outputs that cannot have a gradient.
 *
 * @param saved fresh tensors that nobody but the rule holds: their memory is given back when the graph ends
 */
export function record(
  output: Tensor,
  name: string,
  inputs: readonly Tensor[],
  rule: GradientRule,
  saved?: readonly Tensor[],
): Tensor {
  if (!isFloating(output.dtype)) return output;
  const node = new GraphNode(name, inputs, rule);
  node.saved = saved;
  output.attach(node);
  return output;
}
