type Point = readonly [x: number, y: number];
type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The point of an element that its transform sends to the click; null if it is squeezed flat. */
export function pointOfClick(transform: Transform, click: Point): Point | null {
  const [a, b, c, d, e, f] = transform;
  const [x, y] = click;
  if (a * d - b * c === 0) return null;
  return [a * x + c * y + e, b * x + d * y + f];
}
