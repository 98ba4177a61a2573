import { relu, sigmoid, tanh } from "../ops/activation";
import { add, div, mul, neg, pow, reciprocal, sqrt, square, sub } from "../ops/arithmetic";
import { equal, greater, greaterEqual, less, lessEqual, notEqual } from "../ops/compare";
import type { Operand } from "../ops/define-binary";
import { exp, expm1, log, log1p } from "../ops/exponential";
import { clip, maximum, minimum } from "../ops/extremes";
import { abs, ceil, floor, round, sign } from "../ops/rounding";
import { cos, sin } from "../ops/trigonometric";
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
