import { encodeOnnx, type OnnxOptions } from "@gradus/files";
import type { BaseEstimator } from "@gradus/learn";
import * as ort from "onnxruntime-web";

ort.env.logLevel = "error";
ort.env.wasm.numThreads = 1;

/** What onnxruntime's input is made of: a matrix of numbers, or the columns of a table. */
export type OnnxInput =
  | readonly (readonly number[])[]
  | Readonly<Record<string, readonly unknown[]>>;

/** Runs an estimator in onnxruntime, and gives its outputs as flat lists with their shapes. */
export async function runOnnx(
  model: Pick<BaseEstimator<object, object>, "nFeaturesIn" | "featureNamesIn" | "toGraph">,
  input: OnnxInput,
  options: OnnxOptions = {},
): Promise<
  Record<string, { readonly data: (number | string)[]; readonly dims: readonly number[] }>
> {
  const session = await ort.InferenceSession.create(encodeOnnx(model, options));
  const feeds = isMatrix(input)
    ? { X: numbersOf(input.flat(), [input.length, input[0]!.length], options) }
    : Object.fromEntries(
        session.inputNames.map((name) => {
          const cells = input[name]!;
          const dims = [cells.length, 1];
          const isText = cells.some((cell) => typeof cell === "string");
          const own = isText
            ? new ort.Tensor(
                "string",
                cells.map((cell) => (cell ?? "") as string),
                dims,
              )
            : numbersOf(
                cells.map((cell) => Number(cell ?? Number.NaN)),
                dims,
                options,
              );
          return [name, own];
        }),
      );
  const results = await session.run(feeds);
  const outputs = Object.entries(results).map(([name, value]) => {
    const data = Array.from(value.data as ArrayLike<number | bigint | string>, (cell) =>
      typeof cell === "bigint" ? Number(cell) : cell,
    );
    return [name, { data, dims: value.dims }] as const;
  });
  await session.release();
  return Object.fromEntries(outputs);
}

function isMatrix(input: OnnxInput): input is readonly (readonly number[])[] {
  return Array.isArray(input);
}

function numbersOf(values: readonly number[], dims: readonly number[], { precision }: OnnxOptions) {
  return precision === "float64"
    ? new ort.Tensor("float64", Float64Array.from(values), dims)
    : new ort.Tensor("float32", Float32Array.from(values), dims);
}
