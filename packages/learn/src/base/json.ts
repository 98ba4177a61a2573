import { describeValue, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";

/** An estimator as plain JSON. */
export interface EstimatorJSON {
  readonly format: "gradus-estimator";
  readonly version: 1;
  /** The name of the class. */
  readonly type: string;
  /** The options of the constructor. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What `fit` learned, or null before it. */
  readonly fitted: Readonly<Record<string, unknown>> | null;
}

/** A float64 tensor as plain JSON: doubles survive, since JSON holds their shortest exact form. */
export interface TensorJSON {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** The JSON of an estimator. */
export function estimatorJSON(
  type: string,
  params: object,
  fitted: Readonly<Record<string, unknown>> | null,
): EstimatorJSON {
  return { format: "gradus-estimator", version: 1, type, params: { ...params }, fitted };
}

/** @throws ValueError unless `json` is an estimator of that type in a version this code reads. */
export function checkEstimatorJSON(type: string, json: EstimatorJSON): EstimatorJSON {
  const fits =
    typeof json === "object" &&
    json?.format === "gradus-estimator" &&
    json.version === 1 &&
    json.type === type &&
    typeof json.params === "object";
  if (!fits) {
    throw new ValueError(
      `${type}.fromJSON: expected the JSON of a ${type} in version 1, got ${describeValue(json)}`,
    );
  }
  return json;
}

/** A float64 tensor's JSON. */
export function tensorToJSON(x: Tensor): TensorJSON {
  return { shape: [...x.shape], data: Array.from(x.data()) };
}

/** The tensor of `tensorToJSON`. @throws ValueError if it is not one. */
export function tensorFromJSON(where: string, json: unknown): Tensor {
  const { shape, data } = (json ?? {}) as Partial<TensorJSON>;
  const isTensor =
    Array.isArray(shape) &&
    Array.isArray(data) &&
    data.every(Number.isFinite) &&
    data.length === shape.reduce((size, length) => size * length, 1);
  if (!isTensor) {
    throw new ValueError(
      `${where}: expected a tensor's shape and data, got ${describeValue(json)}`,
    );
  }
  return tensor(Float64Array.from(data), { shape: [...shape] });
}
