import { expect } from "vitest";
import { noGrad, ones, type Tensor, tensor } from "../index";
import { operations } from "../nn-ops/fixture-operations";

// How the tests run a case of the fixtures that reference/tensor_nn.py and tensor_recurrent.py write.

type FixtureArray = readonly [readonly number[], readonly (number | string)[]];

type FixtureInput =
  | null
  | FixtureArray
  | { readonly int: FixtureArray }
  | { readonly bool: FixtureArray }
  | { readonly const: FixtureArray };

/** One call: inputs, and what PyTorch gives for values and gradients. */
export interface FixtureCase {
  readonly op: string;
  readonly in: readonly FixtureInput[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly out: readonly FixtureArray[];
  readonly grads: readonly FixtureArray[];
}

/** Allowed error, relative to the largest number of a result or 1: PyTorch's side is computed in float64. */
const tolerance = { float64: 1e-10, float32: 1e-5 };

/** Holds an operation's values and gradients against a case. */
export function check(c: FixtureCase, dtype: "float64" | "float32"): void {
  const where = `${c.op} ${JSON.stringify(c.options)} ${JSON.stringify(c.in.map(shapeOf))}`;
  const leaves: Tensor[] = [];
  const inputs = c.in.map((x) => read(x, dtype, leaves));
  const result = operations[c.op]!(inputs, c.options);
  const outputs = Array.isArray(result) ? result : [result];
  expect(outputs.length, where).toBe(c.out.length);
  let loss = tensor(0, { dtype });
  outputs.forEach((y, i) => {
    expectClose(y, c.out[i]!, dtype, `${where} output ${i}`);
    if (y.requiresGrad) loss = loss.add(y.flatten().mul(weights(y.size, dtype)).sum());
  });
  if (loss.requiresGrad) loss.backward();
  leaves.forEach((x, i) => {
    const gradient = x.grad ?? noGrad(() => x.mul(0));
    expectClose(gradient, c.grads[i]!, dtype, `${where} gradient ${i}`);
  });
}

function shapeOf(x: FixtureInput): unknown {
  if (x === null) return null;
  return "length" in x ? x[0] : Object.values(x as Record<string, FixtureArray>)[0]![0];
}

function read(x: FixtureInput, dtype: "float64" | "float32", leaves: Tensor[]): Tensor | undefined {
  if (x === null) return undefined;
  if ("length" in x) {
    const leaf = toTensor(x).astype(dtype).detach();
    leaf.requiresGrad = true;
    leaves.push(leaf);
    return leaf;
  }
  if ("int" in x) return toTensor(x.int).astype("int32");
  return "bool" in x ? toTensor(x.bool).astype("bool") : toTensor(x.const).astype(dtype);
}

function toTensor([shape, values]: FixtureArray): Tensor {
  return tensor(Float64Array.from(values, Number), { shape });
}

function weights(n: number, dtype: "float64" | "float32"): Tensor {
  if (n === 0) return ones(0, { dtype });
  return tensor(Float64Array.from({ length: n }, (_, i) => Math.cos(i + 1))).astype(dtype);
}

function expectClose(
  got: Tensor,
  [shape, values]: FixtureArray,
  dtype: "float64" | "float32",
  where: string,
): void {
  expect(got.shape, where).toEqual(shape);
  if (got.dtype !== "int32" && got.dtype !== "bool") expect(got.dtype, where).toBe(dtype);
  const wanted = values.map(Number);
  const size = Math.max(1, ...wanted.map(Math.abs).filter(Number.isFinite));
  const found = got.data();
  const off = wanted.flatMap((want, i) => {
    const same = Object.is(want, found[i]) || want === found[i];
    const close = same || Math.abs(found[i]! - want) <= tolerance[dtype] * size;
    return close ? [] : `[${i}]: expected ${want}, got ${found[i]}`;
  });
  expect(off, where).toEqual([]);
}
