// What a random program is made of.

import type { RandomGenerator } from "@gradus/core";
import type { DType, Tensor } from "../index";
import type { Naive } from "./naive";

/** A tensor and its double. */
export interface Entry {
  readonly x: Tensor;
  readonly n: Naive;
}

/** One step of a program, for both sides. */
export interface Step {
  readonly text: string;
  readonly engine: () => Tensor;
  readonly naive: () => Naive;
  /** How far apart results may be, in units of the last place of the largest. */
  readonly ulps: number;
}

export type Draw = (r: RandomGenerator, a: Entry, b: Entry, c: Entry) => Step;

export const dtypes: readonly DType[] = ["float64", "float32", "int32", "uint8", "bool"];

export function oneOf<T>(r: RandomGenerator, list: readonly T[]): T {
  return list[r.integer(0, list.length)]!;
}

/** Mostly an axis that is there, sometimes one that is not. */
export function anAxis(r: RandomGenerator, ndim: number): number {
  return r.uniform() < 0.05 ? r.integer(-6, 7) : r.integer(-Math.max(1, ndim), Math.max(1, ndim));
}

export const floating = (dtype: DType): DType => (dtype === "float32" ? "float32" : "float64");

/** What NumPy itself does not settle, such as products of bools: the program goes on without the step. */
export class Unsettled extends Error {}
