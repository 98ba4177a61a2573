import { DTypeError, describeValue, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { checkDType, checkFits, type DType, type TypedArray } from "./dtype";
import { filledTensor, identityMatrix, tensorFrom } from "./factory";
import type { NestedArray } from "./read";
import { checkShape, checkSize, type Shape, shapeText, sizeOf } from "./shape";
import { Tensor } from "./tensor";

/** What every function that makes a tensor can be told. */
export interface TensorOptions {
  /** Element type; see each function for its default. */
  readonly dtype?: DType;
  /** Record what is computed from this tensor, so that it can get a gradient. Default false. */
  readonly requiresGrad?: boolean;
}

/** How {@link tensor} reads its data. */
export interface FromDataOptions extends TensorOptions {
  /** The shape for a typed array, whose default is one axis. */
  readonly shape?: number | Shape;
}

/** Nested lists of numbers or booleans; readonly arrays may be passed too. */
export type NestedInput = number | boolean | readonly NestedInput[];

/**
 * A tensor from a number, nested arrays, a typed array or another tensor, copied.
 *
 * @param data nested arrays of one depth and length an axis
 * @returns default dtype: float64 for numbers, bool for booleans, a typed array's (uint8 for Uint8Array and
 * Uint8ClampedArray) and a tensor's own
 * @throws ShapeError for ragged arrays or a shape of another size; ValueError for what is neither number nor
 * boolean, or a number that the
 * dtype cannot hold; DTypeError for an unknown dtype.
 * @example
 * ```ts
 * tensor([[1, 2], [3, 4]]).shape; // [2, 2]
 * tensor(new Float32Array(6), { shape: [2, 3] }).dtype; // "float32"
 * ```
 */
export function tensor(
  data: NestedInput | NestedArray | TypedArray | Uint8ClampedArray | Tensor,
  options: FromDataOptions = {},
): Tensor {
  if (options.dtype !== undefined) checkDType("tensor", options.dtype);
  return finish(convert(data, options), options);
}

function convert(
  data: NestedInput | TypedArray | Uint8ClampedArray | Tensor,
  options: FromDataOptions,
): Tensor {
  const { shape, dtype } = options;
  if (data instanceof Tensor) {
    const copy = data.detach().clone();
    return withShape(dtype === undefined ? copy : copy.astype(dtype), shape);
  }
  if (ArrayBuffer.isView(data)) {
    const own = typeOfArray(data as TypedArray);
    const flat = tensorFrom(data as TypedArray, [(data as TypedArray).length], own);
    return withShape(dtype === undefined ? flat : flat.astype(dtype), shape);
  }
  const from = nestedShape(data as NestedInput);
  const values = new Float64Array(checkSize("tensor", from));
  const kind = flattenInto(data as NestedInput, from, values);
  const own = kind === "boolean" ? "bool" : "float64";
  if (dtype === "float32") return withShape(tensorFrom(values, from, "float32"), shape);
  if (dtype === "bool" || (dtype === undefined && own === "bool")) {
    return withShape(tensorFrom(values, from, "float64").astype("bool"), shape);
  }
  const result = tensorFrom(values, from, "float64");
  return withShape(dtype === undefined ? result : result.astype(dtype), shape);
}

function withShape(x: Tensor, shape: number | Shape | undefined): Tensor {
  if (shape === undefined) return x;
  const to = checkShape("tensor", shape);
  if (sizeOf(to) !== x.size) {
    throw new ShapeError(
      `tensor: expected ${sizeOf(to)} elements for shape ${shapeText(to)}, got ${x.size}`,
    );
  }
  return x.reshape(to);
}

function typeOfArray(data: TypedArray | Uint8ClampedArray): DType {
  if (data instanceof Float64Array) return "float64";
  if (data instanceof Float32Array) return "float32";
  if (data instanceof Int32Array) return "int32";
  if (data instanceof Uint8Array || data instanceof Uint8ClampedArray) return "uint8";
  throw new DTypeError(
    `tensor: expected a Float64Array, Float32Array, Int32Array, Uint8Array or Uint8ClampedArray, got ${describeValue(data)}`,
  );
}

function nestedShape(data: NestedInput): number[] {
  const shape: number[] = [];
  for (let level: NestedInput | undefined = data; Array.isArray(level); level = level[0]) {
    shape.push(level.length);
  }
  return shape;
}

/** Writes the leaves to `out`. @returns whether all are booleans */
function flattenInto(
  data: NestedInput,
  shape: readonly number[],
  out: Float64Array,
): "number" | "boolean" {
  let next = 0;
  let nBooleans = 0;
  const visit = (level: NestedInput, axis: number): void => {
    if (axis < shape.length) {
      if (!Array.isArray(level) || level.length !== shape[axis]) {
        const got = Array.isArray(level) ? `a list of ${level.length}` : describeValue(level);
        throw new ShapeError(
          `tensor: expected lists of equal length, ${shape[axis]} at axis ${axis}, got ${got}`,
        );
      }
      for (const part of level) visit(part, axis + 1);
      return;
    }
    if (typeof level === "boolean") nBooleans += 1;
    else if (Array.isArray(level)) {
      throw new ShapeError(
        `tensor: expected lists nested ${shape.length} deep everywhere, got ${describeValue(level)} deeper`,
      );
    } else if (typeof level !== "number") {
      throw new ValueError(`tensor: expected numbers or booleans, got ${describeValue(level)}`);
    }
    out[next++] = Number(level);
  };
  visit(data, 0);
  return nBooleans > 0 && nBooleans === out.length ? "boolean" : "number";
}

/**
 * A tensor of zeros.
 * @param shape a length or a list of them
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none; OutOfMemoryError if it does not fit.
 * @example
 * ```ts
 * zeros([2, 2]).toArray(); // [[0, 0], [0, 0]]
 * ```
 */
export function zeros(shape: number | Shape, options?: TensorOptions): Tensor {
  return filled("zeros", shape, 0, options);
}

/**
 * A tensor of ones.
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none; OutOfMemoryError if it does not fit.
 * @example
 * ```ts
 * ones(3).toArray(); // [1, 1, 1]
 * ```
 */
export function ones(shape: number | Shape, options?: TensorOptions): Tensor {
  return filled("ones", shape, 1, options);
}

/**
 * A tensor of one value.
 * @returns default dtype float64, for a boolean bool
 * @throws ParameterError for a shape that is none; ValueError for a value that the dtype cannot hold.
 * @example
 * ```ts
 * full(2, 7).toArray(); // [7, 7]
 * ```
 */
export function full(
  shape: number | Shape,
  value: number | boolean,
  options: TensorOptions = {},
): Tensor {
  const dtype = options.dtype ?? (typeof value === "boolean" ? "bool" : "float64");
  return filled("full", shape, Number(value), { ...options, dtype });
}

function filled(
  where: string,
  shape: number | Shape,
  value: number,
  options: TensorOptions = {},
): Tensor {
  const dtype = checkDType(where, options.dtype ?? "float64");
  checkFits(where, dtype, value);
  return finish(filledTensor(where, checkShape(where, shape), dtype, value), options);
}

/** Zeros in the shape and dtype of x. */
export function zerosLike(x: Tensor, options?: TensorOptions): Tensor {
  return zeros(x.shape, { dtype: x.dtype, ...options });
}

/** Ones in the shape and dtype of x. */
export function onesLike(x: Tensor, options?: TensorOptions): Tensor {
  return ones(x.shape, { dtype: x.dtype, ...options });
}

/**
 * A 0-d tensor.
 * @returns default dtype float64
 * @example
 * ```ts
 * scalar(3).shape; // []
 * ```
 */
export function scalar(value: number, options?: TensorOptions): Tensor {
  return full([], value, options);
}

/**
 * The identity matrix of n rows.
 * @returns default dtype float64
 * @throws ParameterError if n is not an integer ≥ 0.
 * @example
 * ```ts
 * eye(2).toArray(); // [[1, 0], [0, 1]]
 * ```
 */
export function eye(n: number, options: TensorOptions = {}): Tensor {
  checkShape("eye", [n, n]);
  return finish(identityMatrix(n, checkDType("eye", options.dtype ?? "float64")), options);
}

/**
 * Numbers from `start` (default 0) up to, not including, `stop`, in steps: `arange(3)` is 0, 1, 2.
 * @returns default dtype float64
 * @throws ParameterError if a number is not finite or the step is 0.
 * @example
 * ```ts
 * arange(1, 7, 2).toArray(); // [1, 3, 5]
 * ```
 */
export function arange(
  start: number,
  stop?: number,
  step = 1,
  options: TensorOptions = {},
): Tensor {
  const [from, to] = stop === undefined ? [0, start] : [start, stop];
  if (![from, to, step].every(Number.isFinite) || step === 0) {
    throw new ParameterError(
      `arange: expected finite numbers and a step other than 0, got ${from}, ${to}, ${step}`,
    );
  }
  const count = Math.max(0, Math.ceil((to - from) / step));
  checkSize("arange", [count]);
  const values = Float64Array.from({ length: count }, (_, i) => from + i * step);
  return tensor(values, options);
}

/**
 * `count` numbers evenly spaced from `start` to `stop`, both included.
 * @returns default dtype float64
 * @throws ParameterError if an end is not finite or count is not an integer ≥ 0.
 * @example
 * ```ts
 * linspace(0, 1, 5).toArray(); // [0, 0.25, 0.5, 0.75, 1]
 * ```
 */
export function linspace(
  start: number,
  stop: number,
  count: number,
  options: TensorOptions = {},
): Tensor {
  if (!Number.isFinite(start) || !Number.isFinite(stop)) {
    throw new ParameterError(`linspace: expected finite ends, got ${start} and ${stop}`);
  }
  checkShape("linspace", count);
  const step = count > 1 ? (stop - start) / (count - 1) : 0;
  const values = Float64Array.from({ length: count }, (_, i) =>
    i === count - 1 && count > 1 ? stop : start + i * step,
  );
  return tensor(values, options);
}

/** Sets requiresGrad where it is asked for. */
export function finish(x: Tensor, { requiresGrad }: TensorOptions): Tensor {
  if (requiresGrad) x.requiresGrad = true;
  return x;
}
