// C = A·B by blocks that fit the caches, after Goto and van de Geijn (2008), ACM TOMS 34(3).
//
// Threads share the batches if there are many, else the blocks of rows of C, or its columns where there are
// few rows, or the blocks of k where both are few. An element of C is summed in the same order in every case.

import { block, blockOfRows } from "./gemm-block";
import { deep, deepScratchBytes, isDeep, LONG } from "./gemm-deep";
import { finishRows } from "./gemm-finish";
import { TILE_ROWS } from "./gemm-micro";
import { negate, packA, packB } from "./gemm-pack";
import { COLUMNS, DEPTH, Product, ROWS } from "./gemm-product";
import { parallelForIf, taskArguments, threadsToProvideFor } from "./parallel";
import { lanes } from "./simd";
import { roundUp } from "./sizes";

/** Products with fewer multiplications (some 50 µs) are done by one thread. */
const WORTH_SHARING: f64 = 1_000_000;
/** From this many batches on, threads share those. */
const MANY_BATCHES: usize = 4;
/** Panels of B that are packed, or multiplied, in one piece. */
const PACKED_PANELS: usize = 32;
const PANELS: usize = 4;
/** Under so many panels of B, contiguous rows of A are read where they lie: to pack them takes longer. */
const ONCE: usize = 2;
/** Rows of A that are packed in one piece, and from how many elements on that is shared. */
const PACKED_ROWS: usize = 32;
const MUCH_TO_PACK: usize = 32_768;

/** Bytes of scratch memory that `gemm` needs for `batches` products of m×k by k×n; never less for larger ones. */
export function gemmScratchBytes(double: bool, batches: usize, m: usize, n: usize, k: usize): usize {
  const threads = threadsToProvideFor();
  const shift: usize = double ? 3 : 2;
  const packedA = packedBytesA(m, k, shift);
  const packedB = packedBytesB(n, k, shift);
  if (batches >= MANY_BATCHES) return threads * (packedA + packedB);
  const bytes = threads * packedA + packedB;
  return k < LONG ? bytes : max(bytes, deepScratchBytes(m, n, shift));
}

function packedBytesA(m: usize, k: usize, shift: usize): usize {
  return (min(DEPTH, k) * min(ROWS, roundUp(m, TILE_ROWS))) << shift;
}

function packedBytesB(n: usize, k: usize, shift: usize): usize {
  return (min(DEPTH, k) * min(COLUMNS, roundUp(n, 32 >> shift))) << shift;
}

/**
 * C (m×n, contiguous) = A (m×k) · B (k×n) for each of `batches`, whose C lie one behind the other; `offsets`
 * holds two i32 for each: where its A and its B begin, in elements from `a` and `b`. Strides count elements.
 * With `symmetric`, C is known to equal its transpose (as XᵀX does) and only half is computed. Unless `bias` is 0, it
 * is added to every row, and the positive part taken if `relu`.
 */
export function gemm(
  double: bool,
  batches: usize,
  offsets: usize,
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  downA: usize,
  acrossA: usize,
  b: usize,
  downB: usize,
  acrossB: usize,
  c: usize,
  scratch: usize,
  symmetric: bool,
  bias: usize,
  relu: bool,
): void {
  if (double) batched<f64>(batches, offsets, m, n, k, a, downA, acrossA, b, downB, acrossB, c, scratch, symmetric, bias, relu);
  else batched<f32>(batches, offsets, m, n, k, a, downA, acrossA, b, downB, acrossB, c, scratch, symmetric, bias, relu);
}

/**
 * C += A·B, or C −= A·B with `negative`, in float64, for the decompositions: C's rows lie `ldc` apart. Strides count
 * elements. With `lower`, tiles that lie wholly above the diagonal of C are left alone. `scratch` has
 * `multiplyIntoBytes(m, n, k)`. Threads share it, unless it is called in a task.
 */
export function multiplyInto(
  negative: bool,
  lower: bool,
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  downA: usize,
  acrossA: usize,
  b: usize,
  downB: usize,
  acrossB: usize,
  c: usize,
  ldc: usize,
  scratch: usize,
): void {
  if (m == 0 || n == 0 || k == 0) return;
  const x = prepare<f64>(
    m, n, k, a, downA << 3, acrossA << 3, b, downB << 3, acrossB << 3, c, ldc << 3, scratch,
  );
  x.accumulate = true;
  x.negative = negative;
  x.lower = lower;
  multiply<f64>(x, isWorthSharing(x, 1));
}

/** Bytes of scratch memory that `multiplyInto` needs for an m×k by k×n product, or any smaller one. */
export function multiplyIntoBytes(m: usize, n: usize, k: usize): usize {
  return gemmScratchBytes(true, 1, m, n, k);
}

function batched<T>(
  batches: usize,
  offsets: usize,
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  downA: usize,
  acrossA: usize,
  b: usize,
  downB: usize,
  acrossB: usize,
  c: usize,
  scratch: usize,
  symmetric: bool,
  bias: usize,
  relu: bool,
): void {
  const size = sizeof<T>();
  const ldc = n * size;
  const x = prepare<T>(
    m, n, k, a, downA * size, acrossA * size, b, downB * size, acrossB * size, c, ldc, scratch,
  );
  x.lower = symmetric;
  x.bias = bias;
  x.relu = relu;
  x.offsets = offsets;
  const share = isWorthSharing(x, batches);
  if (batches >= MANY_BATCHES) {
    parallelForIf(share, size == 8 ? batches64 : batches32, batches, 1);
    return;
  }
  for (let i: usize = 0; i < batches; i++) {
    x.a = a + (load<i32>(offsets + 8 * i) as usize) * size;
    x.b = b + (load<i32>(offsets + 8 * i, 4) as usize) * size;
    x.c = c + i * m * ldc;
    multiply<T>(x, share);
    if (symmetric) mirror<T>(n, x.c);
  }
}

function isWorthSharing(x: Product, batches: usize): bool {
  return (x.m as f64) * (x.n as f64) * (x.k as f64) * (batches as f64) >= WORTH_SHARING;
}

/** A product where parallelFor takes the arguments from. */
function prepare<T>(
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  downA: usize,
  acrossA: usize,
  b: usize,
  downB: usize,
  acrossB: usize,
  c: usize,
  ldc: usize,
  scratch: usize,
): Product {
  const shift: usize = sizeof<T>() == 8 ? 3 : 2;
  const x = changetype<Product>(taskArguments());
  x.m = m;
  x.n = n;
  x.k = k;
  x.a = a;
  x.downA = downA;
  x.acrossA = acrossA;
  x.b = b;
  x.downB = downB;
  x.acrossB = acrossB;
  x.c = c;
  x.ldc = ldc;
  x.lower = false;
  x.accumulate = false;
  x.negative = false;
  x.bias = 0;
  x.relu = false;
  x.packedBytesA = packedBytesA(m, k, shift);
  x.packedBytesB = packedBytesB(n, k, shift);
  x.scratch = scratch;
  return x;
}

function batches32(begin: usize, end: usize, thread: usize, args: usize): void {
  someBatches<f32>(begin, end, thread, args);
}

function batches64(begin: usize, end: usize, thread: usize, args: usize): void {
  someBatches<f64>(begin, end, thread, args);
}

function someBatches<T>(begin: usize, end: usize, thread: usize, args: usize): void {
  const all = changetype<Product>(args);
  const own = taskArguments();
  memory.copy(own, args, offsetof<Product>());
  const x = changetype<Product>(own);
  x.scratch = all.scratch + thread * (all.packedBytesA + all.packedBytesB);
  for (let i = begin; i < end; i++) {
    x.a = all.a + (load<i32>(all.offsets + 8 * i) as usize) * sizeof<T>();
    x.b = all.b + (load<i32>(all.offsets + 8 * i, 4) as usize) * sizeof<T>();
    x.c = all.c + i * all.m * all.ldc;
    multiply<T>(x, false);
  }
}

function multiply<T>(x: Product, share: bool): void {
  const deeply = share && isDeep(x.m, x.n, x.k);
  if (x.k > 0 && !deeply) return blockwise<T>(x, share);
  if (deeply) deep<T>(x);
  else clear<T>(x);
  if (x.bias != 0) finishRows<T>(x.m, x.n, x.c, x.ldc, x.bias, x.relu);
}

function clear<T>(x: Product): void {
  if (x.accumulate) return;
  for (let i: usize = 0; i < x.m; i++) memory.fill(x.c + i * x.ldc, 0, x.n * sizeof<T>());
}

function blockwise<T>(x: Product, share: bool): void {
  const threads: usize = share ? threadsToProvideFor() : 1;
  const nBlocks = roundUp((x.m + ROWS - 1) / ROWS, threads);
  const width: usize = 2 * lanes<T>();
  x.packedB = x.scratch;
  x.packedA = x.scratch + x.packedBytesB;
  for (x.j = 0; x.j < x.n; x.j += COLUMNS) {
    x.columns = min(COLUMNS, x.n - x.j);
    const panels = (x.columns + width - 1) / width;
    for (x.p = 0; x.p < x.k; x.p += DEPTH) {
      x.depth = min(DEPTH, x.k - x.p);
      if (x.m > ROWS) {
        parallelForIf(share, sizeof<T>() == 8 ? packPanels64 : packPanels32, panels, PACKED_PANELS);
        x.rows = roundUp((x.m + nBlocks - 1) / nBlocks, TILE_ROWS);
        parallelForIf(share, sizeof<T>() == 8 ? rowBlocks64 : rowBlocks32, (x.m + x.rows - 1) / x.rows, 1);
      } else {
        if (!isPlain<T>(x)) {
          const much = share && x.m * x.depth >= MUCH_TO_PACK;
          parallelForIf(much, sizeof<T>() == 8 ? packRows64 : packRows32, x.m, PACKED_ROWS);
        }
        parallelForIf(share, sizeof<T>() == 8 ? columnPanels64 : columnPanels32, panels, PANELS);
      }
    }
  }
}

function packPanels32(begin: usize, end: usize, thread: usize, args: usize): void {
  packPanels<f32>(begin, end, changetype<Product>(args));
}

function packPanels64(begin: usize, end: usize, thread: usize, args: usize): void {
  packPanels<f64>(begin, end, changetype<Product>(args));
}

function packPanels<T>(begin: usize, end: usize, x: Product): void {
  const width: usize = 2 * lanes<T>();
  const first = begin * width;
  const columns = min(end * width, x.columns) - first;
  const from = x.b + x.p * x.downB + (x.j + first) * x.acrossB;
  packB<T>(x.depth, columns, from, x.downB, x.acrossB, x.packedB + begin * (x.depth << 5));
}

function rowBlocks32(begin: usize, end: usize, thread: usize, args: usize): void {
  rowBlocks<f32>(begin, end, thread, changetype<Product>(args));
}

function rowBlocks64(begin: usize, end: usize, thread: usize, args: usize): void {
  rowBlocks<f64>(begin, end, thread, changetype<Product>(args));
}

function rowBlocks<T>(begin: usize, end: usize, thread: usize, x: Product): void {
  const packed = x.packedA + thread * x.packedBytesA;
  for (let r = begin; r < end; r++) {
    const i = r * x.rows;
    const rows = min(x.rows, x.m - i);
    if (x.lower && i + rows <= x.j) continue;
    const from = x.a + i * x.downA + x.p * x.acrossA;
    const to = x.c + i * x.ldc + x.j * sizeof<T>();
    if (x.columns <= ONCE * 2 * lanes<T>() && isPlain<T>(x)) {
      blockOfRows<T>(rows, x.columns, x.depth, from, x.downA, x.packedB, to, x.ldc, x.accumulate || x.p > 0);
    } else {
      packBlockA<T>(x, rows, from, packed);
      const lower = x.lower ? (i as isize) - (x.j as isize) : isize.MAX_VALUE;
      block<T>(rows, x.columns, x.depth, packed, x.packedB, to, x.ldc, x.accumulate || x.p > 0, lower);
    }
    finish<T>(x, rows, x.j, x.columns, to);
  }
}

function packRows32(begin: usize, end: usize, thread: usize, args: usize): void {
  packRows<f32>(begin, end, changetype<Product>(args));
}

function packRows64(begin: usize, end: usize, thread: usize, args: usize): void {
  packRows<f64>(begin, end, changetype<Product>(args));
}

/** Packs some rows of an A of few. */
function packRows<T>(begin: usize, end: usize, x: Product): void {
  const from = x.a + begin * x.downA + x.p * x.acrossA;
  packBlockA<T>(x, end - begin, from, x.packedA + begin * x.depth * sizeof<T>());
}

/** Whether an A of few rows is read where it lies: they are contiguous, and all of C is wanted. */
@inline
function isPlain<T>(x: Product): bool {
  return x.acrossA == sizeof<T>() && !x.lower && !x.negative;
}

function packBlockA<T>(x: Product, rows: usize, from: usize, to: usize): void {
  packA<T>(TILE_ROWS, rows, x.depth, from, x.downA, x.acrossA, to);
  if (x.negative) negate<T>(to, roundUp(rows, TILE_ROWS) * x.depth);
}

function columnPanels32(begin: usize, end: usize, thread: usize, args: usize): void {
  columnPanels<f32>(begin, end, changetype<Product>(args));
}

function columnPanels64(begin: usize, end: usize, thread: usize, args: usize): void {
  columnPanels<f64>(begin, end, changetype<Product>(args));
}

/** Packs some panels of B and multiplies all rows of A, which are packed already, with them. */
function columnPanels<T>(begin: usize, end: usize, x: Product): void {
  packPanels<T>(begin, end, x);
  const first = begin * (2 * lanes<T>());
  const columns = min(end * (2 * lanes<T>()), x.columns) - first;
  const lower = x.lower ? -((x.j + first) as isize) : isize.MAX_VALUE;
  const packed = x.packedB + begin * (x.depth << 5);
  const to = x.c + (x.j + first) * sizeof<T>();
  if (isPlain<T>(x)) {
    const from = x.a + x.p * x.acrossA;
    blockOfRows<T>(x.m, columns, x.depth, from, x.downA, packed, to, x.ldc, x.accumulate || x.p > 0);
  } else {
    block<T>(x.m, columns, x.depth, x.packedA, packed, to, x.ldc, x.accumulate || x.p > 0, lower);
  }
  finish<T>(x, x.m, x.j + first, columns, to);
}

/** The bias for a part of C at `to`, from column `first` on, once it is summed. */
@inline
function finish<T>(x: Product, rows: usize, first: usize, columns: usize, to: usize): void {
  if (x.bias == 0 || x.p + x.depth < x.k) return;
  finishRows<T>(rows, columns, to, x.ldc, x.bias + first * sizeof<T>(), x.relu);
}

/** Copies the part below the diagonal to the part above it. */
function mirror<T>(n: usize, c: usize): void {
  for (let i: usize = 1; i < n; i++) {
    for (let j: usize = 0; j < i; j++) {
      store<T>(c + (j * n + i) * sizeof<T>(), load<T>(c + (i * n + j) * sizeof<T>()));
    }
  }
}
