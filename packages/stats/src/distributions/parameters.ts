import { describeValue, ParameterError } from "@gradus/core";

/** Which values a parameter may have, and how a search without bounds goes through them. */
export interface Domain {
  readonly expected: string;
  holds(x: number): boolean;
  /** From the domain to the real numbers and back; none for whole numbers. */
  readonly toReal?: (x: number) => number;
  readonly fromReal?: (u: number) => number;
}

/** Any finite number. */
export const real: Domain = {
  expected: "a finite number",
  holds: Number.isFinite,
  toReal: (x) => x,
  fromReal: (u) => u,
};

/** A finite number > 0. */
export const positive: Domain = {
  expected: "a finite number > 0",
  holds: (x) => Number.isFinite(x) && x > 0,
  toReal: Math.log,
  fromReal: Math.exp,
};

/** A number from 0 to 1. */
export const probability: Domain = {
  expected: "a number from 0 to 1",
  holds: (x) => x >= 0 && x <= 1,
  toReal: (x) => Math.log(Math.max(x, 1e-12) / Math.max(1 - x, 1e-12)),
  fromReal: (u) => 1 / (1 + Math.exp(-u)),
};

/** A probability > 0. */
export const chance: Domain = {
  expected: "a number above 0 and at most 1",
  holds: (x) => x > 0 && x <= 1,
};

/** An integer ≥ 0. */
export const count: Domain = {
  expected: "an integer >= 0",
  holds: (x) => Number.isSafeInteger(x) && x >= 0,
};

/** Any integer. */
export const integer: Domain = { expected: "an integer", holds: Number.isSafeInteger };

/** A number that may be infinite too, for an end of a range. */
export const end: Domain = { expected: "a number", holds: (x) => !Number.isNaN(x) };

/** The domains of a distribution's parameters by their names. */
export type Domains<P> = { readonly [K in keyof P]: Domain };

/**
 * The parameters with all names present, in the domains' order.
 * @throws ParameterError for a value outside its domain, a missing parameter without a default or an unknown name.
 */
export function checkParameters<P>(
  where: string,
  domains: Domains<P>,
  given: Readonly<Record<string, number | undefined>>,
  defaults: Readonly<Record<string, number>>,
): P {
  const known = Object.keys(domains);
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) {
      throw new ParameterError(`${where}: parameters are ${known.join(", ")}, got ${name}`);
    }
  }
  const checked = known.map((name) => {
    const domain = domains[name as keyof P];
    const value = given[name] ?? defaults[name];
    if (typeof value !== "number" || !domain.holds(value)) {
      throw new ParameterError(
        `${where}: ${name} must be ${domain.expected}, got ${describeValue(value)}`,
      );
    }
    return [name, value];
  });
  return Object.freeze(Object.fromEntries(checked)) as P;
}
