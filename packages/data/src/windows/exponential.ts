import {
  checkBetween,
  checkBoolean,
  checkInteger,
  checkPositive,
  ParameterError,
} from "@gradus/core";
import { makeColumn } from "../column/make-column";
import type { NumberColumn } from "../column/number-column";

/** How fast the weights of older values decay; exactly one of `alpha`, `span`, `com` and `halflife` is given. */
export interface ExponentialOptions {
  /** The weight of the newest value, above 0 and at most 1. */
  readonly alpha?: number;
  /** alpha = 2 / (span + 1). */
  readonly span?: number;
  /** Centre of mass: alpha = 1 / (com + 1). */
  readonly com?: number;
  /** After so many rows the weight is half. */
  readonly halflife?: number;
  /** Whether the weights of the first rows are divided by their sum, else the first value stands for all before. Default true. */
  readonly adjust?: boolean;
  /** Whether a missing value leaves the weights of those before as they are. Default false. */
  readonly ignoreMissing?: boolean;
  /** With fewer values up to a row the result is missing. Default 1. */
  readonly minPeriods?: number;
}

/**
 * Means and deviations in which each older value weighs less by the factor 1 − alpha.
 *
 * @example
 * ```ts
 * const price = new NumberColumn("price", Float64Array.of(2, 4, 8));
 * price.ewm({ alpha: 0.5, adjust: false }).mean().toArray(); // → [2, 3, 5.5]
 * ```
 */
export class ExponentialColumn {
  readonly #name: string;
  readonly #values: Float64Array;
  readonly #alpha: number;
  readonly #adjust: boolean;
  readonly #ignoreMissing: boolean;
  readonly #minPeriods: number;

  /** @internal made by `ewm` */
  constructor(name: string, values: Float64Array, options: ExponentialOptions) {
    const where = "Column.ewm";
    this.#name = name;
    this.#values = values;
    this.#alpha = decay(where, options);
    this.#adjust = checkBoolean(where, "adjust", options.adjust ?? true);
    this.#ignoreMissing = checkBoolean(where, "ignoreMissing", options.ignoreMissing ?? false);
    this.#minPeriods = checkInteger(where, "minPeriods", options.minPeriods ?? 1);
  }

  /** The weighted mean of the values up to each row. */
  mean(): NumberColumn {
    return makeColumn.number(this.#name, this.#run().means);
  }

  /** The weighted variance; unless `bias`, corrected for the number of values that the weights amount to. */
  variance({ bias = false }: { readonly bias?: boolean } = {}): NumberColumn {
    return makeColumn.number(this.#name, this.#run(bias).variances);
  }

  /** The square root of the weighted variance. */
  std(options: { readonly bias?: boolean } = {}): NumberColumn {
    return makeColumn.number(this.#name, this.variance(options).values.map(Math.sqrt));
  }

  #run(bias = false) {
    const values = this.#values;
    const means = new Float64Array(values.length).fill(Number.NaN);
    const variances = means.slice();
    const state = { mean: Number.NaN, variance: 0, weights: 1, squares: 1, old: 1 };
    let nSeen = 0;
    for (let i = 0; i < values.length; i++) {
      if (!Number.isNaN(values[i])) nSeen++;
      this.#step(state, values[i]!);
      if (nSeen < Math.max(1, this.#minPeriods)) continue;
      means[i] = state.mean;
      const left = state.weights ** 2 - state.squares;
      const correction = bias ? 1 : left > 0 ? state.weights ** 2 / left : Number.NaN;
      variances[i] = correction * state.variance;
    }
    return { means, variances };
  }

  #step(state: ExponentialState, value: number): void {
    const isMissing = Number.isNaN(value);
    if (Number.isNaN(state.mean)) {
      state.mean = value;
      return;
    }
    if (isMissing && this.#ignoreMissing) return;
    const factor = 1 - this.#alpha;
    state.weights *= factor;
    state.squares *= factor * factor;
    state.old *= factor;
    if (isMissing) return;
    const own = this.#adjust ? 1 : this.#alpha;
    const { old, mean, variance } = state;
    const total = old + own;
    const next = mean === value ? mean : (old * mean + own * value) / total;
    state.variance = (old * (variance + (mean - next) ** 2) + own * (value - next) ** 2) / total;
    state.mean = next;
    state.weights += own;
    state.squares += own * own;
    state.old = total;
    if (this.#adjust) return;
    state.weights /= total;
    state.squares /= total * total;
    state.old = 1;
  }
}

interface ExponentialState {
  mean: number;
  variance: number;
  weights: number;
  squares: number;
  old: number;
}

function decay(where: string, { alpha, span, com, halflife }: ExponentialOptions): number {
  const given = Object.entries({ alpha, span, com, halflife }).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length !== 1) {
    const names = given.map(([name]) => name).join(" and ");
    throw new ParameterError(
      `${where}: expected one of alpha, span, com and halflife, got ${names || "none"}`,
    );
  }
  if (alpha !== undefined)
    return checkBetween(where, "alpha", checkPositive(where, "alpha", alpha), [0, 1]);
  if (span !== undefined) return 2 / (checkBetween(where, "span", span, [1, Number.MAX_VALUE]) + 1);
  if (com !== undefined) return 1 / (checkBetween(where, "com", com, [0, Number.MAX_VALUE]) + 1);
  return 1 - Math.exp(-Math.LN2 / checkPositive(where, "halflife", halflife!));
}
