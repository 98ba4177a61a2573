import type { Directions } from "./descend";
import type { Point } from "./evaluate";
import { addScaledAndDot, addScaledTo, dot, negate, scaleTo, type Vector } from "./vectors";

interface Pair {
  readonly s: Vector;
  readonly y: Vector;
  /** 1 / (s · y) */
  readonly rho: number;
  /** y · y */
  readonly yy: number;
}

/**
 * BFGS' directions from the last few steps alone, by the two-loop recursion: 2 · memory vectors, and O(memory · n)
 * time a step.
 *
 * @see Nocedal and Wright (2006), Numerical Optimization, algorithm 7.4.
 */
export class LbfgsDirections implements Directions {
  readonly #memory: number;
  #pairs: Pair[] = [];

  constructor(memory: number) {
    this.#memory = memory;
  }

  get scaled(): boolean {
    return this.#pairs.length > 0;
  }

  at({ jac }: Point): Vector {
    const pairs = this.#pairs;
    const last = pairs.at(-1);
    if (last === undefined) return negate(jac);
    const q: Vector = jac.slice();
    const shares = pairs.map(() => 0);
    // Each vector is read once on the way back and once on the way forth: memory is slower than the sums.
    let product = dot(q, last.s);
    for (let k = pairs.length - 1; k >= 0; k--) {
      const { y, rho } = pairs[k]!;
      shares[k] = rho * product;
      product = addScaledAndDot(q, -shares[k]!, y, k > 0 ? pairs[k - 1]!.s : pairs[0]!.y);
    }
    // Here q becomes the first guess of the inverse times itself, and so does its product with the first y.
    const scale = 1 / (last.rho * last.yy);
    scaleTo(q, scale);
    product *= scale;
    for (const [k, { s, rho }] of pairs.entries()) {
      const factor = shares[k]! - rho * product;
      const next = pairs[k + 1];
      if (next) product = addScaledAndDot(q, factor, s, next.y);
      else addScaledTo(q, factor, s);
    }
    return negate(q);
  }

  learn(s: Vector, y: Vector): void {
    const curvature = dot(s, y);
    // As in BFGS: only steps along which the slope rises tell of a bowl.
    const yy = dot(y, y);
    if (!(curvature > 1e-14 * Math.sqrt(dot(s, s) * yy))) return;
    this.#pairs.push({ s, y, rho: 1 / curvature, yy });
    if (this.#pairs.length > this.#memory) this.#pairs.shift();
  }

  reset(): void {
    this.#pairs = [];
  }
}
