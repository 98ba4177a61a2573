/**
 * A dual problem: minimize ½αᵀQα + pᵀα, where Q has signs of two rows times their kernel, with 0 <= α <= upper and
 * Σ signₜ·αₜ as at the start; of two groups, that sum of each group.
 */
export interface DualProblem {
  /** The row of the kernel's matrix that each variable belongs to. */
  readonly column: Int32Array;
  /** ±1. */
  readonly sign: Int8Array;
  /** p. */
  readonly linear: Float64Array;
  readonly upper: Float64Array;
  /** A point that fulfils the constraints. */
  readonly start: Float64Array;
  /** Whether the variables of each sign have a sum of their own, as in the problems with ν. */
  readonly isGrouped: boolean;
}

/**
 * The variables of a dual problem in the order in which the solver walks through them: those that may still change come
 * first. `slope` is signₜ times the gradient: since a step moves two variables against each other, it grows by
 * δ(Kᵢₜ − Kⱼₜ) whatever the signs are.
 */
export class Variables {
  readonly count: number;
  active: number;
  readonly order: Int32Array;
  readonly column: Int32Array;
  readonly sign: Int8Array;
  /** signₜ·pₜ */
  readonly constant: Float64Array;
  readonly upper: Float64Array;
  readonly alpha: Float64Array;
  readonly slope: Float64Array;
  readonly diagonal: Float64Array;
  /** Whether signₜ·αₜ can grow, and whether it can fall. */
  readonly canRise: Uint8Array;
  readonly canFall: Uint8Array;
  /** 1 for the variables of a second sum, otherwise 0. */
  readonly group: Uint8Array;

  constructor(
    { column, sign, linear, upper, start, isGrouped }: DualProblem,
    diagonal: Float64Array,
  ) {
    this.count = this.active = column.length;
    this.order = Int32Array.from(column, (_, t) => t);
    this.column = column.slice();
    this.sign = sign.slice();
    this.constant = linear.map((p, t) => p * sign[t]!);
    this.upper = upper.slice();
    this.alpha = start.slice();
    this.slope = this.constant.slice();
    this.diagonal = Float64Array.from(column, (k) => diagonal[k]!);
    this.canRise = new Uint8Array(this.count);
    this.canFall = new Uint8Array(this.count);
    this.group = Uint8Array.from(sign, (s) => (isGrouped && s < 0 ? 1 : 0));
    for (let t = 0; t < this.count; t++) this.bound(t);
  }

  /** Notes which way a variable can go. */
  bound(t: number): void {
    const isBelow = this.alpha[t]! < this.upper[t]! ? 1 : 0;
    const isAbove = this.alpha[t]! > 0 ? 1 : 0;
    this.canRise[t] = this.sign[t]! > 0 ? isBelow : isAbove;
    this.canFall[t] = this.sign[t]! > 0 ? isAbove : isBelow;
  }

  /** Exchanges two places. */
  swap(a: number, b: number): void {
    exchange(this.order, a, b);
    exchange(this.column, a, b);
    exchange(this.sign, a, b);
    exchange(this.constant, a, b);
    exchange(this.upper, a, b);
    exchange(this.alpha, a, b);
    exchange(this.slope, a, b);
    exchange(this.diagonal, a, b);
    exchange(this.canRise, a, b);
    exchange(this.canFall, a, b);
    exchange(this.group, a, b);
  }

  /** Moves signᵢ·αᵢ up and signⱼ·αⱼ down as far as the bounds allow, at most by `length`. @returns how far */
  move(i: number, j: number, length: number): number {
    const step = Math.min(length, this.#room(i, 1), this.#room(j, -1));
    this.#shift(i, step);
    this.#shift(j, -step);
    return step;
  }

  #room(t: number, direction: number): number {
    const isGrowing = this.sign[t]! * direction > 0;
    return isGrowing ? this.upper[t]! - this.alpha[t]! : this.alpha[t]!;
  }

  #shift(t: number, step: number): void {
    const direction = Math.sign(step);
    // What has no room left lies on its bound exactly.
    const isFull = this.#room(t, direction) <= Math.abs(step);
    const moved = this.alpha[t]! + this.sign[t]! * step;
    this.alpha[t] = isFull ? (this.sign[t]! * step > 0 ? this.upper[t]! : 0) : moved;
    this.bound(t);
  }
}

type Values = Float64Array | Int32Array | Int8Array | Uint8Array;

function exchange(values: Values, a: number, b: number): void {
  const kept = values[a]!;
  values[a] = values[b]!;
  values[b] = kept;
}
