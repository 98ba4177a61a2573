import { create, type MessageInitShape } from "@bufbuild/protobuf";
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  type NodeProto,
  NodeProtoSchema,
  type TensorProto,
  TensorProto_DataType,
  TensorProtoSchema,
  type ValueInfoProto,
  ValueInfoProtoSchema,
} from "onnx-buf";

// The messages of an ONNX file, as onnx.proto names them.

/** The types of elements that our models use, by ONNX's names. */
export type ElementType = "float" | "double" | "int64" | "string" | "bool";

const DATA_TYPES: Readonly<Record<ElementType, TensorProto_DataType>> = {
  float: TensorProto_DataType.FLOAT,
  double: TensorProto_DataType.DOUBLE,
  int64: TensorProto_DataType.INT64,
  string: TensorProto_DataType.STRING,
  bool: TensorProto_DataType.BOOL,
};

/** The number that ONNX gives a type of elements. */
export function dataTypeOf(type: ElementType): number {
  return DATA_TYPES[type];
}

/** A constant of a graph. */
export function tensorMessage(
  name: string,
  type: "double" | "int64" | "string",
  dims: readonly number[],
  values: ArrayLike<number> | readonly string[],
): TensorProto {
  const common = { name, dataType: DATA_TYPES[type], dims: dims.map(BigInt) };
  if (type === "string") {
    const encoder = new TextEncoder();
    const stringData = (values as readonly string[]).map((text) => encoder.encode(text));
    return create(TensorProtoSchema, { ...common, stringData });
  }
  // Raw bytes are little-endian, whatever the machine.
  const bytes = new DataView(new ArrayBuffer(values.length * 8));
  Array.from(values as ArrayLike<number>).forEach((value, i) => {
    if (type === "double") bytes.setFloat64(8 * i, value, true);
    else bytes.setBigInt64(8 * i, BigInt(value), true);
  });
  return create(TensorProtoSchema, { ...common, rawData: new Uint8Array(bytes.buffer) });
}

/** Whole numbers and lists of them, by the names of a node's attributes. */
export type Attributes = Readonly<Record<string, number | readonly number[]>>;

/** An operation. */
export function nodeMessage(
  opType: string,
  input: readonly string[],
  output: readonly string[],
  attributes: Attributes,
): NodeProto {
  const attribute = Object.entries(attributes).map(([name, value]) =>
    typeof value === "number"
      ? create(AttributeProtoSchema, {
          name,
          type: AttributeProto_AttributeType.INT,
          i: BigInt(value),
        })
      : create(AttributeProtoSchema, {
          name,
          type: AttributeProto_AttributeType.INTS,
          ints: value.map(BigInt),
        }),
  );
  const name = `${opType}_${output[0]}`;
  return create(NodeProtoSchema, {
    name,
    opType,
    input: [...input],
    output: [...output],
    attribute,
  });
}

/** An input or output with any number of rows, and a number of columns if it is a matrix and they are known. */
export function valueMessage(
  name: string,
  type: ElementType,
  columns: number | undefined | "vector",
): ValueInfoProto {
  type Dimension = MessageInitShape<typeof ValueInfoProtoSchema>["type"];
  const rows = { value: { case: "dimParam", value: "rows" } } as const;
  const dim = [
    rows,
    ...(columns === "vector"
      ? []
      : [columns === undefined ? {} : { value: { case: "dimValue", value: BigInt(columns) } }]),
  ];
  const tensorType = { elemType: DATA_TYPES[type], shape: { dim } };
  const shaped = { value: { case: "tensorType", value: tensorType } } as Dimension;
  return create(ValueInfoProtoSchema, { name, ...(shaped && { type: shaped }) });
}
