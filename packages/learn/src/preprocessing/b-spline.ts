/** Which basis of splines: extended knots t, degree k, and how many functions. */
export interface SplineBasis {
  /** Ascending, as many as functions + degree + 1. */
  readonly knots: Float64Array;
  readonly degree: number;
}

/**
 * The degree + 1 B-splines that are not 0 at x, by the recurrence of Cox and de Boor.
 *
 * Beyond the knots of the middle, the polynomials of the first and the last piece go on.
 *
 * @param out gets their values
 * @returns the number of the first of them
 * @see De Boor (1978), A Practical Guide to Splines, chapter X.
 */
export function splinesAt(x: number, { knots, degree }: SplineBasis, out: Float64Array): number {
  const piece = pieceOf(x, knots, degree);
  out[0] = 1;
  for (let d = 1; d <= degree; d++) {
    let carried = 0;
    for (let r = 0; r < d; r++) {
      const right = knots[piece + r + 1]!;
      const left = knots[piece + 1 - d + r]!;
      const share = right === left ? 0 : out[r]! / (right - left);
      out[r] = carried + (right - x) * share;
      carried = (x - left) * share;
    }
    out[d] = carried;
  }
  return piece - degree;
}

/** As `splinesAt`, their first derivatives. */
export function slopesAt(x: number, { knots, degree }: SplineBasis, out: Float64Array): number {
  if (degree === 0) {
    out[0] = 0;
    return pieceOf(x, knots, 0);
  }
  const lower = new Float64Array(degree);
  const inner = { knots: knots.subarray(1, knots.length - 1), degree: degree - 1 };
  const first = splinesAt(x, inner, lower); // of the degree below: spline first + r has the knots from first + 1 + r
  for (let r = 0; r <= degree; r++) {
    const i = first + r;
    // Derivative of spline i: k·(B(i) / (t(i+k) − t(i)) − B(i+1) / (t(i+k+1) − t(i+1))), one degree lower.
    const rising = r > 0 ? lower[r - 1]! / (knots[i + degree]! - knots[i]!) : 0;
    const falling = r < degree ? lower[r]! / (knots[i + degree + 1]! - knots[i + 1]!) : 0;
    out[r] = degree * (rising - falling);
  }
  return first;
}

/** The piece [t(i), t(i+1)) in which x lies: the first or the last one of the middle for what lies beyond. */
function pieceOf(x: number, knots: Float64Array, degree: number): number {
  let low = degree;
  let high = knots.length - degree - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (knots[middle]! <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}
