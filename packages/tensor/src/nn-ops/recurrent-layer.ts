import { heap } from "@gradus/kernels";
import { noGrad } from "../autograd/tape";
import { addressOf, contiguous, copyStrided, emptyTensor, isTensor } from "../factory";
import { matmul } from "../linalg/matmul";
import { stack } from "../ops/join";
import { where as choose } from "../ops/where";
import type { Tensor } from "../tensor";
import { recordFused } from "./fused";

/** How the kernels number the kinds of recurrent layers. */
export const RecurrentKind = { tanh: 0, relu: 1, gru: 2, lstm: 3 } as const;
export type RecurrentKind = (typeof RecurrentKind)[keyof typeof RecurrentKind];

/** The weights of one direction of one layer, in PyTorch's layout: all gates below each other. */
export interface RecurrentWeights {
  /** Shape (gates·nHidden, nInputs). */
  readonly weightInput: Tensor;
  /** Shape (gates·nHidden, nHidden). */
  readonly weightHidden: Tensor;
  /** Shape (gates·nHidden,). Default 0; both biases or none. */
  readonly biasInput?: Tensor | undefined;
  /** Shape (gates·nHidden,). Default 0; both biases or none. */
  readonly biasHidden?: Tensor | undefined;
}

/** One direction of one layer at work. */
export interface LayerRun extends RecurrentWeights {
  readonly where: string;
  readonly kind: RecurrentKind;
  /** Read the sequence from its end. */
  readonly backwards: boolean;
  /** int32, shape (batch,): how many steps each sequence has; its state is only handed on where it has ended. */
  readonly lengths: Tensor | undefined;
  /** Shape (batch, nHidden). */
  readonly hidden: Tensor;
  /** Shape (batch, nHidden), for the LSTM. */
  readonly cell: Tensor | undefined;
}

export function gatesOf(kind: RecurrentKind): number {
  return kind === RecurrentKind.lstm ? 4 : kind === RecurrentKind.gru ? 3 : 1;
}

/**
 * All states of a layer: shape (2, steps + 1, batch, nHidden), hidden states and cells (the LSTM's; else shape
 * (1, …)), each with the initial state in its first slot, or in its last if the sequence is read backwards.
 */
export function recurrentLayer(x: Tensor, run: LayerRun): Tensor {
  const saved = noGrad(() => forward(x, run));
  const { weightInput, weightHidden, biasInput, biasHidden, hidden, cell } = run;
  const inputs = [x, hidden, cell, weightInput, weightHidden, biasInput, biasHidden];
  return recordFused(saved.states, {
    name: run.where,
    saved: [saved.gates, saved.extra],
    inputs: inputs.filter(isTensor),
    backward: (g) => backward(x, run, saved, contiguous(g)),
    composed: (...list) => composed(run, list),
  });
}

interface Saved {
  readonly states: Tensor;
  readonly gates: Tensor;
  readonly extra: Tensor;
}

/** What both passes tell the kernels. */
function numbersOf(x: Tensor, run: LayerRun) {
  const [steps, batch] = x.shape as [number, number];
  const nHidden = run.hidden.shape[1]!;
  const double = x.dtype === "float64";
  const size = double ? 8 : 4;
  return { steps, batch, nHidden, double, size, slotBytes: batch * nHidden * size };
}

function forward(x: Tensor, run: LayerRun): Saved {
  const { where, kind, backwards, lengths, hidden, cell, biasHidden } = run;
  const { steps, batch, nHidden, double, slotBytes } = numbersOf(x, run);
  const flat = x.reshape([steps * batch, x.shape[2]!]);
  const gates = matmul(flat, run.weightInput.transpose());
  addBiases(gates, run);
  const weights = contiguous(run.weightHidden);
  const fresh = kind === RecurrentKind.gru && biasHidden ? contiguous(biasHidden) : undefined;
  const kinds = cell === undefined ? 1 : 2;
  const memory = heap();
  memory.begin();
  const states = emptyTensor(where, [kinds, steps + 1, batch, nHidden], x.dtype);
  const extra = emptyTensor(
    where,
    [kind === RecurrentKind.gru ? steps : 0, batch, nHidden],
    x.dtype,
  );
  const first = backwards ? steps : 0;
  copyStrided(hidden, states.slice(0, first));
  if (cell !== undefined) copyStrided(cell, states.slice(1, first));
  memory.begin();
  const { kernels } = memory;
  const scratch = memory.scratch(kernels.recurrentScratch(kind, double, batch, nHidden), where);
  const hiddens = addressOf(states);
  const cells = hiddens + (steps + 1) * slotBytes;
  const bias = fresh === undefined ? 0 : addressOf(fresh) + 2 * nHidden * (double ? 8 : 4);
  kernels.recurrentForward(
    kind,
    double,
    backwards,
    steps,
    batch,
    nHidden,
    lengths === undefined ? 0 : addressOf(lengths),
    addressOf(weights),
    bias,
    addressOf(gates),
    addressOf(extra),
    hiddens,
    cells,
    scratch,
  );
  return { states, gates, extra };
}

/** Adds the biases to the inputs' products in place: both, but for the GRU's new state the inputs' alone. */
function addBiases(gates: Tensor, { kind, biasInput, biasHidden }: LayerRun): void {
  if (biasInput === undefined || biasHidden === undefined) return;
  let bias = biasInput.detach().add(biasHidden.detach());
  if (kind === RecurrentKind.gru) {
    const n = bias.size / 3;
    const range = [2 * n, 3 * n] as const;
    bias = bias.clone();
    bias.slice(range).assign(biasInput.detach().slice(range));
  }
  const memory = heap();
  memory.begin();
  const [rows, columns] = gates.shape as [number, number];
  const double = gates.dtype === "float64";
  memory.kernels.addBias(double, false, rows, columns, addressOf(bias), addressOf(gates));
}

function backward(x: Tensor, run: LayerRun, saved: Saved, g: Tensor): (Tensor | undefined)[] {
  const { where, kind, backwards, lengths, hidden, cell } = run;
  const { weightInput, biasInput, biasHidden } = run;
  const { states, gates, extra } = saved;
  const { steps, batch, nHidden, double, slotBytes } = numbersOf(x, run);
  const weights = contiguous(run.weightHidden);
  const memory = heap();
  memory.begin();
  const gGates = emptyTensor(where, gates.shape, x.dtype);
  const isGru = kind === RecurrentKind.gru;
  const gProducts = isGru ? emptyTensor(where, gates.shape, x.dtype) : gGates;
  const gHidden = emptyTensor(where, [batch, nHidden], x.dtype);
  const gCell = emptyTensor(where, [batch, nHidden], x.dtype);
  const { kernels } = memory;
  const scratch = memory.scratch(kernels.recurrentScratch(kind, double, batch, nHidden), where);
  const [hiddens, gHiddens] = [addressOf(states), addressOf(g)];
  const cellsAt = (steps + 1) * slotBytes;
  kernels.recurrentBackward(
    kind,
    double,
    backwards,
    steps,
    batch,
    nHidden,
    lengths === undefined ? 0 : addressOf(lengths),
    addressOf(weights),
    addressOf(gates),
    addressOf(extra),
    hiddens,
    hiddens + cellsAt,
    gHiddens,
    gHiddens + cellsAt,
    addressOf(gGates),
    addressOf(gProducts),
    addressOf(gHidden),
    addressOf(gCell),
    scratch,
  );
  const first = backwards ? steps : 0;
  // The gradient of the slot with the initial state itself.
  const own = (i: number) => g.slice(i, first);
  const before = states.slice(0, backwards ? [1, steps + 1] : [0, steps]);
  const flat = x.reshape([steps * batch, x.shape[2]!]);
  const biases = biasInput !== undefined && biasHidden !== undefined;
  return [
    x.requiresGrad ? matmul(gGates, weightInput).reshape(x.shape) : undefined,
    hidden.requiresGrad ? gHidden.add(own(0)) : undefined,
    ...(cell === undefined ? [] : [cell.requiresGrad ? gCell.add(own(1)) : undefined]),
    weightInput.requiresGrad ? matmul(gGates.transpose(), flat) : undefined,
    run.weightHidden.requiresGrad
      ? matmul(gProducts.transpose(), before.reshape([steps * batch, nHidden]))
      : undefined,
    ...(biases ? [gGates.sum(0), isGru ? gProducts.sum(0) : gGates.sum(0)] : []),
  ];
}

/** The same by differentiable operations, step by step. */
function composed(run: LayerRun, list: readonly Tensor[]): Tensor {
  const rest = [...list];
  const [x, hidden] = [rest.shift()!, rest.shift()!];
  const cell = run.cell === undefined ? undefined : rest.shift()!;
  const [weightInput, weightHidden, biasInput, biasHidden] = rest;
  const steps = x.shape[0]!;
  const hiddens = [hidden];
  const cells = cell === undefined ? [] : [cell];
  for (let step = 0; step < steps; step++) {
    const time = run.backwards ? steps - 1 - step : step;
    const plain = matmul(x.at(time), weightInput!.transpose());
    const product = matmul(hiddens[step]!, weightHidden!.transpose());
    const a = biasInput === undefined ? plain : plain.add(biasInput);
    const b = biasHidden === undefined ? product : product.add(biasHidden);
    const next = cellStep(run.kind, a, b, hiddens[step]!, cells[step]);
    const live = run.lengths?.greater(time).unsqueeze(1);
    const kept = (after: Tensor, before: Tensor) =>
      live === undefined ? after : choose(live, after, before);
    hiddens.push(kept(next.hidden, hiddens[step]!));
    if (next.cell !== undefined) cells.push(kept(next.cell, cells[step]!));
  }
  const inOrder = (states: Tensor[]) => stack(run.backwards ? states.reverse() : states);
  return stack(cells.length === 0 ? [inOrder(hiddens)] : [inOrder(hiddens), inOrder(cells)]);
}

function cellStep(
  kind: RecurrentKind,
  a: Tensor,
  b: Tensor,
  hidden: Tensor,
  cell: Tensor | undefined,
): { readonly hidden: Tensor; readonly cell?: Tensor } {
  const n = hidden.shape[1]!;
  const gate = (x: Tensor, i: number) => x.slice(null, [i * n, (i + 1) * n]);
  if (kind === RecurrentKind.tanh) return { hidden: a.add(b).tanh() };
  if (kind === RecurrentKind.relu) return { hidden: a.add(b).relu() };
  if (kind === RecurrentKind.gru) {
    const r = gate(a, 0).add(gate(b, 0)).sigmoid();
    const z = gate(a, 1).add(gate(b, 1)).sigmoid();
    const fresh = gate(a, 2)
      .add(r.mul(gate(b, 2)))
      .tanh();
    return { hidden: fresh.add(z.mul(hidden.sub(fresh))) };
  }
  const sum = a.add(b);
  const [i, f, o] = [0, 1, 3].map((k) => gate(sum, k).sigmoid());
  const next = f!.mul(cell!).add(i!.mul(gate(sum, 2).tanh()));
  return { hidden: o!.mul(next.tanh()), cell: next };
}
