import { checkInteger, describeValue, ParameterError, ShapeError } from "@gradus/core";
import { tensorFrom } from "../factory";
import { pow } from "../ops/arithmetic";
import { normalizeAxis, shapeText, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { matmul } from "./matmul";

/**
 * The Kronecker product: every entry of `a` times the whole of `b`, in a block of its own. A tensor with
 * fewer axes counts as one with leading axes of length 1. Differentiable.
 *
 * @returns each axis as long as the two together
 * @example
 * ```ts
 * kron(tensor([1, 10]), tensor([1, 2])).toArray(); // [1, 2, 10, 20]
 * ```
 */
export function kron(a: Tensor, b: Tensor): Tensor {
  const ndim = Math.max(a.ndim, b.ndim);
  const padded = (x: Tensor) => [...new Array<number>(ndim - x.ndim).fill(1), ...x.shape];
  const [left, right] = [padded(a), padded(b)];
  const spreadA = a.reshape(left.flatMap((length) => [length, 1]));
  const spreadB = b.reshape(right.flatMap((length) => [1, length]));
  return spreadA.mul(spreadB).reshape(left.map((length, i) => length * right[i]!));
}

/**
 * The product of several matrices in the order that takes the fewest multiplications. The first and the last may
 * be vectors. Differentiable.
 *
 * @throws ParameterError below two matrices; ShapeError if neighbours do not fit.
 * @see Cormen et al. (2009), Introduction to Algorithms, 3rd ed., section 15.2.
 * @example
 * ```ts
 * multiDot([tensor([[1, 2]]), tensor([[1], [1]]), tensor([[3]])]).toArray(); // [[9]]
 * ```
 */
export function multiDot(matrices: readonly Tensor[]): Tensor {
  const count = matrices.length;
  if (count < 2) throw new ParameterError(`multiDot: expected two matrices or more, got ${count}`);
  matrices.forEach((x, i) => {
    const atEnd = i === 0 || i === count - 1;
    if (x.ndim === 2 || (x.ndim === 1 && atEnd)) return;
    throw new ShapeError(
      `multiDot: expected matrices (vectors only at the ends), got shape ${shapeText(x.shape)} at ${i}`,
    );
  });
  const first = matrices[0]!;
  const sides = [first.ndim === 1 ? 1 : first.shape[0]!];
  matrices.forEach((x, i) => {
    const column = i === count - 1 && x.ndim === 1;
    sides.push(column ? 1 : x.shape.at(-1)!);
  });
  const split = bestSplits(sides);
  const product = (i: number, j: number): Tensor =>
    i === j ? matrices[i]! : matmul(product(i, split[i]![j]!), product(split[i]![j]! + 1, j));
  return product(0, count - 1);
}

/** Where to split the product of the matrices i, …, j, of sides[i] × sides[i + 1], … */
function bestSplits(sides: readonly number[]): number[][] {
  const count = sides.length - 1;
  const table = () => Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const [costs, split] = [table(), table()];
  for (let length = 1; length < count; length++) {
    for (let i = 0; i + length < count; i++) {
      const j = i + length;
      costs[i]![j] = Infinity;
      for (let k = i; k < j; k++) {
        const own = sides[i]! * sides[k + 1]! * sides[j + 1]!;
        const cost = costs[i]![k]! + costs[k + 1]![j]! + own;
        if (cost >= costs[i]![j]!) continue;
        costs[i]![j] = cost;
        split[i]![j] = k;
      }
    }
  }
  return split;
}

/**
 * The cross product of vectors of three numbers: at right angles to both. Other axes broadcast. Differentiable.
 *
 * @param axis where the three numbers stand; default −1
 * @throws ShapeError unless both have length 3 along the axis; OutOfRangeError for an axis that one lacks.
 * @example
 * ```ts
 * cross(tensor([1, 0, 0]), tensor([0, 1, 0])).toArray(); // [0, 0, 1]
 * ```
 */
export function cross(a: Tensor, b: Tensor, axis = -1): Tensor {
  for (const x of [a, b]) {
    if (x.shape[normalizeAxis("cross", axis, x.ndim)] !== 3) {
      throw new ShapeError(
        `cross: expected length 3 along axis ${axis}, got shapes ${shapeText(a.shape)} and ${shapeText(b.shape)}`,
      );
    }
  }
  const next = (x: Tensor) => x.take([1, 2, 0], axis);
  const last = (x: Tensor) => x.take([2, 0, 1], axis);
  return next(a)
    .mul(last(b))
    .sub(last(a).mul(next(b)));
}

/** How many axes to sum over (the last of a, the first of b), or which of a and which of b. */
export type TensordotAxes =
  | number
  | readonly [axesOfA: number | readonly number[], axesOfB: number | readonly number[]];

/**
 * The product of two tensors summed over pairs of axes: what is left of a's axes, then what is left of b's.
 * Computed as one matrix product. Differentiable.
 *
 * @param axes default 2
 * @throws ShapeError if paired axes differ in length or number; OutOfRangeError for an axis that one lacks;
 * ParameterError for a count that is not an integer ≥ 0.
 * @example
 * ```ts
 * tensordot(tensor([[1, 2], [3, 4]]), tensor([[1, 0], [0, 1]])).item(); // 5
 * ```
 */
export function tensordot(a: Tensor, b: Tensor, axes: TensordotAxes = 2): Tensor {
  const [fromA, fromB] = pairedAxes(a, b, axes);
  const lengths = fromA.map((axis) => a.shape[axis]!);
  if (fromA.length !== fromB.length || fromB.some((axis, i) => b.shape[axis] !== lengths[i])) {
    throw new ShapeError(
      `tensordot: expected paired axes of one length, got shapes ${shapeText(a.shape)} and ${shapeText(b.shape)}`,
    );
  }
  const keptA = a.shape.map((_, i) => i).filter((i) => !fromA.includes(i));
  const keptB = b.shape.map((_, i) => i).filter((i) => !fromB.includes(i));
  const shape = [...keptA.map((i) => a.shape[i]!), ...keptB.map((i) => b.shape[i]!)];
  const k = sizeOf(lengths);
  const rows = sizeOf(keptA.map((i) => a.shape[i]!));
  const columns = sizeOf(keptB.map((i) => b.shape[i]!));
  const left = a.transpose(...keptA, ...fromA).reshape([rows, k]);
  const right = b.transpose(...fromB, ...keptB).reshape([k, columns]);
  return matmul(left, right).reshape(shape);
}

function pairedAxes(a: Tensor, b: Tensor, axes: TensordotAxes): [number[], number[]] {
  if (typeof axes === "number") {
    if (!Number.isInteger(axes) || axes < 0) {
      throw new ParameterError(
        `tensordot: axes must be an integer >= 0 or two lists, got ${describeValue(axes)}`,
      );
    }
    const list = Array.from({ length: axes }, (_, i) => i);
    return [
      list.map((i) => normalizeAxis("tensordot", i - axes, a.ndim)),
      list.map((i) => normalizeAxis("tensordot", i, b.ndim)),
    ];
  }
  const [ofA, ofB] = axes.map((side) => (typeof side === "number" ? [side] : side)) as [
    readonly number[],
    readonly number[],
  ];
  return [
    ofA.map((axis) => normalizeAxis("tensordot", axis, a.ndim)),
    ofB.map((axis) => normalizeAxis("tensordot", axis, b.ndim)),
  ];
}

/**
 * The sum of products over the last axis of both: for vectors their dot product, for matrices A·Bᵀ.
 * A 0-d operand multiplies. Differentiable.
 *
 * @returns a's other axes, then b's
 * @throws ShapeError if the last axes differ in length.
 * @example
 * ```ts
 * inner(tensor([[1, 2], [3, 4]]), tensor([1, 1])).toArray(); // [3, 7]
 * ```
 */
export function inner(a: Tensor, b: Tensor): Tensor {
  if (a.ndim === 0 || b.ndim === 0) return a.mul(b);
  if (a.shape.at(-1) !== b.shape.at(-1)) {
    throw new ShapeError(
      `inner: expected last axes of one length, got shapes ${shapeText(a.shape)} and ${shapeText(b.shape)}`,
    );
  }
  return tensordot(a, b, [-1, -1]);
}

/** How {@link vander} orders its columns. */
export interface VanderOptions {
  /** How many columns; default as many as x has numbers. */
  readonly columns?: number;
  /** Powers from 0 up, as for polynomials in the order of their degree. Default false: from high to low. */
  readonly increasing?: boolean;
}

/**
 * The Vandermonde matrix of a vector: the powers of x as columns. Differentiable.
 *
 * @returns shape (n, columns)
 * @throws ShapeError unless x is a vector; ParameterError unless columns is an integer ≥ 0.
 * @example
 * ```ts
 * vander(tensor([2, 3]), { columns: 3 }).toArray(); // [[4, 2, 1], [9, 3, 1]]
 * ```
 */
export function vander(x: Tensor, { columns, increasing = false }: VanderOptions = {}): Tensor {
  if (x.ndim !== 1) {
    throw new ShapeError(`vander: expected a vector, got shape ${shapeText(x.shape)}`);
  }
  const count = columns ?? x.size;
  checkInteger("vander", "columns", count);
  const powers = Array.from({ length: count }, (_, i) => (increasing ? i : count - 1 - i));
  return pow(x.unsqueeze(1), tensorFrom(powers, [count], x.dtype));
}
