// 2×2 matrices, for the figure of the ellipse.
import type { Point } from "@gradus/course-kit";
import { length } from "../../figures/plane";

/** A 2×2 matrix by its columns: where it sends (1, 0) and (0, 1). */
export type Matrix = readonly [Point, Point];

/** What a 2×2 matrix only stretches. */
export type Eigen =
  /** One entry a direction in degrees, 0 to 180, with its eigenvalue: two, or one where there is no second. */
  | { readonly kind: "real"; readonly lines: readonly EigenLine[] }
  /** Every vector is stretched alike. */
  | { readonly kind: "all"; readonly value: number }
  /** No direction stays: the eigenvalues are re ± im·i. */
  | { readonly kind: "complex"; readonly re: number; readonly im: number };

export interface EigenLine {
  readonly value: number;
  readonly degrees: number;
}

/** Below this share of the matrix a number counts as 0: a hundredth of a pixel in the figure. */
const SMALL = 1e-9;

export function apply([[a, c], [b, d]]: Matrix, [x, y]: Point): Point {
  return [a * x + b * y, c * x + d * y];
}

export function eigen([[a, c], [b, d]]: Matrix): Eigen {
  const size = Math.hypot(a, b, c, d);
  const middle = (a + d) / 2;
  const half = (a - d) / 2;
  const discriminant = half * half + b * c;
  if (discriminant < -SMALL * size * size) {
    return { kind: "complex", re: middle, im: Math.sqrt(-discriminant) };
  }
  const root = discriminant > SMALL * size * size ? Math.sqrt(discriminant) : 0;
  const values = root === 0 ? [middle] : [middle + root, middle - root];
  if (Math.hypot(half, b, c) <= SMALL * size) return { kind: "all", value: middle };
  // A − λI has two rows; a vector at a right angle to the longer one is an eigenvector.
  const lines = values.map((value): EigenLine => {
    const rows: readonly Point[] = [
      [a - value, b],
      [c, d - value],
    ];
    const [x, y] = length(rows[0]!) > length(rows[1]!) ? rows[0]! : rows[1]!;
    return { value, degrees: lineDegrees([-y, x]) };
  });
  return { kind: "real", lines };
}

/** The direction of the line through the origin and v: 0 to 180 degrees. */
export function lineDegrees([x, y]: Point): number {
  const degrees = (Math.atan2(y, x) * 180) / Math.PI;
  const half = degrees < 0 ? degrees + 180 : degrees;
  return half > 180 - 1e-7 ? 0 : half;
}

/** By how many degrees the line of v is turned onto the line of w, from −90 to 90; undefined if w is 0. */
export function turn(v: Point, w: Point): number | undefined {
  if (length(w) < SMALL) return undefined;
  const degrees = lineDegrees(w) - lineDegrees(v);
  return degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees;
}

/** The vector of length 1 in a direction. */
export function unit(degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians)];
}

/** v with length 1; (1, 0) if v has none. */
export function onCircle(v: Point): Point {
  const size = length(v);
  return size < SMALL ? [1, 0] : [v[0] / size, v[1] / size];
}
