import { checkNonNegative, describeValue, ValueError, warn } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows, ProbabilisticClassifier } from "../base/base-classifier";
import { checkClassification, type Matrix } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import type { DistanceMetric } from "../metrics/pairwise/distance-metric";
import { type FittedLabels, fitLabels, voteShares } from "./neighbor-votes";
import {
  checkNeighbors,
  type NeighborsAlgorithm,
  type NeighborsOptions,
  withinOf,
} from "./neighborhood";
import type { WithinFound } from "./search";
import { checkNeighborWeights, type NeighborWeights } from "./vote-weights";

/** The options of `RadiusNeighborsClassifier`. */
export interface RadiusNeighborsClassifierOptions extends NeighborsOptions {
  /** How far neighbours may be, in the units of the features. Default 1. */
  readonly radius?: number;
  /** How much each of them counts. Default "uniform". */
  readonly weights?: NeighborWeights;
  /**
   * The label of rows without neighbours; "most_frequent" is the commonest label of `fit`. Default none: they are
   * refused.
   */
  readonly outlierLabel?: Label | undefined;
}

interface FittedRadius extends FittedLabels {
  /** The label of rows without neighbours. */
  readonly outlierLabel: Label | undefined;
}

/**
 * Predicts the commonest label among all rows of `fit` within a radius; where classes have as many votes, the
 * first of `classes`.
 *
 * @example
 * ```ts
 * const model = new RadiusNeighborsClassifier({ radius: 1, outlierLabel: "none" });
 * model.fit([[0], [1], [2], [3]], ["low", "low", "high", "high"]);
 * model.predict([[0.5], [9]]); // → ["low", "none"]
 * ```
 */
export class RadiusNeighborsClassifier extends ProbabilisticClassifier<
  Required<RadiusNeighborsClassifierOptions>,
  FittedRadius
> {
  static override readonly typeName: string = "RadiusNeighborsClassifier";
  readonly radius: number;
  readonly weights: NeighborWeights;
  readonly outlierLabel: Label | undefined;
  readonly algorithm: NeighborsAlgorithm;
  readonly leafSize: number;
  readonly metric: DistanceMetric;
  readonly p: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    radius = 1,
    weights = "uniform",
    outlierLabel,
    ...options
  }: RadiusNeighborsClassifierOptions = {}) {
    super();
    const where = "RadiusNeighborsClassifier";
    const checked = checkNeighbors(where, options);
    this.radius = checkNonNegative(where, "radius", radius);
    this.weights = checkNeighborWeights(where, weights);
    this.outlierLabel = outlierLabel;
    this.algorithm = checked.algorithm;
    this.leafSize = checked.leafSize;
    this.metric = checked.metric;
    this.p = checked.p;
    Object.freeze(this);
  }

  /**
   * Keeps the rows and their labels. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y labels, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, for
   *   labels that are missing or of several types, and for an `outlierLabel` of another type.
   */
  fit(X: Matrix, y: Labels): this {
    const where = "RadiusNeighborsClassifier.fit";
    const read = checkClassification(where, X, y);
    const outlierLabel = this.#labelOfOutliers(where, read);
    return this.keep({ ...fitLabels(read, this), outlierLabel });
  }

  /**
   * The predicted labels, one for each row of X.
   *
   * @throws as `predictProba`
   */
  override predict(X: Matrix): Label[] {
    const { classes, outlierLabel } = this.learned("predict");
    const lists = this.#within("predict", X);
    const codes = argmaxRows(this.#shares("predict", lists));
    return Array.from(codes, (code, i) =>
      lists[i]!.indices.length === 0 ? outlierLabel! : classes[code]!,
    );
  }

  /**
   * The share of each class among the neighbours, by their weights, shape (nQueries, nClasses). A row without
   * neighbours has its label's share 1, or only zeros, with a warning, if that label is no class.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other
   *   than those of `fit`, values that are no finite numbers, rows without neighbours if there is no
   *   `outlierLabel`, and weights that are all 0.
   */
  predictProba(X: Matrix): Tensor {
    this.learned("predictProba");
    return this.#shares("predictProba", this.#within("predictProba", X));
  }

  #within(method: string, X: Matrix): readonly WithinFound[] {
    const where = `RadiusNeighborsClassifier.${method}`;
    const fitted = this.learned(method);
    const lists = withinOf({ where, fitted, options: this }, X, this.radius);
    const lonely = lists.findIndex(({ indices }) => indices.length === 0);
    if (lonely < 0 || fitted.outlierLabel !== undefined) return lists;
    throw new ValueError(
      `${where}: expected a neighbour within ${this.radius} for every row, got none at row ${lonely}; a larger radius or an outlierLabel helps`,
    );
  }

  #shares(method: string, lists: readonly WithinFound[]): Tensor {
    const where = `RadiusNeighborsClassifier.${method}`;
    const fitted = this.learned(method);
    const { classes, outlierLabel } = fitted;
    const shares = voteShares(where, lists, fitted, this.weights);
    const code = outlierLabel === undefined ? -1 : classes.indexOf(outlierLabel);
    lists.forEach(({ indices }, i) => {
      if (indices.length === 0 && code >= 0) shares[i * classes.length + code] = 1;
    });
    if (
      code < 0 &&
      method === "predictProba" &&
      lists.some(({ indices }) => indices.length === 0)
    ) {
      warn(
        "data",
        `${where}: expected outlierLabel among the classes, got ${describeValue(outlierLabel)}; rows without neighbours have only zeros`,
      );
    }
    return tensor(shares, { shape: [lists.length, classes.length] });
  }

  #labelOfOutliers(
    where: string,
    { classes, codes }: Pick<FittedLabels, "classes" | "codes">,
  ): Label | undefined {
    const { outlierLabel } = this;
    if (outlierLabel === "most_frequent") {
      const counts = classes.map(() => 0);
      for (const code of codes) counts[code]!++;
      return classes[counts.indexOf(Math.max(...counts))];
    }
    if (outlierLabel === undefined || typeof outlierLabel === typeof classes[0]) {
      return outlierLabel;
    }
    throw new ValueError(
      `${where}: expected outlierLabel of the labels' type, as ${describeValue(classes[0])}, got ${describeValue(outlierLabel)}`,
    );
  }
}
