import {
  checkBoolean,
  checkInteger,
  checkOneOf,
  checkPositive,
  describeValue,
  ParameterError,
} from "@gradus/core";
import { scoped, type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { checkClassification, type Matrix } from "../base/inputs";
import type { Labels } from "../base/labels";
import { markFittedOn } from "../base/leakage";
import type { FittedLinearClassifier } from "../linear-model/linear-classifier";
import { LogisticClassifier } from "../linear-model/logistic-classifier";
import { checkPriors } from "../naive-bayes/base-naive-bayes";
import { type ClassMoments, classMoments } from "./class-moments";
import {
  type Discriminant,
  discriminantByEigen,
  discriminantByLeastSquares,
  discriminantBySvd,
  withinCovariance,
} from "./discriminants";
import { checkShrinkage, type Shrinkage } from "./shrunk-covariance";

interface CommonOptions {
  /** The probability of each class before anything is seen. Default the classes' shares. */
  readonly priors?: readonly number[] | undefined;
  /** How many columns `transform` gives. Default one less than classes, or all features if they are fewer. */
  readonly nComponents?: number | undefined;
  /** With the solver "svd", keep the covariance too; the others always have it. Default false. */
  readonly storeCovariance?: boolean;
  /** With the solver "svd", directions with less spread than this are dropped. Default 1e-4. */
  readonly tol?: number;
}

/** The options of `LinearDiscriminantAnalysis`. */
export type LinearDiscriminantAnalysisOptions = CommonOptions &
  (
    | {
        /**
         * "svd" needs no covariance and takes many features; "lsqr" only classifies; "eigen" has a shrunk covariance and
         * transforms too. Default "svd".
         */
        readonly solver?: "svd";
        readonly shrinkage?: undefined;
      }
    | {
        readonly solver: "lsqr" | "eigen";
        /** Pulls the covariance towards a multiple of the identity, for few rows. Default none. */
        readonly shrinkage?: Shrinkage | undefined;
      }
  );

interface Params {
  readonly solver: "svd" | "lsqr" | "eigen";
  readonly shrinkage: Shrinkage | undefined;
  readonly priors: readonly number[] | undefined;
  readonly nComponents: number | undefined;
  readonly storeCovariance: boolean;
  readonly tol: number;
}

interface FittedLDA extends FittedLinearClassifier {
  readonly means: Tensor;
  readonly priors: Tensor;
  readonly covariance: Tensor | undefined;
  /** What `transform` subtracts and multiplies by. */
  readonly origin: Tensor | undefined;
  readonly axes: Tensor | undefined;
  readonly explained: Tensor | undefined;
}

/**
 * Linear discriminant analysis: classes are normal distributions with means of their own and one covariance Σ, so that
 * the borders between them are planes. The score of class k is xᵀΣ⁻¹μₖ − μₖᵀΣ⁻¹μₖ/2 + log πₖ.
 *
 * `transform` projects onto the directions in which the classes' means lie farthest apart, compared with the spread
 * within classes: at most one less than classes. Covariances are divided by the number of rows, as in scikit-learn 1.9;
 * in older ones "svd" took the number of classes off. Nothing depends on the units of the features, unless they are shrunk.
 *
 * @see Fisher (1936), The use of multiple measurements in taxonomic problems, Annals of Eugenics 7(2), 179–188.
 * @see Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning, section 4.3.
 * @roadmap UNS-010
 * @example
 * ```ts
 * const X = [[1, 2], [2, 1], [1, 1], [6, 7], [7, 6], [7, 8]];
 * const lda = new LinearDiscriminantAnalysis().fit(X, ["a", "a", "a", "b", "b", "b"]);
 * lda.predict([[0, 0], [9, 9]]); // → ["a", "b"]
 * lda.transform(X).shape; // → [6, 1]
 * ```
 */
export class LinearDiscriminantAnalysis extends LogisticClassifier<Params, FittedLDA> {
  static override readonly typeName: string = "LinearDiscriminantAnalysis";
  readonly solver: "svd" | "lsqr" | "eigen";
  readonly shrinkage: Shrinkage | undefined;
  readonly priors: readonly number[] | undefined;
  readonly nComponents: number | undefined;
  readonly storeCovariance: boolean;
  readonly tol: number;

  /**
   * @throws ParameterError for an unknown solver, a shrinkage that is neither "auto" nor from 0 to 1 or comes with "svd",
   *   `nComponents` that is no integer above 0, or a `tol` not above 0; ValueError for priors that do not add to 1.
   */
  constructor({
    solver = "svd",
    shrinkage,
    priors,
    nComponents,
    storeCovariance = false,
    tol = 1e-4,
  }: LinearDiscriminantAnalysisOptions = {}) {
    super();
    const where = "LinearDiscriminantAnalysis";
    this.solver = checkOneOf(where, "solver", solver, ["svd", "lsqr", "eigen"]);
    this.shrinkage = checkShrinkage(where, shrinkage, solver);
    this.priors = priors && checkPriors(where, priors, priors.length);
    this.nComponents =
      nComponents === undefined ? undefined : checkInteger(where, "nComponents", nComponents, 1);
    this.storeCovariance = checkBoolean(where, "storeCovariance", storeCovariance);
    this.tol = checkPositive(where, "tol", tol);
    Object.freeze(this);
  }

  /**
   * Learns the borders and the directions. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), dense
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels of a
   *   single class, no more rows than classes, weights that are negative or all 0, and, with "eigen", features that
   *   depend on each other and are not shrunk; ParameterError for more components than there can be.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const learn = () => {
      const where = "LinearDiscriminantAnalysis.fit";
      const data = checkClassification(where, X, y, sampleWeight);
      const moments = classMoments(where, data, this.priors);
      const nComponents = this.#components(where, moments);
      const found = this.#solve(where, moments);
      const isPair = data.classes.length === 2;
      return {
        classes: data.classes,
        coef: isPair ? difference(found.coef) : found.coef,
        intercept: isPair ? difference(found.intercept) : found.intercept,
        means: tensor(moments.means, { shape: [data.classes.length, moments.nFeatures] }),
        priors: tensor(moments.priors),
        covariance:
          found.covariance ??
          (this.storeCovariance ? withinCovariance(moments, undefined) : undefined),
        origin: found.origin,
        axes: found.axes?.slice(null, [0, nComponents]).clone(),
        explained: found.explained?.slice([0, nComponents]).clone(),
        nFeaturesIn: moments.nFeatures,
        featureNamesIn: data.names,
      };
    };
    return this.keep(scoped(learn));
  }

  /** The mean of each class, shape (nClasses, nFeatures). @throws NotFittedError before `fit`. */
  get means(): Tensor {
    return this.learned("means").means;
  }

  /** The probability of each class before anything is seen, shape (nClasses,). @throws NotFittedError before `fit`. */
  get fittedPriors(): Tensor {
    return this.learned("fittedPriors").priors;
  }

  /** The covariance within classes, shape (nFeatures, nFeatures), if it is kept. @throws NotFittedError before `fit`. */
  get covariance(): Tensor | undefined {
    return this.learned("covariance").covariance;
  }

  /** The share of the variance between classes in each direction, unless the solver is "lsqr". @throws NotFittedError before `fit`. */
  get explainedVarianceRatio(): Tensor | undefined {
    return this.learned("explainedVarianceRatio").explained;
  }

  /** The directions, one a column, shape (nFeatures, nComponents), unless the solver is "lsqr". @throws NotFittedError before `fit`. */
  get scalings(): Tensor | undefined {
    return this.learned("scalings").axes;
  }

  /**
   * The rows in the directions that tell the classes apart, shape (nSamples, nComponents); the signs are arbitrary.
   *
   * @throws as `predict`, and ParameterError with the solver "lsqr", which finds no directions.
   */
  transform(X: Matrix): Tensor {
    const { axes, origin, ...fitted } = this.learned("transform");
    if (!axes) {
      throw new ParameterError(
        'LinearDiscriminantAnalysis.transform: solver must be "svd" or "eigen", got "lsqr"',
      );
    }
    const read = checkFeatures("LinearDiscriminantAnalysis.transform", X, fitted);
    return (origin ? read.sub(origin) : read).matmul(axes);
  }

  /** `fit` and `transform` on the same rows. @throws as both. */
  fitTransform(X: Matrix, y: Labels, options: FitOptions = {}): Tensor {
    return markFittedOn(this.fit(X, y, options).transform(X), this.typeName);
  }

  /** The names of the columns of `transform`. @throws NotFittedError before `fit`. */
  getFeatureNamesOut(): string[] {
    const { axes } = this.learned("getFeatureNamesOut");
    return Array.from({ length: axes?.shape[1] ?? 0 }, (_, k) => `lineardiscriminantanalysis${k}`);
  }

  #solve(where: string, moments: ClassMoments): Discriminant {
    if (this.solver === "svd") return discriminantBySvd(moments, this.tol);
    if (this.solver === "lsqr") return discriminantByLeastSquares(moments, this.shrinkage);
    return discriminantByEigen(where, moments, this.shrinkage);
  }

  #components(where: string, { counts, nFeatures }: ClassMoments): number {
    const most = Math.min(counts.length - 1, nFeatures);
    const asked = this.nComponents ?? most;
    if (asked <= most) return asked;
    throw new ParameterError(
      `${where}: nComponents must be at most ${most}, the smaller of nClasses − 1 and nFeatures, got ${describeValue(asked)}`,
    );
  }
}

/** The second row less the first: one score for two classes. */
function difference(rows: Tensor): Tensor {
  return rows.slice([1, 2]).sub(rows.slice([0, 1]));
}
