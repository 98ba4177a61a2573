import type { Directions } from "./descend";
import type { Point } from "./evaluate";
import { addScaled, dot, negate, type Vector } from "./vectors";

interface Pair {
  readonly s: Vector;
  readonly y: Vector;
  /** 1 / (s · y) */
  readonly rho: number;
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
    let q: Vector = jac;
    const shares = pairs.map(() => 0);
    for (let k = pairs.length - 1; k >= 0; k--) {
      const { s, y, rho } = pairs[k]!;
      shares[k] = rho * dot(s, q);
      q = addScaled(q, -shares[k]!, y);
    }
    const last = pairs.at(-1);
    if (last !== undefined) {
      const scale = 1 / (last.rho * dot(last.y, last.y));
      q = q.map((value) => scale * value);
    }
    for (const [k, { s, y, rho }] of pairs.entries()) {
      q = addScaled(q, shares[k]! - rho * dot(y, q), s);
    }
    return negate(q);
  }

  learn(s: Vector, y: Vector): void {
    const curvature = dot(s, y);
    // As in BFGS: only steps along which the slope rises tell of a bowl.
    if (!(curvature > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
    this.#pairs.push({ s, y, rho: 1 / curvature });
    if (this.#pairs.length > this.#memory) this.#pairs.shift();
  }

  reset(): void {
    this.#pairs = [];
  }
}
