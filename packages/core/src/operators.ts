/** A value of an operator's attribute. */
export type OperatorAttribute = number | string | readonly number[] | readonly string[];

/** One operation of a model that was read from a file. */
export interface Operator {
  /** The name of the operator, as the standard has it: `MatMul`. */
  readonly type: string;
  /** The set of operators that it is of: "" for those of standard ONNX, `ai.onnx.ml` for classical models. */
  readonly domain: string;
  /** The names of the values that go in; "" for one that is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OperatorAttribute>>;
}

/** Values that are known in the file. */
export interface OperatorConstant {
  readonly shape: readonly number[];
  readonly values: readonly number[] | readonly string[];
}

/** What goes into a model. */
export interface OperatorInput {
  readonly name: string;
  readonly type: "number" | "text" | "other";
  /** The number of columns, where the file says it. */
  readonly nColumns: number | undefined;
}

/** A model as operations, read from a file: what `decodeOnnx` of `@gradus/files` gives, and `estimatorFromOnnx` of `@gradus/learn` takes. */
export interface OperatorModel {
  readonly inputs: readonly OperatorInput[];
  /** The names of the values that come out. */
  readonly outputs: readonly string[];
  /** Each after those whose values it takes. */
  readonly operators: readonly Operator[];
  readonly constants: Readonly<Record<string, OperatorConstant>>;
}
