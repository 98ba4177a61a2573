import {
  type Operator,
  type OperatorAttribute,
  type OperatorConstant,
  type OperatorModel,
  ValueError,
} from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { estimatorFromJSON } from "../base/from-json";
import { estimatorJSON } from "../base/json";
import type { Label } from "../base/labels";

/** The function that reads models, for messages. */
const WHERE = "estimatorFromOnnx";

/** @throws ValueError always. */
export function refuse(expected: string, got: string): never {
  throw new ValueError(`${WHERE}: expected ${expected}, got ${got}`);
}

/** @throws ValueError always: the operator is none that is read there. */
export function refuseOperator({ type, outputs }: Operator, reason = ""): never {
  return refuse(
    "operators of classical models that estimators here compute",
    `${type} (its output is ${outputs[0]})${reason && `: ${reason}`}`,
  );
}

/** A fitted estimator out of its options and what it would have learned. */
export function fittedEstimator<E>(type: string, params: object, fitted: object): E {
  const json = estimatorJSON(type, params, fitted as Readonly<Record<string, unknown>>);
  return estimatorFromJSON(json) as E;
}

/** The numbers of an attribute. @throws ValueError if it has none. */
export function numbersOf(operator: Operator, name: string): Float64Array {
  const value = operator.attributes[name];
  if (Array.isArray(value) && value.every((one) => typeof one === "number")) {
    return Float64Array.from(value as readonly number[]);
  }
  return refuseOperator(operator, `its ${name} are no numbers`);
}

/** The numbers of an attribute, or none. */
export function numbersIn(operator: Operator, name: string): Float64Array | undefined {
  return operator.attributes[name] === undefined ? undefined : numbersOf(operator, name);
}

/** The text or number of an attribute. */
export function single(operator: Operator, name: string, otherwise: number): number;
export function single(operator: Operator, name: string, otherwise: string): string;
export function single(
  { attributes }: Operator,
  name: string,
  otherwise: number | string,
): OperatorAttribute {
  const value = attributes[name];
  return value !== undefined && typeof value === typeof otherwise ? value : otherwise;
}

/** The names of the classes. @throws ValueError if there are fewer than two. */
export function classLabels(operator: Operator): readonly Label[] {
  const { classlabels_ints, classlabels_int64s, classlabels_strings } = operator.attributes;
  const labels = [classlabels_strings, classlabels_ints, classlabels_int64s].find(
    (one) => Array.isArray(one) && one.length > 1,
  );
  return (labels as readonly Label[] | undefined) ?? refuseOperator(operator, "without classes");
}

/** Rows of so many numbers each, as a tensor. */
export function matrix(operator: Operator, values: Float64Array, nRows: number, nColumns: number) {
  if (values.length !== nRows * nColumns) {
    refuseOperator(operator, `${values.length} numbers in place of ${nRows} × ${nColumns}`);
  }
  return tensor(values, { shape: [nRows, nColumns] });
}

/** The constant that goes into an operator. @throws ValueError if a value of the rows goes in there. */
export function constantInput(
  { constants }: OperatorModel,
  operator: Operator,
  place: number,
): OperatorConstant {
  const found = constants[operator.inputs[place] ?? ""];
  return found ?? refuseOperator(operator, `input ${place} is no constant`);
}

/** The numbers of a constant that goes into an operator. */
export function constantNumbers(
  model: OperatorModel,
  operator: Operator,
  place: number,
): Float64Array {
  const { values } = constantInput(model, operator, place);
  if (values.some((one) => typeof one !== "number")) {
    refuseOperator(operator, `input ${place} is no number`);
  }
  return Float64Array.from(values as readonly number[]);
}
