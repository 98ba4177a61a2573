import { checkInteger, RandomGenerator, ShapeError } from "@gradus/core";
import { randn } from "../random/normal";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { floatingMatrix } from "./checks";
import { matmul } from "./matmul";
import { qr } from "./qr";
import { type Svd, svd } from "./svd";

/** How {@link randomizedSvd} samples. */
export interface RandomizedSvdOptions {
  /** How many more directions than wanted are sampled. Default 10. */
  readonly oversampling?: number;
  /** How often the sample is multiplied by A·Aᵀ: more where the singular values fall slowly. Default 4. */
  readonly powerIterations?: number;
  /** Where the random numbers come from. Default: a generator with seed 0. */
  readonly random?: RandomGenerator;
}

/**
 * The first `rank` singular values and vectors of a matrix, approximately and much faster than `svd` where the
 * rank is small: A is projected onto the span of A·(A·Aᵀ)ᵠ·Ω for random Ω, with a QR between the products.
 * Differentiable as the operations it is made of.
 *
 * @param A shape (m, n)
 * @param rank how many
 * @returns U (m, rank), S (rank,), Vh (rank, n)
 * @throws ShapeError unless A is a matrix of `rank` rows and columns or more; ParameterError unless rank is an
 * integer ≥ 1 and the options are integers ≥ 0; LinAlgError for NaN or infinite numbers.
 * @see Halko, Martinsson and Tropp (2011), SIAM Review 53(2), 217–288.
 * @example
 * ```ts
 * randomizedSvd(tensor([[3, 0, 0], [0, 2, 0], [0, 0, 1]]), 2).S.shape; // [2]
 * ```
 */
export function randomizedSvd(
  A: Tensor,
  rank: number,
  { oversampling = 10, powerIterations = 4, random }: RandomizedSvdOptions = {},
): Svd {
  const a = floatingMatrix("randomizedSvd", A);
  const [m, n] = a.shape as [number, number];
  checkInteger("randomizedSvd", "rank", rank, 1);
  checkInteger("randomizedSvd", "oversampling", oversampling);
  checkInteger("randomizedSvd", "powerIterations", powerIterations);
  if (rank > Math.min(m, n)) {
    throw new ShapeError(
      `randomizedSvd: expected a matrix of ${rank} rows and columns or more, got shape ${shapeText(a.shape)}`,
    );
  }
  const count = Math.min(rank + oversampling, m, n);
  const draw = random ?? new RandomGenerator(0);
  const sample = randn([n, count], { random: draw, dtype: a.dtype });
  let Q = qr(matmul(a, sample)).Q;
  for (let i = 0; i < powerIterations; i++) {
    Q = qr(matmul(a, qr(matmul(a.transpose(), Q)).Q)).Q;
  }
  const { U, S, Vh } = svd(matmul(Q.transpose(), a));
  const first = [0, rank] as const;
  return { U: matmul(Q, U.slice(null, first)), S: S.slice(first), Vh: Vh.slice(first) };
}
