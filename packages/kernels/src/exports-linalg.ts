/** The decompositions, all of float64; strides and `ld…` count elements. */
export interface LinalgKernels {
  /** What scratch every function that says so needs for its m×k by k×n products. */
  multiplyIntoBytes(m: number, n: number, k: number): number;
  /** @returns −1, or the first column that is not positive definite */
  cholesky(n: number, a: number, scratch: number): number;
  /** @returns −1, or the first row whose diagonal is 0 */
  solveTriangular(
    lower: boolean,
    unit: boolean,
    n: number,
    m: number,
    t: number,
    down: number,
    across: number,
    b: number,
    scratch: number,
  ): number;
  luScratchBytes(m: number, n: number): number;
  /** @returns −1, or the first column without a pivot */
  lu(m: number, n: number, a: number, pivots: number, scratch: number): number;
  /** Exchanges rows i and pivots[i] of n columns, in order. */
  exchange(steps: number, n: number, a: number, lda: number, pivots: number): void;
  /** What the blocked reflectors need for `rows` vectors of `length` numbers. */
  blockScratchBytes(rows: number, length: number): number;
  qrPivoted(m: number, n: number, a: number, tau: number, order: number, norms: number): void;
  qrBlocked(m: number, n: number, a: number, tau: number, scratch: number): void;
  applyQBlocked(
    transposed: boolean,
    identity: boolean,
    m: number,
    n: number,
    steps: number,
    a: number,
    tau: number,
    y: number,
    scratch: number,
  ): void;
  symmetricEigenBytes(n: number): number;
  /** @returns whether it converged, as 0 or 1 */
  symmetricEigen(n: number, a: number, values: number, z: number, scratch: number): number;
  svdBytes(m: number, n: number, tall: boolean, rows: number): number;
  /** @returns whether it converged, as 0 or 1 */
  svd(
    m: number,
    n: number,
    tall: boolean,
    a: number,
    values: number,
    ut: number,
    rows: number,
    vt: number,
    scratch: number,
  ): number;
  generalEigenBytes(n: number): number;
  /** @returns whether it converged, as 0 or 1 */
  generalEigen(n: number, a: number, re: number, im: number, vt: number, scratch: number): number;
  fft(
    count: number,
    n: number,
    factors: number,
    roots: number,
    re: number,
    im: number,
    outRe: number,
    outIm: number,
    scratch: number,
  ): void;
  fftBluestein(
    count: number,
    n: number,
    m: number,
    chirp: number,
    spectrum: number,
    factors: number,
    roots: number,
    re: number,
    im: number,
    outRe: number,
    outIm: number,
    scratch: number,
  ): void;
  sparseTimesDense(
    double: boolean,
    first: number,
    last: number,
    k: number,
    starts: number,
    indices: number,
    values: number,
    b: number,
    out: number,
  ): void;
  denseTimesSparse(
    double: boolean,
    first: number,
    last: number,
    n: number,
    k: number,
    x: number,
    starts: number,
    indices: number,
    values: number,
    out: number,
  ): void;
}
