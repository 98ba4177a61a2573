import { RandomGenerator } from "@gradus/core";

// Nine settings of two options of which one matters, for the figure.

export interface Nine {
  readonly settings: readonly (readonly [matters: number, idle: number])[];
  /** How many different values of the option that matters were tried. */
  readonly values: number;
  readonly best: number;
}

/** The score at a value of the option that matters: 1 at the peak, and a tenth of a range away 0.37. */
export function scoreAt(x: number, peak: number): number {
  return Math.exp(-(((x - peak) / 0.1) ** 2));
}

export function nineOf(kind: "grid" | "random", peak: number, seed: number): Nine {
  const random = new RandomGenerator(seed);
  const third = [1 / 6, 1 / 2, 5 / 6];
  const settings =
    kind === "grid"
      ? third.flatMap((x) => third.map((y) => [x, y] as const))
      : Array.from({ length: 9 }, () => [random.uniform(), random.uniform()] as const);
  return {
    settings,
    values: new Set(settings.map(([x]) => x)).size,
    best: Math.max(...settings.map(([x]) => scoreAt(x, peak))),
  };
}
