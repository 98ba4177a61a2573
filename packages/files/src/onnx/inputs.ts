import { type GraphFeatures, type GraphValue, ValueError } from "@gradus/core";
import type { ValueInfoProto } from "onnx-buf";
import { MatrixFeatures, TableFeatures } from "./features";
import { type OnnxGraph, OnnxValue } from "./graph";
import { dataTypeOf, type ElementType, valueMessage } from "./messages";

/** The precision of numbers that go in and come out. */
export type OnnxPrecision = "float32" | "float64";

/** The inputs of a model, which become part of it when they are first used. */
export class OnnxInputs {
  readonly messages: ValueInfoProto[] = [];
  readonly #graph: OnnxGraph;
  readonly #precision: OnnxPrecision;
  readonly #made = new Map<string, GraphValue>();

  constructor(graph: OnnxGraph, precision: OnnxPrecision) {
    this.#graph = graph;
    this.#precision = precision;
  }

  /** An input by its name. @throws ValueError if it is read as numbers here and as text there. */
  input(name: string, type: "number" | "text", columns: number): GraphValue {
    const made = this.#made.get(name) ?? this.#make(name, type, columns);
    if (made.type === type) return made;
    throw new ValueError(
      `encodeOnnx: expected input "${name}" to be read as numbers or as text, got both`,
    );
  }

  #make(name: string, type: "number" | "text", columns: number): GraphValue {
    const element: ElementType =
      type === "text" ? "string" : this.#precision === "float32" ? "float" : "double";
    this.messages.push(valueMessage(name, element, columns));
    const given = new OnnxValue(this.#graph, name, type);
    const value =
      element === "float"
        ? this.#graph.node("Cast", [given], "number", { to: dataTypeOf("double") })
        : given;
    this.#made.set(name, value);
    return value;
  }
}

/** The features of a model: an input for each column of a table, or one input X for all. */
export function inputFeatures(
  inputs: OnnxInputs,
  graph: OnnxGraph,
  {
    nFeatures,
    names,
  }: { readonly nFeatures: number; readonly names: readonly string[] | undefined },
): GraphFeatures {
  const all = Array.from({ length: nFeatures }, (_, j) => j);
  if (names) {
    return new TableFeatures(graph, all, (j, type) => inputs.input(names[j]!, type, 1));
  }
  return new MatrixFeatures((type) => inputs.input("X", type, nFeatures), all, nFeatures);
}
