// The nodes and weights of Gauss and Kronrod's rule of 15 points, and the weights of Gauss' of 7 among them.
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945,
  0.5860872354676911, 0.4058451513773972, 0.2077849550078985, 0,
];
const KRONROD = [
  0.02293532201052922, 0.06309209262997856, 0.1047900103222502, 0.1406532597159259,
  0.1690047266392679, 0.1903505780647854, 0.2044329400752989, 0.2094821410847278,
];
const GAUSS = [0.1294849661688697, 0.2797053914892767, 0.3818300505051189, 0.4179591836734694];

/**
 * ∫ f from low to high, by halving until what Gauss and Kronrod's rules say of the error is `tolerance` of the whole.
 */
export function integrate(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-14,
): number {
  const whole = rule(f, low, high);
  const part = (a: number, b: number, now: Estimate, depth: number): number => {
    const { value, error } = now;
    const enough = Math.max(tolerance * Math.abs(whole.value), 1e-15 * Math.abs(value));
    if (error <= enough || depth > 14) return value;
    const middle = (a + b) / 2;
    const [left, right] = [rule(f, a, middle), rule(f, middle, b)];
    return part(a, middle, left, depth + 1) + part(middle, b, right, depth + 1);
  };
  return part(low, high, whole, 0);
}

interface Estimate {
  readonly value: number;
  readonly error: number;
}

/**
 * The two rules differ by the error of the worse one. The better one's is estimated nearly as QUADPACK does it:
 * r·(200·d/r)^1.5 for a difference d, here with r = ∫ |f|.
 * @see Piessens et al. (1983), QUADPACK, section 2.2.1.2.
 */
function rule(f: (x: number) => number, low: number, high: number): Estimate {
  const [centre, half] = [(low + high) / 2, (high - low) / 2];
  const last = NODES.length - 1;
  const middle = f(centre);
  let kronrod = KRONROD[last]! * middle;
  let gauss = GAUSS[last >> 1]! * middle;
  let size = Math.abs(kronrod);
  for (let i = 0; i < last; i++) {
    const before = f(centre - half * NODES[i]!);
    const after = f(centre + half * NODES[i]!);
    kronrod += KRONROD[i]! * (before + after);
    size += KRONROD[i]! * (Math.abs(before) + Math.abs(after));
    if (i % 2 === 1) gauss += GAUSS[i >> 1]! * (before + after);
  }
  const difference = Math.abs(kronrod - gauss);
  const error = difference && size * Math.min(1, ((200 * difference) / size) ** 1.5);
  return { value: half * kronrod, error: Math.abs(half * error) };
}

/**
 * ∫ f from x to ∞ (direction 1) or from −∞ to x (direction −1) of a positive function that falls off at last, panel by
 * panel: the first one of this width, each next half as wide again.
 */
export function integrateTail(
  f: (x: number) => number,
  x: number,
  direction: 1 | -1,
  width: number,
): number {
  let [sum, from, w] = [0, x, width];
  for (let i = 0; i < 200; i++, w *= 1.5) {
    const to = from + direction * w;
    const panel = direction * integrate(f, from, to);
    sum += panel;
    if (panel < 1e-17 * sum && f(to) <= f(from)) break;
    from = to;
  }
  return sum;
}
