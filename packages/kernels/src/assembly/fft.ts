// The discrete Fourier transform of complex numbers, real and imaginary parts apart, f64.
// Stockham's form, which needs no reordering: after Van Loan (1992), Computational Frameworks for the FFT, section 1.7.

import { radix2, radix3, radix4, radix5, radixAny } from "./fft-passes";

/**
 * y[k] = Σ x[j]·e^(−2πijk/n) for `count` sequences of n numbers, one after the other. `factors` lists the factors of n
 * (i32, ending with 0), `roots` holds the n numbers cos(2πk/n) and then the n numbers −sin(2πk/n).
 * With re and im exchanged on both sides it is the inverse, but for the factor 1/n. `scratch` has 2n numbers.
 */
export function fft(
  count: usize,
  n: usize,
  factors: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
  scratch: usize,
): void {
  const bytes = n << 3;
  for (let i: usize = 0; i < count; i++) {
    const at = i * bytes;
    transform(n, factors, roots, re + at, im + at, outRe + at, outIm + at, scratch);
  }
}

function transform(
  n: usize,
  factors: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
  scratch: usize,
): void {
  let passes: usize = 0;
  while (load<i32>(factors + (passes << 2)) != 0) passes += 1;
  if (passes == 0) {
    memory.copy(outRe, re, n << 3);
    memory.copy(outIm, im, n << 3);
    return;
  }
  let length = n;
  let stride: usize = 1;
  for (let pass: usize = 0; pass < passes; pass++) {
    // The last pass writes to the output, the one before to the scratch, and so on.
    const toOut = ((passes - 1 - pass) & 1) == 0;
    const toRe = toOut ? outRe : scratch;
    const toIm = toOut ? outIm : scratch + (n << 3);
    const radix = load<i32>(factors + (pass << 2)) as usize;
    if (radix == 4) radix4(n, length, stride, roots, re, im, toRe, toIm);
    else if (radix == 2) radix2(n, length, stride, roots, re, im, toRe, toIm);
    else if (radix == 3) radix3(n, length, stride, roots, re, im, toRe, toIm);
    else if (radix == 5) radix5(n, length, stride, roots, re, im, toRe, toIm);
    else radixAny(radix, n, length, stride, roots, re, im, toRe, toIm);
    re = toRe;
    im = toIm;
    length /= radix;
    stride *= radix;
  }
}

/**
 * The transform of any length n as a convolution of length m ≥ 2n − 1: x·c, convolved with the conjugate of c, times c, where
 * cₖ = e^(−πik²/n). `chirp` holds c (n real parts, n imaginary parts), `spectrum` the transform of its conjugate, continued
 * around (m and m numbers), divided by m. `factors` and `roots` belong to m. `scratch` has 6m numbers.
 * @see Bluestein (1970), IEEE Trans. Audio Electroacoust. 18(4), 451–455.
 */
export function fftBluestein(
  count: usize,
  n: usize,
  m: usize,
  chirp: usize,
  spectrum: usize,
  factors: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
  scratch: usize,
): void {
  const chirpIm = chirp + (n << 3);
  const spectrumIm = spectrum + (m << 3);
  const aRe = scratch;
  const aIm = aRe + (m << 3);
  const bRe = aIm + (m << 3);
  const bIm = bRe + (m << 3);
  const work = bIm + (m << 3);
  for (let i: usize = 0; i < count; i++) {
    const at = (i * n) << 3;
    multiply(n, re + at, im + at, chirp, chirpIm, aRe, aIm);
    memory.fill(aRe + (n << 3), 0, (m - n) << 3);
    memory.fill(aIm + (n << 3), 0, (m - n) << 3);
    transform(m, factors, roots, aRe, aIm, bRe, bIm, work);
    multiply(m, bRe, bIm, spectrum, spectrumIm, aRe, aIm);
    // Back, with the parts exchanged.
    transform(m, factors, roots, aIm, aRe, bIm, bRe, work);
    multiply(n, bRe, bIm, chirp, chirpIm, outRe + at, outIm + at);
  }
}

function multiply(
  n: usize,
  re: usize,
  im: usize,
  byRe: usize,
  byIm: usize,
  outRe: usize,
  outIm: usize,
): void {
  for (let k: usize = 0; k < n << 3; k += 8) {
    const a = load<f64>(re + k);
    const b = load<f64>(im + k);
    const c = load<f64>(byRe + k);
    const d = load<f64>(byIm + k);
    store<f64>(outRe + k, a * c - b * d);
    store<f64>(outIm + k, a * d + b * c);
  }
}
