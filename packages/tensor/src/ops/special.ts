import { checkInteger } from "@gradus/core";
import { BinaryKernel, UnaryKernel } from "@gradus/kernels";
import type { Tensor } from "../tensor";
import { asTensor } from "./convert";
import { defineBinaryOp, type Operand } from "./define-binary";
import { defineUnaryOp } from "./define-unary";
import { where } from "./where";

const TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI);

/**
 * The error function 2/√π·∫₀ˣ e^(−t²) dt, elementwise.
 * @example
 * ```ts
 * erf(tensor([0, 10])).toArray(); // → [0, 1]
 * ```
 */
export const erf = defineUnaryOp({
  name: "erf",
  kernel: UnaryKernel.erf,
  backward: (gradOutput, x) => gradOutput.mul(x.square().neg().exp().mul(TWO_BY_ROOT_PI)),
});

/**
 * The complementary error function 1 − erf(x), elementwise, with all digits for large x where 1 − erf(x) has none.
 * @example
 * ```ts
 * erfc(tensor([0])).toArray(); // → [1]
 * ```
 */
export const erfc = defineUnaryOp({
  name: "erfc",
  kernel: UnaryKernel.erfc,
  backward: (gradOutput, x) => gradOutput.mul(x.square().neg().exp().mul(-TWO_BY_ROOT_PI)),
});

/**
 * The inverse of `erf`, elementwise; ±∞ at ±1, NaN beyond.
 * @see Wichura (1988), algorithm AS 241, Applied Statistics 37(3), 477–484.
 * @example
 * ```ts
 * erf(erfinv(tensor([0.5]))).toArray(); // → [0.5]
 * ```
 */
export const erfinv = defineUnaryOp({
  name: "erfinv",
  kernel: UnaryKernel.inverseErf,
  backward: (gradOutput, _x, y) =>
    gradOutput.mul(
      y
        .square()
        .exp()
        .mul(1 / TWO_BY_ROOT_PI),
    ),
});

/**
 * log |Γ(x)|, elementwise: for an integer n, the logarithm of (n − 1)!; ∞ at 0, −1, −2, ….
 * @example
 * ```ts
 * lgamma(tensor([1, 2, 5])).exp().round().toArray(); // → [1, 1, 24]
 * ```
 */
export const lgamma = defineUnaryOp({
  name: "lgamma",
  kernel: UnaryKernel.logGamma,
  backward: (gradOutput, x) => gradOutput.mul(digamma(x)),
});

/**
 * The digamma function ψ(x) = d/dx log Γ(x), elementwise.
 * @example
 * ```ts
 * digamma(tensor([1])).toArray(); // → [-0.5772156649015329]
 * ```
 */
export const digamma = defineUnaryOp({
  name: "digamma",
  kernel: UnaryKernel.digamma,
  backward: (gradOutput, x) => gradOutput.mul(polygamma(1, x)),
});

const polygammaKernel = defineBinaryOp({
  name: "polygamma",
  kernel: BinaryKernel.polygamma,
  operands: "floating",
  // The order is a number, and so never asked for its gradient.
  backwardLeft: (gradOutput) => gradOutput.mul(Number.NaN),
  backwardRight: (gradOutput, n, x) => gradOutput.mul(polygamma((n as number) + 1, asTensor(x))),
});

/**
 * The n-th derivative of the digamma function, elementwise; n = 1 is the trigamma function.
 * @param n an integer ≥ 0
 * @throws ParameterError for another n.
 * @example
 * ```ts
 * polygamma(1, tensor([1])).toArray(); // → [1.6449340668482264]
 * ```
 */
export function polygamma(n: number, x: Tensor): Tensor {
  checkInteger("polygamma", "n", n);
  return n === 0 ? digamma(x) : polygammaKernel(n, x);
}

/**
 * The logarithm of the beta function: log Γ(a) + log Γ(b) − log Γ(a + b), elementwise.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * betaln(tensor([2]), tensor([3])).exp().mul(12).round().toArray(); // → [1]
 * ```
 */
export function betaln(a: Operand, b: Operand): Tensor {
  const [x, y] = [asTensor(a), asTensor(b)];
  return lgamma(x)
    .add(lgamma(y))
    .sub(lgamma(x.add(y)));
}

/**
 * The modified Bessel function I₀, elementwise.
 * @example
 * ```ts
 * i0(tensor([0, 1])).toArray(); // → [1, 1.2660658777520082]
 * ```
 */
export const i0 = defineUnaryOp({
  name: "i0",
  kernel: UnaryKernel.bessel0,
  backward: (gradOutput, x) => gradOutput.mul(i1(x)),
});

/**
 * The modified Bessel function I₁, the derivative of I₀, elementwise.
 * @example
 * ```ts
 * i1(tensor([0, 1])).toArray(); // → [0, 0.565159103992485]
 * ```
 */
export const i1 = defineUnaryOp({
  name: "i1",
  kernel: UnaryKernel.bessel1,
  // I₀(x) − I₁(x)/x, which is ½ at 0.
  backward: (gradOutput, x, y) => {
    const zero = x.equal(0);
    return gradOutput.mul(where(zero, 0.5, i0(x).sub(y.div(where(zero, 1, x)))));
  },
});

/**
 * a·log b, elementwise, and 0 where a is 0: for entropies.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * xlogy(tensor([0, 2]), tensor([0, Math.E])).toArray(); // → [0, 2]
 * ```
 */
export const xlogy = defineBinaryOp({
  name: "xlogy",
  kernel: BinaryKernel.xLogY,
  operands: "floating",
  backwardLeft: (gradOutput, a, b) => {
    const [x, y] = [asTensor(a), asTensor(b)];
    const nothing = x.equal(0).mul(y.lessEqual(0));
    return gradOutput.mul(where(nothing, 0, where(nothing, 1, y).log()));
  },
  backwardRight: (gradOutput, a, b) => gradOutput.mul(a).div(b),
});
