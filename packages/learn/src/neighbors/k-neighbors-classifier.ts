import {
  checkInteger,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
} from "@gradus/core";
import { type SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { ProbabilisticClassifier } from "../base/base-classifier";
import { bestLabels } from "../base/graph";
import { checkClassification, type Matrix } from "../base/inputs";
import type { Labels } from "../base/labels";
import type { DistanceMetric } from "../metrics/pairwise/distance-metric";
import type { KNeighborsOptions } from "./k-neighbors-regressor";
import type { GraphQuery, KNeighborsQuery } from "./nearest-neighbors";
import { graphOf } from "./neighbor-graph";
import { type FittedLabels, fitLabels, voteShares } from "./neighbor-votes";
import {
  asTensors,
  checkNeighbors,
  listsOf,
  type Neighbors,
  type NeighborsAlgorithm,
  nearestTo,
  type Question,
} from "./neighborhood";
import { meansOfNearest } from "./neighbors-in-graph";
import { checkNeighborWeights, type NeighborWeights } from "./vote-weights";

/**
 * Predicts the commonest label among the k nearest rows of `fit`; where classes have as many votes, the first of
 * `classes`.
 *
 * Scale the features first: a distance adds up their differences in whatever units they have. Rows count all the
 * same in `fit`; it takes no weights.
 *
 * @see Cover and Hart (1967), Nearest neighbor pattern classification, IEEE Transactions on Information Theory
 *   13(1), 21–27.
 * @roadmap SUP-011
 * @example
 * ```ts
 * const model = new KNeighborsClassifier({ nNeighbors: 3 });
 * model.fit([[0], [1], [2], [3]], ["low", "low", "high", "high"]);
 * model.predict([[1.1]]); // → ["low"]
 * model.predictProba([[0.9]]).data().map((share) => Math.round(100 * share)); // → Float64Array [33, 67]
 * ```
 */
export class KNeighborsClassifier extends ProbabilisticClassifier<
  Required<KNeighborsOptions>,
  FittedLabels
> {
  static override readonly typeName: string = "KNeighborsClassifier";
  readonly nNeighbors: number;
  readonly weights: NeighborWeights;
  readonly algorithm: NeighborsAlgorithm;
  readonly leafSize: number;
  readonly metric: DistanceMetric;
  readonly p: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({ nNeighbors = 5, weights = "uniform", ...options }: KNeighborsOptions = {}) {
    super();
    const where = "KNeighborsClassifier";
    const checked = checkNeighbors(where, options);
    this.nNeighbors = checkInteger(where, "nNeighbors", nNeighbors, 1);
    this.weights = checkNeighborWeights(where, weights);
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
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, and for
   *   labels that are missing or of several types.
   */
  fit(X: Matrix, y: Labels): this {
    const read = checkClassification("KNeighborsClassifier.fit", X, y);
    return this.keep(fitLabels(read, this, this.nNeighbors));
  }

  /**
   * The share of each class among the neighbours, by their weights, shape (nQueries, nClasses).
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other
   *   than those of `fit`, values that are no finite numbers, fewer rows in `fit` than neighbours, and weights
   *   that are all 0.
   */
  predictProba(X: Matrix): Tensor {
    const fitted = this.learned("predictProba");
    const question = this.#ask("predictProba");
    const lists = listsOf(nearestTo(question, X, this.nNeighbors), this.nNeighbors);
    const shares = voteShares(question.where, lists, fitted, this.weights);
    return tensor(shares, { shape: [lists.length, fitted.classes.length] });
  }

  /** The nearest rows of `fit` for each row of X; without X, for each of its rows among the others. @throws as `predictProba`. */
  kneighbors(X?: Matrix, { nNeighbors = this.nNeighbors }: KNeighborsQuery = {}): Neighbors {
    return asTensors(nearestTo(this.#ask("kneighbors"), X, nNeighbors), nNeighbors);
  }

  /** The graph of the nearest neighbours, shape (nQueries, nSamples). @throws as `predictProba`; ParameterError for an unknown mode. */
  kneighborsGraph(
    X?: Matrix,
    { nNeighbors = this.nNeighbors, mode = "connectivity" }: KNeighborsQuery & GraphQuery = {},
  ): SparseTensor {
    const question = this.#ask("kneighborsGraph");
    const { points, nFeaturesIn } = question.fitted;
    const lists = listsOf(nearestTo(question, X, nNeighbors), nNeighbors);
    return graphOf(question.where, lists, points.length / nFeaturesIn, mode);
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const fitted = this.learned("toGraph");
    const { classes, codes } = fitted;
    const votes = new Float64Array(codes.length * classes.length);
    codes.forEach((code, i) => {
      votes[i * classes.length + code] = 1;
    });
    const values = tensor(votes, { shape: [codes.length, classes.length] });
    const where = "KNeighborsClassifier.toGraph";
    const probabilities = meansOfNearest(where, { X, graph }, fitted, this, values);
    return { label: bestLabels(probabilities, classes), probabilities };
  }

  #ask(method: string): Question {
    const fitted = this.learned(method);
    return { where: `KNeighborsClassifier.${method}`, fitted, options: this };
  }
}
