import type { Operator, OperatorModel } from "@gradus/core";
import type { Estimator } from "../base/estimator";
import { refuseOperator } from "./operators";

/** An operator that predicts, whose estimator is known once all that follow are. */
export interface Predictor {
  /** The fitted estimator. @throws ValueError for operators behind it that change what it says. */
  finish(after: readonly Operator[], model: OperatorModel): Estimator;
}

/** @throws ValueError for the first operator that is none of these. */
export function expectOnly(operators: readonly Operator[], types: readonly string[]): void {
  const other = operators.find(({ type }) => !types.includes(type));
  if (other) refuseOperator(other);
}

/** Whether there are just these operators, in any order. */
export function hasTypes(operators: readonly Operator[], types: readonly string[]): boolean {
  const got = operators.map(({ type }) => type).sort();
  return got.join() === [...types].sort().join();
}
