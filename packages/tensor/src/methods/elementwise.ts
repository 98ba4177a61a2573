import { type GeluOptions, gelu, relu, sigmoid, silu, softplus, tanh } from "../ops/activation";
import { add, div, mul, neg, pow, reciprocal, sqrt, square, sub } from "../ops/arithmetic";
import { logicalAnd, logicalNot, logicalOr, logicalXor } from "../ops/bitwise";
import { equal, greater, greaterEqual, less, lessEqual, notEqual } from "../ops/compare";
import type { Operand } from "../ops/define-binary";
import { floorDivide, lerp, mod } from "../ops/division";
import { exp, exp2, expm1, log, log1p, log2, log10 } from "../ops/exponential";
import { clip, maximum, minimum } from "../ops/extremes";
import { cosh, sinh } from "../ops/hyperbolic";
import {
  allClose,
  type ClosenessOptions,
  isFinite as finiteOnes,
  type NanToNumOptions,
  isNaN as nanOnes,
  nanToNum,
} from "../ops/predicates";
import { leakyRelu } from "../ops/rectifier";
import { rsqrt } from "../ops/roots";
import { abs, ceil, floor, round, sign, trunc } from "../ops/rounding";
import { erf, lgamma } from "../ops/special";
import { acos, asin, atan, cos, sin, tan } from "../ops/trigonometric";
import type { Tensor } from "../tensor";

/** Elementwise arithmetic, functions and comparisons, as methods: see the functions of the same names. */
export abstract class ElementwiseMethods {
  add(this: Tensor, other: Operand): Tensor {
    return add(this, other);
  }
  sub(this: Tensor, other: Operand): Tensor {
    return sub(this, other);
  }
  mul(this: Tensor, other: Operand): Tensor {
    return mul(this, other);
  }
  div(this: Tensor, other: Operand): Tensor {
    return div(this, other);
  }
  pow(this: Tensor, exponent: Operand): Tensor {
    return pow(this, exponent);
  }
  maximum(this: Tensor, other: Operand): Tensor {
    return maximum(this, other);
  }
  minimum(this: Tensor, other: Operand): Tensor {
    return minimum(this, other);
  }
  clip(this: Tensor, low: number, high: number): Tensor {
    return clip(this, low, high);
  }
  neg(this: Tensor): Tensor {
    return neg(this);
  }
  abs(this: Tensor): Tensor {
    return abs(this);
  }
  sign(this: Tensor): Tensor {
    return sign(this);
  }
  square(this: Tensor): Tensor {
    return square(this);
  }
  sqrt(this: Tensor): Tensor {
    return sqrt(this);
  }
  reciprocal(this: Tensor): Tensor {
    return reciprocal(this);
  }
  exp(this: Tensor): Tensor {
    return exp(this);
  }
  expm1(this: Tensor): Tensor {
    return expm1(this);
  }
  log(this: Tensor): Tensor {
    return log(this);
  }
  log1p(this: Tensor): Tensor {
    return log1p(this);
  }
  sin(this: Tensor): Tensor {
    return sin(this);
  }
  cos(this: Tensor): Tensor {
    return cos(this);
  }
  tanh(this: Tensor): Tensor {
    return tanh(this);
  }
  sigmoid(this: Tensor): Tensor {
    return sigmoid(this);
  }
  relu(this: Tensor): Tensor {
    return relu(this);
  }
  floor(this: Tensor): Tensor {
    return floor(this);
  }
  ceil(this: Tensor): Tensor {
    return ceil(this);
  }
  round(this: Tensor): Tensor {
    return round(this);
  }
  tan(this: Tensor): Tensor {
    return tan(this);
  }
  asin(this: Tensor): Tensor {
    return asin(this);
  }
  acos(this: Tensor): Tensor {
    return acos(this);
  }
  atan(this: Tensor): Tensor {
    return atan(this);
  }
  sinh(this: Tensor): Tensor {
    return sinh(this);
  }
  cosh(this: Tensor): Tensor {
    return cosh(this);
  }
  exp2(this: Tensor): Tensor {
    return exp2(this);
  }
  log2(this: Tensor): Tensor {
    return log2(this);
  }
  log10(this: Tensor): Tensor {
    return log10(this);
  }
  rsqrt(this: Tensor): Tensor {
    return rsqrt(this);
  }
  trunc(this: Tensor): Tensor {
    return trunc(this);
  }
  softplus(this: Tensor): Tensor {
    return softplus(this);
  }
  silu(this: Tensor): Tensor {
    return silu(this);
  }
  erf(this: Tensor): Tensor {
    return erf(this);
  }
  lgamma(this: Tensor): Tensor {
    return lgamma(this);
  }
  isNaN(this: Tensor): Tensor {
    return nanOnes(this);
  }
  isFinite(this: Tensor): Tensor {
    return finiteOnes(this);
  }
  logicalNot(this: Tensor): Tensor {
    return logicalNot(this);
  }
  mod(this: Tensor, other: Operand): Tensor {
    return mod(this, other);
  }
  floorDivide(this: Tensor, other: Operand): Tensor {
    return floorDivide(this, other);
  }
  logicalAnd(this: Tensor, other: Operand): Tensor {
    return logicalAnd(this, other);
  }
  logicalOr(this: Tensor, other: Operand): Tensor {
    return logicalOr(this, other);
  }
  logicalXor(this: Tensor, other: Operand): Tensor {
    return logicalXor(this, other);
  }
  gelu(this: Tensor, options?: GeluOptions): Tensor {
    return gelu(this, options);
  }
  leakyRelu(this: Tensor, negativeSlope?: number): Tensor {
    return leakyRelu(this, negativeSlope);
  }
  lerp(this: Tensor, other: Tensor, weight: Operand): Tensor {
    return lerp(this, other, weight);
  }
  nanToNum(this: Tensor, options?: NanToNumOptions): Tensor {
    return nanToNum(this, options);
  }
  allClose(this: Tensor, other: Operand, options?: ClosenessOptions): boolean {
    return allClose(this, other, options);
  }
  equal(this: Tensor, other: Operand): Tensor {
    return equal(this, other);
  }
  notEqual(this: Tensor, other: Operand): Tensor {
    return notEqual(this, other);
  }
  less(this: Tensor, other: Operand): Tensor {
    return less(this, other);
  }
  lessEqual(this: Tensor, other: Operand): Tensor {
    return lessEqual(this, other);
  }
  greater(this: Tensor, other: Operand): Tensor {
    return greater(this, other);
  }
  greaterEqual(this: Tensor, other: Operand): Tensor {
    return greaterEqual(this, other);
  }
}
