import { checkInteger, checkNonNegative, type RandomGenerator } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import type { LabelledImages } from "../datasets/labelled-images";
import { seeded } from "./support";

/** How `makeStrokeDigits` draws. */
export interface StrokeDigitsOptions {
  /** The number of pictures. Default 1,000. */
  readonly nSamples?: number;
  /** The standard deviation of the noise in every value, in steps of 255. Default 0. */
  readonly noise?: number;
  /** The same seed makes the same pictures; an integer >= 0. Default 0. */
  readonly seed?: number;
}

type Point = readonly [number, number];
type Stroke = readonly Point[];

const SIZE = 28;

/** Part of an ellipse: angles in turns, from the right, clockwise since y grows downwards. */
function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Stroke {
  return Array.from({ length: 13 }, (_, k): Point => {
    const angle = 2 * Math.PI * (from + ((to - from) * k) / 12);
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

/** How a pen writes each digit, in a box from −1 to 1. */
const DIGITS: readonly (readonly Stroke[])[] = [
  [arc(0, 0, 0.6, 1, 0, 1)],
  [
    [
      [-0.35, -0.65],
      [0.05, -1],
      [0.05, 1],
    ],
  ],
  [[...arc(0, -0.5, 0.55, 0.5, -0.45, 0.12), [-0.6, 1], [0.65, 1]]],
  [arc(-0.05, -0.5, 0.5, 0.5, -0.42, 0.25), arc(-0.05, 0.5, 0.6, 0.5, -0.25, 0.42)],
  [
    [
      [0.25, 1],
      [0.25, -1],
      [-0.65, 0.35],
      [0.65, 0.35],
    ],
  ],
  [
    [
      [0.55, -1],
      [-0.4, -1],
      [-0.5, -0.1],
    ],
    arc(-0.05, 0.35, 0.6, 0.62, -0.38, 0.4),
  ],
  [
    [
      [0.35, -1],
      [-0.35, -0.2],
      [-0.58, 0.4],
    ],
    arc(0, 0.45, 0.58, 0.55, 0, 1),
  ],
  [
    [
      [-0.6, -1],
      [0.6, -1],
      [-0.15, 1],
    ],
  ],
  [arc(0, -0.5, 0.45, 0.48, 0, 1), arc(0, 0.5, 0.58, 0.5, 0, 1)],
  [
    arc(0, -0.45, 0.55, 0.52, 0, 1),
    [
      [0.55, -0.45],
      [0.45, 0.3],
      [0.1, 1],
    ],
  ],
];

/**
 * Digits drawn with strokes, as MNIST's are laid out: each is turned, slanted, stretched, moved and wobbled at random
 * and drawn with a pen of random width. They stand in for MNIST where its files are not at hand; real
 * handwriting varies much more.
 *
 * The digits come in turn (0, 1, …, 9, 0, …), so that any part is balanced.
 *
 * @returns images (nSamples, 28, 28), uint8 from 0 (paper) to 255 (ink), and int32 labels
 * @throws ParameterError for a number out of its range.
 * @example
 * ```ts
 * const { images, labels } = makeStrokeDigits({ nSamples: 30 });
 * images.shape; // → [30, 28, 28]
 * labels.at(12).item(); // → 2
 * ```
 */
export function makeStrokeDigits({
  nSamples = 1000,
  noise = 0,
  seed = 0,
}: StrokeDigitsOptions = {}): LabelledImages {
  checkInteger("makeStrokeDigits", "nSamples", nSamples, 1);
  checkNonNegative("makeStrokeDigits", "noise", noise);
  const random = seeded("makeStrokeDigits", seed);
  const area = SIZE * SIZE;
  const bytes = new Uint8Array(nSamples * area);
  const labels = Int32Array.from({ length: nSamples }, (_, i) => i % 10);
  labels.forEach((digit, i) => {
    const move = drawMove(random);
    const strokes = DIGITS[digit]!.map((stroke) => stroke.map(move));
    const width = random.uniform(0.9, 1.8);
    for (let place = 0; place < area; place++) {
      const [x, y] = [(place % SIZE) + 0.5, Math.floor(place / SIZE) + 0.5];
      // Full ink within the pen's width, none a pixel and a half further out.
      const ink = Math.max(0, Math.min(1, (width + 1.5 - distance(strokes, x, y)) / 1.5));
      const value = 255 * ink + (noise === 0 ? 0 : random.normal(0, noise));
      bytes[i * area + place] = Math.max(0, Math.min(255, Math.round(value)));
    }
  });
  return {
    images: tensor(bytes, { shape: [nSamples, SIZE, SIZE] }),
    labels: tensor(labels),
    classes: DIGITS.map((_, digit) => String(digit)),
  };
}

/** From the digit's box to pixels: turned, slanted, stretched, moved, with a wobble of each point. */
function drawMove(random: RandomGenerator): (point: Point) => Point {
  const angle = random.uniform(-0.2, 0.2);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const slant = random.uniform(-0.25, 0.25);
  const [sx, sy] = [random.uniform(6.5, 9), random.uniform(7.5, 9.5)];
  const [dx, dy] = [random.uniform(12.5, 15.5), random.uniform(12.5, 15.5)];
  return ([x, y]) => {
    const u = sx * (x - slant * y) + random.normal(0, 0.15);
    const v = sy * y + random.normal(0, 0.15);
    return [dx + u * cos - v * sin, dy + u * sin + v * cos];
  };
}

/** How far a point is from the nearest stroke. */
function distance(strokes: readonly Stroke[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const stroke of strokes) {
    for (let k = 1; k < stroke.length; k++) {
      const [[ax, ay], [bx, by]] = [stroke[k - 1]!, stroke[k]!];
      const [ux, uy] = [bx - ax, by - ay];
      const along = ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy);
      const t = Math.max(0, Math.min(1, along));
      nearest = Math.min(nearest, Math.hypot(x - ax - t * ux, y - ay - t * uy));
    }
  }
  return nearest;
}
