import { create, toBinary } from "@bufbuild/protobuf";
import {
  checkOneOf,
  describeValue,
  type GraphModel,
  type GraphValue,
  ValueError,
  writeWholeFile,
} from "@gradus/core";
import { GraphProtoSchema, ModelProtoSchema, type ValueInfoProto } from "onnx-buf";
import { elementOf, OnnxGraph, type OnnxValue } from "./graph";
import { inputFeatures, OnnxInputs, type OnnxPrecision } from "./inputs";
import { dataTypeOf, nodeMessage, valueMessage } from "./messages";

/** The options of `encodeOnnx`. */
export interface OnnxOptions {
  /** The precision of numbers that go in and come out; inside, everything is double. Default "float32". */
  readonly precision?: OnnxPrecision;
  /** The name of the graph. Default "gradus". */
  readonly name?: string;
  /** Words about the model, kept in the file. Default none. */
  readonly description?: string;
}

/** The version of ONNX's operators that models are written in; runtimes since 2023 have it. */
const OPSET = 20n;
/** The version of the file format that belongs to it. */
const IR_VERSION = 9n;

/**
 * A fitted estimator, or a pipeline of them, as an ONNX model that onnxruntime, Triton and others run.
 *
 * A model that was fitted on a table has an input for each of its columns, of shape (rows, 1); another one has one
 * input `X` of shape (rows, nFeatures). Regressors give `prediction`; classifiers `label`, and `probabilities` or
 * `scores`; transformers `transformed`. Only operators of standard ONNX are used.
 *
 * @param model fitted; linear models, support vector machines, neighbours, naive Bayes, discriminant analysis, scalers,
 *   encoders, imputers, pipelines and column transformers can be written
 * @throws NotFittedError before `fit`; ValueError for an estimator that cannot be written, such as one with a function.
 * @see https://onnx.ai/onnx/operators
 * @example
 * ```ts
 * const model = makePipeline(new StandardScaler(), new LogisticRegression());
 * model.fit([[1], [2], [8], [9]], ["low", "low", "high", "high"]);
 * const bytes = encodeOnnx(model); // an onnxruntime reads them: X → label, probabilities
 * bytes.length > 100; // → true
 * ```
 */
export function encodeOnnx(model: GraphModel, options: OnnxOptions = {}): Uint8Array<ArrayBuffer> {
  const { precision = "float32", name = "gradus", description = "" } = options;
  checkOneOf("encodeOnnx", "precision", precision, ["float32", "float64"]);
  if (typeof model?.toGraph !== "function") {
    throw new ValueError(`encodeOnnx: expected a fitted estimator, got ${describeValue(model)}`);
  }
  const graph = new OnnxGraph();
  const inputs = new OnnxInputs(graph, precision);
  const given = { nFeatures: model.nFeaturesIn, names: model.featureNamesIn };
  const outputs = model.toGraph(inputFeatures(inputs, graph, given), graph);
  const output = Object.entries(outputs).map(([own, value]) =>
    nameOutput(graph, own, value, precision),
  );
  const { nodes, constants } = graph;
  const message = create(ModelProtoSchema, {
    irVersion: IR_VERSION,
    opsetImport: [{ domain: "", version: OPSET }],
    producerName: "gradus",
    docString: description,
    graph: create(GraphProtoSchema, {
      ...{ name, node: nodes, initializer: constants, input: inputs.messages, output },
    }),
  });
  return toBinary(ModelProtoSchema, message);
}

/**
 * Writes a fitted estimator to an ONNX file, in Node; see `encodeOnnx`.
 *
 * @param path where the file goes: a path, or a `file:` URL
 * @throws as `encodeOnnx`, and ValueError if the file cannot be written.
 */
export async function saveOnnx(
  path: string | URL,
  model: GraphModel,
  options: OnnxOptions = {},
): Promise<void> {
  await writeWholeFile("saveOnnx", path, encodeOnnx(model, options));
}

/** Gives a value its name in the model, and numbers the precision that was asked for. */
function nameOutput(
  graph: OnnxGraph,
  name: string,
  value: GraphValue,
  precision: OnnxPrecision,
): ValueInfoProto {
  const inside = elementOf(value.type);
  const element = inside === "double" && precision === "float32" ? "float" : inside;
  const opType = element === inside ? "Identity" : "Cast";
  const attributes = opType === "Cast" ? { to: dataTypeOf(element) } : {};
  graph.nodes.push(nodeMessage(opType, [(value as OnnxValue).name], [name], attributes));
  return valueMessage(name, element, value.type === "number" ? undefined : "vector");
}
