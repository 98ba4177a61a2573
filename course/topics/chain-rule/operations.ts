// The operations of a formula: value and slopes stand together.

/** An operation of one or two numbers. */
export interface Operation {
  /** What its box says. */
  readonly sign: string;
  readonly arity: 1 | 2;
  value(a: number, b: number): number;
  /** How fast the value changes with each input; y is the value itself. */
  slopes(a: number, b: number, y: number): readonly number[];
}

const one = (
  sign: string,
  value: (a: number) => number,
  slope: (a: number, y: number) => number,
): Operation => ({ sign, arity: 1, value, slopes: (a, _, y) => [slope(a, y)] });

const two = (
  sign: string,
  value: (a: number, b: number) => number,
  slopes: (a: number, b: number, y: number) => readonly [number, number],
): Operation => ({ sign, arity: 2, value, slopes });

/** By name; those of one input can be typed as functions. */
export const operations: Readonly<Record<string, Operation>> = {
  add: two(
    "+",
    (a, b) => a + b,
    () => [1, 1],
  ),
  sub: two(
    "−",
    (a, b) => a - b,
    () => [1, -1],
  ),
  mul: two(
    "×",
    (a, b) => a * b,
    (a, b) => [b, a],
  ),
  div: two(
    "÷",
    (a, b) => a / b,
    (_, b, y) => [1 / b, -y / b],
  ),
  pow: two(
    "^",
    (a, b) => a ** b,
    (a, b, y) => [
      b === 0 ? 0 : b * a ** (b - 1),
      a > 0 ? y * Math.log(a) : 0, // an exponent below a base that is not positive must stay as it is
    ],
  ),
  neg: one(
    "−( )",
    (a) => -a,
    () => -1,
  ),
  exp: one("exp", Math.exp, (_, y) => y),
  log: one("log", Math.log, (a) => 1 / a),
  sqrt: one("√", Math.sqrt, (_, y) => 1 / (2 * y)),
  sin: one("sin", Math.sin, Math.cos),
  cos: one("cos", Math.cos, (a) => -Math.sin(a)),
  tanh: one("tanh", Math.tanh, (_, y) => 1 - y * y),
  sigmoid: one(
    "sigmoid",
    (a) => 1 / (1 + Math.exp(-a)),
    (_, y) => y * (1 - y),
  ),
  relu: one(
    "relu",
    (a) => Math.max(a, 0),
    (a) => (a > 0 ? 1 : 0),
  ),
};
