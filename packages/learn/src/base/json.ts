import { describeValue, ValueError } from "@gradus/core";
import { type DType, Tensor, tensor } from "@gradus/tensor";
import { crc32 } from "./crc32";

/** An estimator as plain JSON. */
export interface EstimatorJSON {
  readonly format: "gradus-estimator";
  readonly version: 2;
  /** The name of the class. */
  readonly type: string;
  /** The options of the constructor. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What `fit` learned, or null before it. */
  readonly fitted: Readonly<Record<string, unknown>> | null;
  /** CRC-32 of the rest, in hexadecimal digits: what was cut off or changed is refused. */
  readonly checksum: string;
}

/** Reads an estimator inside another one. */
export type EstimatorLoader = (json: EstimatorJSON) => unknown;

/** Marks what JSON has no form of its own for. */
const KIND = "$kind";

const ARRAYS = { Float64Array, Float32Array, Int32Array, Uint8Array } as const;
type ArrayName = keyof typeof ARRAYS;

/**
 * The JSON of an estimator. Every number survives exactly, since JSON holds a double's shortest exact
 * form, and what it has no form for (NaN, ±∞, −0) is written as text.
 *
 * @throws ValueError for a function among the options: it cannot be written down.
 */
export function estimatorJSON(
  type: string,
  params: object,
  fitted: Readonly<Record<string, unknown>> | null,
): EstimatorJSON {
  const encode = (content: object) =>
    Object.fromEntries(entriesOf(content).map(([key, v]) => [key, encoded(`${type}.${key}`, v)]));
  const body = { params: encode(params), fitted: fitted && encode(fitted) };
  return { format: "gradus-estimator", version: 2, type, ...body, checksum: checksum(type, body) };
}

/** Whether a value looks like the JSON of an estimator. */
export function isEstimatorJSON(value: unknown): value is EstimatorJSON {
  return (value as EstimatorJSON | null)?.format === "gradus-estimator";
}

/**
 * The options and the learned values in an estimator's JSON.
 *
 * @param load reads estimators inside; without it they are refused
 * @throws ValueError unless `json` is an estimator of that type, in the version that this code reads, and
 *   as it was written.
 */
export function readEstimatorJSON(
  type: string,
  json: EstimatorJSON,
  load: EstimatorLoader = refuse,
): { params: Record<string, unknown>; fitted: Record<string, unknown> | null } {
  const where = `${type}.fromJSON`;
  if (!isEstimatorJSON(json) || json.version !== 2 || json.type !== type) {
    const got = isEstimatorJSON(json)
      ? `a ${json.type} in version ${json.version}`
      : describeValue(json);
    throw new ValueError(`${where}: expected the JSON of a ${type} in version 2, got ${got}`);
  }
  const { params, fitted } = json;
  const found = checksum(type, { params, fitted });
  if (found !== json.checksum) {
    throw new ValueError(
      `${where}: expected the content that was written, with checksum ${json.checksum}, got ${found}; the file is damaged or was edited`,
    );
  }
  const decode = (content: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(content).map(([key, v]) => [key, decoded(v, load)]));
  return { params: decode(params), fitted: fitted && decode(fitted) };
}

function refuse(json: EstimatorJSON): never {
  throw new ValueError(`fromJSON: expected no estimator inside, got a ${json.type}`);
}

function checksum(type: string, body: object): string {
  return crc32(JSON.stringify([type, body]))
    .toString(16)
    .padStart(8, "0");
}

/** The entries that JSON keeps. */
function entriesOf(content: object): [string, unknown][] {
  return Object.entries(content).filter(([, value]) => value !== undefined);
}

function encoded(where: string, value: unknown): unknown {
  if (typeof value === "number") return encodedNumber(value);
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "function") {
    throw new ValueError(`${where}: expected a value that JSON can hold, got a function`);
  }
  if (value instanceof Tensor) {
    const { dtype, shape } = value;
    return { [KIND]: "tensor", dtype, shape: [...shape], data: numbersOf(value.data()) };
  }
  if (ArrayBuffer.isView(value)) {
    const type = value.constructor.name as ArrayName;
    return { [KIND]: "array", type, data: numbersOf(value as Float64Array) };
  }
  if (Array.isArray(value)) return value.map((item, i) => encoded(`${where}[${i}]`, item));
  if (typeof (value as { toJSON?: unknown }).toJSON === "function") {
    return (value as { toJSON(): unknown }).toJSON();
  }
  return Object.fromEntries(
    entriesOf(value as object).map(([key, item]) => [key, encoded(`${where}.${key}`, item)]),
  );
}

function encodedNumber(value: number): unknown {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { [KIND]: "number", text: textOf(value) };
}

function numbersOf(data: ArrayLike<number>): (number | string)[] {
  return Array.from(data, (value) =>
    Number.isFinite(value) && !Object.is(value, -0) ? value : textOf(value),
  );
}

function textOf(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function decoded(value: unknown, load: EstimatorLoader): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => decoded(item, load));
  if (isEstimatorJSON(value)) return load(value);
  const content = value as Record<string, unknown>;
  if (content[KIND] === "number") return Number(content.text);
  if (content[KIND] === "array") return arrayOf(content);
  if (content[KIND] === "tensor") {
    const { dtype, shape, data } = content as { dtype: DType; shape: number[]; data: unknown[] };
    return tensor(Float64Array.from(data, Number), { shape, dtype });
  }
  return Object.fromEntries(
    Object.entries(content).map(([key, item]) => [key, decoded(item, load)]),
  );
}

function arrayOf(content: Record<string, unknown>): unknown {
  const { type, data } = content as { type: ArrayName; data: unknown[] };
  return new ARRAYS[type](data.map(Number));
}
