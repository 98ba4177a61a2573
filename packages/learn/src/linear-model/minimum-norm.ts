/** A matrix by columns, each a Float64Array: the orthogonal methods below work on whole columns. */
export type Columns = Float64Array[];

/** How small singular values are treated. */
export interface SpectralOptions {
  /** The ridge penalty: each inverse 1/σ becomes σ/(σ² + α). */
  readonly alpha: number;
  /** Singular values up to this share of the largest are taken as 0. */
  readonly tol: number;
}

/**
 * The W of least length that minimizes ‖Y − XW‖² + α‖W‖², by Householder's QR of the longer way of X
 * and the singular values of the small triangle: as accurate as the problem allows, and several times
 * slower than the normal equations.
 *
 * @param X n × p by columns; overwritten
 * @param Y n × k by columns; overwritten
 * @returns p × k by columns
 * @see Golub and Van Loan (2013), Matrix Computations, sections 5.2, 5.5 and 8.6.3.
 */
export function minimumNorm(X: Columns, Y: Columns, options: SpectralOptions): Columns {
  const n = Y[0]!.length;
  const p = X.length;
  // Without a penalty, what is left of a dependent direction after rounding must not be divided by.
  const rounding = options.alpha === 0 ? Number.EPSILON * Math.max(n, p) : 0;
  const spectral = { ...options, tol: Math.max(options.tol, rounding) };
  if (n >= p) {
    const reflections = triangularize(X, Y);
    const R = upperTriangle(X, reflections);
    return Y.map((y) => solveSpectral(R, y.subarray(0, p), spectral));
  }
  // X = RᵀQᵀ from the QR of Xᵀ: solve with the small Rᵀ, then turn the result by Q.
  const A = transposed(X, n);
  const reflections = triangularize(A, []);
  const Rt = transposed(upperTriangle(A, reflections), n);
  return Y.map((y) => {
    const w = new Float64Array(p);
    w.set(solveSpectral(Rt, y, spectral));
    for (let k = n - 1; k >= 0; k--) reflect(A[k]!, k, w);
    return w;
  });
}

/**
 * Makes A upper triangular by reflections I − 2vvᵀ, one a column, and applies them to B too. Afterwards
 * column k of A holds the entries of R above its diagonal and the unit vector v from the diagonal on.
 *
 * @returns the diagonal of R
 */
function triangularize(A: Columns, B: Columns): Float64Array {
  const diagonal = new Float64Array(A.length);
  A.forEach((column, k) => {
    const norm = length(column.subarray(k));
    // The sign that avoids cancellation.
    diagonal[k] = column[k]! > 0 ? -norm : norm;
    column[k]! -= diagonal[k]!;
    const v = column.subarray(k);
    const size = length(v);
    if (size > 0) for (let i = 0; i < v.length; i++) v[i]! /= size;
    for (let j = k + 1; j < A.length; j++) reflect(column, k, A[j]!);
    for (const b of B) reflect(column, k, b);
  });
  return diagonal;
}

/** Applies the reflection kept in `column` from row k on to x. */
function reflect(column: Float64Array, k: number, x: Float64Array): void {
  let dot = 0;
  for (let i = k; i < x.length; i++) dot += column[i]! * x[i]!;
  if (dot === 0) return;
  for (let i = k; i < x.length; i++) x[i]! -= 2 * dot * column[i]!;
}

function upperTriangle(A: Columns, diagonal: Float64Array): Columns {
  return A.map((column, k) => {
    const r = new Float64Array(A.length);
    r.set(column.subarray(0, k));
    r[k] = diagonal[k]!;
    return r;
  });
}

/** The singular values of a square matrix M = UΣVᵀ by one-sided Jacobi rotations, and the solution. */
function solveSpectral(M: Columns, y: Float64Array, { alpha, tol }: SpectralOptions): Float64Array {
  const { W, V } = singular(M);
  const sigmas = W.map(length);
  const cut = tol * Math.max(...sigmas);
  const solution = new Float64Array(M.length);
  sigmas.forEach((sigma, j) => {
    if (sigma <= cut || sigma < Number.MIN_VALUE / Number.EPSILON) return;
    // W's column is σu, so one division by σ more than the formula has.
    const factor = (dotProduct(W[j]!, y) / sigma) * (sigma / (sigma * sigma + alpha));
    for (let i = 0; i < solution.length; i++) solution[i]! += factor * V[j]![i]!;
  });
  return solution;
}

const decompositions = new WeakMap<Columns, { readonly W: Columns; readonly V: Columns }>();
const MOST_SWEEPS = 60;

/** W = MV with orthogonal columns, computed once for several right-hand sides. */
function singular(M: Columns): { readonly W: Columns; readonly V: Columns } {
  const known = decompositions.get(M);
  if (known) return known;
  const W = M.map((column) => column.slice());
  const V = M.map((_, j) => Float64Array.from(M, (_, i) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) if (!rotateAll(W, V)) break;
  const result = { W, V };
  decompositions.set(M, result);
  return result;
}

/** One rotation for each pair of columns that is not yet orthogonal. @returns whether there was one */
function rotateAll(W: Columns, V: Columns): boolean {
  let rotated = false;
  for (let j = 1; j < W.length; j++) {
    for (let i = 0; i < j; i++) {
      const [a, b] = [W[i]!, W[j]!];
      const aa = dotProduct(a, a);
      const bb = dotProduct(b, b);
      const ab = dotProduct(a, b);
      if (Math.abs(ab) <= 1e-15 * Math.sqrt(aa * bb)) continue;
      rotated = true;
      const zeta = (bb - aa) / (2 * ab);
      const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
      const c = 1 / Math.hypot(1, t);
      rotate(a, b, c, c * t);
      rotate(V[i]!, V[j]!, c, c * t);
    }
  }
  return rotated;
}

function rotate(a: Float64Array, b: Float64Array, c: number, s: number): void {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    a[i] = c * x - s * y;
    b[i] = s * x + c * y;
  }
}

function transposed(A: Columns, nRows: number): Columns {
  return Array.from({ length: nRows }, (_, i) => Float64Array.from(A, (column) => column[i]!));
}

function dotProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The Euclidean length, safe from overflow and underflow by a scale. */
function length(x: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]!));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}
