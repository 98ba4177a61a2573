// Pooling over the planes of an image or volume. For each axis a table tells, for every place of the output, the
// first place of its window, the place behind its last, and how many places count for an average (i32 each).

import { parallelFor, taskArguments } from "./parallel";

@unmanaged
class Pool {
  // As the caller writes them, 4 bytes each.
  depth: u32;
  height: u32;
  width: u32;
  outDepth: u32;
  outHeight: u32;
  outWidth: u32;
  stepDepth: u32;
  stepHeight: u32;
  stepWidth: u32;
  double: bool;
  tables: usize;
  x: usize;
  out: usize;
  indices: usize;
  inPlane: usize;
  outPlane: usize;
}

function readPool(double: bool, shape: usize, tables: usize): Pool {
  const pool = changetype<Pool>(taskArguments());
  memory.copy(changetype<usize>(pool), shape, 36);
  pool.double = double;
  pool.tables = tables;
  pool.inPlane = pool.depth * pool.height * pool.width;
  pool.outPlane = pool.outDepth * pool.outHeight * pool.outWidth;
  return pool;
}

/** The largest element of each window, and its index in the plane (i32); NaN is larger than anything. */
export function maxPool(
  double: bool,
  planes: usize,
  shape: usize,
  tables: usize,
  x: usize,
  out: usize,
  indices: usize,
): void {
  const pool = readPool(double, shape, tables);
  pool.x = x;
  pool.out = out;
  pool.indices = indices;
  parallelFor(maxTask, planes, grainOf(pool));
}

/** The mean of each window. */
export function averagePool(double: bool, planes: usize, shape: usize, tables: usize, x: usize, out: usize): void {
  const pool = readPool(double, shape, tables);
  pool.x = x;
  pool.out = out;
  parallelFor(averageTask, planes, grainOf(pool));
}

/** The transpose of averagePool: x from out. */
export function averageUnpool(double: bool, planes: usize, shape: usize, tables: usize, x: usize, out: usize): void {
  const pool = readPool(double, shape, tables);
  pool.x = x;
  pool.out = out;
  parallelFor(unpoolTask, planes, grainOf(pool));
}

/** out[plane][i] = x[plane][indices[plane][i]] */
export function gatherPlanes(
  double: bool,
  planes: usize,
  inPlane: usize,
  outPlane: usize,
  x: usize,
  indices: usize,
  out: usize,
): void {
  const pool = planesOf(double, inPlane, outPlane, x, indices, out);
  parallelFor(gatherTask, planes, grainOf(pool));
}

/** The transpose: x[plane][indices[plane][i]] += out[plane][i], x zero before. */
export function scatterPlanes(
  double: bool,
  planes: usize,
  inPlane: usize,
  outPlane: usize,
  x: usize,
  indices: usize,
  out: usize,
): void {
  const pool = planesOf(double, inPlane, outPlane, x, indices, out);
  parallelFor(scatterTask, planes, grainOf(pool));
}

function planesOf(double: bool, inPlane: usize, outPlane: usize, x: usize, indices: usize, out: usize): Pool {
  const pool = changetype<Pool>(taskArguments());
  pool.double = double;
  pool.inPlane = inPlane;
  pool.outPlane = outPlane;
  pool.x = x;
  pool.indices = indices;
  pool.out = out;
  return pool;
}

function grainOf(pool: Pool): usize {
  return max<usize>(1, 16384 / max<usize>(1, pool.inPlane + pool.outPlane));
}

function maxTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const pool = changetype<Pool>(address);
  for (let i = begin; i < end; i++) {
    if (pool.double) maxPlane<f64>(pool, i);
    else maxPlane<f32>(pool, i);
  }
}

function maxPlane<T>(pool: Pool, plane: usize): void {
  const x = pool.x + plane * pool.inPlane * sizeof<T>();
  let out = pool.out + plane * pool.outPlane * sizeof<T>();
  let indices = pool.indices + plane * pool.outPlane * 4;
  const rows = pool.tables + pool.outDepth * 12;
  const columns = rows + pool.outHeight * 12;
  const inPairs = arePairs(pool, columns);
  for (let od: usize = 0; od < pool.outDepth; od++) {
    for (let oh: usize = 0; oh < pool.outHeight; oh++) {
      const inDepth = pool.tables + od * 12;
      let ow: usize = 0;
      if (sizeof<T>() == 4 && inPairs) {
        for (; ow + 4 <= pool.outWidth; ow += 4, out += 16, indices += 16) {
          largestOfPairs(pool, x, inDepth, rows + oh * 12, 2 * ow, out, indices);
        }
      }
      for (; ow < pool.outWidth; ow++) {
        largestOf<T>(pool, x, inDepth, rows + oh * 12, columns + ow * 12, out, indices);
        out += sizeof<T>();
        indices += 4;
      }
    }
  }
}

/** Whether the windows take each two of a row, one pair after the other: the commonest pooling. */
function arePairs(pool: Pool, columns: usize): bool {
  const last = columns + (pool.outWidth - 1) * 12;
  return (
    pool.stepWidth == 1 &&
    load<i32>(columns) == 0 &&
    load<i32>(columns, 4) == 2 &&
    load<i32>(last, 4) == ((2 * pool.outWidth) as i32) &&
    load<i32>(last) == ((2 * pool.outWidth - 2) as i32)
  );
}

/** Four windows of pairs at once, from column `first` on. */
function largestOfPairs(
  pool: Pool,
  x: usize,
  inDepth: usize,
  inHeight: usize,
  first: usize,
  out: usize,
  indices: usize,
): void {
  const lastD = load<i32>(inDepth, 4) as usize;
  const firstH = load<i32>(inHeight) as usize;
  const lastH = load<i32>(inHeight, 4) as usize;
  const start = ((load<i32>(inDepth) as usize) * pool.height + firstH) * pool.width + first;
  let best = i32x4.add(i32x4.splat(start as i32), i32x4(0, 2, 4, 6));
  const from = x + (start << 2);
  let top = v128.shuffle<f32>(v128.load(from), v128.load(from, 16), 0, 2, 4, 6);
  for (let d = load<i32>(inDepth) as usize; d < lastD; d += pool.stepDepth) {
    for (let h = firstH; h < lastH; h += pool.stepHeight) {
      const at = (d * pool.height + h) * pool.width + first;
      const left = v128.load(x + (at << 2));
      const right = v128.load(x + (at << 2), 16);
      const places = i32x4.add(i32x4.splat(at as i32), i32x4(0, 2, 4, 6));
      const even = v128.shuffle<f32>(left, right, 0, 2, 4, 6);
      const evenWins = v128.or(f32x4.gt(even, top), f32x4.ne(even, even));
      top = v128.bitselect(even, top, evenWins);
      best = v128.bitselect(places, best, evenWins);
      const odd = v128.shuffle<f32>(left, right, 1, 3, 5, 7);
      const oddWins = v128.or(f32x4.gt(odd, top), f32x4.ne(odd, odd));
      top = v128.bitselect(odd, top, oddWins);
      best = v128.bitselect(i32x4.add(places, i32x4.splat(1)), best, oddWins);
    }
  }
  v128.store(out, top);
  v128.store(indices, best);
}

@inline
function largestOf<T>(
  pool: Pool,
  x: usize,
  inDepth: usize,
  inHeight: usize,
  inWidth: usize,
  out: usize,
  indices: usize,
): void {
  const width = pool.width;
  const lastD = load<i32>(inDepth, 4) as usize;
  const firstH = load<i32>(inHeight) as usize;
  const lastH = load<i32>(inHeight, 4) as usize;
  const firstW = load<i32>(inWidth) as usize;
  const lastW = load<i32>(inWidth, 4) as usize;
  let best = (load<i32>(inDepth) * pool.height + firstH) * width + firstW;
  let top = load<T>(x + best * sizeof<T>());
  for (let d = load<i32>(inDepth) as usize; d < lastD; d += pool.stepDepth) {
    for (let h = firstH; h < lastH; h += pool.stepHeight) {
      const row = (d * pool.height + h) * width;
      for (let w = firstW; w < lastW; w += pool.stepWidth) {
        const value = load<T>(x + (row + w) * sizeof<T>());
        if (value > top || value != value) {
          top = value;
          best = row + w;
        }
      }
    }
  }
  store<T>(out, top);
  store<i32>(indices, best as i32);
}

function averageTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const pool = changetype<Pool>(address);
  for (let i = begin; i < end; i++) {
    if (pool.double) averagePlane<f64>(pool, i);
    else averagePlane<f32>(pool, i);
  }
}

function averagePlane<T>(pool: Pool, plane: usize): void {
  const x = pool.x + plane * pool.inPlane * sizeof<T>();
  let out = pool.out + plane * pool.outPlane * sizeof<T>();
  const rows = pool.tables + pool.outDepth * 12;
  const columns = rows + pool.outHeight * 12;
  for (let od: usize = 0; od < pool.outDepth; od++) {
    for (let oh: usize = 0; oh < pool.outHeight; oh++) {
      for (let ow: usize = 0; ow < pool.outWidth; ow++, out += sizeof<T>()) {
        store<T>(out, meanOf<T>(pool, x, pool.tables + od * 12, rows + oh * 12, columns + ow * 12));
      }
    }
  }
}

@inline
function countOf(inDepth: usize, inHeight: usize, inWidth: usize): i32 {
  return load<i32>(inDepth, 8) * load<i32>(inHeight, 8) * load<i32>(inWidth, 8);
}

@inline
function meanOf<T>(pool: Pool, x: usize, inDepth: usize, inHeight: usize, inWidth: usize): T {
  const lastD = load<i32>(inDepth, 4) as usize;
  const lastH = load<i32>(inHeight, 4) as usize;
  const firstW = load<i32>(inWidth) as usize;
  const lastW = load<i32>(inWidth, 4) as usize;
  let sum = 0 as T;
  for (let d = load<i32>(inDepth) as usize; d < lastD; d++) {
    for (let h = load<i32>(inHeight) as usize; h < lastH; h++) {
      const row = x + (d * pool.height + h) * pool.width * sizeof<T>();
      for (let w = firstW; w < lastW; w++) sum = (sum + load<T>(row + w * sizeof<T>())) as T;
    }
  }
  return (sum / (countOf(inDepth, inHeight, inWidth) as T)) as T;
}

function unpoolTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const pool = changetype<Pool>(address);
  for (let i = begin; i < end; i++) {
    if (pool.double) unpoolPlane<f64>(pool, i);
    else unpoolPlane<f32>(pool, i);
  }
}

function unpoolPlane<T>(pool: Pool, plane: usize): void {
  const x = pool.x + plane * pool.inPlane * sizeof<T>();
  let out = pool.out + plane * pool.outPlane * sizeof<T>();
  memory.fill(x, 0, pool.inPlane * sizeof<T>());
  const rows = pool.tables + pool.outDepth * 12;
  const columns = rows + pool.outHeight * 12;
  for (let od: usize = 0; od < pool.outDepth; od++) {
    for (let oh: usize = 0; oh < pool.outHeight; oh++) {
      for (let ow: usize = 0; ow < pool.outWidth; ow++, out += sizeof<T>()) {
        spread<T>(pool, x, pool.tables + od * 12, rows + oh * 12, columns + ow * 12, load<T>(out));
      }
    }
  }
}

@inline
function spread<T>(pool: Pool, x: usize, inDepth: usize, inHeight: usize, inWidth: usize, value: T): void {
  const share = (value / (countOf(inDepth, inHeight, inWidth) as T)) as T;
  const lastD = load<i32>(inDepth, 4) as usize;
  const lastH = load<i32>(inHeight, 4) as usize;
  const firstW = load<i32>(inWidth) as usize;
  const lastW = load<i32>(inWidth, 4) as usize;
  for (let d = load<i32>(inDepth) as usize; d < lastD; d++) {
    for (let h = load<i32>(inHeight) as usize; h < lastH; h++) {
      const row = x + (d * pool.height + h) * pool.width * sizeof<T>();
      for (let w = firstW; w < lastW; w++) {
        const at = row + w * sizeof<T>();
        store<T>(at, (load<T>(at) + share) as T);
      }
    }
  }
}

function gatherTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const pool = changetype<Pool>(address);
  for (let i = begin; i < end; i++) {
    if (pool.double) gatherPlane<f64>(pool, i);
    else gatherPlane<f32>(pool, i);
  }
}

function gatherPlane<T>(pool: Pool, plane: usize): void {
  const x = pool.x + plane * pool.inPlane * sizeof<T>();
  const first = plane * pool.outPlane;
  for (let i = first; i < first + pool.outPlane; i++) {
    const from = x + load<u32>(pool.indices + (i << 2)) * sizeof<T>();
    store<T>(pool.out + i * sizeof<T>(), load<T>(from));
  }
}

function scatterTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const pool = changetype<Pool>(address);
  for (let i = begin; i < end; i++) {
    if (pool.double) scatterPlane<f64>(pool, i);
    else scatterPlane<f32>(pool, i);
  }
}

function scatterPlane<T>(pool: Pool, plane: usize): void {
  const x = pool.x + plane * pool.inPlane * sizeof<T>();
  memory.fill(x, 0, pool.inPlane * sizeof<T>());
  const first = plane * pool.outPlane;
  for (let i = first; i < first + pool.outPlane; i++) {
    const to = x + load<u32>(pool.indices + (i << 2)) * sizeof<T>();
    store<T>(to, (load<T>(to) + load<T>(pool.out + i * sizeof<T>())) as T);
  }
}
