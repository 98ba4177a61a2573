import {
  checkBetween,
  checkBoolean,
  checkOneOf,
  ParameterError,
  type RandomGenerator,
  ShapeError,
} from "@gradus/core";
import { filledTensor } from "../factory";
import { concatenate, stack } from "../ops/join";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { dropout as drop } from "./dropout";
import { checkFloatingTensor, checkSameType, checkShapeIs } from "./fused";
import { gatesOf, RecurrentKind, type RecurrentWeights, recurrentLayer } from "./recurrent-layer";
import { sequenceLengths } from "./sequence-lengths";

/** What the recurrent networks can be told beside input and weights. */
export interface RecurrentOptions {
  /** Whether batch, not time, is the first axis of input and output. Default false. */
  readonly batchFirst?: boolean | undefined;
  /** Read the sequence from both ends; the weights then alternate forward, backward. Default false. */
  readonly bidirectional?: boolean | undefined;
  /**
   * How many steps each sequence of a padded batch has, in any order. Behind its end the outputs are 0, and what
   * stands in x does not matter; its last states are those at its length, and backwards it is read from there, as
   * with torch's `pack_padded_sequence`. Default: all steps.
   */
  readonly lengths?: Tensor | ArrayLike<number> | undefined;
  /** Hidden states before the first step, shape (nLayers·nDirections, batch, nHidden). Default 0. */
  readonly initialHidden?: Tensor | undefined;
  /** The probability with which outputs of all layers but the last are dropped. Default 0; needs `random`. */
  readonly dropout?: number | undefined;
  /** Where the dropout comes from. */
  readonly random?: RandomGenerator | undefined;
  /** Whether dropout drops. Default true. */
  readonly training?: boolean | undefined;
}

/** What {@link lstm} can be told. */
export interface LstmOptions extends RecurrentOptions {
  /** Cells before the first step, shape (nLayers·nDirections, batch, nHidden). Default 0. */
  readonly initialCell?: Tensor | undefined;
}

/** What {@link rnn} can be told. */
export interface RnnOptions extends RecurrentOptions {
  /** Default "tanh". */
  readonly nonlinearity?: "tanh" | "relu" | undefined;
}

/** What a recurrent network gives. */
export interface RecurrentResult {
  /** The last layer's hidden states at all times, shape (time, batch, nDirections·nHidden). */
  readonly output: Tensor;
  /** Every layer's last hidden states, shape (nLayers·nDirections, batch, nHidden). */
  readonly hidden: Tensor;
}

/** What {@link lstm} gives. */
export interface LstmResult extends RecurrentResult {
  /** Every layer's last cells, shape (nLayers·nDirections, batch, nHidden). */
  readonly cell: Tensor;
}

/**
 * Long short-term memory over whole sequences: at each step i, f, o = σ(…) and g = tanh(…) of
 * W_input·x + b_input + W_hidden·h + b_hidden, c ← f·c + i·g, h ← o·tanh(c). Gates in the order i, f, g, o.
 *
 * @param x shape (time, batch, nInputs), or (batch, time, nInputs) with batchFirst
 * @param layers weights of every layer, with `bidirectional` forward and backward in turn
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options; OutOfRangeError for
 * lengths below 1 or above the number of steps.
 * @see Hochreiter and Schmidhuber (1997), Neural Computation 9(8).
 * @example
 * ```ts
 * const layer = { weightInput: ones([8, 3]), weightHidden: zeros([8, 2]) };
 * lstm(ones([5, 4, 3]), [layer]).output.shape; // [5, 4, 2]
 * ```
 */
export function lstm(
  x: Tensor,
  layers: readonly RecurrentWeights[],
  options: LstmOptions = {},
): LstmResult {
  const all = run("lstm", RecurrentKind.lstm, x, layers, options);
  return { output: all.output, hidden: all.hidden, cell: all.cell! };
}

/**
 * Gated recurrent units over whole sequences: r, z = σ(…), n = tanh(W·x + b + r·(W'·h + b')),
 * h ← (1 − z)·n + z·h. Gates in the order r, z, n.
 *
 * @param x shape (time, batch, nInputs), or (batch, time, nInputs) with batchFirst
 * @param layers weights of every layer, with `bidirectional` forward and backward in turn
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options; OutOfRangeError for
 * lengths below 1 or above the number of steps.
 * @roadmap DL-025
 * @see Cho et al. (2014), Learning Phrase Representations using RNN Encoder–Decoder.
 * @example
 * ```ts
 * const layer = { weightInput: ones([6, 3]), weightHidden: zeros([6, 2]) };
 * gru(ones([5, 4, 3]), [layer]).hidden.shape; // [1, 4, 2]
 * ```
 */
export function gru(
  x: Tensor,
  layers: readonly RecurrentWeights[],
  options: RecurrentOptions = {},
): RecurrentResult {
  const { output, hidden } = run("gru", RecurrentKind.gru, x, layers, options);
  return { output, hidden };
}

/**
 * A plain recurrent network over whole sequences: h ← tanh(W·x + b + W'·h + b'), or the positive part.
 *
 * @param x shape (time, batch, nInputs), or (batch, time, nInputs) with batchFirst
 * @param layers weights of every layer, with `bidirectional` forward and backward in turn
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options; OutOfRangeError for
 * lengths below 1 or above the number of steps.
 * @roadmap DL-023
 * @example
 * ```ts
 * const layer = { weightInput: tensor([[1]]), weightHidden: tensor([[1]]) };
 * const x = tensor([[[1]], [[2]], [[3]]]);
 * rnn(x, [layer], { nonlinearity: "relu" }).output.flatten().toArray(); // [1, 3, 6]
 * rnn(x, [layer], { nonlinearity: "relu", lengths: [2] }).hidden.toArray(); // [[[3]]]
 * ```
 */
export function rnn(
  x: Tensor,
  layers: readonly RecurrentWeights[],
  { nonlinearity = "tanh", ...options }: RnnOptions = {},
): RecurrentResult {
  checkOneOf("rnn", "nonlinearity", nonlinearity, ["tanh", "relu"]);
  const { output, hidden } = run("rnn", RecurrentKind[nonlinearity], x, layers, options);
  return { output, hidden };
}

function run(
  where: string,
  kind: RecurrentKind,
  x: Tensor,
  layers: readonly RecurrentWeights[],
  options: LstmOptions,
): RecurrentResult & { readonly cell: Tensor | undefined } {
  const { batchFirst = false, bidirectional = false, training = true } = options;
  const directions = bidirectional ? 2 : 1;
  checkOptions(where, layers, options, directions);
  checkFloatingTensor(where, "x", x);
  if (x.ndim !== 3 || x.shape.slice(0, 2).includes(0)) {
    throw new ShapeError(
      `${where}: expected x of shape ${batchFirst ? "(batch, time" : "(time, batch"}, nInputs), got ` +
        shapeText(x.shape),
    );
  }
  let sequence = batchFirst ? x.transpose(1, 0, 2) : x;
  const [steps, batch] = sequence.shape as [number, number];
  const packed =
    options.lengths === undefined
      ? undefined
      : sequenceLengths(where, options.lengths, [steps, batch]);
  if (packed !== undefined) sequence = packed.cut(sequence);
  const states = initialStates(where, kind, sequence, layers, options);
  const shared = { where, kind, lengths: packed?.lengths };
  const [hiddens, cells]: [Tensor[], Tensor[]] = [[], []];
  for (let first = 0; first < layers.length; first += directions) {
    const outputs = layers.slice(first, first + directions).map((weights, direction) => {
      checkWeights(where, kind, sequence, weights, states.nHidden);
      const backwards = direction === 1;
      const own = {
        hidden: states.hidden(first + direction),
        cell: states.cell?.(first + direction),
      };
      const all = recurrentLayer(sequence, { ...weights, ...own, ...shared, backwards });
      const outputs = lastStates(all, backwards, hiddens, cells);
      return packed === undefined ? outputs : packed.cut(outputs);
    });
    sequence = outputs.length === 1 ? outputs[0]! : concatenate(outputs, 2);
    const { dropout = 0, random } = options;
    if (dropout > 0 && first + directions < layers.length && random !== undefined) {
      sequence = drop(sequence, { p: dropout, random, training });
    }
  }
  return {
    output: batchFirst ? sequence.transpose(1, 0, 2) : sequence,
    hidden: stack(hiddens),
    cell: cells.length === 0 ? undefined : stack(cells),
  };
}

/** Notes a layer's last states and gives its hidden states at all times. */
function lastStates(all: Tensor, backwards: boolean, hiddens: Tensor[], cells: Tensor[]): Tensor {
  const steps = all.shape[1]! - 1;
  const last = backwards ? 0 : steps;
  hiddens.push(all.slice(0, last));
  if (all.shape[0] === 2) cells.push(all.slice(1, last));
  return all.slice(0, backwards ? [0, steps] : [1, steps + 1]);
}

function checkOptions(
  where: string,
  layers: readonly RecurrentWeights[],
  options: RecurrentOptions,
  directions: number,
): void {
  const { batchFirst = false, bidirectional = false, dropout = 0, random } = options;
  checkBoolean(where, "batchFirst", batchFirst);
  checkBoolean(where, "bidirectional", bidirectional);
  checkBetween(where, "dropout", dropout, [0, 1]);
  if (dropout > 0 && random === undefined) {
    throw new ParameterError(`${where}: dropout needs random, got none`);
  }
  if (layers.length === 0 || layers.length % directions !== 0) {
    const expected = bidirectional ? "two for each layer" : "one for each layer";
    throw new ParameterError(`${where}: expected weights, ${expected}, got ${layers.length}`);
  }
}

/** @throws ShapeError or DTypeError unless the weights fit each other and the sequence. */
function checkWeights(
  where: string,
  kind: RecurrentKind,
  x: Tensor,
  weights: RecurrentWeights,
  nHidden: number,
): void {
  const rows = gatesOf(kind) * nHidden;
  const { weightInput, weightHidden, biasInput, biasHidden } = weights;
  const expected = [
    ["weightInput", weightInput, [rows, x.shape[2]!]],
    ["weightHidden", weightHidden, [rows, nHidden]],
    ["biasInput", biasInput, [rows]],
    ["biasHidden", biasHidden, [rows]],
  ] as const;
  for (const [name, value, shape] of expected) {
    if (value === undefined) continue;
    checkSameType(where, x, name, value);
    checkShapeIs(where, name, value, shape);
  }
  if ((biasInput === undefined) !== (biasHidden === undefined)) {
    throw new ParameterError(`${where}: expected biasInput and biasHidden both or neither`);
  }
}

function initialStates(
  where: string,
  kind: RecurrentKind,
  x: Tensor,
  layers: readonly RecurrentWeights[],
  { initialHidden, initialCell }: LstmOptions,
) {
  const nHidden = layers[0]!.weightHidden?.shape[1] ?? 0;
  if (nHidden < 1) {
    throw new ShapeError(`${where}: expected weightHidden of shape (gates·nHidden, nHidden)`);
  }
  const shape = [layers.length, x.shape[1]!, nHidden];
  const given = { initialHidden, initialCell };
  for (const name of ["initialHidden", "initialCell"] as const) {
    const value = given[name];
    if (value === undefined) continue;
    checkSameType(where, x, name, value);
    checkShapeIs(where, name, value, shape);
  }
  const zero = filledTensor(where, shape.slice(1), x.dtype, 0);
  return {
    nHidden,
    hidden: (i: number) => (initialHidden === undefined ? zero : initialHidden.at(i)),
    cell:
      kind === RecurrentKind.lstm
        ? (i: number) => (initialCell === undefined ? zero : initialCell.at(i))
        : undefined,
  };
}
