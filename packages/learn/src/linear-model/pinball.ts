import { cholesky, eye, type Tensor, tensor } from "@gradus/tensor";
import { solveLower, solveUpper } from "./triangular";

/** A sum of residuals y − Xβ that cost `above` a unit where they are positive, and `below` where they are negative. */
export interface PinballProblem {
  /** X, shape (n, p). */
  readonly rows: Tensor;
  readonly targets: Float64Array;
  /** All above 0. */
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/** A point inside: 0 < u < above + below, its distance s from the upper border, and the prices z and w of both. */
interface Inside {
  beta: Float64Array;
  readonly u: Float64Array;
  readonly s: Float64Array;
  readonly z: Float64Array;
  readonly w: Float64Array;
}

/** A direction; s changes by −u. */
interface Direction {
  readonly beta: Float64Array;
  readonly u: Float64Array;
  readonly z: Float64Array;
  readonly w: Float64Array;
}

const MOST_ITERATIONS = 200;
const GAP = 1e-12;
/** How far of the way to the border a step goes. */
const BOLD = 0.9995;
/** A diagonal is raised by this share, so that dependent columns have a factor. */
const JITTER = 1e-13;

/**
 * The β with the least cost, by Mehrotra's predictor-corrector method on the dual program (maximize yᵀa with Xᵀa = 0 and
 * −below <= a <= above, here u = a + below), and then through the rows at which the residuals are 0.
 *
 * @see Portnoy and Koenker (1997), Statistical Science 12(4), 279–300; Wright (1997), Primal-Dual Interior-Point Methods.
 */
export function leastPinball(problem: PinballProblem): {
  readonly solution: Float64Array;
  readonly nIter: number;
} {
  const { targets, above, below } = problem;
  const inside = startInside(problem);
  const { u, s, z, w } = inside;
  const cost = targets.reduce((sum, y, i) => sum + (above[i]! + below[i]!) * Math.abs(y), 0);
  let nIter = 0;
  for (; nIter < MOST_ITERATIONS; nIter++) {
    const gap = u.reduce((sum, value, i) => sum + value * z[i]! + s[i]! * w[i]!, 0);
    if (!(gap > GAP * cost)) break;
    const directionTo = newton(problem, inside);
    const straight = directionTo((i) => [-u[i]! * z[i]!, -s[i]! * w[i]!]);
    const ahead = gapAfter(inside, straight, reach(inside, straight));
    // How well the straight way does says how near to the middle the next one goes.
    const middle = (gap / (2 * u.length)) * (ahead / gap) ** 3;
    const bent = directionTo((i) => [
      middle - u[i]! * z[i]! - straight.u[i]! * straight.z[i]!,
      middle - s[i]! * w[i]! + straight.u[i]! * straight.w[i]!,
    ]);
    go(inside, bent, reach(inside, bent));
  }
  return { solution: throughRows(problem, inside.beta), nIter };
}

function startInside(problem: PinballProblem): Inside {
  const { rows, targets, above, below } = problem;
  const ones = new Float64Array(targets.length).fill(1);
  const beta = normalSolver(rows, ones)(turnedTimes(rows, targets));
  const residuals = residualsOf(problem, beta);
  const size = targets.reduce((most, y) => Math.max(most, Math.abs(y)), 0) || 1;
  const floor = 1e-2 * size;
  return {
    beta,
    u: below.slice(),
    s: above.slice(),
    z: residuals.map((r) => Math.max(-r, 0) + floor),
    w: residuals.map((r) => Math.max(r, 0) + floor),
  };
}

/** Makes the direction in which u·z and s·w change by what is asked for. */
function newton(problem: PinballProblem, { beta, u, s, z, w }: Inside) {
  const { rows, below } = problem;
  const curves = u.map((value, i) => 1 / (z[i]! / value + w[i]! / s[i]!));
  const solve = normalSolver(rows, curves);
  const residuals = residualsOf(problem, beta);
  const missing = turnedTimes(
    rows,
    below.map((value, i) => value - u[i]!),
  );
  return (changes: (i: number) => readonly [number, number]): Direction => {
    const asked = Array.from(u, (_, i) => changes(i));
    const pull = curves.map((curve, i) => {
      const [ofZ, ofW] = asked[i]!;
      const open = w[i]! - z[i]! - residuals[i]!;
      return curve * (ofZ / u[i]! - ofW / s[i]! - open);
    });
    const pulled = turnedTimes(rows, pull);
    const turn = solve(pulled.map((value, j) => value - missing[j]!));
    const along = times(rows, turn);
    const du = pull.map((value, i) => value - curves[i]! * along[i]!);
    return {
      beta: turn,
      u: du,
      z: du.map((value, i) => (asked[i]![0] - z[i]! * value) / u[i]!),
      w: du.map((value, i) => (asked[i]![1] + w[i]! * value) / s[i]!),
    };
  };
}

/** How far a direction can be gone with u and s, and with z and w, above 0; at most 1. */
function reach({ u, s, z, w }: Inside, direction: Direction): readonly [number, number] {
  let [own, prices] = [1, 1];
  for (let i = 0; i < u.length; i++) {
    const step = direction.u[i]!;
    if (step < 0) own = Math.min(own, (-BOLD * u[i]!) / step);
    if (step > 0) own = Math.min(own, (BOLD * s[i]!) / step);
    if (direction.z[i]! < 0) prices = Math.min(prices, (-BOLD * z[i]!) / direction.z[i]!);
    if (direction.w[i]! < 0) prices = Math.min(prices, (-BOLD * w[i]!) / direction.w[i]!);
  }
  return [own, prices];
}

function gapAfter(
  { u, s, z, w }: Inside,
  direction: Direction,
  [own, prices]: readonly [number, number],
): number {
  return u.reduce((sum, value, i) => {
    const step = own * direction.u[i]!;
    const ofZ = (value + step) * (z[i]! + prices * direction.z[i]!);
    return sum + ofZ + (s[i]! - step) * (w[i]! + prices * direction.w[i]!);
  }, 0);
}

function go(inside: Inside, direction: Direction, [own, prices]: readonly [number, number]): void {
  const { u, s, z, w } = inside;
  for (let i = 0; i < u.length; i++) {
    u[i]! += own * direction.u[i]!;
    s[i]! -= own * direction.u[i]!;
    z[i]! += prices * direction.z[i]!;
    w[i]! += prices * direction.w[i]!;
  }
  inside.beta = inside.beta.map((value, j) => value + prices * direction.beta[j]!);
}

/** v → (Xᵀ·diag(d)·X)⁻¹v */
function normalSolver(rows: Tensor, d: Float64Array): (v: Float64Array) => Float64Array {
  const [n, p] = rows.shape as [number, number];
  const gram = rows.transpose().matmul(rows.mul(tensor(d).reshape([n, 1])));
  const diagonal = gram.mul(eye(p)).sum(0);
  const raised = diagonal.add(diagonal.max()).mul(JITTER).add(Number.MIN_VALUE);
  const factor = cholesky(gram.add(eye(p).mul(raised))).data() as Float64Array;
  return (v) => {
    const solved = v.slice();
    solveLower(factor, solved, p);
    solveUpper(factor, solved, p);
    return solved;
  };
}

/**
 * The solution of X_B·β = y_B for as many independent rows with the smallest residuals as there are unknowns, if it costs
 * no more: a corner of the program.
 */
function throughRows(problem: PinballProblem, beta: Float64Array): Float64Array {
  const p = beta.length;
  const values = problem.rows.data() as Float64Array;
  const sizes = residualsOf(problem, beta).map(Math.abs);
  const order = Array.from(sizes, (_, i) => i).sort((a, b) => sizes[a]! - sizes[b]!);
  const basis: Float64Array[] = [];
  for (const i of order.slice(0, 20 * p + 20)) {
    const row = Float64Array.from([...values.subarray(i * p, (i + 1) * p), problem.targets[i]!]);
    const before = lengthOf(row, p);
    for (const other of basis) eliminate(row, other);
    if (lengthOf(row, p) > 1e-9 * before) basis.push(row);
    if (basis.length === p) break;
  }
  if (basis.length < p) return beta;
  const corner = backSubstituted(basis, p);
  return costOf(problem, corner) <= costOf(problem, beta) * (1 + 1e-9) ? corner : beta;
}

/** Takes from a row so much of another one that its entry at the other's largest place becomes 0. */
function eliminate(row: Float64Array, other: Float64Array): void {
  const at = pivotOf(other);
  const factor = row[at]! / other[at]!;
  for (let j = 0; j < row.length; j++) row[j]! -= factor * other[j]!;
  row[at] = 0;
}

/** The place of the largest coefficient; the last entry is the right side. */
function pivotOf(row: Float64Array): number {
  let best = 0;
  for (let j = 1; j < row.length - 1; j++) if (Math.abs(row[j]!) > Math.abs(row[best]!)) best = j;
  return best;
}

function backSubstituted(basis: readonly Float64Array[], p: number): Float64Array {
  const solution = new Float64Array(p);
  for (const row of [...basis].reverse()) {
    const at = pivotOf(row);
    let value = row[p]!;
    for (let j = 0; j < p; j++) if (j !== at) value -= row[j]! * solution[j]!;
    solution[at] = value / row[at]!;
  }
  return solution;
}

function lengthOf(row: Float64Array, p: number): number {
  return Math.hypot(...row.subarray(0, p));
}

function costOf(problem: PinballProblem, beta: Float64Array): number {
  const { above, below } = problem;
  return residualsOf(problem, beta).reduce(
    (sum, r, i) => sum + (r > 0 ? above[i]! * r : -below[i]! * r),
    0,
  );
}

function residualsOf({ rows, targets }: PinballProblem, beta: Float64Array): Float64Array {
  return times(rows, beta).map((fitted, i) => targets[i]! - fitted);
}

function times(rows: Tensor, beta: Float64Array): Float64Array {
  return rows.matmul(tensor(beta)).data() as Float64Array;
}

function turnedTimes(rows: Tensor, values: Float64Array): Float64Array {
  return rows.transpose().matmul(tensor(values)).data() as Float64Array;
}
