import { RandomGenerator } from "@gradus/core";
import { eye } from "../create";
import { randn } from "../random/normal";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { matrixShape, transposed } from "./batches";
import { matmul } from "./matmul";

const random = new RandomGenerator(20260301);

/** A matrix of normal random numbers; with a rank, the product of two thin ones. For tests. */
export function randomMatrix(shape: readonly number[], rank?: number): Tensor {
  if (rank === undefined) return randn(shape, { random });
  const [m, n] = shape.slice(-2) as [number, number];
  const batch = shape.slice(0, -2);
  return matmul(randn([...batch, m, rank], { random }), randn([...batch, rank, n], { random }));
}

/** The largest |x|; 0 for nothing. For tests. */
export function largest(x: Tensor): number {
  return x.size === 0 ? 0 : x.abs().max().item();
}

/** How far the columns of Q are from orthonormal. For tests. */
export function orthogonalityError(Q: Tensor): number {
  const [, n] = matrixShape(Q);
  return largest(matmul(transposed(Q), Q).sub(eye(n)));
}

/** Shapes for invariants: square, tall, wide, one row or column, empty, several at once, and beyond a block. */
export const shapes: readonly (readonly [string, readonly number[]])[] = [
  [1, 1],
  [2, 2],
  [5, 5],
  [7, 3],
  [3, 8],
  [1, 6],
  [6, 1],
  [0, 3],
  [3, 0],
  [0, 0],
  [40, 33],
  [33, 40],
  [90, 35],
  [2, 4, 3],
  [2, 1, 3, 5],
  [0, 3, 3],
].map((shape) => [shapeText(shape), shape] as const);

/** Orders of square matrices for invariants. */
export const orders: readonly number[] = [0, 1, 2, 3, 9, 24, 25, 33, 60];
