import { type Heap, heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import type { Complex } from "../complex";
import { promoteTypes } from "../dtype";
import { addressOf, emptyTensor, filledTensor } from "../factory";
import { astype, castTo } from "../ops/convert";
import type { Tensor } from "../tensor";
import { type FftPlan, planFor } from "./plan";

/**
 * Σ x[j]·e^(∓2πijk/n) along the last axis, without a factor; `inverse` takes the upper sign away. Differentiable: the
 * transpose of the one direction is the other.
 */
export function transform(x: Complex, inverse: boolean): Complex {
  const dtype = promoteTypes(x.real.dtype, x.imaginary.dtype);
  const [re, im] = execute(castTo(x.real, "float64"), castTo(x.imaginary, "float64"), inverse);
  const y = { real: castTo(re, dtype), imaginary: castTo(im, dtype) };
  const [recordRe, recordIm] = [needsGrad(x.real), needsGrad(x.imaginary)];
  if (!recordRe && !recordIm) return y;
  const inputs = [...(recordRe ? [x.real] : []), ...(recordIm ? [x.imaginary] : [])];
  const back = (g: Complex) => {
    const { real, imaginary } = transform(g, !inverse);
    return [
      ...(recordRe ? [astype(real, x.real.dtype)] : []),
      ...(recordIm ? [astype(imaginary, x.imaginary.dtype)] : []),
    ];
  };
  const zero = () => filledTensor("fft", y.real.shape, dtype, 0);
  record(y.real, "fft", inputs, (g) => back({ real: g, imaginary: zero() }));
  record(y.imaginary, "fft", inputs, (g) => back({ real: zero(), imaginary: g }));
  return y;
}

/** The transform of contiguous float64 tensors. */
function execute(re: Tensor, im: Tensor, inverse: boolean): [Tensor, Tensor] {
  const n = re.shape[re.ndim - 1]!;
  const plan = planFor(n);
  const memory = heap();
  memory.begin();
  const outRe = emptyTensor("fft", re.shape, "float64");
  const outIm = emptyTensor("fft", re.shape, "float64");
  const from = [addressOf(re), addressOf(im)] as const;
  const to = [addressOf(outRe), addressOf(outIm)] as const;
  // Exchanged parts on both sides turn the sign of the exponent.
  const [a, b, c, d] = inverse
    ? [from[1], from[0], to[1], to[0]]
    : [from[0], from[1], to[0], to[1]];
  const count = re.size / n;
  if (plan.convolution === undefined) direct(memory, plan, count, n, [a, b, c, d]);
  else convolve(memory, plan, count, n, [a, b, c, d]);
  return [outRe, outIm];
}

type Places = readonly [re: number, im: number, outRe: number, outIm: number];

function direct(memory: Heap, plan: FftPlan, count: number, n: number, places: Places): void {
  const roots = memory.scratch(n * 32 + 256, "fft");
  const work = roots + n * 16;
  const factors = work + n * 16;
  memory.f64.set(plan.roots, roots >>> 3);
  memory.i32.set(plan.factors, factors >>> 2);
  memory.kernels.fft(count, n, factors, roots, ...places, work);
}

function convolve(memory: Heap, plan: FftPlan, count: number, n: number, places: Places): void {
  const { m, chirp, kernel } = plan.convolution!;
  const roots = memory.scratch((n * 2 + m * 12) * 8 + 256, "fft");
  const chirpAt = roots + m * 16;
  const spectrum = chirpAt + n * 16;
  const source = spectrum + m * 16;
  const work = source + m * 16;
  const factors = work + m * 48;
  memory.f64.set(plan.roots, roots >>> 3);
  memory.i32.set(plan.factors, factors >>> 2);
  memory.f64.set(chirp, chirpAt >>> 3);
  memory.f64.set(kernel, source >>> 3);
  const { kernels } = memory;
  kernels.fft(1, m, factors, roots, source, source + m * 8, spectrum, spectrum + m * 8, work);
  for (let i = spectrum >>> 3; i < (spectrum >>> 3) + 2 * m; i++) memory.f64[i]! /= m;
  kernels.fftBluestein(count, n, m, chirpAt, spectrum, factors, roots, ...places, work);
}
