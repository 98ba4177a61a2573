import type { ArrayKernels } from "./exports-arrays";
import type { LinalgKernels } from "./exports-linalg";
import type { NetworkKernels } from "./exports-networks";
import type { RandomKernels } from "./exports-random";
import type { TextKernels } from "./exports-text";

/** What the WebAssembly module offers; every pointer and count is a number of bytes or elements. */
export interface KernelExports
  extends ArrayKernels,
    LinalgKernels,
    NetworkKernels,
    RandomKernels,
    TextKernels {
  heapBase(): number;
  controlBytes(): number;
  joinThreads(control: number, index: number): void;
  setActiveThreads(count: number): void;
  helperThreads(): number;
  binaryRow(
    op: number,
    dtype: number,
    n: number,
    a: number,
    strideA: number,
    b: number,
    strideB: number,
    out: number,
  ): void;
  binaryNd(
    op: number,
    dtype: number,
    ndim: number,
    meta: number,
    a: number,
    b: number,
    out: number,
  ): void;
  compareRow: KernelExports["binaryRow"];
  compareNd: KernelExports["binaryNd"];
  unary(op: number, dtype: number, n: number, x: number, out: number): void;
  /** @returns −1, or the index of the first number that does not fit */
  cast(from: number, to: number, n: number, x: number, out: number): number;
  copyNd(size: number, ndim: number, meta: number, src: number, dst: number): void;
  fill(size: number, n: number, value: number, out: number): void;
  select(size: number, n: number, condition: number, a: number, b: number, out: number): void;
  sum(dtype: number, outer: number, length: number, inner: number, x: number, out: number): void;
  reduce(
    op: number,
    dtype: number,
    outer: number,
    length: number,
    inner: number,
    x: number,
    out: number,
  ): void;
  argReduce(
    largest: boolean,
    dtype: number,
    outer: number,
    length: number,
    inner: number,
    x: number,
    out: number,
  ): void;
  anyOrAll(
    every: boolean,
    outer: number,
    length: number,
    inner: number,
    x: number,
    out: number,
  ): void;
  gemmScratchBytes(double: boolean, batches: number, m: number, n: number, k: number): number;
  gemm(
    double: boolean,
    batches: number,
    offsets: number,
    m: number,
    n: number,
    k: number,
    a: number,
    downA: number,
    acrossA: number,
    b: number,
    downB: number,
    acrossB: number,
    c: number,
    scratch: number,
    symmetric: boolean,
    bias: number,
    relu: boolean,
  ): void;
  smallGemm(
    double: boolean,
    m: number,
    n: number,
    k: number,
    a: number,
    downA: number,
    acrossA: number,
    b: number,
    downB: number,
    acrossB: number,
    c: number,
  ): void;
}
