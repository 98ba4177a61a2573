import { checkInteger } from "@gradus/core";

/** A seed for who did not give one: another one each time. */
export function anySeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}

/** The seed of an option. @throws ParameterError unless it is left out or an integer >= 0. */
export function checkSeed(where: string, seed: number | undefined): number | undefined {
  return seed === undefined ? undefined : checkInteger(where, "seed", seed);
}
