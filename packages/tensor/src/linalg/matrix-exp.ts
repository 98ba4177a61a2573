import { LinAlgError } from "@gradus/core";
import { privately } from "../autograd/privately";
import { needsGrad, record } from "../autograd/tape";
import { identityMatrix } from "../factory";
import { astype, castTo } from "../ops/convert";
import { concatenate, stack } from "../ops/join";
import type { Tensor } from "../tensor";
import { batchShape, countMatrices, matrixShape, squareMatrices, transposed } from "./batches";
import { matmul } from "./matmul";
import { solve } from "./solve";

/**
 * The matrix exponential Σ Aᵏ/k! of a square matrix, or of several along leading axes, by a Padé approximation of
 * the scaled matrix and repeated squaring, in float64. Differentiable.
 *
 * @param A shape (…, n, n)
 * @throws ShapeError unless A is square; LinAlgError for NaN or infinite numbers.
 * @see Higham (2005), SIAM J. Matrix Anal. Appl. 26(4), 1179–1193.
 * @example
 * ```ts
 * matrixExp(tensor([[0, 1], [0, 0]])).toArray(); // [[1, 1], [0, 1]]
 * ```
 */
export function matrixExp(A: Tensor): Tensor {
  const a = squareMatrices("matrixExp", A);
  const Y = privately(() => castTo(exponentials(castTo(a.detach(), "float64")), a.dtype));
  if (!needsGrad(a)) return Y;
  return record(Y, "matrixExp", [a], (g) => [gradient(a, g)]);
}

/** The derivative in the direction G at Aᵀ: the upper right block of exp of (Aᵀ G; 0 Aᵀ). */
function gradient(A: Tensor, g: Tensor): Tensor {
  const [n] = matrixShape(A);
  const all = batchShape(A).map(() => null);
  const At = transposed(A);
  const upper = concatenate([At, astype(g, A.dtype)], -1);
  const lower = concatenate([g.mul(0), At], -1);
  return matrixExp(concatenate([upper, lower], -2)).slice(...all, [0, n], [n]);
}

function exponentials(A: Tensor): Tensor {
  if (A.ndim === 2) return exponential(A);
  if (A.size === 0) return A;
  const [n] = matrixShape(A);
  const flat = A.reshape([countMatrices(A), n, n]);
  const list = Array.from({ length: flat.shape[0]! }, (_, i) => exponential(flat.at(i)));
  return stack(list).reshape(A.shape);
}

/** The coefficients b₀, …, b_m of the Padé numerators, and the 1-norm up to which each is exact to rounding. */
const approximants = [
  { bound: 1.495585217958292e-2, b: [120, 60, 12, 1] },
  { bound: 2.53939833006323e-1, b: [30240, 15120, 3360, 420, 30, 1] },
  {
    bound: 9.504178996162932e-1,
    b: [17297280, 8648640, 1995840, 277200, 25200, 1512, 56, 1],
  },
  {
    bound: 2.097847961257068,
    b: [17643225600, 8821612800, 2075673600, 302702400, 30270240, 2162160, 110880, 3960, 90, 1],
  },
] as const;

const LARGEST = 5.371920351148152;
const COEFFICIENTS_13 = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000,
  10559470521600, 670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
] as const;

function exponential(A: Tensor): Tensor {
  if (A.size === 0) return A;
  const size = A.abs().sum(0).max().item();
  if (!Number.isFinite(size)) {
    throw new LinAlgError("matrixExp: expected finite numbers, got NaN or an infinite number");
  }
  const small = approximants.find(({ bound }) => size <= bound);
  if (small !== undefined) return quotient(A, small.b);
  const squarings = Math.max(0, Math.ceil(Math.log2(size / LARGEST)));
  let X = quotient13(A.mul(2 ** -squarings));
  for (let i = 0; i < squarings; i++) X = matmul(X, X);
  return X;
}

/** (V − U)⁻¹(V + U) with the odd part U and the even part V of the numerator. */
function quotient(A: Tensor, b: readonly number[]): Tensor {
  const square = matmul(A, A);
  let power = identityMatrix(A.shape[0]!, "float64");
  let odd = power.mul(b[1]!);
  let even = power.mul(b[0]!);
  for (let k = 2; k < b.length; k += 2) {
    power = matmul(power, square);
    even = even.add(power.mul(b[k]!));
    odd = odd.add(power.mul(b[k + 1]!));
  }
  return divide(matmul(A, odd), even);
}

/** Degree 13 with six products. */
function quotient13(A: Tensor): Tensor {
  const b = COEFFICIENTS_13;
  const I = identityMatrix(A.shape[0]!, "float64");
  const A2 = matmul(A, A);
  const A4 = matmul(A2, A2);
  const A6 = matmul(A2, A4);
  const sum = (c6: number, c4: number, c2: number) => A6.mul(c6).add(A4.mul(c4)).add(A2.mul(c2));
  const odd = matmul(A6, sum(b[13], b[11], b[9]))
    .add(sum(b[7], b[5], b[3]))
    .add(I.mul(b[1]));
  const even = matmul(A6, sum(b[12], b[10], b[8]))
    .add(sum(b[6], b[4], b[2]))
    .add(I.mul(b[0]));
  return divide(matmul(A, odd), even);
}

function divide(U: Tensor, V: Tensor): Tensor {
  return solve(V.sub(U), V.add(U));
}
