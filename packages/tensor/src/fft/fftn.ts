import { ParameterError } from "@gradus/core";
import type { Complex } from "../complex";
import { normalizeAxes, type Shape } from "../shape";
import type { Tensor } from "../tensor";
import { type FftNorm, type FftOptions, fft, ifft, pairOf } from "./fft";

/** Along which axes, and how long. */
export interface FftnOptions {
  /** The lengths of the transform along the axes. Default: as long as x. */
  readonly s?: Shape;
  /** Default: all, or the last `s.length`; for fft2 the last two. */
  readonly axes?: readonly number[];
  /** Default "backward". */
  readonly norm?: FftNorm;
}

/**
 * The discrete Fourier transform along several axes: `fft` along one after the other. Differentiable.
 *
 * @param x real, or complex as a pair of tensors
 * @throws as `fft`; ParameterError if an axis comes twice or s and axes differ in length.
 * @example
 * ```ts
 * fftn(tensor([[1, 1], [1, 1]])).real; // [[4, 0], [0, 0]]
 * ```
 */
export function fftn(x: Tensor | Complex, options: FftnOptions = {}): Complex {
  return alongAxes("fftn", x, options, fft);
}

/**
 * The inverse of `fftn`.
 * @throws as `fftn`
 * @example
 * ```ts
 * ifftn(tensor([[4, 0], [0, 0]])).real; // [[1, 1], [1, 1]]
 * ```
 */
export function ifftn(x: Tensor | Complex, options: FftnOptions = {}): Complex {
  return alongAxes("ifftn", x, options, ifft);
}

/**
 * The discrete Fourier transform of images: `fftn` along the last two axes.
 * @throws as `fftn`
 * @example
 * ```ts
 * fft2(tensor([[1, 0], [0, 0]])).real; // [[1, 1], [1, 1]]
 * ```
 */
export function fft2(x: Tensor | Complex, options: FftnOptions = {}): Complex {
  return alongAxes("fft2", x, { axes: [-2, -1], ...options }, fft);
}

/**
 * The inverse of `fft2`.
 * @throws as `fftn`
 * @example
 * ```ts
 * ifft2(tensor([[1, 1], [1, 1]])).real; // [[1, 0], [0, 0]]
 * ```
 */
export function ifft2(x: Tensor | Complex, options: FftnOptions = {}): Complex {
  return alongAxes("ifft2", x, { axes: [-2, -1], ...options }, ifft);
}

function alongAxes(
  where: string,
  x: Tensor | Complex,
  { s, axes, norm = "backward" }: FftnOptions,
  one: (y: Complex, options: FftOptions) => Complex,
): Complex {
  let y = pairOf(x);
  const { ndim } = y.real;
  const list = axes ?? Array.from({ length: s?.length ?? ndim }, (_, i) => i - (s?.length ?? ndim));
  normalizeAxes(where, list, ndim);
  if (s !== undefined && s.length !== list.length) {
    throw new ParameterError(
      `${where}: expected as many lengths as axes, got ${s.length} and ${list.length}`,
    );
  }
  list.forEach((axis, i) => {
    const n = s?.[i];
    y = one(y, { axis, norm, ...(n !== undefined && { n }) });
  });
  return y;
}
