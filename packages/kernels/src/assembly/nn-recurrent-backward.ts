// The backward pass of nn-recurrent.ts: the gradients of the sums in front of the gates, step by step from the last.
// Those of the weights are products over all steps, which the caller makes.

import { block } from "./gemm-block";
import { TILE_ROWS } from "./gemm-micro";
import { packA, packB } from "./gemm-pack";
import { backwardUnits } from "./nn-recurrent-gates";
import { GRU, gateCount, Recurrent, stateBytes, timeOf } from "./nn-recurrent-layer";
import { parallelForIf, taskArguments } from "./parallel";
import { lanes } from "./simd";

const WORTH_SHARING: f64 = 500_000;
const PANELS: usize = 4;

/** `gHidden` and `gCell` (batch, hidden) receive the initial states' gradients; `gProducts` only the GRU's. */
export function recurrentBackward(
  kind: i32,
  double: bool,
  backwards: bool,
  steps: usize,
  batch: usize,
  hidden: usize,
  lengths: usize,
  weights: usize,
  gates: usize,
  extra: usize,
  hiddens: usize,
  cells: usize,
  gHiddens: usize,
  gCells: usize,
  gGates: usize,
  gProducts: usize,
  gHidden: usize,
  gCell: usize,
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
  layer.gates = gates;
  layer.extra = extra;
  layer.hiddens = hiddens;
  layer.cells = cells;
  layer.gHiddens = gHiddens;
  layer.gCells = gCells;
  layer.gGates = gGates;
  layer.gProducts = gProducts;
  layer.gHidden = gHidden;
  layer.gCell = gCell;
  layer.packedWeights = scratch;
  if (double) backward<f64>(layer);
  else backward<f32>(layer);
}

function backward<T>(layer: Recurrent): void {
  const n = layer.hidden;
  const size = sizeof<T>();
  const width: usize = 2 * lanes<T>();
  const panels = (n + width - 1) / width;
  const all = gateCount(layer.kind) * n;
  packB<T>(all, n, layer.weights, n * size, size, layer.packedWeights);
  layer.packedState = layer.packedWeights + panels * (all << 5);
  memory.fill(layer.gHidden, 0, stateBytes(layer, size));
  memory.fill(layer.gCell, 0, stateBytes(layer, size));
  const worth = (layer.batch as f64) * (n as f64) * (all as f64) >= WORTH_SHARING;
  const products = layer.kind == GRU ? layer.gProducts : layer.gGates;
  for (let left = layer.steps; left > 0; left--) {
    layer.step = left - 1;
    parallelForIf(worth, size == 8 ? units64 : units32, panels, PANELS);
    const from = products + timeOf(layer, layer.step) * layer.batch * all * size;
    packA<T>(TILE_ROWS, layer.batch, all, from, all * size, size, layer.packedState);
    parallelForIf(worth, size == 8 ? states64 : states32, panels, PANELS);
  }
}

function units32(begin: usize, end: usize, thread: usize, args: usize): void {
  units<f32>(begin, end, changetype<Recurrent>(args));
}

function units64(begin: usize, end: usize, thread: usize, args: usize): void {
  units<f64>(begin, end, changetype<Recurrent>(args));
}

function units<T>(begin: usize, end: usize, layer: Recurrent): void {
  const width: usize = 2 * lanes<T>();
  backwardUnits<T>(layer, timeOf(layer, layer.step), begin * width, min(layer.hidden, end * width));
}

function states32(begin: usize, end: usize, thread: usize, args: usize): void {
  states<f32>(begin, end, changetype<Recurrent>(args));
}

function states64(begin: usize, end: usize, thread: usize, args: usize): void {
  states<f64>(begin, end, changetype<Recurrent>(args));
}

/** gHidden = gradients of the products · weights, for the hidden units of some panels; added where the units wrote a direct part. */
function states<T>(begin: usize, end: usize, layer: Recurrent): void {
  const n = layer.hidden;
  const width: usize = 2 * lanes<T>();
  const first = begin * width;
  const columns = min(n, end * width) - first;
  const all = gateCount(layer.kind) * n;
  const packed = layer.packedWeights + begin * (all << 5);
  const to = layer.gHidden + first * sizeof<T>();
  const adding = layer.kind == GRU || layer.lengths != 0;
  block<T>(layer.batch, columns, all, layer.packedState, packed, to, n * sizeof<T>(), adding, isize.MAX_VALUE);
}
