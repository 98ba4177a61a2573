/** What the kernels need to transform sequences of one length. */
export interface FftPlan {
  /** Factors 4, 2, 3, 5, 7, 11 and 13 of the length that is transformed directly, ending with 0. */
  readonly factors: Int32Array;
  /** cos and −sin of 2πk/length, one list behind the other. */
  readonly roots: Float64Array;
  /** For a length with a larger prime factor: as a convolution. */
  readonly convolution?: {
    /** The length m of the convolution, to which factors and roots belong. */
    readonly m: number;
    /** e^(−πik²/n): n real, n imaginary parts. */
    readonly chirp: Float64Array;
    /** The conjugates around 0, still to be transformed: m real, m imaginary parts. */
    readonly kernel: Float64Array;
  };
}

const plans = new Map<number, FftPlan>();
const MOST_PLANS = 16;

/** The plan for a length, kept for the next time. */
export function planFor(n: number): FftPlan {
  const known = plans.get(n);
  if (known !== undefined) return known;
  const plan = makePlan(n);
  if (plans.size >= MOST_PLANS) plans.delete(plans.keys().next().value!);
  plans.set(n, plan);
  return plan;
}

function makePlan(n: number): FftPlan {
  const factors = factorize(n);
  if (factors !== undefined) return { factors, roots: unitRoots(n) };
  const m = convenient(2 * n - 1);
  const chirp = new Float64Array(2 * n);
  const kernel = new Float64Array(2 * m);
  for (let k = 0, square = 0; k < n; k++) {
    // k² modulo 2n, so that the angle stays small and exact.
    const [cos, sin] = turn(square, 2 * n);
    chirp[k] = cos;
    chirp[n + k] = -sin;
    const other = k === 0 ? 0 : m - k;
    kernel[k] = kernel[other] = cos;
    kernel[m + k] = kernel[m + other] = sin;
    square = (square + 2 * k + 1) % (2 * n);
  }
  return {
    factors: factorize(m)!,
    roots: unitRoots(m),
    convolution: { m, chirp, kernel },
  };
}

/** The factors of n, or nothing if a prime above 13 is among them. */
function factorize(n: number): Int32Array | undefined {
  const list: number[] = [];
  let rest = n;
  for (const factor of [4, 2, 3, 5, 7, 11, 13]) {
    while (rest % factor === 0) {
      list.push(factor);
      rest /= factor;
    }
  }
  return rest === 1 ? Int32Array.from([...list, 0]) : undefined;
}

/** The least length from `least` on with no prime factor above 5. */
function convenient(least: number): number {
  let best = Infinity;
  for (let fives = 1; fives < 2 * least; fives *= 5) {
    for (let threes = fives; threes < 2 * least; threes *= 3) {
      let length = threes;
      while (length < least) length *= 2;
      best = Math.min(best, length);
    }
  }
  return best;
}

function unitRoots(n: number): Float64Array {
  const roots = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    const [cos, sin] = turn(k, n);
    roots[k] = cos;
    roots[n + k] = -sin;
  }
  return roots;
}

/** cos and sin of 2πk/n, 0 ≤ k < n, from an angle up to π/4, where both are exact to the last place. */
function turn(k: number, n: number): readonly [cos: number, sin: number] {
  if (2 * k > n) {
    const [cos, sin] = turn(n - k, n);
    return [cos, -sin];
  }
  if (4 * k > n) {
    // π/2 + φ
    const [cos, sin] = quarter(4 * k - n, n);
    return [-sin, cos];
  }
  return quarter(4 * k, n);
}

/** cos and sin of (π/2)·(j/n), 0 ≤ j ≤ n. */
function quarter(j: number, n: number): readonly [cos: number, sin: number] {
  if (2 * j > n) {
    const angle = (Math.PI * (n - j)) / (2 * n);
    return [Math.sin(angle), Math.cos(angle)];
  }
  const angle = (Math.PI * j) / (2 * n);
  return [Math.cos(angle), Math.sin(angle)];
}
