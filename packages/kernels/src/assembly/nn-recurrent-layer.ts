// What the parts of a recurrent layer know of it.

export const RNN_TANH: i32 = 0;
export const RNN_RELU: i32 = 1;
export const GRU: i32 = 2;
export const LSTM: i32 = 3;

/** One direction of one layer: lies in the arguments of tasks. */
@unmanaged
export class Recurrent {
  kind: i32;
  backwards: bool;
  steps: usize;
  batch: usize;
  hidden: usize;
  /** int32 (batch): how many steps each sequence has, the rest only hands its state on; 0: all of them. */
  lengths: usize;
  weights: usize;
  bias: usize;
  /** (steps, batch, gates·hidden): the gates' values after the forward pass. */
  gates: usize;
  /** (steps, batch, hidden): the GRU's product for the new state, without bias. */
  extra: usize;
  /** (steps + 1, batch, hidden) */
  hiddens: usize;
  cells: usize;
  packedWeights: usize;
  packedState: usize;
  /** The step at hand, counted in the order of reading. */
  step: usize;
  // For the backward pass: gradients in the shapes of their values.
  gHiddens: usize;
  gCells: usize;
  gGates: usize;
  /** Of the recurrent products, where they differ from gGates (GRU). */
  gProducts: usize;
  /** (batch, hidden): what comes from the steps behind; at the end the initial states' gradients. */
  gHidden: usize;
  gCell: usize;
}

@inline
export function gateCount(kind: i32): usize {
  return kind == LSTM ? 4 : kind == GRU ? 3 : 1;
}

/** The place in the sequence of a step. */
@inline
export function timeOf(layer: Recurrent, step: usize): usize {
  return layer.backwards ? layer.steps - 1 - step : step;
}

/** The slot of the state from which a step starts; the next step's slot is where it ends. */
@inline
export function slotOf(layer: Recurrent, step: usize): usize {
  return layer.backwards ? layer.steps - step : step;
}

/** Whether a sequence of the batch has a step at this time. */
@inline
export function isLive(layer: Recurrent, b: usize, time: usize): bool {
  return layer.lengths == 0 || time < (load<i32>(layer.lengths + (b << 2)) as usize);
}

@inline
export function stateBytes(layer: Recurrent, size: usize): usize {
  return layer.batch * layer.hidden * size;
}
