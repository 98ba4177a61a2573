import {
  comparison,
  curve,
  curveOf,
  keepsType,
  twoOperands,
  twoOperandsOf,
  where,
  withNumber,
} from "./elementwise-steps";
import {
  conversion,
  gathering,
  joining,
  product,
  reduction,
  reductionOf,
  reshaping,
  slicing,
  stretching,
  transposition,
} from "./shape-steps";
import type { Draw } from "./steps";

/** The steps of a random program, those that matter most several times. */
export const draws: readonly Draw[] = [
  curve,
  keepsType,
  twoOperands,
  twoOperands,
  withNumber,
  comparison,
  where,
  reduction,
  reduction,
  transposition,
  reshaping,
  slicing,
  slicing,
  gathering,
  joining,
  product,
  stretching,
  conversion,
];

/** Steps whose results change smoothly with their operands. */
export const smoothDraws: readonly Draw[] = [
  curveOf(["sin", "tanh", "atan", "sigmoid", "softplus", "asinh"]),
  twoOperandsOf(["add", "sub", "mul"]),
  twoOperandsOf(["mul"]),
  reductionOf(["sum", "mean", "prod"]),
  transposition,
  reshaping,
  slicing,
  gathering,
  joining,
  product,
  stretching,
];
