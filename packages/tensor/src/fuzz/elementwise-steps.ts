import type { DType } from "../index";
import * as g from "../index";
import type { Naive } from "./naive";
import * as n from "./naive";
import { type Draw, floating, oneOf } from "./steps";

/** The library, to be called by name. */
const engine: typeof g = g;

const curves = {
  exp: Math.exp,
  exp2: (x: number) => 2 ** x,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  sin: Math.sin,
  cos: Math.cos,
  sinh: Math.sinh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  atan: Math.atan,
  cbrt: Math.cbrt,
  sqrt: Math.sqrt,
  floor: Math.floor,
  trunc: Math.trunc,
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
};
type CurveName = keyof typeof curves;

export const curveOf =
  (names: readonly CurveName[]): Draw =>
  (r, a) => {
    const name = oneOf(r, names);
    return {
      text: name,
      engine: () => engine[name](a.x),
      naive: () => n.map(a.n, floating(a.n.dtype), curves[name]),
      ulps: 8,
    };
  };

export const curve = curveOf(Object.keys(curves) as CurveName[]);

const whole: Record<"neg" | "abs" | "square" | "sign" | "relu", (x: number) => number> = {
  neg: (x) => -x,
  abs: Math.abs,
  square: (x) => x * x,
  sign: Math.sign,
  relu: (x) => Math.max(x, 0),
};

export const keepsType: Draw = (r, a) => {
  const name = oneOf(r, Object.keys(whole) as (keyof typeof whole)[]);
  const naive = () => {
    if (a.n.dtype === "bool") n.refuse("a bool");
    const f =
      name === "square" && a.n.dtype === "int32" ? (x: number) => Math.imul(x, x) : whole[name];
    return n.map(a.n, a.n.dtype, f);
  };
  return { text: name, engine: () => engine[name](a.x), naive, ulps: 1 };
};

/** Arithmetic by name: for floating numbers, and for integers where that differs. */
const arithmetic = {
  add: { f: (a: number, b: number) => a + b },
  sub: { f: (a: number, b: number) => a - b },
  mul: { f: (a: number, b: number) => a * b, i: Math.imul },
  div: { f: (a: number, b: number) => a / b },
  maximum: { f: Math.max },
  minimum: { f: Math.min },
  mod: { f: (a: number, b: number) => (b === 0 ? Number.NaN : a - b * Math.floor(a / b)) },
} satisfies Record<
  string,
  { f: (a: number, b: number) => number; i?: (a: number, b: number) => number }
>;

type ArithmeticName = keyof typeof arithmetic;

function arithmeticOf(name: ArithmeticName, a: Naive, b: Naive, common: DType): Naive {
  if (common === "bool") {
    if (name === "sub" || name === "mod") n.refuse("two bools");
    if (name === "add") return n.zip(a, b, "bool", Math.max);
    if (name === "mul") return n.zip(a, b, "bool", Math.min);
  }
  const dtype = name === "div" ? floating(common) : common;
  const rule: { f: (a: number, b: number) => number; i?: (a: number, b: number) => number } =
    arithmetic[name];
  const f = n.isFloat(dtype) ? rule.f : (rule.i ?? rule.f);
  if (name === "mod" && !n.isFloat(dtype) && n.flatten(b.data).includes(0))
    n.refuse("a division by 0");
  const round = (value: number) => n.stored(dtype, value);
  return n.zip(a, b, dtype, (x, y) => f(round(x), round(y)));
}

export const twoOperandsOf =
  (names: readonly ArithmeticName[]): Draw =>
  (r, a, b) => {
    const name = oneOf(r, names);
    return {
      text: name,
      engine: () => engine[name](a.x, b.x),
      naive: () => arithmeticOf(name, a.n, b.n, n.promote(a.n.dtype, b.n.dtype)),
      ulps: name === "mod" ? 64 : 1,
    };
  };

export const twoOperands = twoOperandsOf(Object.keys(arithmetic) as ArithmeticName[]);

export const withNumber: Draw = (r, a) => {
  const name = oneOf(r, ["add", "sub", "mul", "div", "maximum", "minimum"] as const);
  const value = oneOf(r, [0.5, -2, 3, 1.75, 7, 200]);
  const left = r.uniform() < 0.3;
  const number = (): Naive => ({ dtype: "float64", shape: [], data: value });
  return {
    text: `${name} ${left ? "of" : "with"} ${value}`,
    engine: () => (left ? engine[name](value, a.x) : engine[name](a.x, value)),
    naive: () => {
      const common = n.promoteNumber(a.n.dtype, value);
      const [p, q] = left ? [number(), a.n] : [a.n, number()];
      return arithmeticOf(name, p, q, common);
    },
    ulps: 1,
  };
};

const comparisons: Record<
  "equal" | "notEqual" | "less" | "lessEqual" | "greater" | "greaterEqual",
  (a: number, b: number) => boolean
> = {
  equal: (a, b) => a === b,
  notEqual: (a, b) => a !== b,
  less: (a, b) => a < b,
  lessEqual: (a, b) => a <= b,
  greater: (a, b) => a > b,
  greaterEqual: (a, b) => a >= b,
};

export const comparison: Draw = (r, a, b) => {
  const name = oneOf(r, Object.keys(comparisons) as (keyof typeof comparisons)[]);
  return {
    text: name,
    engine: () => engine[name](a.x, b.x),
    naive: () => n.zip(a.n, b.n, "bool", (p, q) => Number(comparisons[name](p, q))),
    ulps: 0,
  };
};

export const where: Draw = (_r, a, b, c) => ({
  text: "where",
  engine: () => g.where(a.x, b.x, c.x),
  naive: () => {
    if (a.n.dtype !== "bool") n.refuse("a condition that is not bool");
    const dtype = n.promote(b.n.dtype, c.n.dtype);
    const shape = n.broadcast(a.n.shape, n.broadcast(b.n.shape, c.n.shape));
    const data = n.build(shape, (i) => n.stored(dtype, n.pick(n.pick(a.n, i) ? b.n : c.n, i)));
    return { dtype, shape, data };
  },
  ulps: 0,
});
