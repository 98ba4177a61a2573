import { logChoose } from "../special/beta";

/** P(D⁺ ≥ d) of n uniform numbers: the largest excess of their empirical distribution function. */
export function smirnovSf(n: number, d: number): number {
  if (d <= 0) return 1;
  if (d >= 1) return 0;
  let sum = 0;
  for (let j = 0; j <= Math.floor(n * (1 - d)); j++) {
    const left = 1 - d - j / n;
    if (left <= 0) continue;
    sum += Math.exp(logChoose(n, j) + (j - 1) * Math.log(d + j / n) + (n - j) * Math.log(left));
  }
  return Math.min(1, d * sum);
}

/**
 * P(D ≥ d) of n uniform numbers: the largest distance of their empirical distribution function. To about 1e-13 for
 * n ≤ 3000; beyond, for d√n < 2, by the first two terms of the expansion in 1/√n.
 * @see Marsaglia, Tsang and Wang (2003), Evaluating Kolmogorov's Distribution, J. Statistical Software 8(18); Simard
 * and L'Ecuyer (2011), Computing the Two-Sided Kolmogorov–Smirnov Distribution, J. Statistical Software 39(11).
 */
export function kolmogorovSf(n: number, d: number): number {
  if (d <= 0.5 / n) return 1;
  if (d >= 1) return 0;
  // Both sides at once are all but impossible there.
  if (d >= 0.5 || n * d * d > 4) return Math.min(1, 2 * smirnovSf(n, d));
  return 1 - (n > 3000 ? expansion(n, d) : matrixPower(n, d));
}

/** P(D < d) as n!/nⁿ times an entry of the n-th power of a matrix of Durbin's. */
function matrixPower(n: number, d: number): number {
  const k = Math.floor(n * d) + 1;
  const m = 2 * k - 1;
  const h = k - n * d;
  const H = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) H[i * m + j] = i - j + 1 < 0 ? 0 : 1;
  }
  for (let i = 0; i < m; i++) {
    H[i * m]! -= h ** (i + 1);
    H[(m - 1) * m + i]! -= h ** (m - i);
  }
  H[(m - 1) * m]! += 2 * h - 1 > 0 ? (2 * h - 1) ** m : 0;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) for (let g = 2; g <= i - j + 1; g++) H[i * m + j]! /= g;
  }
  let { matrix, exponent } = power(H, m, n);
  let entry = matrix[(k - 1) * m + k - 1]!;
  for (let i = 1; i <= n; i++) {
    entry = (entry * i) / n;
    if (entry < 1e-140) {
      entry *= 1e140;
      exponent -= 140;
    }
  }
  return entry * 10 ** exponent;
}

interface Scaled {
  readonly matrix: Float64Array;
  /** The power of 10 that the matrix is to be multiplied by. */
  exponent: number;
}

function power(A: Float64Array, m: number, n: number): Scaled {
  if (n === 1) return { matrix: A, exponent: 0 };
  const half = power(A, m, n >> 1);
  const squared = multiply(half.matrix, half.matrix, m);
  const matrix = n % 2 === 0 ? squared : multiply(A, squared, m);
  const centre = matrix[(m >> 1) * m + (m >> 1)]!;
  if (centre <= 1e140) return { matrix, exponent: 2 * half.exponent };
  return { matrix: matrix.map((v) => v * 1e-140), exponent: 2 * half.exponent + 140 };
}

function multiply(a: Float64Array, b: Float64Array, m: number): Float64Array {
  const out = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let l = 0; l < m; l++) {
      const factor = a[i * m + l]!;
      for (let j = 0; j < m; j++) out[i * m + j]! += factor * b[l * m + j]!;
    }
  }
  return out;
}

/** K₀(z) + K₁(z)/√n for z = d√n. @see Pelz and Good (1976), Approximating the Lower Tail-Areas, J. R. Stat. Soc. B 38. */
function expansion(n: number, d: number): number {
  const z = d * Math.sqrt(n);
  let [zero, one] = [0, 0];
  for (let k = 0; k < 20; k++) {
    const u = (Math.PI * (k + 0.5)) ** 2;
    const weight = Math.exp(-u / (2 * z * z));
    zero += weight;
    one += 2 * (u - z * z) * weight;
  }
  zero *= Math.sqrt(2 * Math.PI) / z;
  one *= Math.sqrt(Math.PI / 2) / (6 * z ** 4);
  return zero + one / Math.sqrt(n);
}

/**
 * P(largest distance ≥ d) of the empirical distribution functions of two samples of m and n numbers from one
 * continuous distribution: the share of the paths from (0, 0) to (m, n) that leave the band.
 */
export function twoSampleSf(m: number, n: number, d: number, twoSided: boolean): number {
  const limit = Math.round(d * m * n) - 0.5;
  const outside = (i: number, j: number) => {
    const off = i * n - j * m;
    return (twoSided ? Math.abs(off) : off) > limit;
  };
  let next = new Float64Array(n + 1);
  for (let i = m; i >= 0; i--) {
    const row = new Float64Array(n + 1);
    for (let j = n; j >= 0; j--) {
      if (outside(i, j)) row[j] = 1;
      else if (i < m || j < n) {
        const right = i < m ? (m - i) * next[j]! : 0;
        const up = j < n ? (n - j) * row[j + 1]! : 0;
        row[j] = (right + up) / (m - i + n - j);
      }
    }
    next = row;
  }
  return next[0]!;
}
