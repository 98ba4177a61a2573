import type { Matrix } from "../base/inputs";
import type { Labels } from "../base/labels";
import { type Resampled, readRows } from "./base-sampler";
import { nearestOthers } from "./neighbor-rows";
import { RowSampler } from "./row-sampler";
import { type CleaningStrategy, checkStrategy, samplingTargets } from "./sampling-strategy";

/** The options of `TomekLinks`. */
export interface TomekLinksOptions {
  /** Of which classes rows are taken out. Default "auto": all but the smallest. */
  readonly samplingStrategy?: CleaningStrategy;
}

/**
 * Takes out rows of Tomek links: two rows of different classes that are each other's nearest neighbour lie at the border, or
 * one of them is noise.
 *
 * @see Tomek (1976), IEEE Transactions on Systems, Man, and Cybernetics 6(11), 769–772.
 * @roadmap FEA-017
 * @example
 * ```ts
 * const X = [[0], [1], [2], [2.4], [4]];
 * const sampler = new TomekLinks();
 * const [left] = sampler.fitResample(X, ["a", "a", "a", "b", "b"]);
 * left; // → [[0], [1], [2.4], [4]]
 * sampler.sampleIndices.join(", "); // → 0, 1, 3, 4
 * ```
 */
export class TomekLinks extends RowSampler<Required<TomekLinksOptions>> {
  static override readonly typeName: string = "TomekLinks";
  readonly samplingStrategy: CleaningStrategy;

  /** @throws ParameterError for a strategy that is none. */
  constructor({ samplingStrategy = "auto" }: TomekLinksOptions = {}) {
    super();
    this.samplingStrategy = checkStrategy("TomekLinks", "clean", samplingStrategy);
    Object.freeze(this);
  }

  /**
   * The rows that are left, in their order, and their labels.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y labels, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels that are
   *   none, a single class, and classes that y does not have.
   */
  fitResample<Rows extends Matrix>(X: Rows, y: Labels): Resampled<Rows> {
    const where = "TomekLinks.fitResample";
    const rows = readRows(where, X, y);
    const { codes } = rows;
    const targets = samplingTargets(where, "clean", this.samplingStrategy, rows);
    const { indices } = nearestOthers(where, [rows.X, rows.X], 1, "rows");
    const isLink = (i: number) => {
      const other = indices[i]!;
      return codes[other] !== codes[i] && indices[other] === i;
    };
    const left = [...codes.keys()].filter((i) => targets[codes[i]!] === undefined || !isLink(i));
    return this.give(X, rows, Int32Array.from(left));
  }
}
