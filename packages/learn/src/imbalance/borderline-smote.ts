import { checkInteger, checkOneOf, RandomState } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { Matrix } from "../base/inputs";
import type { Labels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import { type Resampled, readRows, type SamplerRows } from "./base-sampler";
import { between, InterpolatingSampler } from "./interpolation";
import { nearestOthers } from "./neighbor-rows";
import {
  checkStrategy,
  rowsOfClass,
  type SamplingStrategy,
  samplingTargets,
} from "./sampling-strategy";
import { drawPairs } from "./smote";

/** The options of `BorderlineSMOTE`. */
export interface BorderlineSMOTEOptions {
  /** Which classes get more rows, and how many. Default "auto": all as many as the largest. */
  readonly samplingStrategy?: SamplingStrategy;
  /** Seed of the draws. Default a new one each time. */
  readonly seed?: number | undefined;
  /** Among how many neighbours a row finds its partner. Default 5. */
  readonly kNeighbors?: number;
  /** How many neighbours of any class tell whether a row is in danger. Default 10. */
  readonly mNeighbors?: number;
  /** Partners of the own class alone ("borderline-1"), or of all classes, others at most half of the way ("borderline-2"). */
  readonly kind?: "borderline-1" | "borderline-2";
}

/**
 * SMOTE that begins only at rows in danger: at least half of whose m nearest neighbours, but not all, are of other classes.
 *
 * Where no row of a class is in danger, none is made.
 *
 * @see Han, Wang and Mao (2005), Borderline-SMOTE, ICIC, 878–887.
 * @roadmap FEA-016
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3], [4], [3.6], [4.1], [9]];
 * const y = ["a", "a", "a", "a", "a", "b", "b", "b"];
 * const sampler = new BorderlineSMOTE({ kNeighbors: 1, mNeighbors: 3, seed: 0 });
 * sampler.fitResample(X, y)[1].join(""); // → aaaaabbbbb
 * ```
 */
export class BorderlineSMOTE extends InterpolatingSampler<BorderlineSMOTEOptions> {
  static override readonly typeName: string = "BorderlineSMOTE";
  readonly samplingStrategy: SamplingStrategy;
  readonly seed: number | undefined;
  readonly kNeighbors: number;
  readonly mNeighbors: number;
  readonly kind: "borderline-1" | "borderline-2";

  /** @throws ParameterError as `SMOTE`, for an unknown kind, and unless `mNeighbors` is an integer >= 1. */
  constructor({
    samplingStrategy = "auto",
    seed,
    kNeighbors = 5,
    mNeighbors = 10,
    kind = "borderline-1",
  }: BorderlineSMOTEOptions = {}) {
    super();
    const where = "BorderlineSMOTE";
    this.samplingStrategy = checkStrategy(where, "over", samplingStrategy);
    this.seed = checkSeed(where, seed);
    this.kNeighbors = checkInteger(where, "kNeighbors", kNeighbors, 1);
    this.mNeighbors = checkInteger(where, "mNeighbors", mNeighbors, 1);
    this.kind = checkOneOf(where, "kind", kind, ["borderline-1", "borderline-2"]);
    Object.freeze(this);
  }

  /**
   * The rows and labels, and after them the new ones.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y labels, shape (nSamples,)
   * @throws as `SMOTE.fitResample`, and ValueError for no more rows than `mNeighbors`.
   */
  fitResample(X: Matrix, y: Labels): Resampled<Tensor> {
    const where = "BorderlineSMOTE.fitResample";
    const rows = readRows(where, X, y);
    const targets = samplingTargets(where, "over", this.samplingStrategy, rows);
    const seed = this.seed ?? anySeed();
    const made = targets.flatMap((more, k) => {
      if (!more) return [];
      const values = this.#rowsOf(where, rows, { k, more, seed });
      return values ? [{ k, values }] : [];
    });
    return this.give(rows, made);
  }

  #rowsOf(
    where: string,
    rows: SamplerRows,
    { k, more, seed }: { readonly k: number; readonly more: number; readonly seed: number },
  ): Float64Array | undefined {
    const own = rows.X.take(rowsOfClass(rows.codes, k), 0);
    const danger = this.#inDanger(where, rows, own, k);
    if (danger.length === 0) return undefined;
    const from = own.take(danger, 0);
    const isFirst = this.kind === "borderline-1";
    const to = isFirst ? own : rows.X;
    const what = isFirst ? `rows of class ${rows.classes[k]}, one more than kNeighbors` : "rows";
    const neighbors = nearestOthers(where, [to, from], this.kNeighbors, what);
    const drawn = drawPairs(new RandomState(seed), neighbors, more);
    if (!isFirst) {
      // Not further than half of the way to a row of another class, by draws that begin anew.
      const random = new RandomState(seed);
      drawn.ends.forEach((end, i) => {
        if (rows.codes[end] !== k) drawn.steps[i]! *= 0.5 * random.uniform();
      });
    }
    return between({ from, to, ...drawn });
  }

  /** Which of a class's rows are in danger. */
  #inDanger(where: string, { X, codes }: SamplerRows, own: Tensor, k: number): Int32Array {
    const m = this.mNeighbors;
    const { indices } = nearestOthers(where, [X, own], m, "rows, one more than mNeighbors");
    const others = new Float64Array(own.shape[0]!);
    indices.forEach((row, at) => {
      if (codes[row] !== k) others[Math.floor(at / m)]! += 1;
    });
    return Int32Array.from([...others.keys()].filter((i) => others[i]! >= m / 2 && others[i]! < m));
  }
}
