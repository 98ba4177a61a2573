import type { RandomGenerator } from "@gradus/core";
import { INSIDE, type ShapeName } from "./shape-kinds";

/** Red, green and blue from 0 to 255. */
export type Color = readonly [number, number, number];

/** Where a shape stands: its middle and radius in pixels, and by how much it is turned, in radians. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly angle: number;
}

/** Sub-pixels along each side of a pixel, of which the covered share is counted. */
const GRID = 3;

/**
 * Draws a shape into a square picture of three channels, one after another, with soft edges.
 * @returns the pixels of which at least half is covered, as positions row · size + column
 */
export function drawShape(
  pixels: Float64Array,
  size: number,
  shape: ShapeName,
  { x, y, radius, angle }: Placement,
  color: Color,
): number[] {
  const inside = INSIDE[shape];
  const [cos, sin] = [Math.cos(angle) / radius, Math.sin(angle) / radius];
  const [left, right] = [
    Math.max(0, Math.floor(x - radius)),
    Math.min(size, Math.ceil(x + radius)),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(y - radius)),
    Math.min(size, Math.ceil(y + radius)),
  ];
  const covered: number[] = [];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      let count = 0;
      for (let k = 0; k < GRID * GRID; k++) {
        const dx = column + ((k % GRID) + 0.5) / GRID - x;
        const dy = row + (Math.floor(k / GRID) + 0.5) / GRID - y;
        if (inside(dx * cos + dy * sin, dy * cos - dx * sin)) count += 1;
      }
      if (count === 0) continue;
      const share = count / (GRID * GRID);
      const place = row * size + column;
      if (share >= 0.5) covered.push(place);
      for (let channel = 0; channel < 3; channel++) {
        const at = channel * size * size + place;
        pixels[at] = pixels[at]! + share * (color[channel]! - pixels[at]!);
      }
    }
  }
  return covered;
}

/** Fills a picture with a soft slope between two colours near `middle`. */
export function fillBackground(
  pixels: Float64Array,
  size: number,
  middle: Color,
  random: RandomGenerator,
): void {
  const angle = random.uniform(0, 2 * Math.PI);
  const slope = random.uniform(0, 50) / size;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const along = (column - size / 2) * Math.cos(angle) + (row - size / 2) * Math.sin(angle);
      for (let channel = 0; channel < 3; channel++) {
        pixels[(channel * size + row) * size + column] = middle[channel]! + slope * along;
      }
    }
  }
}

/** A colour, and another that differs from it by at least 130 in all, so that a shape is seen. */
export function twoColors(random: RandomGenerator): readonly [Color, Color] {
  const draw = (): Color => [
    random.integer(20, 236),
    random.integer(20, 236),
    random.integer(20, 236),
  ];
  const first = draw();
  for (;;) {
    const second = draw();
    const distance = second.reduce((sum, value, c) => sum + Math.abs(value - first[c]!), 0);
    if (distance >= 130) return [first, second];
  }
}

/** Adds noise to every value and rounds to bytes. */
export function toBytes(
  pixels: Float64Array,
  target: Uint8Array,
  noise: number,
  random: RandomGenerator,
): void {
  // 1,024 normal numbers, of which each value gets one by ten random bits: far cheaper than drawing each.
  const table = Float64Array.from({ length: noise === 0 ? 0 : 1024 }, () =>
    random.normal(0, noise),
  );
  let bits = 0;
  pixels.forEach((value, i) => {
    if (noise > 0 && i % 3 === 0) bits = random.uint32();
    const added = noise === 0 ? 0 : table[(bits >>> (10 * (i % 3))) & 1023]!;
    target[i] = Math.max(0, Math.min(255, Math.round(value + added)));
  });
}
