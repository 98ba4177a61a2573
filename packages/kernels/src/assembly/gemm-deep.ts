// Products of few rows and columns and a long k, such as XᵀX of a tall table: threads share the blocks of k.
// Each block of k gives a C of its own; these are added in order, as a single thread adds them.

import { block } from "./gemm-block";
import { TILE_ROWS } from "./gemm-micro";
import { negate, packA, packB } from "./gemm-pack";
import { DEPTH, Product } from "./gemm-product";
import { parallelFor, threadsToProvideFor } from "./parallel";

const FEW: usize = 128;
/** A k from here on is long. */
export const LONG: usize = 4 * DEPTH;
/** Blocks of k between two additions. */
const WAVE: usize = 16;

export function isDeep(m: usize, n: usize, k: usize): bool {
  return m <= FEW && n <= FEW && k >= LONG;
}

/** Bytes of scratch for `deep`: blocks of A and B for each thread, and a wave of C. */
export function deepScratchBytes(m: usize, n: usize, shift: usize): usize {
  return (threadsToProvideFor() * 2 * FEW * DEPTH + WAVE * min(FEW, m) * min(FEW, n)) << shift;
}

export function deep<T>(x: Product): void {
  x.packedA = x.scratch;
  x.packedB = x.scratch + threadsToProvideFor() * 2 * FEW * DEPTH * sizeof<T>();
  const count = x.m * x.n;
  const blocks = (x.k + DEPTH - 1) / DEPTH;
  for (let first: usize = 0; first < blocks; first += WAVE) {
    const wave = min(WAVE, blocks - first);
    x.p = first * DEPTH;
    parallelFor(sizeof<T>() == 8 ? depthBlocks64 : depthBlocks32, wave, 1);
    for (let i: usize = 0; i < wave; i++) {
      const partial = x.packedB + i * count * sizeof<T>();
      for (let r: usize = 0; r < x.m; r++) {
        const row = partial + r * x.n * sizeof<T>();
        if (first + i == 0 && !x.accumulate) memory.copy(x.c + r * x.ldc, row, x.n * sizeof<T>());
        else addTo<T>(x.c + r * x.ldc, row, x.n);
      }
    }
  }
}

function depthBlocks32(begin: usize, end: usize, thread: usize, args: usize): void {
  depthBlocks<f32>(begin, end, thread, changetype<Product>(args));
}

function depthBlocks64(begin: usize, end: usize, thread: usize, args: usize): void {
  depthBlocks<f64>(begin, end, thread, changetype<Product>(args));
}

function depthBlocks<T>(begin: usize, end: usize, thread: usize, x: Product): void {
  const packedA = x.packedA + thread * 2 * FEW * DEPTH * sizeof<T>();
  const packedB = packedA + FEW * DEPTH * sizeof<T>();
  const lower: isize = x.lower ? 0 : isize.MAX_VALUE;
  for (let i = begin; i < end; i++) {
    const p = x.p + i * DEPTH;
    const depth = min(DEPTH, x.k - p);
    packA<T>(TILE_ROWS, x.m, depth, x.a + p * x.acrossA, x.downA, x.acrossA, packedA);
    if (x.negative) negate<T>(packedA, ((x.m + TILE_ROWS - 1) / TILE_ROWS) * TILE_ROWS * depth);
    packB<T>(depth, x.n, x.b + p * x.downB, x.downB, x.acrossB, packedB);
    const partial = x.packedB + i * x.m * x.n * sizeof<T>();
    block<T>(x.m, x.n, depth, packedA, packedB, partial, x.n * sizeof<T>(), false, lower);
  }
}

function addTo<T>(to: usize, from: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    store<T>(to, load<T>(to) + load<T>(from));
    to += sizeof<T>();
    from += sizeof<T>();
  }
}
