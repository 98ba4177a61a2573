// Two features of two classes: normal, with the same spread 1 and correlation ρ within each class.
import { RandomGenerator } from "@gradus/core";
import { ndtr } from "@gradus/stats";

export interface Pair {
  /** How far apart the classes' means are in each feature. */
  readonly first: number;
  readonly second: number;
  /** Correlation within a class, between −1 and 1. */
  readonly rho: number;
}

/** The distance of the classes, in spreads, that both features together have (Mahalanobis). */
export function distance({ first, second, rho }: Pair): number {
  return Math.sqrt((first ** 2 - 2 * rho * first * second + second ** 2) / (1 - rho ** 2));
}

/** The share that the best rule has right, for classes at such a distance. */
export function right(apart: number): number {
  return ndtr(Math.abs(apart) / 2);
}

const random = new RandomGenerator(5);
const draws = Array.from({ length: 150 }, () => [random.normal(), random.normal()] as const);

/** Rows of one class, or of the other. */
export function rows({ first, second, rho }: Pair, isOther: boolean): [number, number][] {
  const side = isOther ? 0.5 : -0.5;
  return draws
    .filter((_, i) => (i % 2 === 0) === isOther)
    .map(([u, v]) => [side * first + u, side * second + rho * u + Math.sqrt(1 - rho ** 2) * v]);
}
