import { checkInteger, type RandomGenerator } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import type { LabelledImages } from "../datasets/labelled-images";
import type { Color } from "./canvas";
import { seeded } from "./support";
import { box, disc, type Form, line, polygon } from "./thing-forms";
import { partsOf, THINGS } from "./thing-kinds";

/** How `makeThings` draws. */
export interface ThingsOptions {
  /** The number of pictures. Default 1,000. */
  readonly nSamples?: number;
  /** The same seed makes the same pictures; an integer >= 0. Default 0. */
  readonly seed?: number;
}

const SIZE = 32;
const AREA = SIZE * SIZE;
/** The noise's standard deviation, and so many of its values in a table, from which every pixel draws. */
const NOISE = 9;
const NOISE_BITS = 12;
const MOST_STRETCH = 1.18;

/**
 * Pictures of ten kinds of things, laid out as CIFAR-10's: boats, cars, cups, fish, flowers, houses, keys, mushrooms,
 * trees and umbrellas, each drawn differently, anywhere, leaning, in any colours, lit from some side, before a
 * ground with a pattern and clutter, and often partly hidden. Only the form tells the class.
 *
 * The classes come in turn (0, 1, …, 9, 0, …), so that any part is balanced.
 *
 * @returns images (nSamples, 3, 32, 32), uint8, and int32 labels
 * @throws ParameterError for a number out of its range.
 * @example
 * ```ts
 * const { images, labels, classes } = makeThings({ nSamples: 20 });
 * images.shape; // → [20, 3, 32, 32]
 * classes[labels.at(13).item()]; // → fish
 * ```
 */
export function makeThings({ nSamples = 1000, seed = 0 }: ThingsOptions = {}): LabelledImages {
  checkInteger("makeThings", "nSamples", nSamples, 1);
  const random = seeded("makeThings", seed);
  const bytes = new Uint8Array(3 * AREA * nSamples);
  const labels = Int32Array.from({ length: nSamples }, (_, i) => i % THINGS.length);
  const pixels = new Float64Array(3 * AREA);
  const noise = Float64Array.from({ length: 1 << NOISE_BITS }, () => random.normal(0, NOISE));
  labels.forEach((label, i) => {
    drawThing(pixels, label, random);
    addNoise(pixels, bytes.subarray(i * 3 * AREA, (i + 1) * 3 * AREA), noise, random.uint32());
  });
  return {
    images: tensor(bytes, { shape: [nSamples, 3, SIZE, SIZE] }),
    labels: tensor(labels),
    classes: THINGS,
  };
}

function drawThing(pixels: Float64Array, label: number, random: RandomGenerator): void {
  const ground = anyColor(random);
  drawGround(pixels, ground, random);
  for (let k = random.integer(2, 7); k > 0; k--) {
    drawForm(
      pixels,
      clutter(random),
      placed(random, random.uniform(2, 6), 0, 0),
      anyColor(random),
      UNLIT,
    );
  }
  const main = unlike(random, [ground], 130);
  const second = unlike(random, [ground, main], 100);
  const paints = [main, second, unlike(random, [main, second], 90)] as const;
  const radius = random.uniform(8.5, 13.5);
  const place = placed(random, radius, SIZE / 2 - radius + 1, 0.5);
  const light = lit(random);
  for (const { form, paint } of partsOf(THINGS[label]!, random)) {
    drawForm(pixels, form, place, paints[paint], light);
  }
  if (random.uniform() < 0.4) {
    const before = placed(random, random.uniform(2, 4), 0, 0);
    drawForm(pixels, clutter(random), before, anyColor(random), UNLIT);
  }
}

/** Adds noise to every value and rounds to bytes. A linear congruential generator is good enough to draw it. */
function addNoise(
  pixels: Float64Array,
  target: Uint8Array,
  noise: Float64Array,
  seed: number,
): void {
  let state = seed | 0;
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    const value = pixels[i]! + noise[state >>> (32 - NOISE_BITS)]!;
    target[i] = value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value);
  }
}

/** Where a form stands: from the picture's x and y to the form's own. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The form's x is xx · dx + xy · dy, and so on. */
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
}

/** @param spread how far from the middle, at most; 0 for anywhere. @param lean by how much it leans, in radians; 0 for any way */
function placed(random: RandomGenerator, radius: number, spread: number, lean: number): Place {
  const at = () =>
    spread === 0 ? random.uniform(0, SIZE) : SIZE / 2 + random.uniform(-spread, spread);
  const angle = lean === 0 ? random.uniform(0, 2 * Math.PI) : random.uniform(-lean, lean);
  const stretch = random.uniform(1 / MOST_STRETCH, MOST_STRETCH);
  const mirror = random.uniform() < 0.5 ? -1 : 1;
  const [cos, sin] = [Math.cos(angle) / radius, Math.sin(angle) / radius];
  return {
    x: at(),
    y: at(),
    radius,
    xx: (mirror * cos) / stretch,
    xy: (mirror * sin) / stretch,
    yx: -sin * stretch,
    yy: cos * stretch,
  };
}

/** How bright a form is at its middle, and by how much brighter to the right and below. */
type Light = readonly [middle: number, right: number, down: number];

const UNLIT: Light = [1, 0, 0];

function lit(random: RandomGenerator): Light {
  const angle = random.uniform(0, 2 * Math.PI);
  const slope = random.uniform(0, 0.35);
  return [random.uniform(0.75, 1.15), slope * Math.cos(angle), slope * Math.sin(angle)];
}

/** Draws a form with soft edges. */
function drawForm(
  pixels: Float64Array,
  form: Form,
  { x, y, radius, xx, xy, yx, yy }: Place,
  [red, green, blue]: Color,
  [middle, right, down]: Light,
): void {
  const { distance } = form;
  const reach = form.reach * radius * MOST_STRETCH + 1;
  const scale = xx * yy - xy * yx;
  const middleX = x + (yy * form.x - xy * form.y) / scale;
  const middleY = y + (xx * form.y - yx * form.x) / scale;
  const left = Math.max(0, Math.floor(middleX - reach));
  const top = Math.max(0, Math.floor(middleY - reach));
  const end = Math.min(SIZE, Math.ceil(middleX + reach));
  const bottom = Math.min(SIZE, Math.ceil(middleY + reach));
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < end; column++) {
      const dx = column + 0.5 - x;
      const dy = row + 0.5 - y;
      const share = 0.5 - radius * distance(xx * dx + xy * dy, yx * dx + yy * dy);
      if (share <= 0) continue;
      const covered = share < 1 ? share : 1;
      const light = middle + (right * dx + down * dy) / radius;
      const at = row * SIZE + column;
      pixels[at] = pixels[at]! + covered * (light * red - pixels[at]!);
      const second = at + AREA;
      pixels[second] = pixels[second]! + covered * (light * green - pixels[second]!);
      const third = second + AREA;
      pixels[third] = pixels[third]! + covered * (light * blue - pixels[third]!);
    }
  }
}

/** Fills the picture with a colour that slopes, and waves over it. */
function drawGround(pixels: Float64Array, color: Color, random: RandomGenerator): void {
  const [slope, angle] = [random.uniform(0, 70) / SIZE, random.uniform(0, 2 * Math.PI)];
  const [height, wave] = [random.uniform(0, 22), random.uniform(0.3, 1.4)];
  const [turn, phase] = [random.uniform(0, 2 * Math.PI), random.uniform(0, 2 * Math.PI)];
  const [slopeX, slopeY] = [slope * Math.cos(angle), slope * Math.sin(angle)];
  const [waveX, waveY] = [wave * Math.cos(turn), wave * Math.sin(turn)];
  for (let at = 0; at < AREA; at++) {
    const [column, row] = [(at % SIZE) - SIZE / 2, Math.floor(at / SIZE) - SIZE / 2];
    const added =
      slopeX * column + slopeY * row + height * Math.sin(waveX * column + waveY * row + phase);
    for (let channel = 0; channel < 3; channel++)
      pixels[channel * AREA + at] = color[channel]! + added;
  }
}

/** A simple form that is no thing. */
function clutter(random: RandomGenerator): Form {
  switch (random.integer(0, 4)) {
    case 0:
      return disc(0, 0, 0.9);
    case 1:
      return box(0, 0, 0.9, random.uniform(0.3, 0.9), 0.1);
    case 2:
      return line(-1, 0, 1, 0, random.uniform(0.1, 0.25));
    default:
      return polygon(-0.9, 0.7, 0, -0.9, 0.9, 0.7);
  }
}

function anyColor(random: RandomGenerator): Color {
  return [random.integer(15, 241), random.integer(15, 241), random.integer(15, 241)];
}

/** A colour that differs from each of these by at least `distance` in all. */
function unlike(random: RandomGenerator, others: readonly Color[], distance: number): Color {
  for (;;) {
    const color = anyColor(random);
    const isFar = others.every(
      (other) => color.reduce((sum, value, c) => sum + Math.abs(value - other[c]!), 0) >= distance,
    );
    if (isFar) return color;
  }
}
