import { checkInteger, describeValue, ParameterError, ShapeError } from "@gradus/core";
import { type Complex, complex } from "../complex";
import { zeros } from "../create";
import { isTensor } from "../factory";
import { concatenate } from "../ops/join";
import { normalizeAxis, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { transform } from "./transform";

/** Where the factor 1/n stands: in the inverse ("backward", default), the forward transform, or 1/√n in both. */
export type FftNorm = "backward" | "ortho" | "forward";

/** Along which axis, and how long. */
export interface FftOptions {
  /** The length of the transform: x is cut off or continued by zeros. Default: as long as x. */
  readonly n?: number;
  /** Default −1. */
  readonly axis?: number;
  /** Default "backward". */
  readonly norm?: FftNorm;
}

/**
 * The discrete Fourier transform y[k] = Σⱼ x[j]·e^(−2πijk/n) along an axis. Any length: factors 2 to 13 directly, others by
 * Bluestein's convolution. O(n log n), computed in float64. Differentiable.
 *
 * @param x real, or complex as a pair of tensors
 * @throws ShapeError for a length of 0; OutOfRangeError for an axis that x lacks; ParameterError for another
 * n or norm.
 * @see Van Loan (1992), Computational Frameworks for the Fast Fourier Transform.
 * @example
 * ```ts
 * fft(tensor([1, 0, 0, 0])).real; // [1, 1, 1, 1]
 * ```
 */
export function fft(x: Tensor | Complex, options: FftOptions = {}): Complex {
  return alongAxis("fft", x, options, false);
}

/**
 * The inverse of `fft`: x[j] = (1/n)·Σₖ y[k]·e^(2πijk/n).
 *
 * @throws as `fft`
 * @example
 * ```ts
 * ifft(fft(tensor([1, 2, 3]))).real.round(); // [1, 2, 3]
 * ```
 */
export function ifft(x: Tensor | Complex, options: FftOptions = {}): Complex {
  return alongAxis("ifft", x, options, true);
}

/**
 * The transform of real numbers: the first n/2 + 1 numbers of `fft`, of which the others are the conjugates.
 *
 * @throws as `fft`
 * @example
 * ```ts
 * rfft(tensor([1, 2, 3, 4])).real; // [10, -2, -2]
 * ```
 */
export function rfft(x: Tensor, options: FftOptions = {}): Complex {
  const { real, imaginary } = alongAxis("rfft", x, options, false);
  const axis = normalizeAxis("rfft", options.axis ?? -1, x.ndim);
  const half = Math.floor(real.shape[axis]! / 2) + 1;
  return { real: part(real, axis, 0, half), imaginary: part(imaginary, axis, 0, half) };
}

/**
 * The inverse of `rfft`: n real numbers from the first n/2 + 1 of a spectrum.
 *
 * @param options n: default 2·(length − 1); give it for an odd length
 * @throws as `fft`
 * @example
 * ```ts
 * irfft(rfft(tensor([1, 2, 3])), { n: 3 }).round(); // [1, 2, 3]
 * ```
 */
export function irfft(x: Tensor | Complex, options: FftOptions = {}): Tensor {
  const { real, imaginary } = pairOf(x);
  const axis = normalizeAxis("irfft", options.axis ?? -1, real.ndim);
  const n = checkInteger("irfft", "n", options.n ?? 2 * (real.shape[axis]! - 1), 1);
  const half = Math.floor(n / 2) + 1;
  // The rest are conjugates in reverse order.
  const re = resize(real, axis, half);
  const im = resize(imaginary, axis, half);
  const whole = {
    real: concatenate([re, mirrored(re, axis, n - half)], axis),
    imaginary: concatenate([im, mirrored(im, axis, n - half).neg()], axis),
  };
  return alongAxis("irfft", whole, { ...options, n }, true).real;
}

/** A real tensor as a pair with zeros, a pair checked. */
export function pairOf(x: Tensor | Complex): Complex {
  return isTensor(x) ? complex(x) : complex(x.real, x.imaginary);
}

function alongAxis(
  where: string,
  x: Tensor | Complex,
  { n, axis = -1, norm = "backward" }: FftOptions,
  inverse: boolean,
): Complex {
  const pair = pairOf(x);
  const { ndim } = pair.real;
  const along = normalizeAxis(where, axis, ndim);
  const length = n ?? pair.real.shape[along]!;
  if (n !== undefined) checkInteger(where, "n", n, 1);
  if (length === 0) {
    throw new ShapeError(
      `${where}: expected one number or more along axis ${axis}, got shape ${shapeText(pair.real.shape)}`,
    );
  }
  const factor = factorOf(where, norm, length, inverse);
  const order = pair.real.shape.map((_, i) => i).filter((i) => i !== along);
  const back = pair.real.shape.map((_, i) => (i < along ? i : i === along ? ndim - 1 : i - 1));
  const ready = (y: Tensor) => resize(y, along, length).transpose(...order, along);
  const done = (y: Tensor) => (factor === 1 ? y : y.mul(factor)).transpose(...back);
  const y = transform({ real: ready(pair.real), imaginary: ready(pair.imaginary) }, inverse);
  return { real: done(y.real), imaginary: done(y.imaginary) };
}

function factorOf(where: string, norm: FftNorm, n: number, inverse: boolean): number {
  if (norm === "ortho") return 1 / Math.sqrt(n);
  if (norm === "backward") return inverse ? 1 / n : 1;
  if (norm === "forward") return inverse ? 1 : 1 / n;
  throw new ParameterError(
    `${where}: norm must be "backward", "ortho" or "forward", got ${describeValue(norm)}`,
  );
}

/** x cut off or continued by zeros along an axis. */
function resize(x: Tensor, axis: number, length: number): Tensor {
  const now = x.shape[axis]!;
  if (length === now) return x;
  if (length < now) return part(x, axis, 0, length);
  const more = zeros(x.shape.with(axis, length - now), { dtype: x.dtype });
  return concatenate([x, more], axis);
}

function part(x: Tensor, axis: number, from: number, to: number): Tensor {
  return x.slice(...x.shape.map((_, i) => (i === axis ? ([from, to] as const) : null)));
}

/** Entries count, count − 1, …, 1 along an axis. */
function mirrored(x: Tensor, axis: number, count: number): Tensor {
  return x.slice(...x.shape.map((_, i) => (i === axis ? ([count, 0, -1] as const) : null)));
}
