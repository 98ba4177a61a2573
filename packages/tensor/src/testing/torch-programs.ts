import more from "../../fixtures/acceptance-backpropagation.json";
import attention from "../../fixtures/nn-attention.json";
import convolutions from "../../fixtures/nn-convolutions.json";
import losses from "../../fixtures/nn-losses.json";
import norms from "../../fixtures/nn-norms.json";
import pools from "../../fixtures/nn-pools.json";
import recurrent from "../../fixtures/nn-recurrent.json";
import elementwise from "../../fixtures/torch.json";
import arrays from "../../fixtures/torch-arrays.json";
import linalg from "../../fixtures/torch-linalg.json";
import type { Complex } from "../complex";
import * as library from "../index";
import { isTensor, type Tensor, tensor } from "../index";
import { operations } from "../nn-ops/fixture-operations";
import { decode, type FixtureArray, isArray } from "./fixture-arrays";
import { moreOperations } from "./more-operations";

// The operations of all PyTorch fixtures as functions of their leaves, so that a test can run each in either dtype.

/** An operation on certain inputs, with the gradients that PyTorch has for it. */
export interface TorchProgram {
  readonly op: string;
  /** Which file it stands in, and where. */
  readonly where: string;
  /** float64, as recorded. */
  readonly leaves: readonly Tensor[];
  /** Whether PyTorch computed in float32. */
  readonly single: boolean;
  run(leaves: readonly Tensor[]): readonly Tensor[];
  /** What the elements of the outputs are multiplied by before they are added up. Default cos(i + 1). */
  readonly weights?: readonly number[];
  readonly gradients: readonly (readonly number[])[];
  /** Whether it keeps gradients from part of its input on purpose, such as the row of a padding. */
  readonly holdsBack?: boolean;
}

type Call = (...args: unknown[]) => unknown;
const call = (op: string) => (library as unknown as Record<string, Call>)[op]!;
const numbers = (values: readonly (number | string)[]) => values.map(Number);

/** Every case with gradients of every fixture. */
export function torchPrograms(): TorchProgram[] {
  return [
    ...cased("torch", elementwise.cases as never, fromArguments),
    ...cased("torch-arrays", arrays.cases as never, fromArguments),
    ...cased("torch-linalg", linalg.cases as never, fromLinalg),
    ...[attention, convolutions, losses, norms, pools, recurrent].flatMap((file, i) =>
      cased(`networks ${i}`, file.cases as never, fromNetwork),
    ),
    ...cased("more", more.cases as never, fromMore),
  ].filter(({ leaves }) => leaves.length > 0);
}

function cased<C extends { readonly op: string }>(
  file: string,
  cases: readonly C[],
  read: (c: C) => Omit<TorchProgram, "op" | "where">,
): TorchProgram[] {
  return cases.map((c, i) => ({ op: c.op, where: `${file}, ${c.op}, case ${i}`, ...read(c) }));
}

interface ArgumentCase {
  readonly op: string;
  readonly args: readonly unknown[];
  readonly g?: FixtureArray;
  readonly grads: readonly FixtureArray[];
}

/** The leaves are the floating arrays among the arguments, wherever they stand. */
function fromArguments({ op, args, g, grads }: ArgumentCase): Omit<TorchProgram, "op" | "where"> {
  const leaves: Tensor[] = [];
  const isLeaf = (value: unknown): value is FixtureArray =>
    isArray(value) && /^float/.test(value.t);
  const collect = (value: unknown): void => {
    if (isLeaf(value)) leaves.push(float64(value.s, value.d));
    else if (Array.isArray(value)) value.forEach(collect);
  };
  args.forEach(collect);
  return {
    leaves,
    single: JSON.stringify(args).includes('"float32"'),
    run: (given) => {
      let next = 0;
      const fill = (value: unknown): unknown => {
        if (isLeaf(value)) return given[next++];
        return Array.isArray(value) ? value.map(fill) : decode(value);
      };
      const result = call(op)(...args.map(fill));
      return [isTensor(result) ? result : (result as { values: Tensor }).values];
    },
    ...(g && { weights: numbers(g.d) }),
    gradients: grads.map(({ d }) => numbers(d)),
  };
}

interface LinalgCase {
  readonly op: string;
  readonly args: readonly FixtureArray[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly part: string;
  readonly grads: readonly FixtureArray[];
}

function fromLinalg({ op, args, options, part, grads }: LinalgCase) {
  const { ord, p } = options;
  const number = typeof ord === "string" && ord.endsWith("Infinity") ? Number(ord) : ord;
  const all = ord === undefined ? options : { ...options, ord: number };
  return {
    leaves: args.map(({ s, d }) => float64(s, d)),
    single: args[0]!.t === "float32",
    run: (given: readonly Tensor[]) => {
      const transform = ["fft", "ifft", "irfft", "fftn"].includes(op);
      const inputs = transform ? [library.complex(given[0]!, given[1]!)] : given;
      if (op === "matrixPower") return [call(op)(inputs[0], p) as Tensor];
      if (op === "norm") return [call(op)(inputs[0], undefined, { ord: Number(ord) }) as Tensor];
      const last = Object.keys(all).length === 0 ? [] : [all];
      return [partOf(call(op)(...inputs, ...last), part)];
    },
    gradients: grads.map(({ d }) => numbers(d)),
  };
}

/** The part of a result that a case is about; squared where signs are not determined. */
function partOf(result: unknown, part: string): Tensor {
  if (part === "") return result as Tensor;
  if (part === "power") return library.complexAbs(result as Complex).square();
  const [name, square] = part.split(".");
  const x = (result as Record<string, Tensor>)[name!]!;
  return square === "square" ? x.square() : x;
}

type Plain = readonly [shape: readonly number[], values: readonly (number | string)[]];

interface NetworkCase {
  readonly op: string;
  readonly in: readonly (
    | null
    | Plain
    | { readonly int: Plain }
    | { readonly bool: Plain }
    | { readonly const: Plain }
  )[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly grads: readonly Plain[];
}

function fromNetwork({ op, in: inputs, options, grads }: NetworkCase) {
  const isLeaf = (x: NetworkCase["in"][number]): x is Plain => x !== null && "length" in x;
  return {
    leaves: inputs.filter(isLeaf).map((x) => float64(...x)),
    single: false,
    run: (given: readonly Tensor[]) => {
      let next = 0;
      const { dtype } = given[0]!;
      const list = inputs.map((x) => {
        if (x === null) return undefined;
        if (isLeaf(x)) return given[next++];
        if ("int" in x) return float64(...x.int).astype("int32");
        return "bool" in x ? float64(...x.bool).astype("bool") : float64(...x.const).astype(dtype);
      });
      const result = operations[op]!(list, options);
      // The running statistics of a batch norm are no part of its graph.
      return op === "batchNorm" ? [result].flat().slice(0, 1) : [result].flat();
    },
    gradients: grads.map(([, values]) => numbers(values)),
    holdsBack: options.paddingIndex !== undefined,
  };
}

interface MoreCase {
  readonly op: string;
  readonly in: readonly Plain[];
  readonly grads: readonly Plain[];
}

function fromMore({ op, in: inputs, grads }: MoreCase) {
  return {
    leaves: inputs.map((x) => float64(...x)),
    single: false,
    run: (given: readonly Tensor[]) => [moreOperations[op]!(...given)].flat(),
    gradients: grads.map(([, values]) => numbers(values)),
  };
}

function float64(shape: readonly number[], values: readonly (number | string)[]): Tensor {
  return tensor(Float64Array.from(values, Number), { shape });
}
