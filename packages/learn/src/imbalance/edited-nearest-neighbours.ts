import { checkInteger, checkOneOf } from "@gradus/core";
import type { Matrix } from "../base/inputs";
import type { Labels } from "../base/labels";
import { type Resampled, readRows } from "./base-sampler";
import { nearestOthers } from "./neighbor-rows";
import { RowSampler } from "./row-sampler";
import {
  type CleaningStrategy,
  checkStrategy,
  rowsOfClass,
  samplingTargets,
} from "./sampling-strategy";

/** The options of `EditedNearestNeighbours`. */
export interface EditedNearestNeighboursOptions {
  /** Of which classes rows are taken out. Default "auto": all but the smallest. */
  readonly samplingStrategy?: CleaningStrategy;
  /** How many neighbours are asked. Default 3. */
  readonly nNeighbors?: number;
  /** A row stays if all of its neighbours have its class ("all", the default), or most of them ("mode"). */
  readonly kindSel?: "all" | "mode";
}

/**
 * Takes out rows whose neighbours are of other classes: what is noise, or lies on the wrong side of the border.
 *
 * Of equally frequent classes "mode" takes the first in the order of the labels. The rows come out class by class.
 *
 * @see Wilson (1972), IEEE Transactions on Systems, Man, and Cybernetics 2(3), 408–421.
 * @roadmap FEA-017
 * @example
 * ```ts
 * const X = [[0], [1], [2], [8], [7], [9]];
 * const sampler = new EditedNearestNeighbours({ nNeighbors: 1 });
 * sampler.fitResample(X, ["a", "a", "a", "a", "b", "b"])[1].join(""); // → aaabb
 * ```
 */
export class EditedNearestNeighbours extends RowSampler<Required<EditedNearestNeighboursOptions>> {
  static override readonly typeName: string = "EditedNearestNeighbours";
  readonly samplingStrategy: CleaningStrategy;
  readonly nNeighbors: number;
  readonly kindSel: "all" | "mode";

  /** @throws ParameterError for a strategy or kind that is none, and unless `nNeighbors` is an integer >= 1. */
  constructor({
    samplingStrategy = "auto",
    nNeighbors = 3,
    kindSel = "all",
  }: EditedNearestNeighboursOptions = {}) {
    super();
    const where = "EditedNearestNeighbours";
    this.samplingStrategy = checkStrategy(where, "clean", samplingStrategy);
    this.nNeighbors = checkInteger(where, "nNeighbors", nNeighbors, 1);
    this.kindSel = checkOneOf(where, "kindSel", kindSel, ["all", "mode"]);
    Object.freeze(this);
  }

  /**
   * The rows that are left, class by class, and their labels.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y labels, shape (nSamples,)
   * @throws as `TomekLinks.fitResample`, and ValueError for no more rows than `nNeighbors`.
   */
  fitResample<Rows extends Matrix>(X: Rows, y: Labels): Resampled<Rows> {
    const where = "EditedNearestNeighbours.fitResample";
    const rows = readRows(where, X, y);
    const { codes, classes } = rows;
    const targets = samplingTargets(where, "clean", this.samplingStrategy, rows);
    const n = this.nNeighbors;
    const what = "rows, one more than nNeighbors";
    const { indices } = nearestOthers(where, [rows.X, rows.X], n, what);
    const stays = (i: number) => {
      const around = indices.subarray(i * n, (i + 1) * n).map((other) => codes[other]!);
      if (this.kindSel === "all") return around.every((code) => code === codes[i]);
      return mostFrequent(around, classes.length) === codes[i];
    };
    const left = targets.flatMap((target, k) => {
      const own = [...rowsOfClass(codes, k)];
      return target === undefined ? own : own.filter(stays);
    });
    return this.give(X, rows, Int32Array.from(left));
  }
}

/** The most frequent code; of equals the smallest. */
function mostFrequent(codes: Int32Array, nClasses: number): number {
  const counts = new Int32Array(nClasses);
  for (const code of codes) counts[code]! += 1;
  return counts.indexOf(Math.max(...counts));
}
