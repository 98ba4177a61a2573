// Singular values of a bidiagonal matrix by implicit QR with and without a shift.
// After Demmel and Kahan (1990), SIAM J. Sci. Stat. Comput. 11(5), 873–912: small singular values stay accurate.

import {
  at,
  put,
  shiftedDown,
  shiftedUp,
  smallerSingular,
  zeroShiftDown,
  zeroShiftUp,
} from "./bidiagonal-sweeps";
import { rotateRows } from "./rotate";

const SWEEPS_EACH: usize = 12;
/** Off-diagonals up to this share of what stands around them count as 0. */
const TOLERANCE: f64 = 90 * f64.EPSILON;

/**
 * The singular values of the upper bidiagonal matrix with diagonal `d` (n) and superdiagonal `e` (n − 1),
 * descending, to `d`. The rotations turn the rows of Uᵀ and Vᵀ (n rows of `lengthU` and `lengthV`
 * numbers; 0 for none). `scratch` has 4n numbers.
 * @returns false if it does not converge
 */
export function bidiagonalQr(
  n: usize,
  d: usize,
  e: usize,
  ut: usize,
  lengthU: usize,
  vt: usize,
  lengthV: usize,
  scratch: usize,
): bool {
  if (n == 0) return true;
  const c1 = scratch;
  const s1 = c1 + (n << 3);
  const c2 = s1 + (n << 3);
  const s2 = c2 + (n << 3);
  const cut = smallest(n, d, e);
  let budget = SWEEPS_EACH * n * n;
  let high = n - 1;
  let oldLow: isize = -1;
  let oldHigh: isize = -1;
  let down = true;
  while (high > 0) {
    let low = high;
    let largest = abs(at(d, high));
    let split = false;
    if (largest <= cut) put(d, high, 0);
    while (low > 0) {
      low -= 1;
      if (abs(at(d, low)) <= cut) put(d, low, 0);
      if (abs(at(e, low)) <= cut) {
        put(e, low, 0);
        low += 1;
        split = low == high;
        break;
      }
      largest = max(largest, max(abs(at(d, low)), abs(at(e, low))));
    }
    if (split) {
      high -= 1;
      continue;
    }
    // A new block is worked through from its larger end.
    if ((low as isize) > oldHigh || (high as isize) < oldLow) down = abs(at(d, low)) >= abs(at(d, high));
    const least = down ? scanDown(low, high, d, e) : scanUp(low, high, d, e);
    if (least < 0) continue;
    oldLow = low as isize;
    oldHigh = high as isize;
    if (budget < high - low) return false;
    budget -= high - low;
    const shift = chooseShift(n, low, high, d, e, down, least, largest);
    const count = high - low;
    const u = ut + ((low * lengthU) << 3);
    const v = vt + ((low * lengthV) << 3);
    if (down) {
      if (shift == 0) zeroShiftDown(low, high, d, e, c1, s1, c2, s2);
      else shiftedDown(low, high, d, e, shift, c1, s1, c2, s2);
      rotateRows(false, count, c1, s1, v, lengthV, lengthV);
      rotateRows(false, count, c2, s2, u, lengthU, lengthU);
      if (abs(at(e, high - 1)) <= cut) put(e, high - 1, 0);
    } else {
      if (shift == 0) zeroShiftUp(low, high, d, e, c1, s1, c2, s2);
      else shiftedUp(low, high, d, e, shift, c1, s1, c2, s2);
      rotateRows(true, count, c2, s2, v, lengthV, lengthV);
      rotateRows(true, count, c1, s1, u, lengthU, lengthU);
      if (abs(at(e, low)) <= cut) put(e, low, 0);
    }
  }
  makePositive(n, d, vt, lengthV);
  sortDescending(n, d, ut, lengthU, vt, lengthV);
  return true;
}

/** What counts as 0 beside the smallest singular value, which is estimated from below. */
function smallest(n: usize, d: usize, e: usize): f64 {
  let least = abs(at(d, 0));
  let mu = least;
  for (let i: usize = 1; i < n && least > 0; i++) {
    mu = abs(at(d, i)) * (mu / (mu + abs(at(e, i - 1))));
    least = min(least, mu);
  }
  return max((TOLERANCE * least) / sqrt(n as f64), 1e-290);
}

/**
 * Looks for superdiagonals that do not matter, from the top. Sets the first to 0 and returns −1, or returns a
 * lower bound of the block's smallest singular value.
 */
function scanDown(low: usize, high: usize, d: usize, e: usize): f64 {
  if (abs(at(e, high - 1)) <= TOLERANCE * abs(at(d, high))) {
    put(e, high - 1, 0);
    return -1;
  }
  let mu = abs(at(d, low));
  let least = mu;
  for (let i = low; i < high; i++) {
    if (abs(at(e, i)) <= TOLERANCE * mu) {
      put(e, i, 0);
      return -1;
    }
    mu = abs(at(d, i + 1)) * (mu / (mu + abs(at(e, i))));
    least = min(least, mu);
  }
  return least;
}

/** The same from the bottom. */
function scanUp(low: usize, high: usize, d: usize, e: usize): f64 {
  if (abs(at(e, low)) <= TOLERANCE * abs(at(d, low))) {
    put(e, low, 0);
    return -1;
  }
  let mu = abs(at(d, high));
  let least = mu;
  for (let i = high; i > low; i--) {
    if (abs(at(e, i - 1)) <= TOLERANCE * mu) {
      put(e, i - 1, 0);
      return -1;
    }
    mu = abs(at(d, i - 1)) * (mu / (mu + abs(at(e, i - 1))));
    least = min(least, mu);
  }
  return least;
}

/** The smaller singular value of the block's last 2×2, or 0 where a shift would cost accuracy. */
function chooseShift(
  n: usize,
  low: usize,
  high: usize,
  d: usize,
  e: usize,
  down: bool,
  least: f64,
  largest: f64,
): f64 {
  if ((n as f64) * TOLERANCE * (least / largest) <= max(f64.EPSILON, 0.01 * TOLERANCE)) return 0;
  const start = abs(at(d, down ? low : high));
  const shift = down
    ? smallerSingular(at(d, high - 1), at(e, high - 1), at(d, high))
    : smallerSingular(at(d, low), at(e, low), at(d, low + 1));
  const ratio = shift / start;
  return start > 0 && ratio * ratio < f64.EPSILON ? 0 : shift;
}

function makePositive(n: usize, d: usize, vt: usize, length: usize): void {
  for (let i: usize = 0; i < n; i++) {
    const value = at(d, i);
    // Also −0 becomes 0.
    put(d, i, abs(value));
    if (value >= 0) continue;
    const row = vt + ((i * length) << 3);
    for (let j: usize = 0; j < length; j++) put(row, j, -at(row, j));
  }
}

function sortDescending(
  n: usize,
  d: usize,
  ut: usize,
  lengthU: usize,
  vt: usize,
  lengthV: usize,
): void {
  for (let i: usize = 0; i + 1 < n; i++) {
    let best = i;
    for (let j = i + 1; j < n; j++) if (at(d, j) > at(d, best)) best = j;
    if (best == i) continue;
    exchange(1, d + (i << 3), d + (best << 3));
    exchange(lengthU, ut + ((i * lengthU) << 3), ut + ((best * lengthU) << 3));
    exchange(lengthV, vt + ((i * lengthV) << 3), vt + ((best * lengthV) << 3));
  }
}

function exchange(n: usize, x: usize, y: usize): void {
  for (let i: usize = 0; i < n; i++) {
    const value = at(x, i);
    put(x, i, at(y, i));
    put(y, i, value);
  }
}
