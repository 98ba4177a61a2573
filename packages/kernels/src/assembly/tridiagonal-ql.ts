import { hypot2 } from "./qr";
import { rotatePair } from "./rotate";

const MOST_SWEEPS = 60;

/**
 * The eigenvalues of a symmetric tridiagonal matrix by implicit QL with Wilkinson's shift, in no particular
 * order: `d` (diagonal, n) becomes them, `e` (subdiagonal, n − 1, with room for n) is used up. With z ≠ 0,
 * every rotation also turns its rows (`length` numbers, `ldz` apart): the identity becomes the eigenvectors, one a row.
 * @returns false if it does not converge
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 8.3.
 */
export function tridiagonalQl(
  n: usize,
  d: usize,
  e: usize,
  z: usize,
  length: usize,
  ldz: usize,
): bool {
  if (n == 0) return true;
  store<f64>(e + ((n - 1) << 3), 0);
  for (let low: usize = 0; low < n; low++) {
    for (let sweep = 0; ; sweep++) {
      const high = endOfBlock(low, n, d, e);
      if (high == low) break;
      if (sweep == MOST_SWEEPS) return false;
      chase(low, high, d, e, z, length, ldz);
    }
  }
  return true;
}

/** The first place from `low` on behind which the subdiagonal counts as 0. */
function endOfBlock(low: usize, n: usize, d: usize, e: usize): usize {
  let m = low;
  for (; m + 1 < n; m++) {
    const size = abs(load<f64>(d + (m << 3))) + abs(load<f64>(d + ((m + 1) << 3)));
    if (abs(load<f64>(e + (m << 3))) <= f64.EPSILON * size) break;
  }
  return m;
}

function chase(
  low: usize,
  high: usize,
  d: usize,
  e: usize,
  z: usize,
  length: usize,
  ldz: usize,
): void {
  const dl = load<f64>(d + (low << 3));
  const el = load<f64>(e + (low << 3));
  const ratio = (load<f64>(d + ((low + 1) << 3)) - dl) / (2 * el);
  let g = load<f64>(d + (high << 3)) - dl + el / (ratio + copysign(hypot2(ratio, 1), ratio));
  let s: f64 = 1;
  let c: f64 = 1;
  let p: f64 = 0;
  for (let i = high; i > low; i--) {
    const k = i - 1;
    const f = s * load<f64>(e + (k << 3));
    const b = c * load<f64>(e + (k << 3));
    const r = hypotenuse(f, g);
    store<f64>(e + (i << 3), r);
    const di = load<f64>(d + (i << 3));
    if (r == 0) {
      // The matrix falls into two parts by underflow.
      store<f64>(d + (i << 3), di - p);
      store<f64>(e + (high << 3), 0);
      return;
    }
    s = f / r;
    c = g / r;
    const shifted = di - p;
    const t = (load<f64>(d + (k << 3)) - shifted) * s + 2 * c * b;
    p = s * t;
    store<f64>(d + (i << 3), shifted + p);
    g = c * t - b;
    if (z != 0) rotatePair(length, c, -s, z + ((k * ldz) << 3), z + ((i * ldz) << 3));
  }
  store<f64>(d + (low << 3), dl - p);
  store<f64>(e + (low << 3), g);
  store<f64>(e + (high << 3), 0);
}

/** √(x² + y²), by the plain formula where that is safe. */
@inline
export function hypotenuse(x: f64, y: f64): f64 {
  const sum = x * x + y * y;
  if (sum > 1e-280 && sum < 1e280) return sqrt(sum);
  return x == 0 && y == 0 ? 0 : hypot2(x, y);
}
