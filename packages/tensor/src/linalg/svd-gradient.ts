import { identityMatrix } from "../factory";
import { where } from "../ops/where";
import type { Tensor } from "../tensor";
import { matrixShape, transposed } from "./batches";
import { matmul } from "./matmul";

/** A thin decomposition A = U·diag(S)·Vh. */
export interface Factors {
  readonly U: Tensor;
  readonly S: Tensor;
  readonly Vh: Tensor;
}

/** dL/dA = U·diag(g)·Vh. */
export function gradientOfValues({ U, Vh }: Factors, g: Tensor): Tensor {
  return matmul(U.mul(g.unsqueeze(-2)), Vh);
}

/**
 * dL/dA = U·((UᵀG − GᵀU)/E · diag(S))·Vh, where Eᵢⱼ = Sⱼ² − Sᵢ², and (I − UUᵀ)·G·diag(S)⁻¹·Vh where U has
 * more rows than columns.
 * @see Townsend (2016), Differentiating the singular value decomposition.
 */
export function gradientOfLeft({ U, S, Vh }: Factors, g: Tensor): Tensor {
  const inner = skew(matmul(transposed(U), g)).div(differences(S));
  const within = matmul(U, inner.mul(S.unsqueeze(-2)));
  const [rows, columns] = matrixShape(U);
  if (rows === columns) return matmul(within, Vh);
  const scaled = g.div(S.unsqueeze(-2));
  const outside = scaled.sub(matmul(U, matmul(transposed(U), scaled)));
  return matmul(within.add(outside), Vh);
}

/** The same for Vh: it is the U of Aᵀ. */
export function gradientOfRight({ U, S, Vh }: Factors, g: Tensor): Tensor {
  const turned = { U: transposed(Vh), S, Vh: transposed(U) };
  return transposed(gradientOfLeft(turned, transposed(g)));
}

function skew(X: Tensor): Tensor {
  return X.sub(transposed(X));
}

/** Sⱼ² − Sᵢ² at (i, j) as (Sⱼ − Sᵢ)(Sⱼ + Sᵢ), and 1 on the diagonal. */
function differences(S: Tensor): Tensor {
  const n = S.shape[S.ndim - 1]!;
  const [row, column] = [S.unsqueeze(-2), S.unsqueeze(-1)];
  const E = row.sub(column).mul(row.add(column));
  return where(identityMatrix(n, "bool"), 1, E);
}
