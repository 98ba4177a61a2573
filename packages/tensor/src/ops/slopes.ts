import { BinaryKernel, UnaryKernel } from "@gradus/kernels";
import { asTensor } from "./convert";
import { type BinaryGradient, defineBinaryOp } from "./define-binary";
import { defineUnaryOp } from "./define-unary";

// What the gradients of activations multiply by, in one pass each; differentiable themselves.

const nothing: BinaryGradient = (gradOutput) => gradOutput.mul(0);

/** g where x > 0, else 0. */
export const wherePositive = defineBinaryOp({
  name: "wherePositive",
  kernel: BinaryKernel.wherePositive,
  backwardLeft: (gradOutput, _g, x) => wherePositive(gradOutput, x),
  backwardRight: nothing,
});

/** g·(1 − y²). */
export const timesTanhSlope = defineBinaryOp({
  name: "timesTanhSlope",
  kernel: BinaryKernel.timesTanhSlope,
  backwardLeft: (gradOutput, _g, y) => timesTanhSlope(gradOutput, y),
  backwardRight: (gradOutput, g, y) => gradOutput.mul(g).mul(y).mul(-2),
});

/** g·y·(1 − y). */
export const timesSigmoidSlope = defineBinaryOp({
  name: "timesSigmoidSlope",
  kernel: BinaryKernel.timesSigmoidSlope,
  backwardLeft: (gradOutput, _g, y) => timesSigmoidSlope(gradOutput, y),
  backwardRight: (gradOutput, g, y) => gradOutput.mul(g).mul(asTensor(y).mul(-2).add(1)),
});

/** The derivative of silu: s·(1 + x·(1 − s)), s = sigmoid(x). */
export const siluSlope = defineUnaryOp({
  name: "siluSlope",
  kernel: UnaryKernel.siluSlope,
  // s·(1 − s)·(2 + x·(1 − 2s))
  backward: (gradOutput, x) => {
    const s = x.sigmoid();
    return timesSigmoidSlope(gradOutput, s).mul(s.mul(-2).add(1).mul(x).add(2));
  },
});

/** The derivative of gelu: Φ(x) + x·φ(x). */
export const geluSlope = defineUnaryOp({
  name: "geluSlope",
  kernel: UnaryKernel.geluSlope,
  // φ(x)·(2 − x²)
  backward: (gradOutput, x) => {
    const square = x.square();
    const density = square
      .mul(-0.5)
      .exp()
      .mul(1 / Math.sqrt(2 * Math.PI));
    return gradOutput.mul(density.mul(square.neg().add(2)));
  },
});

/** The derivative of gelu's approximation by tanh: s + x·s·(1 − s)·v′ with s = sigmoid(v). */
export const geluTanhSlope = defineUnaryOp({
  name: "geluTanhSlope",
  kernel: UnaryKernel.geluTanhSlope,
  // s·(1 − s)·(2v′ + x·((1 − 2s)·v′² + v″))
  backward: (gradOutput, x) => {
    const scale = Math.sqrt(8 / Math.PI);
    const square = x.square();
    const s = square.mul(0.044715).add(1).mul(x).mul(scale).sigmoid();
    const first = square.mul(3 * 0.044715 * scale).add(scale);
    const second = x.mul(6 * 0.044715 * scale);
    const bend = s.mul(-2).add(1).mul(first.square()).add(second);
    return timesSigmoidSlope(gradOutput, s).mul(first.mul(2).add(x.mul(bend)));
  },
});
