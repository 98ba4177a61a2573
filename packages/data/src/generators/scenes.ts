import { checkInteger, checkNonNegative, ParameterError, type RandomGenerator } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { drawShape, fillBackground, type Placement, toBytes, twoColors } from "./canvas";
import { SHAPES, type ShapeName } from "./shape-kinds";
import { seeded } from "./support";

/** How `makeScenes` draws. */
export interface ScenesOptions {
  /** The number of pictures. Default 100. */
  readonly nSamples?: number;
  /** Height and width in pixels, at least 16. Default 64. */
  readonly size?: number;
  /** The least number of shapes in a picture. Default 1. */
  readonly minShapes?: number;
  /** The greatest number of shapes; fewer stand where no place is left. Default 4. */
  readonly maxShapes?: number;
  /** Which shapes. Default disc, square and triangle. */
  readonly shapes?: readonly ShapeName[];
  /** The standard deviation of the noise in every value, in steps of 255. Default 8. */
  readonly noise?: number;
  /** The same seed makes the same pictures; an integer >= 0. Default 0. */
  readonly seed?: number;
}

/** A shape in a picture. */
export interface SceneObject {
  /** The number of its class: the position in `classes`. */
  readonly label: number;
  /** The edges [xMin, yMin, xMax, yMax] in pixels, so that xMax − xMin is its width. */
  readonly box: readonly [number, number, number, number];
}

/** Pictures for detection and segmentation. */
export interface Scenes {
  /** Shape (nSamples, 3, size, size), uint8. */
  readonly images: Tensor;
  /** The shapes in each picture. */
  readonly objects: readonly (readonly SceneObject[])[];
  /** The class of each pixel plus one, 0 where there is none: (nSamples, size, size), int32. */
  readonly masks: Tensor;
  /** The number of each pixel's object plus one, 0 where there is none: (nSamples, size, size), int32. */
  readonly instances: Tensor;
  /** The names of the classes. */
  readonly classes: readonly ShapeName[];
}

/**
 * Pictures of a few shapes apart from each other, with the box and the pixels of each: for detection, segmentation
 * and counting.
 *
 * @throws ParameterError for a number out of its range or an unknown shape.
 * @example
 * ```ts
 * const { images, objects } = makeScenes({ nSamples: 2, minShapes: 2, maxShapes: 2 });
 * images.shape; // → [2, 3, 64, 64]
 * objects[0]?.length; // → 2
 * ```
 */
export function makeScenes({
  nSamples = 100,
  size = 64,
  minShapes = 1,
  maxShapes = 4,
  shapes = ["disc", "square", "triangle"],
  noise = 8,
  seed = 0,
}: ScenesOptions = {}): Scenes {
  checkInteger("makeScenes", "nSamples", nSamples, 1);
  checkInteger("makeScenes", "size", size, 16);
  checkInteger("makeScenes", "minShapes", minShapes);
  checkInteger("makeScenes", "maxShapes", maxShapes, minShapes);
  checkNonNegative("makeScenes", "noise", noise);
  checkShapes(shapes);
  const random = seeded("makeScenes", seed);
  const area = size * size;
  const bytes = new Uint8Array(nSamples * 3 * area);
  const masks = new Int32Array(nSamples * area);
  const instances = new Int32Array(nSamples * area);
  const pixels = new Float64Array(3 * area);
  const objects = Array.from({ length: nSamples }, (_, i) => {
    const [ground] = twoColors(random);
    fillBackground(pixels, size, ground, random);
    const places = choosePlaces(random.integer(minShapes, maxShapes + 1), size, random);
    const found = places.map((place, k) => {
      const label = random.integer(0, shapes.length);
      const covered = drawShape(pixels, size, shapes[label]!, place, contrast(ground, random));
      for (const at of covered) {
        masks[i * area + at] = label + 1;
        instances[i * area + at] = k + 1;
      }
      return { label, box: boxOf(covered, size) };
    });
    toBytes(pixels, bytes.subarray(3 * i * area, 3 * (i + 1) * area), noise, random);
    return found;
  });
  return {
    images: tensor(bytes, { shape: [nSamples, 3, size, size] }),
    objects,
    masks: tensor(masks, { shape: [nSamples, size, size] }),
    instances: tensor(instances, { shape: [nSamples, size, size] }),
    classes: shapes,
  };
}

function checkShapes(shapes: readonly ShapeName[]): void {
  const unknown = shapes.find((shape) => !SHAPES.includes(shape));
  if (shapes.length > 0 && unknown === undefined) return;
  throw new ParameterError(
    `makeScenes: shapes must be some of ${SHAPES.join(", ")}, got ${unknown ?? "none"}`,
  );
}

/** Circles that do not touch. A place that cannot be found in 50 trials is given up. */
function choosePlaces(count: number, size: number, random: RandomGenerator): Placement[] {
  const places: Placement[] = [];
  for (let trial = 0; places.length < count && trial < 50 * count; trial++) {
    const radius = size * random.uniform(0.09, 0.2);
    const [x, y] = [random.uniform(radius, size - radius), random.uniform(radius, size - radius)];
    const isFree = places.every((p) => Math.hypot(p.x - x, p.y - y) > p.radius + radius + 1);
    if (isFree) places.push({ x, y, radius, angle: random.uniform(0, 2 * Math.PI) });
  }
  return places;
}

/** A colour that is seen on the ground. */
function contrast(ground: readonly number[], random: RandomGenerator) {
  for (;;) {
    const [color] = twoColors(random);
    if (color.reduce((sum, value, c) => sum + Math.abs(value - ground[c]!), 0) >= 130) return color;
  }
}

function boxOf(covered: readonly number[], size: number): SceneObject["box"] {
  const columns = covered.map((at) => at % size);
  const rows = covered.map((at) => Math.floor(at / size));
  return [Math.min(...columns), Math.min(...rows), Math.max(...columns) + 1, Math.max(...rows) + 1];
}
