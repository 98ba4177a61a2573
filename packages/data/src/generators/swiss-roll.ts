import { checkBoolean, checkInteger, checkNonNegative } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { jitter, matrix, seeded } from "./support";

/** How `makeSwissRoll` draws. */
export interface SwissRollOptions {
  /** The number of points. Default 100. */
  readonly nSamples?: number;
  /** The standard deviation of the noise that is added to the coordinates. Default 0. */
  readonly noise?: number;
  /** Leave a rectangular hole in the sheet. Default false. */
  readonly hole?: boolean;
  /** The same seed makes the same points; an integer >= 0. Default 0. */
  readonly seed?: number;
}

/**
 * A sheet rolled up in three dimensions: (t cos t, h, t sin t), with t from 3π/2 to 9π/2 along the roll and h from
 * 0 to 21 across it. Methods that unroll it find t and h again.
 *
 * Parameters and distribution are those of scikit-learn's `make_swiss_roll`; the numbers of a seed are not.
 *
 * @returns X (nSamples, 3) and the position `t` along the roll (nSamples,)
 * @throws ParameterError if `nSamples` is below 1 or `noise` below 0.
 * @example
 * ```ts
 * const roll = makeSwissRoll({ nSamples: 50 });
 * roll.X.slice(null, 0).sub(roll.t.mul(roll.t.cos())).abs().max().item() < 1e-12; // → true
 * ```
 */
export function makeSwissRoll({
  nSamples = 100,
  noise = 0,
  hole = false,
  seed = 0,
}: SwissRollOptions = {}): { readonly X: Tensor; readonly t: Tensor } {
  checkInteger("makeSwissRoll", "nSamples", nSamples, 1);
  checkNonNegative("makeSwissRoll", "noise", noise);
  checkBoolean("makeSwissRoll", "hole", hole);
  const random = seeded("makeSwissRoll", seed);
  const ts = new Float64Array(nSamples);
  const rows = Array.from(ts, (_, i) => {
    // Nine tiles of π × 7 make the sheet; the hole is the middle one.
    const tile = hole ? [0, 1, 2, 3, 5, 6, 7, 8][random.integer(0, 8)]! : random.integer(0, 9);
    const t = Math.PI * (1.5 + Math.floor(tile / 3) + random.uniform());
    const h = 7 * ((tile % 3) + random.uniform());
    ts[i] = t;
    return jitter([t * Math.cos(t), h, t * Math.sin(t)], noise, random);
  });
  return {
    X: matrix(
      rows,
      ts.map((_, i) => i),
      3,
    ),
    t: tensor(ts),
  };
}
