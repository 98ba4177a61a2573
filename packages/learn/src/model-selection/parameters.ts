import { checkInteger, describeValue, ParameterError, RandomGenerator, warn } from "@gradus/core";
import { anySeed, checkSeed } from "../base/seeds";
import { randomOf } from "./cross-validator";

/** One choice of options, by their names. */
export type ParamChoice = Readonly<Record<string, unknown>>;

/** The values of each option; several records are tried one after another. */
export type ParamGrid =
  | Readonly<Record<string, readonly unknown[]>>
  | readonly Readonly<Record<string, readonly unknown[]>>[];

/** Something that draws numbers: a distribution of @gradus/stats. */
export interface Drawable {
  rvs(size: number, options: { readonly random: RandomGenerator }): ArrayLike<number>;
}

/** The values of each option, or a distribution that they are drawn from. */
export type ParamDistributions = Readonly<Record<string, readonly unknown[] | Drawable>>;

/** A distribution that knows its quantiles: one of @gradus/stats. */
export interface QuantileDistribution {
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** The inverse of `cdf`. */
  ppf(p: number): number;
  /** P(X = x), of whole numbers. */
  pmf?(x: number): number;
}

/** The values of each option, or a distribution with quantiles. */
export type QuantileDistributions = Readonly<
  Record<string, readonly unknown[] | QuantileDistribution>
>;

/**
 * Every combination of the values in a grid: the names in their alphabetic order, the last one changing first.
 *
 * @throws ParameterError for an option without values, or with something else than a list of them.
 * @example
 * ```ts
 * parameterGrid({ alpha: [1, 2], fitIntercept: [true, false] }).length; // → 4
 * ```
 */
export function parameterGrid(grid: ParamGrid): ParamChoice[] {
  const records = Array.isArray(grid) ? grid : [grid];
  return records.flatMap((record: Readonly<Record<string, readonly unknown[]>>) => {
    let choices: Record<string, unknown>[] = [{}];
    for (const name of Object.keys(record).sort()) {
      const values = checkValues("parameterGrid", name, record[name]);
      choices = choices.flatMap((choice) => values.map((value) => ({ ...choice, [name]: value })));
    }
    return choices;
  });
}

/**
 * Choices of options that are drawn: from lists alone without repetition, otherwise each value anew.
 *
 * @param seed the same seed gives the same choices
 * @throws ParameterError for an option without values, or unless nIter is a whole number above 0.
 * @example
 * ```ts
 * parameterSampler({ alpha: [1, 2, 3], fitIntercept: [true, false] }, 4, 0).length; // → 4
 * ```
 */
export function parameterSampler(
  distributions: ParamDistributions,
  nIter: number,
  seed?: number,
): ParamChoice[] {
  const where = "parameterSampler";
  checkInteger(where, "nIter", nIter, 1);
  const checked = checkSeed(where, seed) ?? anySeed();
  if (Object.values(distributions).every(Array.isArray)) {
    return chosenFromGrid(where, distributions as ParamGrid, nIter, checked);
  }
  const random = new RandomGenerator(checked);
  const names = Object.keys(distributions).sort();
  return Array.from({ length: nIter }, () =>
    Object.fromEntries(
      names.map((name) => [name, draw(where, name, distributions[name]!, random)]),
    ),
  );
}

function chosenFromGrid(
  where: string,
  grid: ParamGrid,
  nIter: number,
  seed: number,
): ParamChoice[] {
  const all = parameterGrid(grid);
  if (all.length < nIter) {
    warn(
      "data",
      `${where}: expected at least ${nIter} combinations of the lists, got ${all.length}; each is tried once`,
    );
  }
  const order = randomOf(seed).permutation(all.length);
  return Array.from(order.subarray(0, nIter), (i) => all[i]!);
}

function draw(
  where: string,
  name: string,
  values: readonly unknown[] | Drawable,
  random: RandomGenerator,
): unknown {
  if (typeof (values as Drawable)?.rvs === "function") {
    return (values as Drawable).rvs(1, { random })[0];
  }
  const list = checkValues(where, name, values);
  return list[Math.floor(random.uniform() * list.length)];
}

function checkValues(where: string, name: string, values: unknown): readonly unknown[] {
  if (Array.isArray(values) && values.length > 0) return values;
  throw new ParameterError(
    `${where}: ${name} must be a list of at least one value, got ${describeValue(values)}`,
  );
}
