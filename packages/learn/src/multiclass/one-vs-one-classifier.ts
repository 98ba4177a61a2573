import { type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows, BaseClassifier, type FittedClasses } from "../base/base-classifier";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { estimatorFromJSON } from "../base/from-json";
import { checkInner, fitCopy, type InnerPredictor } from "../base/inner";
import { checkClassification, type Matrix } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { Labels } from "../base/labels";
import { binaryScores, checkTwoClasses, thresholdOf } from "./binary-models";
import type { BinaryPartsOptions } from "./one-vs-rest-classifier";

interface FittedPairs extends FittedClasses {
  /** For each pair of classes i < j, in order, what tells j from i. */
  readonly estimators: readonly InnerPredictor[];
}

/**
 * A classifier of many classes out of binary ones: one for each pair of classes, which votes; where votes are equal,
 * the sum of the decisions counts. nClasses·(nClasses − 1)/2 classifiers, each of few rows.
 *
 * @example
 * ```ts
 * const model = new OneVsOneClassifier({ estimator: new LogisticRegression() });
 * model.fit([[0], [1], [5], [6], [10], [11]], ["a", "a", "b", "b", "c", "c"]);
 * model.predict([[-1], [5.5], [12]]); // → ["a", "b", "c"]
 * ```
 */
export class OneVsOneClassifier<E extends InnerPredictor = InnerPredictor> extends BaseClassifier<
  BinaryPartsOptions<E>,
  FittedPairs
> {
  static override readonly typeName: string = "OneVsOneClassifier";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: E;

  /** @throws ParameterError for what is neither a classifier nor a regressor. */
  constructor({ estimator }: BinaryPartsOptions<E>) {
    super();
    this.estimator = checkInner("OneVsOneClassifier", "estimator", estimator, [
      "classifier",
      "regressor",
    ]);
    Object.freeze(this);
  }

  /**
   * Fits a copy of the estimator for each pair of classes. A second call forgets the first.
   *
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels of a
   *   single class, and weights that are negative or all 0; and what the estimator throws.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "OneVsOneClassifier.fit";
    const data = checkClassification(where, X, y, sampleWeight);
    const { classes, codes, weights } = data;
    checkTwoClasses(where, classes);
    const estimators = pairsOf(classes.length).map(([i, j]) => {
      const rows = Int32Array.from(codes.keys()).filter((r) => codes[r] === i || codes[r] === j);
      const targets = rows.map((row) => Number(codes[row] === j));
      return fitCopy(this.estimator, data.X.take(rows, 0), targets, weights?.take(rows, 0));
    });
    return this.keep({
      classes,
      estimators,
      nFeaturesIn: data.X.shape[1]!,
      featureNamesIn: data.names,
    });
  }

  /** The fitted copies, of the pairs (0, 1), (0, 2), …, (1, 2), … @throws NotFittedError before `fit`. */
  get estimators(): readonly E[] {
    return this.learned("estimators").estimators as readonly E[];
  }

  /**
   * The votes for each class, plus up to a third for the sum of the decisions, shape (nSamples, nClasses); for two
   * classes those of the second, shape (nSamples,).
   *
   * @throws as `predict`
   */
  decisionFunction(X: Matrix): Tensor {
    const votes = this.#votes("decisionFunction", X);
    return votes.shape[1] === 2 ? votes.slice(null, 1) : votes;
  }

  protected predictCodes(X: Matrix): ArrayLike<number> {
    return argmaxRows(this.#votes("predict", X));
  }

  #votes(method: string, X: Matrix): Tensor {
    const { estimators, classes, ...fitted } = this.learned(method);
    const where = `OneVsOneClassifier.${method}`;
    const read = checkFeatures(where, X, fitted);
    const [n, nClasses] = [read.shape[0]!, classes.length];
    const votes = new Float64Array(n * nClasses);
    const sums = new Float64Array(n * nClasses);
    pairsOf(nClasses).forEach(([i, j], pair) => {
      const model = estimators[pair]!;
      const scores = binaryScores(where, model, read);
      const threshold = thresholdOf(model);
      for (let row = 0; row < n; row++) {
        const [first, second] = [row * nClasses + i, row * nClasses + j];
        votes[scores[row]! > threshold ? second : first]! += 1;
        sums[first]! -= scores[row]!;
        sums[second]! += scores[row]!;
      }
    });
    const values = votes.map((count, at) => count + sums[at]! / (3 * (Math.abs(sums[at]!) + 1)));
    return tensor(values, { shape: [n, nClasses] });
  }
}

/** All i < j below n, in order. */
function pairsOf(n: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) pairs.push([i, j]);
  return pairs;
}
