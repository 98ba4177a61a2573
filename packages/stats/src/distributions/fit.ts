import { ParameterError, ValueError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { type Domains, real } from "./parameters";
import { minimizeSimplex } from "./simplex";
import { numbersOf } from "./values";

/** A sample: finite numbers, at least one. */
export type FitData = readonly number[] | Float64Array | Tensor;

/** What a fit may not change. */
export interface FitOptions {
  /** Parameters with their values; the default is the family's, as `{ loc: 0 }` where everything is positive. */
  readonly fixed?: Readonly<Record<string, number>>;
}

interface Likelihood<P> {
  readonly fixed: Readonly<Record<string, number>>;
  readonly domains: Domains<P>;
  logpdf(parameters: P, x: Float64Array): Float64Array;
  support(parameters: P): readonly [number, number];
  guess?: ((x: Float64Array, fixed: Readonly<Record<string, number>>) => Partial<P>) | undefined;
  solve?: ((x: Float64Array, fixed: Readonly<Record<string, number>>) => P | undefined) | undefined;
}

/** A sample as flat numbers. @throws ValueError unless they are finite, at least one. */
export function checkSample(where: string, data: FitData): Float64Array {
  const x = numbersOf(data);
  if (x.length === 0)
    throw new ValueError(`${where}: data must hold at least one number, got none`);
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new ValueError(`${where}: data must be finite, got ${x[bad]} at ${bad}`);
  }
  return x;
}

/** The likeliest parameters: by a formula, or by a search from the family's guess. */
export function maximizeLikelihood<P>(where: string, data: FitData, of: Likelihood<P>): P {
  const x = checkSample(where, data);
  const names = Object.keys(of.domains);
  for (const [name, value] of Object.entries(of.fixed)) {
    if (!names.includes(name)) {
      throw new ParameterError(`${where}: fixed may name ${names.join(", ")}, got ${name}`);
    }
    const { holds, expected } = of.domains[name as keyof P];
    if (!holds(value))
      throw new ParameterError(`${where}: ${name} must be ${expected}, got ${value}`);
  }
  const solved = of.solve?.(x, of.fixed);
  const found = solved ?? search(x, of);
  const [low, high] = of.support(found);
  const outside = x.find((value) => value < low || value > high);
  if (outside !== undefined) {
    throw new ValueError(`${where}: data must be from ${low} to ${high}, got ${outside}`);
  }
  return found;
}

function search<P>(x: Float64Array, of: Likelihood<P>): P {
  const guess = { ...startOf(x), ...of.guess?.(x, of.fixed), ...of.fixed } as Record<
    string,
    number
  >;
  const free = Object.keys(of.domains).filter((name) => !(name in of.fixed));
  const domain = (name: string) => of.domains[name as keyof P] ?? real;
  const at = (u: readonly number[]) => {
    const values = free.map((name, i) => [name, domain(name).fromReal!(u[i]!)]);
    return { ...guess, ...Object.fromEntries(values) } as P;
  };
  const loss = (u: readonly number[]) => {
    const parameters = at(u) as Record<string, number>;
    if (!free.every((name) => domain(name).holds(parameters[name]!)))
      return Number.POSITIVE_INFINITY;
    let sum = 0;
    for (const value of of.logpdf(parameters as P, x)) sum -= value;
    return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum / x.length;
  };
  const start = free.map((name) => domain(name).toReal!(guess[name] ?? 1));
  const best = at(minimizeSimplex(loss, start)) as Record<string, number>;
  return Object.fromEntries(Object.keys(of.domains).map((name) => [name, best[name]!])) as P;
}

/** The mean and standard deviation of a sample, as loc and scale. */
export function startOf(x: Float64Array): { loc: number; scale: number } {
  const loc = meanOf(x);
  const scale = Math.sqrt(meanOf(x.map((value) => (value - loc) ** 2)));
  return { loc, scale: scale || 1 };
}

/** The mean of numbers. */
export function meanOf(x: Float64Array): number {
  let sum = 0;
  for (const value of x) sum += value;
  return sum / x.length;
}

/** The root of a falling function of one positive number, by Newton's steps from a guess. */
export function newton(guess: number, step: (x: number) => number): number {
  let x = guess;
  for (let i = 0; i < 100; i++) {
    const next = x - step(x);
    const bounded = next > 0 ? next : x / 2;
    if (Math.abs(bounded - x) <= 1e-15 * x) return bounded;
    x = bounded;
  }
  return x;
}
