import { checkPositive, RandomState } from "@gradus/core";
import { type SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { BaseClassifier, type FittedClasses } from "../base/base-classifier";
import type { FitOptions } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import { checkInner, hasMethod, type InnerPredictor } from "../base/inner";
import type { EstimatorLoader } from "../base/json";
import type { Labels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import { type AnyMatrix, checkAnyClassification, checkAnyFeatures } from "../base/sparse-inputs";
import { binaryScores, checkTwoClasses, fitBinary } from "./binary-models";
import type { BinaryPartsOptions } from "./one-vs-rest-classifier";

/** The options of `OutputCodeClassifier`. */
export interface OutputCodeClassifierOptions<E extends InnerPredictor = InnerPredictor>
  extends BinaryPartsOptions<E> {
  /** So many estimators a class, above 0: below 1 fewer than one against the rest, above more. Default 1.5. */
  readonly codeSize?: number;
  /** The same seed draws the same codes, in scikit-learn too. Default others each time. */
  readonly seed?: number | undefined;
}

interface Params<E extends InnerPredictor> extends BinaryPartsOptions<E> {
  readonly codeSize: number;
  readonly seed: number | undefined;
}

interface FittedCodes extends FittedClasses {
  readonly estimators: readonly (InnerPredictor | number)[];
  /** Shape (nClasses, nEstimators). */
  readonly codeBook: Tensor;
}

/**
 * A classifier of many classes out of binary ones by error-correcting codes: each class has a random word of zeros and
 * ones, each estimator learns one letter, and the class with the nearest word wins. Some wrong letters do no harm.
 *
 * @see Dietterich and Bakiri (1995), Solving multiclass learning problems via error-correcting output codes, Journal of
 *   Artificial Intelligence Research 2, 263–286.
 * @example
 * ```ts
 * const estimator = new LogisticRegression();
 * const model = new OutputCodeClassifier({ estimator, codeSize: 3, seed: 0 });
 * model.fit([[0], [1], [5], [6], [10], [11]], ["a", "a", "b", "b", "c", "c"]);
 * model.estimators.length; // → 9
 * ```
 */
export class OutputCodeClassifier<E extends InnerPredictor = InnerPredictor> extends BaseClassifier<
  Params<E>,
  FittedCodes,
  SparseTensor
> {
  static override readonly typeName: string = "OutputCodeClassifier";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: E;
  readonly codeSize: number;
  readonly seed: number | undefined;

  /** @throws ParameterError for what is neither a classifier nor a regressor, a code size not above 0, or a seed that is no integer. */
  constructor({ estimator, codeSize = 1.5, seed }: OutputCodeClassifierOptions<E>) {
    super();
    const where = "OutputCodeClassifier";
    this.estimator = checkInner(where, "estimator", estimator, ["classifier", "regressor"]);
    this.codeSize = checkPositive(where, "codeSize", codeSize);
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  /**
   * Draws a word for each class and fits a copy of the estimator for each letter. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures); sparse ones if the estimator takes them
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels of a
   *   single class, and weights that are negative or all 0; and what the estimator throws.
   */
  fit(X: AnyMatrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "OutputCodeClassifier.fit";
    const data = checkAnyClassification(where, X, y, sampleWeight);
    const { classes, codes, weights } = data;
    checkTwoClasses(where, classes);
    const nLetters = Math.max(1, Math.floor(classes.length * this.codeSize));
    const words = this.#words(classes.length * nLetters);
    const estimators = Array.from({ length: nLetters }, (_, letter) =>
      fitBinary(
        this.estimator,
        data.X,
        codes.map((code) => words[code * nLetters + letter]!),
        weights,
      ),
    );
    return this.keep({
      classes,
      estimators,
      codeBook: tensor(words, { shape: [classes.length, nLetters] }),
      nFeaturesIn: data.X.shape[1]!,
      featureNamesIn: data.names,
    });
  }

  /** The fitted copies, one a letter; a number where all classes have the same. @throws NotFittedError before `fit`. */
  get estimators(): readonly (E | number)[] {
    return this.learned("estimators").estimators as readonly (E | number)[];
  }

  /** The word of each class, a row each, of 0 (or −1 where estimators have decisions) and 1. @throws NotFittedError before `fit`. */
  get codeBook(): Tensor {
    return this.learned("codeBook").codeBook;
  }

  protected predictCodes(X: AnyMatrix): ArrayLike<number> {
    const { estimators, codeBook, classes, ...fitted } = this.learned("predict");
    const where = "OutputCodeClassifier.predict";
    const read = checkAnyFeatures(where, X, fitted);
    const letters = estimators.map((model) => binaryScores(where, model, read));
    const words = codeBook.data();
    const distance = (row: number, k: number) =>
      letters.reduce(
        (sum, letter, at) => sum + (letter[row]! - words[k * letters.length + at]!) ** 2,
        0,
      );
    return Int32Array.from(letters[0]!, (_, row) => {
      const distances = classes.map((_, k) => distance(row, k));
      return distances.indexOf(Math.min(...distances));
    });
  }

  #words(n: number): Int32Array {
    const random = new RandomState(this.seed ?? anySeed());
    const zero = hasMethod(this.estimator, "decisionFunction") ? -1 : 0;
    return Int32Array.from({ length: n }, () => (random.uniform() > 0.5 ? 1 : zero));
  }
}
