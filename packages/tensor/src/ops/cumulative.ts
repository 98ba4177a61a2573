import { checkInteger } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { dtypeCode, floatingType, isFloating } from "../dtype";
import { addressOf, contiguous, emptyTensor } from "../factory";
import { normalizeAxis } from "../shape";
import type { Tensor } from "../tensor";
import { astype, castTo } from "./convert";
import { flip } from "./flip";
import { pad } from "./pad";
import { around } from "./places";
import { slice } from "./slice";
import { takeAlongAxis } from "./take";
import { flatten } from "./views";
import { where } from "./where";

/** How `scan` numbers its functions. */
const ScanKernel = { sum: 0, product: 1, logSumExp: 2 } as const;

/**
 * Running sums along an axis: y₀ = x₀, y₁ = x₀ + x₁, … Differentiable.
 *
 * @param axis default: x is flattened first
 * @returns in x's shape; int32, uint8 and bool give int32 (NumPy: 64 bits)
 * @throws OutOfRangeError for an axis that x lacks; ValueError if an integer sum does not fit int32.
 * @example
 * ```ts
 * cumsum(tensor([1, 2, 3])).toArray(); // [1, 3, 6]
 * ```
 */
export function cumsum(x: Tensor, axis?: number): Tensor {
  if (axis === undefined) return cumsum(flatten(x), 0);
  const along = normalizeAxis("cumsum", axis, x.ndim);
  const y = scan(ScanKernel.sum, x, along);
  if (!needsGrad(x)) return y;
  return record(y, "cumsum", [x], (g) => [fromEnd(g, along, cumsum)]);
}

/**
 * Running products along an axis: y₀ = x₀, y₁ = x₀·x₁, … Differentiable, also where x is 0.
 *
 * @param axis default: x is flattened first
 * @returns in x's shape; int32, uint8 and bool give int32 (NumPy: 64 bits)
 * @throws OutOfRangeError for an axis that x lacks; ValueError if an integer product does not fit int32.
 * @example
 * ```ts
 * cumprod(tensor([1, 2, 3])).toArray(); // [1, 2, 6]
 * ```
 */
export function cumprod(x: Tensor, axis?: number): Tensor {
  if (axis === undefined) return cumprod(flatten(x), 0);
  const along = normalizeAxis("cumprod", axis, x.ndim);
  if (!needsGrad(x)) return scan(ScanKernel.product, x, along);
  // At a zero the rule below would divide by it; products of ever longer stretches need no rule of their own.
  if (x.detach().equal(0).any().item() === 1) return doubledProducts(x, along);
  const y = scan(ScanKernel.product, x, along);
  // dyₖ/dxᵢ = yₖ/xᵢ for k ≥ i.
  return record(y, "cumprod", [x], (g) => [fromEnd(g.mul(y), along, cumsum).div(x)]);
}

/** Running products by doubling: after the pass for s, each element is the product of the last 2s ones. */
function doubledProducts(x: Tensor, axis: number): Tensor {
  const length = x.shape[axis]!;
  let y = x;
  for (let s = 1; s < length; s *= 2) {
    const widths = x.shape.map((_, i) => (i === axis ? ([s, 0] as const) : ([0, 0] as const)));
    const earlier = slice(y, ...nulls(axis), [0, length - s]);
    y = y.mul(pad(earlier, widths, { value: 1 }));
  }
  return y;
}

/**
 * The largest element so far along an axis; a NaN stays from where it comes. The gradient goes to the last of
 * equal ones, as in PyTorch.
 *
 * @param axis default: x is flattened first
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * cummax(tensor([1, 3, 2, 4])).toArray(); // [1, 3, 3, 4]
 * ```
 */
export function cummax(x: Tensor, axis?: number): Tensor {
  return cumulativeExtreme("cummax", true, x, axis);
}

/**
 * The smallest element so far along an axis; a NaN stays from where it comes. The gradient goes to the last of
 * equal ones, as in PyTorch.
 *
 * @param axis default: x is flattened first
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * cummin(tensor([3, 1, 2])).toArray(); // [3, 1, 1]
 * ```
 */
export function cummin(x: Tensor, axis?: number): Tensor {
  return cumulativeExtreme("cummin", false, x, axis);
}

function cumulativeExtreme(
  name: string,
  largest: boolean,
  x: Tensor,
  axis: number | undefined,
): Tensor {
  if (axis === undefined) return cumulativeExtreme(name, largest, flatten(x), 0);
  const along = normalizeAxis(name, axis, x.ndim);
  const source = contiguous(x);
  const memory = heap();
  memory.begin();
  const places = emptyTensor(name, x.shape, "int32");
  const to = addressOf(places);
  const [outer, inner] = around(x.shape, along);
  const from = addressOf(source);
  const code = dtypeCode(x.dtype);
  memory.kernels.scanPlaces(largest, code, outer, x.shape[along]!, inner, from, to);
  return takeAlongAxis(x, places, along);
}

/**
 * Running log Σ exp(x) along an axis, without overflow. Differentiable.
 *
 * @param axis default: x is flattened first
 * @returns floating, in x's shape
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * logcumsumexp(tensor([1000, 1000])).toArray(); // [1000, 1000.6931471805599]
 * ```
 */
export function logcumsumexp(x: Tensor, axis?: number): Tensor {
  if (axis === undefined) return logcumsumexp(flatten(x), 0);
  const along = normalizeAxis("logcumsumexp", axis, x.ndim);
  const floats = astype(x, floatingType(x.dtype));
  const y = scan(ScanKernel.logSumExp, floats, along);
  if (!needsGrad(floats)) return y;
  return record(y, "logcumsumexp", [floats], (g) => [logcumsumexpGradient(g, floats, y, along)]);
}

/**
 * dL/dxᵢ = exp(xᵢ − yᵢ)·Aᵢ with Aᵢ = Σ_{k ≥ i} gₖ·exp(yᵢ − yₖ): no exponent is above 0, since y ascends. The sum
 * obeys Aᵢ = gᵢ + cᵢ·Aᵢ₊₁ with cᵢ = exp(yᵢ − yᵢ₊₁), which is solved by doubling.
 */
function logcumsumexpGradient(g: Tensor, x: Tensor, y: Tensor, axis: number): Tensor {
  const length = x.shape[axis]!;
  const widths = (s: number) =>
    x.shape.map((_, i) => (i === axis ? ([0, s] as const) : ([0, 0] as const)));
  const later = (a: Tensor, s: number) => pad(slice(a, ...nulls(axis), [s]), widths(s));
  // Where nothing but −∞ came so far, the element has no share: exp(−∞ − 0) = 0.
  const finite = where(y.equal(-Infinity), 0, y);
  let sums = g;
  let factors = slice(y, ...nulls(axis), [0, length - 1])
    .sub(slice(finite, ...nulls(axis), [1]))
    .exp();
  factors = pad(factors, widths(1));
  for (let s = 1; s < length; s *= 2) {
    sums = sums.add(factors.mul(later(sums, s)));
    factors = factors.mul(later(factors, s));
  }
  return x.sub(finite).exp().mul(sums);
}

/**
 * Differences of neighbours along an axis: y₀ = x₁ − x₀, …; of truth values whether they differ. Differentiable.
 *
 * @param n how often to take differences; default 1
 * @param axis default −1
 * @returns along the axis n entries less than x
 * @throws OutOfRangeError for an axis that x lacks; ParameterError unless n is an integer ≥ 0.
 * @example
 * ```ts
 * diff(tensor([1, 4, 9])).toArray(); // [3, 5]
 * diff(tensor([1, 4, 9]), 2).toArray(); // [2]
 * ```
 */
export function diff(x: Tensor, n = 1, axis = -1): Tensor {
  checkInteger("diff", "n", n);
  const along = normalizeAxis("diff", axis, x.ndim);
  let y = x;
  for (let i = 0; i < n; i++) {
    const [upper, lower] = [slice(y, ...nulls(along), [1]), slice(y, ...nulls(along), [0, -1])];
    y = x.dtype === "bool" ? upper.notEqual(lower) : upper.sub(lower);
  }
  return y;
}

/** Runs a scan kernel; integers are computed in float64 and come out as int32. Without history. */
function scan(op: number, x: Tensor, axis: number): Tensor {
  const floating = isFloating(x.dtype);
  const source = castTo(x, floating ? x.dtype : "float64");
  const memory = heap();
  memory.begin();
  const out = emptyTensor("scan", x.shape, source.dtype);
  const to = addressOf(out);
  const [outer, inner] = around(x.shape, axis);
  const from = addressOf(source);
  const double = source.dtype === "float64";
  memory.kernels.scan(op, double, outer, x.shape[axis]!, inner, from, to);
  return floating ? out : castTo(out, "int32");
}

/** Applies a running function from the end of the axis to its beginning. */
function fromEnd(x: Tensor, axis: number, f: (x: Tensor, axis: number) => Tensor): Tensor {
  return flip(f(flip(x, axis), axis), axis);
}

function nulls(count: number): null[] {
  return Array.from({ length: count }, () => null);
}
