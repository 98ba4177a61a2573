// Recurrent layers over whole sequences, one direction of one layer: the product of all inputs with their weights
// is there already; each step adds the product with the hidden state and applies the gates.
// Hidden states stand in a block of steps + 1 slots, the initial one first (last, if the sequence is read backwards).

import { block } from "./gemm-block";
import { TILE_ROWS } from "./gemm-micro";
import { packA, packB } from "./gemm-pack";
import { forwardUnits } from "./nn-recurrent-gates";
import { GRU, gateCount, Recurrent, slotOf, stateBytes, timeOf } from "./nn-recurrent-layer";
import { parallelForIf, taskArguments } from "./parallel";
import { lanes } from "./simd";
import { roundUp } from "./sizes";

/** Steps with fewer multiplications are done by one thread. */
const WORTH_SHARING: f64 = 500_000;
/** Panels of hidden units in a piece of work. */
const PANELS: usize = 4;

/** Bytes of scratch for both directions of time. */
export function recurrentScratch(kind: i32, double: bool, batch: usize, hidden: usize): usize {
  const size: usize = double ? 8 : 4;
  const all = gateCount(kind) * hidden;
  return (all * roundUp(hidden, 8) + roundUp(batch, TILE_ROWS) * all + 16) * size;
}

/**
 * All steps. `gates` (steps, batch, gates·hidden) holds the inputs' part with biases and becomes the gates' values;
 * `extra` (steps, batch, hidden) and `bias` serve the GRU's new state; `hiddens` and `cells` (steps + 1, batch,
 * hidden) hold the initial states. `lengths` (batch), int32, or 0: a sequence that has ended hands its state on.
 */
export function recurrentForward(
  kind: i32,
  double: bool,
  backwards: bool,
  steps: usize,
  batch: usize,
  hidden: usize,
  lengths: usize,
  weights: usize,
  bias: usize,
  gates: usize,
  extra: usize,
  hiddens: usize,
  cells: usize,
  scratch: usize,
): void {
  const layer = changetype<Recurrent>(taskArguments());
  layer.kind = kind;
  layer.backwards = backwards;
  layer.steps = steps;
  layer.batch = batch;
  layer.hidden = hidden;
  layer.lengths = lengths;
  layer.weights = weights;
  layer.bias = bias;
  layer.gates = gates;
  layer.extra = extra;
  layer.hiddens = hiddens;
  layer.cells = cells;
  layer.packedWeights = scratch;
  if (double) forward<f64>(layer);
  else forward<f32>(layer);
}

function forward<T>(layer: Recurrent): void {
  const n = layer.hidden;
  const size = sizeof<T>();
  const width: usize = 2 * lanes<T>();
  const panels = (n + width - 1) / width;
  const count = gateCount(layer.kind);
  for (let q: usize = 0; q < count; q++) {
    packB<T>(n, n, layer.weights + q * n * n * size, size, n * size, layer.packedWeights + q * panels * (n << 5));
  }
  layer.packedState = layer.packedWeights + count * panels * (n << 5);
  const worth = (layer.batch as f64) * (n as f64) * (n as f64) * (count as f64) >= WORTH_SHARING;
  for (layer.step = 0; layer.step < layer.steps; layer.step++) {
    const before = layer.hiddens + slotOf(layer, layer.step) * stateBytes(layer, size);
    packA<T>(TILE_ROWS, layer.batch, n, before, n * size, size, layer.packedState);
    parallelForIf(worth, size == 8 ? step64 : step32, panels, PANELS);
  }
}

function step32(begin: usize, end: usize, thread: usize, args: usize): void {
  step<f32>(begin, end, changetype<Recurrent>(args));
}

function step64(begin: usize, end: usize, thread: usize, args: usize): void {
  step<f64>(begin, end, changetype<Recurrent>(args));
}

/** One step for the hidden units of the panels [begin, end). */
function step<T>(begin: usize, end: usize, layer: Recurrent): void {
  const n = layer.hidden;
  const width: usize = 2 * lanes<T>();
  const panels = (n + width - 1) / width;
  const first = begin * width;
  const last = min(n, end * width);
  const count = gateCount(layer.kind);
  const row = count * n * sizeof<T>();
  const time = timeOf(layer, layer.step);
  const gates = layer.gates + time * layer.batch * row;
  for (let q: usize = 0; q < count; q++) {
    const packed = layer.packedWeights + (q * panels + begin) * (n << 5);
    const apart = layer.kind == GRU && q == 2;
    const to = apart
      ? layer.extra + time * stateBytes(layer, sizeof<T>()) + first * sizeof<T>()
      : gates + (q * n + first) * sizeof<T>();
    const ldc = apart ? n * sizeof<T>() : row;
    block<T>(layer.batch, last - first, n, layer.packedState, packed, to, ldc, !apart, isize.MAX_VALUE);
  }
  forwardUnits<T>(layer, time, first, last);
}
