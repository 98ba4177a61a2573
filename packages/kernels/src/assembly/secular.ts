// The eigenvalues of D + rho·z·zᵀ, D diagonal: the roots of 1 + rho·Σ zᵢ²/(dᵢ − λ) = 0.

const MOST_STEPS = 80;

/**
 * Finds root j of n: between d[j] and d[j + 1], or behind d[n − 1]. `d` ascends strictly, rho > 0, z has no
 * zeros. Writes dᵢ − λ to `gaps` for all i, each to nearly full relative accuracy: that is what makes the
 * eigenvectors orthogonal. The iteration interpolates by a rational function of the two nearest poles, within
 * a bracket. `sums` is scratch for 4 numbers.
 * @returns λ
 * @see Li (1993), Solving secular equations stably and efficiently, LAPACK working note 89.
 */
export function secularRoot(
  n: usize,
  j: usize,
  d: usize,
  z: usize,
  rho: f64,
  gaps: usize,
  sums: usize,
): f64 {
  const inverse = 1 / rho;
  const dj = load<f64>(d + (j << 3));
  const last = j + 1 == n;
  let origin = j;
  let low: f64 = 0;
  let high: f64 = 0;
  let tau: f64 = 0;
  if (last) {
    let total: f64 = 0;
    for (let i: usize = 0; i < n; i++) total += square(load<f64>(z + (i << 3)));
    high = rho * total;
    tau = 0.5 * high;
    shift(n, d, dj, gaps);
  } else {
    const width = load<f64>(d + ((j + 1) << 3)) - dj;
    shift(n, d, dj, gaps);
    evaluate(n, j, gaps, z, 0.5 * width, sums);
    const middle = inverse + load<f64>(sums) + load<f64>(sums, 16);
    const zj = square(load<f64>(z + (j << 3)));
    const zk = square(load<f64>(z + ((j + 1) << 3)));
    // What the other poles give at the middle.
    const c = middle + zj / (0.5 * width) - zk / (0.5 * width);
    if (middle >= 0) {
      high = 0.5 * width;
      const a = c * width + zj + zk;
      const b = zj * width;
      const root = sqrt(abs(a * a - 4 * b * c));
      tau = a > 0 ? (2 * b) / (a + root) : (a - root) / (2 * c);
    } else {
      origin = j + 1;
      shift(n, d, load<f64>(d + (origin << 3)), gaps);
      low = -0.5 * width;
      const a = c * width - zj - zk;
      const b = zk * width;
      const root = sqrt(abs(a * a + 4 * b * c));
      tau = a < 0 ? (2 * b) / (a - root) : -(a + root) / (2 * c);
    }
    if (!(tau > low && tau < high)) tau = 0.5 * (low + high);
  }
  for (let step = 0; step < MOST_STEPS; step++) {
    evaluate(n, j, gaps, z, tau, sums);
    const psi = load<f64>(sums);
    const phi = load<f64>(sums, 16);
    const w = inverse + psi + phi;
    const slope = load<f64>(sums, 8) + load<f64>(sums, 24);
    const noise = f64.EPSILON * (8 * (phi - psi) + inverse + abs(tau) * slope);
    if (abs(w) <= noise) break;
    if (w < 0) low = tau;
    else high = tau;
    const eta = last
      ? stepBehind(load<f64>(gaps + (j << 3)) - tau, w, slope)
      : stepBetween(j, origin, gaps, z, tau, w, slope);
    let next = tau + (w * eta < 0 ? eta : -w / slope);
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    if (next == tau) break;
    tau = next;
  }
  for (let i: usize = 0; i < n; i++) store<f64>(gaps + (i << 3), load<f64>(gaps + (i << 3)) - tau);
  return load<f64>(d + (origin << 3)) + tau;
}

@inline
function square(x: f64): f64 {
  return x * x;
}

/** gaps = d − origin. */
function shift(n: usize, d: usize, origin: f64, gaps: usize): void {
  for (let i: usize = 0; i < n; i++) store<f64>(gaps + (i << 3), load<f64>(d + (i << 3)) - origin);
}

/**
 * Stores Σ zᵢ²/(gapᵢ − tau) and its derivative over the poles up to j, then the same over the others.
 */
function evaluate(n: usize, j: usize, gaps: usize, z: usize, tau: f64, sums: usize): void {
  partialSums(j + 1, gaps, z, tau, sums);
  partialSums(n - j - 1, gaps + ((j + 1) << 3), z + ((j + 1) << 3), tau, sums + 16);
}

function partialSums(n: usize, gaps: usize, z: usize, tau: f64, sums: usize): void {
  const shifted = f64x2.splat(tau);
  let values = f64x2.splat(0);
  let slopes = f64x2.splat(0);
  let i: usize = 0;
  for (; i + 2 <= n; i += 2, gaps += 16, z += 16) {
    const zi = v128.load(z);
    const t = f64x2.div(zi, f64x2.sub(v128.load(gaps), shifted));
    values = f64x2.add(values, f64x2.mul(zi, t));
    slopes = f64x2.add(slopes, f64x2.mul(t, t));
  }
  let value = f64x2.extract_lane(values, 0) + f64x2.extract_lane(values, 1);
  let slope = f64x2.extract_lane(slopes, 0) + f64x2.extract_lane(slopes, 1);
  if (i < n) {
    const t = load<f64>(z) / (load<f64>(gaps) - tau);
    value += load<f64>(z) * t;
    slope += t * t;
  }
  store<f64>(sums, value);
  store<f64>(sums, slope, 8);
}

/** The step to the root of c + s/(gap − x), which has the value w and the slope of the function. */
@inline
function stepBehind(gap: f64, w: f64, slope: f64): f64 {
  return (gap * w) / (w - gap * slope);
}

/** The step to the root of c + s/(gapⱼ − x) + S/(gapⱼ₊₁ − x), where the weight of the nearer pole is exact. */
function stepBetween(
  j: usize,
  origin: usize,
  gaps: usize,
  z: usize,
  tau: f64,
  w: f64,
  slope: f64,
): f64 {
  const left = load<f64>(gaps + (j << 3)) - tau;
  const right = load<f64>(gaps + ((j + 1) << 3)) - tau;
  const nearer = origin == j ? left : right;
  const further = origin == j ? right : left;
  const weight = square(load<f64>(z + (origin << 3)) / nearer);
  const c = w - further * slope - (nearer - further) * weight;
  const a = (left + right) * w - left * right * slope;
  const b = left * right * w;
  if (c == 0) return b / a;
  const root = sqrt(abs(a * a - 4 * b * c));
  return a <= 0 ? (a - root) / (2 * c) : (2 * b) / (a + root);
}
