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

/** ∫ f from low to high, by halving until Gauss and Kronrod's rules agree to `tolerance` of the whole. */
export function integrate(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-14,
): number {
  const whole = rule(f, low, high);
  const part = (a: number, b: number, now: readonly [number, number], depth: number): number => {
    const [value, error] = now;
    if (error <= tolerance * Math.abs(whole[0]) || error <= 1e-15 * Math.abs(value) || depth > 14) {
      return value;
    }
    const middle = (a + b) / 2;
    const [left, right] = [rule(f, a, middle), rule(f, middle, b)];
    return part(a, middle, left, depth + 1) + part(middle, b, right, depth + 1);
  };
  return part(low, high, whole, 0);
}

function rule(f: (x: number) => number, low: number, high: number): readonly [number, number] {
  const [centre, half] = [(low + high) / 2, (high - low) / 2];
  let [kronrod, gauss] = [0, 0];
  for (const [i, node] of NODES.entries()) {
    const value = node === 0 ? f(centre) : f(centre - half * node) + f(centre + half * node);
    kronrod += KRONROD[i]! * value;
    if (i % 2 === 1) gauss += GAUSS[(i - 1) / 2]! * value;
  }
  return [half * kronrod, Math.abs(half * (kronrod - gauss))];
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
