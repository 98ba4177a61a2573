import { zeros } from "../create";
import { concatenate } from "../ops/join";
import type { Tensor } from "../tensor";
import { batchShape, matrixShape, transposed } from "./batches";
import { matmul } from "./matmul";
import { upperTriangle } from "./triangle";
import { triangularSolve } from "./triangular-solve";

interface QrFactors {
  readonly A: Tensor;
  readonly Q: Tensor;
  readonly R: Tensor;
}

/**
 * dL/dA from dL/dQ and dL/dR, either of which may be missing.
 * @see Walter and Lehmann (2018), Algorithmic differentiation of linear algebra functions, arXiv:1001.1654.
 */
export function qrGradient(
  { A, Q, R }: QrFactors,
  gQ: Tensor | undefined,
  gR: Tensor | undefined,
): Tensor {
  const [m, n] = matrixShape(A);
  if (m >= n) return tallGradient(Q, R, gQ, gR);
  // A = (A₁ A₂) with square A₁ = Q·R₁, and R₂ = QᵀA₂.
  const all = batchShape(A).map(() => null);
  const left = (x: Tensor) => x.slice(...all, null, [0, m]);
  const right = (x: Tensor) => x.slice(...all, null, [m]);
  const R1 = left(R);
  if (gR === undefined)
    return concatenate(
      [tallGradient(Q, R1, gQ, undefined), zeros([...batchShape(A), m, n - m], { dtype: A.dtype })],
      -1,
    );
  const g2 = right(gR);
  const throughQ = matmul(right(A), transposed(g2));
  const total = gQ === undefined ? throughQ : gQ.add(throughQ);
  return concatenate([tallGradient(Q, R1, total, left(gR)), matmul(Q, g2)], -1);
}

/** (gQ + Q·sym(triu(gR·Rᵀ − QᵀgQ)))·R⁻ᵀ, where sym copies the upper triangle to the lower. */
function tallGradient(
  Q: Tensor,
  R: Tensor,
  gQ: Tensor | undefined,
  gR: Tensor | undefined,
): Tensor {
  const parts: Tensor[] = [];
  if (gR !== undefined) parts.push(matmul(gR, transposed(R)));
  if (gQ !== undefined) parts.push(matmul(transposed(Q), gQ).neg());
  const inner = parts.reduce((x, y) => x.add(y));
  const symmetric = upperTriangle(inner).add(transposed(upperTriangle(inner, 1)));
  const within = matmul(Q, symmetric);
  const sum = gQ === undefined ? within : within.add(gQ);
  return transposed(triangularSolve(R, transposed(sum), { lower: false }));
}
