/** The ten shapes that the generators of pictures draw, in the order of their class numbers. */
export const SHAPES = [
  "disc",
  "ring",
  "square",
  "frame",
  "triangle",
  "star",
  "plus",
  "diamond",
  "crescent",
  "bar",
] as const;

/** The name of a shape. */
export type ShapeName = (typeof SHAPES)[number];

/** Whether the point (u, v) belongs to a shape that fills the unit circle; v grows downwards. */
export type Inside = (u: number, v: number) => boolean;

const SQUARE = Math.SQRT1_2;

/** The shapes themselves. All lie in the unit circle, so that they may be turned. */
export const INSIDE: Readonly<Record<ShapeName, Inside>> = {
  disc: (u, v) => u * u + v * v <= 1,
  ring: (u, v) => u * u + v * v <= 1 && u * u + v * v >= 0.3,
  square: (u, v) => Math.max(Math.abs(u), Math.abs(v)) <= SQUARE,
  frame: (u, v) => {
    const edge = Math.max(Math.abs(u), Math.abs(v));
    return edge <= SQUARE && edge >= 0.42;
  },
  // Three half planes, each half a unit from the middle.
  triangle: (u, v) => v <= 0.5 && Math.abs(u) * Math.sin(Math.PI / 3) - 0.5 * v <= 0.5,
  star: (u, v) => {
    // Between points and notches the edge of a star is close to this wave.
    const angle = Math.atan2(u, -v);
    return Math.hypot(u, v) <= 0.68 + 0.32 * Math.cos(5 * angle);
  },
  plus: (u, v) =>
    Math.min(Math.abs(u), Math.abs(v)) <= 0.28 && Math.max(Math.abs(u), Math.abs(v)) <= 0.95,
  diamond: (u, v) => Math.abs(u) / 0.6 + Math.abs(v) <= 1,
  crescent: (u, v) => u * u + v * v <= 1 && (u - 0.5) ** 2 + v * v >= 0.64,
  bar: (u, v) => Math.abs(u) <= 0.95 && Math.abs(v) <= 0.25,
};
