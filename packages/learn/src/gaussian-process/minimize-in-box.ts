/** A function's value, and its slope in each coordinate. */
export interface ValueAndGradient {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** Where a search in a box ended. */
export interface BoxMinimum {
  readonly x: Float64Array;
  readonly value: number;
  /** Whether no coordinate can be changed, within its bounds, to make the function smaller. */
  readonly converged: boolean;
}

/** The function, where to start, and the bounds of each coordinate. */
export interface BoxProblem {
  readonly of: (x: Float64Array) => ValueAndGradient;
  readonly start: Float64Array;
  readonly bounds: readonly (readonly [low: number, high: number])[];
}

/** No coordinate's projected slope may be larger than this where a search ends. */
const TOLERANCE = 1e-6;
const MAX_ITERATIONS = 500;
/** A step must lower the function by this share of what its slope promises. */
const DECREASE = 1e-4;
/** Where the slope along a step is still so much of what it was, a longer step is tried. */
const CURVATURE = 0.9;

/**
 * A minimum of a smooth function of a few coordinates within bounds, by BFGS on the coordinates that are not held at
 * a bound, and steps that are cut off at the bounds. Where the function is infinite, steps are shortened.
 *
 * @see Bertsekas (1982), Projected Newton methods for optimization problems with simple constraints, SIAM Journal on
 *   Control and Optimization 20(2), 221–246.
 */
export function minimizeInBox({ of, start, bounds }: BoxProblem): BoxMinimum {
  const inside = (x: Float64Array) =>
    x.map((value, j) => Math.min(bounds[j]![1], Math.max(bounds[j]![0], value)));
  let x: Float64Array = inside(start);
  let here = of(x);
  const curvature = new InverseCurvature(x.length);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const free = freePlaces(x, here.gradient, bounds);
    if (free.every((j) => Math.abs(here.gradient[j]!) <= TOLERANCE)) {
      return { x, value: here.value, converged: true };
    }
    const direction = curvature.direction(here.gradient, free);
    const next =
      search({ of, inside }, { x, here, direction }) ??
      (curvature.forget() && search({ of, inside }, { x, here, direction: downhill(here, free) }));
    // No step makes it smaller: that is as far as float64 reaches.
    if (!next) return { x, value: here.value, converged: true };
    curvature.learn(minus(next.x, x), minus(next.here.gradient, here.gradient));
    ({ x, here } = next);
  }
  return { x, value: here.value, converged: false };
}

interface Place {
  readonly x: Float64Array;
  readonly here: ValueAndGradient;
}

interface Field {
  readonly of: (x: Float64Array) => ValueAndGradient;
  readonly inside: (x: Float64Array) => Float64Array;
}

/** A place along the direction that is low enough; none if there is no such place. */
function search(
  { of, inside }: Field,
  { x, here, direction }: Place & { readonly direction: Float64Array },
): Place | undefined {
  const at = (step: number): Place => {
    const there = inside(x.map((value, j) => value + step * direction[j]!));
    return { x: there, here: of(there) };
  };
  const isLower = (place: Place) => {
    const promised = dot(here.gradient, minus(place.x, x));
    return promised < 0 && place.here.value <= here.value + DECREASE * promised;
  };
  for (let step = 1; step > 1e-14; step /= 2) {
    let found = at(step);
    if (!isLower(found)) continue;
    if (step < 1) return found;
    for (let longer = 2; longer <= 64; longer *= 2) {
      const isSteep =
        dot(found.here.gradient, direction) < CURVATURE * dot(here.gradient, direction);
      const farther = isSteep ? at(longer) : found;
      if (farther === found || !isLower(farther) || farther.here.value >= found.here.value) break;
      found = farther;
    }
    return found;
  }
  return undefined;
}

/** The coordinates that are not held at a bound by their slope. */
function freePlaces(
  x: Float64Array,
  gradient: Float64Array,
  bounds: readonly (readonly [number, number])[],
): number[] {
  return [...x.keys()].filter((j) => {
    const [low, high] = bounds[j]!;
    return !((x[j]! <= low && gradient[j]! > 0) || (x[j]! >= high && gradient[j]! < 0));
  });
}

/** Straight down, at most by a length of 1. */
function downhill({ gradient }: ValueAndGradient, free: readonly number[]): Float64Array {
  const length = Math.hypot(...free.map((j) => gradient[j]!));
  const direction = new Float64Array(gradient.length);
  for (const j of free) direction[j] = -gradient[j]! / Math.max(1, length);
  return direction;
}

/** BFGS' inverse of the second derivatives, from the steps that were taken. */
class InverseCurvature {
  readonly #n: number;
  #H: Float64Array[] | undefined;

  constructor(n: number) {
    this.#n = n;
  }

  forget(): true {
    this.#H = undefined;
    return true;
  }

  direction(gradient: Float64Array, free: readonly number[]): Float64Array {
    const H = this.#H;
    if (!H) return downhill({ value: 0, gradient }, free);
    const direction = new Float64Array(this.#n);
    for (const i of free) {
      for (const j of free) direction[i]! -= H[i]![j]! * gradient[j]!;
    }
    return direction;
  }

  /** H ← (I − ρsyᵀ) H (I − ρysᵀ) + ρssᵀ, ρ = 1 / sᵀy, for steps along which the slope rises. */
  learn(s: Float64Array, y: Float64Array): void {
    const product = dot(s, y);
    if (!(product > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
    const n = this.#n;
    const H =
      this.#H ??
      Array.from({ length: n }, (_, i) =>
        Float64Array.from({ length: n }, (_, j) => (i === j ? product / dot(y, y) : 0)),
      );
    const Hy = H.map((row) => dot(row, y));
    const factor = (1 + dot(y, Float64Array.from(Hy)) / product) / product;
    this.#H = H.map((row, i) =>
      row.map(
        (value, j) => value + factor * s[i]! * s[j]! - (Hy[i]! * s[j]! + s[i]! * Hy[j]!) / product,
      ),
    );
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, j) => value - b[j]!);
}
