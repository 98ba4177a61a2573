import { checkInteger, checkPositive } from "@gradus/core";
import type { Complex } from "../complex";
import { isTensor, tensorFrom } from "../factory";
import { concatenate } from "../ops/join";
import { type Axes, normalizeAxes } from "../shape";
import type { Tensor } from "../tensor";

/**
 * The frequencies of `fft`'s numbers in cycles per unit: 0, 1, …, −2, −1 over n·spacing.
 *
 * @param n the length of the transform
 * @param spacing the time between two samples; default 1
 * @returns float64, shape (n,)
 * @throws ParameterError unless n is an integer ≥ 1 and spacing above 0.
 * @example
 * ```ts
 * fftfreq(4); // [0, 0.25, -0.5, -0.25]
 * ```
 */
export function fftfreq(n: number, spacing = 1): Tensor {
  checkInteger("fftfreq", "n", n, 1);
  checkPositive("fftfreq", "spacing", spacing);
  const values = Float64Array.from({ length: n }, (_, k) => (2 * k < n ? k : k - n));
  return tensorFrom(
    values.map((k) => k / (n * spacing)),
    [n],
    "float64",
  );
}

/**
 * The frequencies of `rfft`'s numbers: 0, 1, …, n/2 over n·spacing.
 *
 * @returns float64, shape (⌊n/2⌋ + 1,)
 * @throws ParameterError unless n is an integer ≥ 1 and spacing above 0.
 * @example
 * ```ts
 * rfftfreq(4); // [0, 0.25, 0.5]
 * ```
 */
export function rfftfreq(n: number, spacing = 1): Tensor {
  checkInteger("rfftfreq", "n", n, 1);
  checkPositive("rfftfreq", "spacing", spacing);
  const count = Math.floor(n / 2) + 1;
  const values = Float64Array.from({ length: count }, (_, k) => k / (n * spacing));
  return tensorFrom(values, [count], "float64");
}

/**
 * Brings the frequency 0 to the middle: turns each axis around by half of its length. Differentiable.
 *
 * @param axes default all
 * @throws OutOfRangeError for an axis that x lacks; ParameterError if one comes twice.
 * @example
 * ```ts
 * fftshift(fftfreq(4)); // [-0.5, -0.25, 0, 0.25]
 * ```
 */
export function fftshift<T extends Tensor | Complex>(x: T, axes?: Axes): T {
  return shifted("fftshift", x, axes, (length) => Math.ceil(length / 2));
}

/**
 * The inverse of `fftshift`, which for odd lengths is another.
 * @throws as `fftshift`
 * @example
 * ```ts
 * ifftshift(fftshift(tensor([0, 1, 2]))); // [0, 1, 2]
 * ```
 */
export function ifftshift<T extends Tensor | Complex>(x: T, axes?: Axes): T {
  return shifted("ifftshift", x, axes, (length) => Math.floor(length / 2));
}

function shifted<T extends Tensor | Complex>(
  where: string,
  x: T,
  axes: Axes,
  firstOf: (length: number) => number,
): T {
  if (!isTensor(x)) {
    const { real, imaginary } = x as Complex;
    return {
      real: shifted(where, real, axes, firstOf),
      imaginary: shifted(where, imaginary, axes, firstOf),
    } as T;
  }
  let y: Tensor = x;
  for (const axis of normalizeAxes(where, axes, y.ndim)) {
    const first = firstOf(y.shape[axis]!);
    const range = (part: readonly [number, number?]) =>
      y.slice(...y.shape.map((_, i) => (i === axis ? part : null)));
    y = concatenate([range([first]), range([0, first])], axis);
  }
  return y as T;
}
