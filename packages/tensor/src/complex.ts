import { ShapeError } from "@gradus/core";
import { floatingType } from "./dtype";
import { astype } from "./ops/convert";
import { where } from "./ops/where";
import { shapeText } from "./shape";
import type { Tensor } from "./tensor";

/** Complex numbers as two real tensors of one shape: there is no complex dtype. */
export interface Complex {
  readonly real: Tensor;
  readonly imaginary: Tensor;
}

/**
 * Two real tensors taken as complex numbers; without an imaginary part, real ones. Integers become float64.
 *
 * @throws ShapeError unless both have one shape.
 * @example
 * ```ts
 * complexAbs(complex(tensor([3]), tensor([4]))); // [5]
 * ```
 */
export function complex(real: Tensor, imaginary?: Tensor): Complex {
  const re = astype(real, floatingType(real.dtype));
  if (imaginary === undefined) return { real: re, imaginary: re.detach().mul(0) };
  const im = astype(imaginary, floatingType(imaginary.dtype));
  if (shapeText(re.shape) !== shapeText(im.shape)) {
    throw new ShapeError(
      `complex: expected two tensors of one shape, got ${shapeText(re.shape)} and ${shapeText(im.shape)}`,
    );
  }
  return { real: re, imaginary: im };
}

/**
 * The product (a + bi)(c + di) = ac − bd + (ad + bc)i, elementwise with broadcasting. Differentiable.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * const i = complex(tensor([0]), tensor([1]));
 * complexMul(i, i).real; // [-1]
 * ```
 */
export function complexMul(x: Complex, y: Complex): Complex {
  return {
    real: x.real.mul(y.real).sub(x.imaginary.mul(y.imaginary)),
    imaginary: x.real.mul(y.imaginary).add(x.imaginary.mul(y.real)),
  };
}

/**
 * The conjugates a − bi. Differentiable.
 * @example
 * ```ts
 * complexConj(complex(tensor([1]), tensor([2]))).imaginary; // [-2]
 * ```
 */
export function complexConj({ real, imaginary }: Complex): Complex {
  return { real, imaginary: imaginary.neg() };
}

/**
 * The sizes √(a² + b²), without overflow. Differentiable; the gradient at 0 is taken as 0.
 * @example
 * ```ts
 * complexAbs(complex(tensor([3, 0]), tensor([4, 0]))); // [5, 0]
 * ```
 */
export function complexAbs({ real, imaginary }: Complex): Tensor {
  const larger = real.abs().maximum(imaginary.abs()).detach();
  const scale = where(larger.greater(0), larger, 1);
  const squares = real.div(scale).square().add(imaginary.div(scale).square());
  const zero = squares.equal(0);
  // At 0 a constant takes the place of the root, whose slope is infinite there.
  return where(zero, 0, where(zero, 1, squares).sqrt()).mul(scale);
}
