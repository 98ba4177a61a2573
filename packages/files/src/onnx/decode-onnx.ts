import { fromBinary } from "@bufbuild/protobuf";
import {
  type ByteSource,
  type OperatorAttribute,
  type OperatorConstant,
  type OperatorInput,
  type OperatorModel,
  openBytes,
  ValueError,
} from "@gradus/core";
import {
  type AttributeProto,
  AttributeProto_AttributeType,
  ModelProtoSchema,
  type TensorProto,
  TensorProto_DataType,
  type ValueInfoProto,
} from "onnx-buf";

/**
 * The operators of an ONNX model, with their constants, and attributes of numbers and text: for `estimatorFromOnnx` of
 * `@gradus/learn`.
 *
 * @throws ValueError for bytes that are no ONNX model, and for constants of other types.
 * @see https://onnx.ai/onnx/repo-docs/IR.html
 * @example
 * ```ts
 * const bytes = encodeOnnx(new LinearRegression().fit([[1], [2]], [3, 5]));
 * decodeOnnx(bytes).operators.some(({ type }) => type === "MatMul"); // → true
 * ```
 */
export function decodeOnnx(bytes: Uint8Array): OperatorModel {
  return decode("decodeOnnx", bytes);
}

/**
 * Reads an ONNX file; see `decodeOnnx`.
 *
 * @param source a path, URL, File or Blob, bytes, or a stream of bytes
 * @throws ValueError if it cannot be read, and as `decodeOnnx`.
 * @example
 * ```ts
 * const file = new Blob([encodeOnnx(new LinearRegression().fit([[1], [2]], [3, 5]))]);
 * (await loadOnnx(file)).outputs; // → ["prediction"]
 * ```
 */
export async function loadOnnx(source: ByteSource): Promise<OperatorModel> {
  const { bytes, name } = await openBytes("loadOnnx", source);
  return decode(name === undefined ? "loadOnnx" : `loadOnnx: ${name}`, bytes);
}

function decode(where: string, bytes: Uint8Array): OperatorModel {
  const graph = parse(where, bytes).graph;
  if (graph === undefined || graph.node.length === 0) {
    throw new ValueError(`${where}: expected an ONNX model with operators, got none`);
  }
  const constants = new Map<string, OperatorConstant>();
  for (const one of graph.initializer) constants.set(one.name, constantOf(where, one));
  const operators = graph.node.flatMap(({ opType, domain, input, output, attribute }) => {
    const value =
      opType === "Constant" ? attribute.find(({ name }) => name === "value") : undefined;
    if (value?.t) {
      constants.set(output[0]!, constantOf(where, value.t));
      return [];
    }
    const attributes = Object.fromEntries(
      attribute.flatMap((one) => {
        const read = attributeOf(where, one);
        return read === undefined ? [] : [[one.name, read]];
      }),
    );
    const own = domain === "ai.onnx" ? "" : domain;
    return [{ type: opType, domain: own, inputs: input, outputs: output, attributes }];
  });
  return {
    inputs: graph.input.filter(({ name }) => !constants.has(name)).map(inputOf),
    outputs: graph.output.map(({ name }) => name),
    operators,
    constants: Object.fromEntries(constants),
  };
}

function parse(where: string, bytes: Uint8Array) {
  try {
    return fromBinary(ModelProtoSchema, bytes);
  } catch (error) {
    throw new ValueError(`${where}: expected the bytes of an ONNX model, got ${String(error)}`);
  }
}

function inputOf({ name, type }: ValueInfoProto): OperatorInput {
  const tensor = type?.value.case === "tensorType" ? type.value.value : undefined;
  const last = tensor?.shape?.dim.at(-1)?.value;
  const isMatrix = tensor?.shape?.dim.length === 2;
  return {
    name,
    type: typeOf(tensor?.elemType),
    nColumns: isMatrix && last?.case === "dimValue" ? Number(last.value) : undefined,
  };
}

function typeOf(elemType: number | undefined): OperatorInput["type"] {
  if (elemType === TensorProto_DataType.STRING) return "text";
  return elemType !== undefined && elemType in READERS ? "number" : "other";
}

const text = new TextDecoder();

/** The value of an attribute; undefined for what is neither numbers nor text: a graph of a loop, for example. */
function attributeOf(where: string, given: AttributeProto): OperatorAttribute | undefined {
  switch (given.type) {
    case AttributeProto_AttributeType.FLOAT:
      return given.f;
    case AttributeProto_AttributeType.INT:
      return Number(given.i);
    case AttributeProto_AttributeType.STRING:
      return text.decode(given.s);
    case AttributeProto_AttributeType.FLOATS:
      return given.floats;
    case AttributeProto_AttributeType.INTS:
      return given.ints.map(Number);
    case AttributeProto_AttributeType.STRINGS:
      return given.strings.map((one) => text.decode(one));
    case AttributeProto_AttributeType.TENSOR:
      return constantOf(where, given.t!).values as OperatorAttribute;
    default:
      return undefined;
  }
}

interface Reader {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number;
  /** The field that holds the values where they do not lie in raw bytes. */
  readonly field: (tensor: TensorProto) => ArrayLike<number | bigint>;
}

const ints = ({ int32Data }: TensorProto) => int32Data;
const READERS: Readonly<Record<number, Reader>> = {
  [TensorProto_DataType.FLOAT]: {
    bytes: 4,
    read: (view, at) => view.getFloat32(at, true),
    field: ({ floatData }) => floatData,
  },
  [TensorProto_DataType.DOUBLE]: {
    bytes: 8,
    read: (view, at) => view.getFloat64(at, true),
    field: ({ doubleData }) => doubleData,
  },
  [TensorProto_DataType.INT64]: {
    bytes: 8,
    read: (view, at) => Number(view.getBigInt64(at, true)),
    field: ({ int64Data }) => int64Data,
  },
  [TensorProto_DataType.INT32]: {
    bytes: 4,
    read: (view, at) => view.getInt32(at, true),
    field: ints,
  },
  [TensorProto_DataType.BOOL]: { bytes: 1, read: (view, at) => view.getUint8(at), field: ints },
};

function constantOf(where: string, tensor: TensorProto): OperatorConstant {
  const shape = tensor.dims.map(Number);
  const size = shape.reduce((product, length) => product * length, 1);
  const values = valuesOf(where, tensor);
  if (values.length !== size) {
    throw new ValueError(
      `${where}: expected ${size} values of the constant ${tensor.name}, got ${values.length}`,
    );
  }
  return { shape, values };
}

function valuesOf(where: string, tensor: TensorProto): number[] | string[] {
  const { dataType, rawData, stringData, name } = tensor;
  if (dataType === TensorProto_DataType.STRING) return stringData.map((one) => text.decode(one));
  const reader = READERS[dataType];
  if (reader === undefined) {
    throw new ValueError(
      `${where}: expected constants of float, double, integers, bool or text, got ${name} of type ${TensorProto_DataType[dataType] ?? dataType}`,
    );
  }
  if (rawData.length === 0) return Array.from(reader.field(tensor), Number);
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength);
  return Array.from({ length: Math.floor(rawData.length / reader.bytes) }, (_, i) =>
    reader.read(view, i * reader.bytes),
  );
}
