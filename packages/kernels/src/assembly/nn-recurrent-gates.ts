// The gates of recurrent layers, for the hidden units [first, last) of all rows of a batch.

import { GRU, gateCount, isLive, LSTM, Recurrent, RNN_TANH, slotOf, stateBytes } from "./nn-recurrent-layer";
import { lanes } from "./simd";
import { loadSome, sigmoidLanes, storeSome, tanhLanes } from "./vector-math";

@inline
function read<T>(at: usize, n: usize): v128 {
  return n == lanes<T>() ? v128.load(at) : loadSome<T>(at, n, 0 as T);
}

@inline
function write<T>(at: usize, n: usize, v: v128): void {
  if (n == lanes<T>()) v128.store(at, v);
  else storeSome<T>(at, n, v);
}

/** From the products in `gates` the gates' values, the cells and the hidden states. */
export function forwardUnits<T>(layer: Recurrent, time: usize, first: usize, last: usize): void {
  const size = sizeof<T>();
  const n = layer.hidden * size;
  const row = gateCount(layer.kind) * n;
  const before = slotOf(layer, layer.step) * stateBytes(layer, size);
  const after = slotOf(layer, layer.step + 1) * stateBytes(layer, size);
  for (let b: usize = 0; b < layer.batch; b++) {
    if (!isLive(layer, b, time)) {
      const unit = b * n + first * size;
      memory.copy(layer.hiddens + after + unit, layer.hiddens + before + unit, (last - first) * size);
      if (layer.kind == LSTM) {
        memory.copy(layer.cells + after + unit, layer.cells + before + unit, (last - first) * size);
      }
      continue;
    }
    for (let u = first; u < last; u += lanes<T>()) {
      const count = min(lanes<T>(), last - u);
      const unit = b * n + u * size;
      const gate = layer.gates + (time * layer.batch + b) * row + u * size;
      const from = layer.hiddens + before + unit;
      const to = layer.hiddens + after + unit;
      if (layer.kind == LSTM) lstmForward<T>(gate, n, layer.cells + before + unit, layer.cells + after + unit, to, count);
      else if (layer.kind == GRU) {
        const extra = layer.extra + time * stateBytes(layer, size) + unit;
        gruForward<T>(gate, n, extra, layer.bias == 0 ? 0 : layer.bias + u * size, from, to, count);
      } else {
        const sum = read<T>(gate, count);
        const h = layer.kind == RNN_TANH ? tanhLanes<T>(sum) : v128.max<T>(sum, v128.splat<T>(0 as T));
        write<T>(gate, count, h);
        write<T>(to, count, h);
      }
    }
  }
}

/** i, f, o = σ, g = tanh; c = f·c₀ + i·g; h = o·tanh(c) */
@inline
function lstmForward<T>(gate: usize, n: usize, before: usize, after: usize, to: usize, count: usize): void {
  const i = sigmoidLanes<T>(read<T>(gate, count));
  const f = sigmoidLanes<T>(read<T>(gate + n, count));
  const g = tanhLanes<T>(read<T>(gate + 2 * n, count));
  const o = sigmoidLanes<T>(read<T>(gate + 3 * n, count));
  const c = v128.add<T>(v128.mul<T>(f, read<T>(before, count)), v128.mul<T>(i, g));
  write<T>(gate, count, i);
  write<T>(gate + n, count, f);
  write<T>(gate + 2 * n, count, g);
  write<T>(gate + 3 * n, count, o);
  write<T>(after, count, c);
  write<T>(to, count, v128.mul<T>(o, tanhLanes<T>(c)));
}

/** r, z = σ; n = tanh(xₙ + r·hₙ); h = (1 − z)·n + z·h₀. `extra` keeps hₙ with its bias. */
@inline
function gruForward<T>(
  gate: usize,
  n: usize,
  extra: usize,
  bias: usize,
  from: usize,
  to: usize,
  count: usize,
): void {
  const r = sigmoidLanes<T>(read<T>(gate, count));
  const z = sigmoidLanes<T>(read<T>(gate + n, count));
  let product = read<T>(extra, count);
  if (bias != 0) product = v128.add<T>(product, read<T>(bias, count));
  const fresh = tanhLanes<T>(v128.add<T>(read<T>(gate + 2 * n, count), v128.mul<T>(r, product)));
  write<T>(gate, count, r);
  write<T>(gate + n, count, z);
  write<T>(gate + 2 * n, count, fresh);
  write<T>(extra, count, product);
  write<T>(to, count, v128.add<T>(fresh, v128.mul<T>(z, v128.sub<T>(read<T>(from, count), fresh))));
}

/**
 * The gradients of the sums in front of the gates; `gCell` passes to the step before, and for the GRU `gHidden` its
 * direct part.
 */
export function backwardUnits<T>(layer: Recurrent, time: usize, first: usize, last: usize): void {
  const size = sizeof<T>();
  const n = layer.hidden * size;
  const row = gateCount(layer.kind) * n;
  const before = slotOf(layer, layer.step) * stateBytes(layer, size);
  const after = slotOf(layer, layer.step + 1) * stateBytes(layer, size);
  const zero = v128.splat<T>(0 as T);
  for (let b: usize = 0; b < layer.batch; b++) {
    const live = isLive(layer, b, time);
    if (!live) clearGates<T>(layer, (time * layer.batch + b) * row, first, last);
    for (let u = first; u < last; u += lanes<T>()) {
      const count = min(lanes<T>(), last - u);
      const unit = b * n + u * size;
      const at = (time * layer.batch + b) * row + u * size;
      const carried = read<T>(layer.gHidden + unit, count);
      const dh = v128.add<T>(read<T>(layer.gHiddens + after + unit, count), carried);
      if (!live) {
        write<T>(layer.gHidden + unit, count, dh);
        if (layer.kind != LSTM) continue;
        const carriedCell = read<T>(layer.gCell + unit, count);
        write<T>(layer.gCell + unit, count, v128.add<T>(read<T>(layer.gCells + after + unit, count), carriedCell));
        continue;
      }
      // With lengths the products are added to the direct part, which only the GRU has.
      if (layer.lengths != 0) write<T>(layer.gHidden + unit, count, zero);
      if (layer.kind == LSTM) lstmBackward<T>(layer, at, unit, before, after, dh, count);
      else if (layer.kind == GRU) {
        gruBackward<T>(layer, at, time * stateBytes(layer, size) + unit, unit, before, dh, count);
      } else {
        const h = read<T>(layer.gates + at, count);
        const one = v128.splat<T>(1 as T);
        const slope = v128.sub<T>(one, v128.mul<T>(h, h));
        const d = layer.kind == RNN_TANH ? v128.mul<T>(dh, slope) : v128.and(dh, v128.gt<T>(h, zero));
        write<T>(layer.gGates + at, count, d);
      }
    }
  }
}

/** Of a sequence that has ended the gates have no gradient. */
function clearGates<T>(layer: Recurrent, at: usize, first: usize, last: usize): void {
  const size = sizeof<T>();
  for (let q: usize = 0; q < gateCount(layer.kind); q++) {
    const from = at + (q * layer.hidden + first) * size;
    memory.fill(layer.gGates + from, 0, (last - first) * size);
    if (layer.kind == GRU) memory.fill(layer.gProducts + from, 0, (last - first) * size);
  }
}

/** s·(1 − s)·d, the gradient through s = σ(·) */
@inline
function throughSigmoid<T>(s: v128, d: v128): v128 {
  return v128.mul<T>(d, v128.sub<T>(s, v128.mul<T>(s, s)));
}

/** (1 − t²)·d, the gradient through t = tanh(·) */
@inline
function throughTanh<T>(t: v128, d: v128): v128 {
  return v128.sub<T>(d, v128.mul<T>(d, v128.mul<T>(t, t)));
}

@inline
function lstmBackward<T>(
  layer: Recurrent,
  at: usize,
  unit: usize,
  before: usize,
  after: usize,
  dh: v128,
  count: usize,
): void {
  const n = layer.hidden * sizeof<T>();
  const gate = layer.gates + at;
  const i = read<T>(gate, count);
  const f = read<T>(gate + n, count);
  const g = read<T>(gate + 2 * n, count);
  const o = read<T>(gate + 3 * n, count);
  const t = tanhLanes<T>(read<T>(layer.cells + after + unit, count));
  let dc = v128.add<T>(read<T>(layer.gCells + after + unit, count), read<T>(layer.gCell + unit, count));
  dc = v128.add<T>(dc, throughTanh<T>(t, v128.mul<T>(dh, o)));
  const to = layer.gGates + at;
  write<T>(to, count, throughSigmoid<T>(i, v128.mul<T>(dc, g)));
  write<T>(to + n, count, throughSigmoid<T>(f, v128.mul<T>(dc, read<T>(layer.cells + before + unit, count))));
  write<T>(to + 2 * n, count, throughTanh<T>(g, v128.mul<T>(dc, i)));
  write<T>(to + 3 * n, count, throughSigmoid<T>(o, v128.mul<T>(dh, t)));
  write<T>(layer.gCell + unit, count, v128.mul<T>(dc, f));
}

@inline
function gruBackward<T>(
  layer: Recurrent,
  at: usize,
  state: usize,
  unit: usize,
  before: usize,
  dh: v128,
  count: usize,
): void {
  const n = layer.hidden * sizeof<T>();
  const gate = layer.gates + at;
  const r = read<T>(gate, count);
  const z = read<T>(gate + n, count);
  const fresh = read<T>(gate + 2 * n, count);
  const product = read<T>(layer.extra + state, count);
  const h = read<T>(layer.hiddens + before + unit, count);
  const dFresh = throughTanh<T>(fresh, v128.sub<T>(dh, v128.mul<T>(dh, z)));
  const dr = throughSigmoid<T>(r, v128.mul<T>(dFresh, product));
  const dz = throughSigmoid<T>(z, v128.mul<T>(dh, v128.sub<T>(h, fresh)));
  const to = layer.gGates + at;
  write<T>(to, count, dr);
  write<T>(to + n, count, dz);
  write<T>(to + 2 * n, count, dFresh);
  const products = layer.gProducts + at;
  write<T>(products, count, dr);
  write<T>(products + n, count, dz);
  write<T>(products + 2 * n, count, v128.mul<T>(dFresh, r));
  write<T>(layer.gHidden + unit, count, v128.mul<T>(dh, z));
}
