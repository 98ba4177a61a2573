import {
  type GraphBuilder,
  type GraphFeatures,
  type GraphLabel,
  type GraphNumbers,
  type GraphOperand,
  type GraphSelection,
  type GraphType,
  type GraphValue,
  ShapeError,
  ValueError,
} from "@gradus/core";
import type { NodeProto, TensorProto } from "onnx-buf";
import { valueFeatures } from "./features";
import {
  type Attributes,
  dataTypeOf,
  type ElementType,
  nodeMessage,
  tensorMessage,
} from "./messages";

// Everything is computed in double precision, so that a model gives the numbers that it gives here.
const ELEMENTS: Readonly<Record<GraphType, ElementType>> = {
  number: "double",
  integer: "int64",
  text: "string",
  flag: "bool",
};

/** The type of elements of a value inside the graph. */
export function elementOf(type: GraphType): ElementType {
  return ELEMENTS[type];
}

/** Collects the operations and constants of an ONNX graph. */
export class OnnxGraph implements GraphBuilder {
  readonly nodes: NodeProto[] = [];
  readonly constants: TensorProto[] = [];
  #count = 0;
  readonly #known = new Map<string, GraphValue>();

  /** A name that nothing else has. */
  newName(): string {
    this.#count += 1;
    return `v${this.#count}`;
  }

  /** Adds an operation with one output. */
  node(
    opType: string,
    inputs: readonly GraphValue[],
    type: GraphType,
    attributes: Attributes = {},
  ): OnnxValue {
    const name = this.newName();
    const names = inputs.map((input) => (input as OnnxValue).name);
    this.nodes.push(nodeMessage(opType, names, [name], attributes));
    return new OnnxValue(this, name, type);
  }

  constant(numbers: GraphNumbers): OnnxValue {
    return this.#constant("number", numbers.shape, numbers.data());
  }

  /** Whole numbers that are known now. */
  integers(shape: readonly number[], values: ArrayLike<number>): OnnxValue {
    return this.#constant("integer", shape, values);
  }

  /** Texts that are known now. */
  texts(shape: readonly number[], values: readonly string[]): OnnxValue {
    return this.#constant("text", shape, values);
  }

  /** A value for the other side of an operation. */
  operand(operand: GraphOperand): OnnxValue {
    if (operand instanceof OnnxValue) return operand;
    if (typeof operand === "number") return this.#constant("number", [], [operand]);
    return this.constant(operand as GraphNumbers);
  }

  where(condition: GraphValue, yes: GraphOperand, no: GraphOperand): OnnxValue {
    const [first, second] = [this.operand(yes), this.operand(no)];
    return this.node("Where", [condition, first, second], first.type);
  }

  besides(parts: readonly GraphValue[]): GraphValue {
    if (parts.length === 1) return parts[0]!;
    if (parts.length === 0)
      throw new ValueError("encodeOnnx: expected at least one column, got none");
    return this.node("Concat", parts, parts[0]!.type, { axis: 1 });
  }

  features(value: GraphValue, nFeatures: number): GraphFeatures {
    return valueFeatures(value, nFeatures);
  }

  smallest(value: GraphValue, k: number): GraphSelection {
    const [values, places] = [this.newName(), this.newName()];
    const inputs = [(value as OnnxValue).name, this.integers([1], [k]).name];
    const attributes = { axis: 1, largest: 0, sorted: 1 };
    this.nodes.push(nodeMessage("TopK", inputs, [values, places], attributes));
    return {
      values: new OnnxValue(this, values, "number"),
      places: new OnnxValue(this, places, "integer"),
    };
  }

  matches(column: GraphValue, categories: readonly (string | number)[]): GraphValue {
    const shape = [1, categories.length];
    if (column.type === "text") {
      return this.node("Equal", [column, this.texts(shape, categories as string[])], "flag");
    }
    const numbers = categories as readonly number[];
    const equal = column.equal({ shape, data: () => numbers });
    if (!numbers.some(Number.isNaN)) return equal;
    // NaN equals nothing, so it is asked for by itself.
    const isMissing = { shape, data: () => numbers.map((number) => Number(Number.isNaN(number))) };
    const missing = column.isNaN().toNumber().mul(isMissing).greater(0);
    return this.node("Or", [equal, missing], "flag");
  }

  /** Equal constants are one. */
  #constant(
    type: "number" | "integer" | "text",
    shape: readonly number[],
    values: ArrayLike<number> | readonly string[],
  ): OnnxValue {
    const expected = shape.reduce((product, n) => product * n, 1);
    if (values.length !== expected) {
      throw new ShapeError(
        `encodeOnnx: expected ${expected} values for shape (${shape.join(", ")}), got ${values.length}`,
      );
    }
    const small = values.length <= 64;
    const key = small
      ? `${type} ${shape} ${JSON.stringify(Array.from(values as string[], keyOf))}`
      : "";
    const known = small ? this.#known.get(key) : undefined;
    if (known) return known as OnnxValue;
    const name = this.newName();
    const element = elementOf(type) as "double" | "int64" | "string";
    this.constants.push(tensorMessage(name, element, shape, values));
    const constant = new OnnxValue(this, name, type);
    if (small) this.#known.set(key, constant);
    return constant;
  }
}

/** What tells constants apart; JSON has no −0, NaN and ∞. */
function keyOf(value: string | number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** A value of an ONNX graph. */
export class OnnxValue implements GraphValue {
  readonly graph: OnnxGraph;
  readonly name: string;
  readonly type: GraphType;

  constructor(graph: OnnxGraph, name: string, type: GraphType) {
    this.graph = graph;
    this.name = name;
    this.type = type;
  }

  add(other: GraphOperand): GraphValue {
    return this.#with("Add", other);
  }
  sub(other: GraphOperand): GraphValue {
    return this.#with("Sub", other);
  }
  mul(other: GraphOperand): GraphValue {
    return this.#with("Mul", other);
  }
  div(other: GraphOperand): GraphValue {
    return this.#with("Div", other);
  }
  pow(other: GraphOperand): GraphValue {
    return this.#with("Pow", other);
  }
  maximum(other: GraphOperand): GraphValue {
    return this.#with("Max", other);
  }
  minimum(other: GraphOperand): GraphValue {
    return this.#with("Min", other);
  }
  matmul(other: GraphOperand): GraphValue {
    return this.#with("MatMul", other);
  }
  less(other: GraphOperand): GraphValue {
    return this.#with("Less", other, "flag");
  }
  lessEqual(other: GraphOperand): GraphValue {
    return this.#with("LessOrEqual", other, "flag");
  }
  greater(other: GraphOperand): GraphValue {
    return this.#with("Greater", other, "flag");
  }
  greaterEqual(other: GraphOperand): GraphValue {
    return this.#with("GreaterOrEqual", other, "flag");
  }
  equal(other: GraphOperand): GraphValue {
    return this.#with("Equal", other, "flag");
  }
  neg(): GraphValue {
    return this.#alone("Neg");
  }
  exp(): GraphValue {
    return this.#alone("Exp");
  }
  log(): GraphValue {
    return this.#alone("Log");
  }
  sqrt(): GraphValue {
    return this.#alone("Sqrt");
  }
  abs(): GraphValue {
    return this.#alone("Abs");
  }
  sign(): GraphValue {
    return this.#alone("Sign");
  }
  tanh(): GraphValue {
    return this.#alone("Tanh");
  }
  sigmoid(): GraphValue {
    return this.#alone("Sigmoid");
  }
  isNaN(): GraphValue {
    return this.#alone("IsNaN", "flag");
  }
  sumRows(): GraphValue {
    return this.graph.node("ReduceSum", [this, this.graph.integers([1], [1])], "number");
  }
  maxRows(): GraphValue {
    return this.graph.node("ReduceMax", [this, this.graph.integers([1], [1])], "number");
  }
  softmaxRows(): GraphValue {
    return this.graph.node("Softmax", [this], "number", { axis: 1 });
  }
  argmaxRows(): GraphValue {
    return this.graph.node("ArgMax", [this], "integer", { axis: 1, keepdims: 0 });
  }
  columns(places: ArrayLike<number>): GraphValue {
    const indices = this.graph.integers([places.length], places);
    return this.graph.node("Gather", [this, indices], this.type, { axis: 1 });
  }
  lookUp(table: GraphNumbers | readonly GraphLabel[]): GraphValue {
    const rows = Array.isArray(table)
      ? this.#labels(table)
      : this.graph.constant(table as GraphNumbers);
    return this.graph.node("Gather", [rows, this], rows.type, { axis: 0 });
  }
  toNumber(): GraphValue {
    if (this.type === "number") return this;
    return this.graph.node("Cast", [this], "number", { to: dataTypeOf("double") });
  }
  reshape(shape: readonly number[]): GraphValue {
    const target = this.graph.integers([shape.length], shape);
    return this.graph.node("Reshape", [this, target], this.type);
  }

  /** Texts stay texts; whole numbers, and true and false as 1 and 0, are whole numbers. */
  #labels(labels: readonly GraphLabel[]): OnnxValue {
    if (typeof labels[0] === "string") {
      return this.graph.texts([labels.length], labels as readonly string[]);
    }
    return this.graph.integers([labels.length], labels.map(Number));
  }

  #alone(opType: string, type: GraphType = this.type): GraphValue {
    return this.graph.node(opType, [this], type);
  }

  #with(opType: string, other: GraphOperand, type: GraphType = this.type): GraphValue {
    return this.graph.node(opType, [this, this.graph.operand(other)], type);
  }
}
