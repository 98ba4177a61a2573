import type { Complex } from "../complex";
import type { GradientCase } from "../gradient-case";
import * as library from "../index";
import type { Tensor } from "../tensor";

const pairs = [
  [[6], [6]],
  [
    [2, 7],
    [2, 7],
  ],
];
const cubes = [
  [
    [2, 3, 4],
    [2, 3, 4],
  ],
];

/** Both parts of a result, unevenly, from both parts of the argument. */
const both =
  (f: (x: Complex) => Complex) =>
  (re: Tensor, im: Tensor): Tensor => {
    const { real, imaginary } = f(library.complex(re, im));
    return real.mul(real).add(imaginary.mul(3));
  };

/** The Fourier transforms' share of the table in gradients.test.ts. */
export const fftCases: Record<string, GradientCase | GradientCase[]> = {
  fft: [
    { f: both((x) => library.fft(x)), shapes: pairs },
    { f: both((x) => library.fft(x, { n: 17, norm: "ortho" })), shapes: pairs },
    { f: both((x) => library.fft(x, { n: 4, axis: 1 })), shapes: cubes },
    { f: (x) => library.fft(x!).imaginary.add(library.fft(x!).real.square()), shapes: [[[5]]] },
  ],
  ifft: { f: both((x) => library.ifft(x, { axis: 0 })), shapes: pairs },
  rfft: [5, 6].map((n) => ({
    f: (x: Tensor) => library.rfft(x, { n }).real.add(library.rfft(x, { n }).imaginary.mul(2)),
    shapes: [[[6]], [[2, 5]]],
  })),
  irfft: [5, 6].map((n) => ({
    f: (re: Tensor, im: Tensor) => library.irfft(library.complex(re, im), { n }),
    shapes: pairs,
  })),
  fftn: { f: both((x) => library.fftn(x)), shapes: cubes },
  ifftn: { f: both((x) => library.ifftn(x, { s: [3, 2] })), shapes: cubes },
  fft2: { f: both((x) => library.fft2(x)), shapes: cubes },
  ifft2: { f: both((x) => library.ifft2(x, { norm: "forward" })), shapes: cubes },
  fftshift: { f: both((x) => library.fftshift(x)), shapes: cubes },
  ifftshift: { f: both((x) => library.ifftshift(x, 1)), shapes: cubes },
  complexMul: { f: both((x) => library.complexMul(x, x)), shapes: pairs },
  complexConj: { f: both((x) => library.complexConj(x)), shapes: pairs },
  complexAbs: { f: (re, im) => library.complexAbs(library.complex(re!, im!)), shapes: pairs },
};
