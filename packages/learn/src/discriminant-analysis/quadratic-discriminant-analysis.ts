import {
  checkBetween,
  checkBoolean,
  checkOneOf,
  checkPositive,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
  ValueError,
} from "@gradus/core";
import { eigh, logsumexp, scoped, stack, type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows, type FittedClasses, ProbabilisticClassifier } from "../base/base-classifier";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { bestLabels } from "../base/graph";
import { checkClassification, type Matrix } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import { checkPriors } from "../naive-bayes/base-naive-bayes";
import { type ClassMoments, type ClassRows, classMoments } from "./class-moments";
import { gramOf, principalAxes } from "./principal-axes";
import { checkShrinkage, type Shrinkage, shrunkCovariance } from "./shrunk-covariance";

interface CommonOptions {
  /** The probability of each class before anything is seen. Default the classes' shares. */
  readonly priors?: readonly number[] | undefined;
  /** Keep the covariance of each class. Default false. */
  readonly storeCovariance?: boolean;
  /** A class with a variance below this in some direction is refused. Default 1e-4. */
  readonly tol?: number;
}

/** The options of `QuadraticDiscriminantAnalysis`. */
export type QuadraticDiscriminantAnalysisOptions = CommonOptions &
  (
    | {
        /** "svd" pulls variances towards 1 (`regParam`), "eigen" has shrinkage. Default "svd". */
        readonly solver?: "svd";
        /** Pulls each variance towards 1: (1 − regParam)·s² + regParam, from 0 to 1. Default 0. */
        readonly regParam?: number;
        readonly shrinkage?: undefined;
      }
    | {
        readonly solver: "eigen";
        /** Pulls each class's covariance towards a multiple of the identity, for few rows. Default none. */
        readonly shrinkage?: Shrinkage | undefined;
        readonly regParam?: 0;
      }
  );

interface Params {
  readonly solver: "svd" | "eigen";
  readonly shrinkage: Shrinkage | undefined;
  readonly priors: readonly number[] | undefined;
  readonly regParam: number;
  readonly storeCovariance: boolean;
  readonly tol: number;
}

/** The axes of a class, one a column, and the variance along each. */
interface Ellipsoid {
  readonly axes: Tensor;
  readonly variances: Tensor;
}

interface FittedQDA extends FittedClasses {
  readonly means: Tensor;
  readonly priors: Tensor;
  readonly ellipsoids: readonly Ellipsoid[];
  readonly covariance: readonly Tensor[] | undefined;
}

/**
 * Quadratic discriminant analysis: classes are normal distributions with means and covariances of their own, so that the
 * borders between them are quadrics. The score of class k is −(log|Σₖ| + (x − μₖ)ᵀΣₖ⁻¹(x − μₖ))/2 + log πₖ.
 *
 * Covariances are divided by the number of rows, as in scikit-learn 1.9; older ones took one less. Every class needs more
 * rows than features, or `regParam` or `shrinkage`.
 *
 * @see Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning, section 4.3.
 * @example
 * ```ts
 * const X = [[0], [1], [-1], [5], [-5], [6]];
 * const y = ["in", "in", "in", "out", "out", "out"];
 * const model = new QuadraticDiscriminantAnalysis().fit(X, y);
 * model.predict([[-8], [0.5], [8]]); // → ["out", "in", "out"]
 * ```
 */
export class QuadraticDiscriminantAnalysis extends ProbabilisticClassifier<Params, FittedQDA> {
  static override readonly typeName: string = "QuadraticDiscriminantAnalysis";
  readonly solver: "svd" | "eigen";
  readonly shrinkage: Shrinkage | undefined;
  readonly priors: readonly number[] | undefined;
  readonly regParam: number;
  readonly storeCovariance: boolean;
  readonly tol: number;

  /**
   * @throws ParameterError for an unknown solver, a shrinkage that is neither "auto" nor from 0 to 1 or comes with "svd",
   *   `regParam` outside 0 to 1 or with "eigen", or a `tol` not above 0; ValueError for priors that do not add to 1.
   */
  constructor({
    solver = "svd",
    shrinkage,
    priors,
    regParam = 0,
    storeCovariance = false,
    tol = 1e-4,
  }: QuadraticDiscriminantAnalysisOptions = {}) {
    super();
    const where = "QuadraticDiscriminantAnalysis";
    this.solver = checkOneOf(where, "solver", solver, ["svd", "eigen"]);
    this.shrinkage = checkShrinkage(where, shrinkage, solver);
    this.priors = priors && checkPriors(where, priors, priors.length);
    this.regParam = checkBetween(where, "regParam", regParam, [0, 1]);
    if (solver === "eigen" && regParam > 0) {
      throw new ParameterError(
        `${where}: regParam needs the solver "svd", got ${regParam} with "eigen"; see shrinkage`,
      );
    }
    this.storeCovariance = checkBoolean(where, "storeCovariance", storeCovariance);
    this.tol = checkPositive(where, "tol", tol);
    Object.freeze(this);
  }

  /**
   * Learns the mean and covariance of each class. A second call forgets the first.
   *
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels of a
   *   single class, a class with a single row or without spread in some direction, and weights that are negative or all 0.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const learn = () => {
      const where = "QuadraticDiscriminantAnalysis.fit";
      const data = checkClassification(where, X, y, sampleWeight);
      const moments = classMoments(where, data, this.priors);
      const { classes } = data;
      const ellipsoids = classes.map((label, k) => this.#ellipsoid(where, moments, k, label));
      return {
        classes,
        means: tensor(moments.means, { shape: [classes.length, moments.nFeatures] }),
        priors: tensor(moments.priors),
        ellipsoids,
        covariance: this.storeCovariance ? ellipsoids.map(covarianceOf) : undefined,
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

  /** The covariance of each class, if it is kept. @throws NotFittedError before `fit`. */
  get covariance(): readonly Tensor[] | undefined {
    return this.learned("covariance").covariance;
  }

  /** The axes of each class, one a column, shape (nFeatures, nFeatures). @throws NotFittedError before `fit`. */
  get rotations(): readonly Tensor[] {
    return this.learned("rotations").ellipsoids.map(({ axes }) => axes);
  }

  /** The variance of each class along its axes, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get scalings(): readonly Tensor[] {
    return this.learned("scalings").ellipsoids.map(({ variances }) => variances);
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { ellipsoids, means, priors, classes } = this.learned("toGraph");
    const logPriors = priors.log().data();
    const columns = ellipsoids.map(({ axes, variances }, k) => {
      const round = X.matrix().sub(means.slice(k)).matmul(axes.div(variances.sqrt()));
      const size = variances.log().sum().item();
      return round.mul(round).sumRows().add(size).mul(-0.5).add(logPriors[k]!);
    });
    const scores = graph.besides(columns);
    return { label: bestLabels(scores, classes), probabilities: scores.softmaxRows() };
  }

  /**
   * The scores, shape (nSamples, nClasses); for two classes (nSamples,), that of the second less that of the first.
   *
   * @throws as `predict`
   */
  decisionFunction(X: Matrix): Tensor {
    return scoped(() => {
      const scores = this.#scores("decisionFunction", X);
      return scores.shape[1] === 2 ? scores.slice(null, 1).sub(scores.slice(null, 0)) : scores;
    });
  }

  predictProba(X: Matrix): Tensor {
    return scoped(() => this.predictLogProba(X).exp());
  }

  /** The logarithms of `predictProba`, finite also where it is 0. @throws as `predict`. */
  override predictLogProba(X: Matrix): Tensor {
    return scoped(() => {
      const scores = this.#scores("predictProba", X);
      return scores.sub(logsumexp(scores, 1, { keepDims: true }));
    });
  }

  protected override predictCodes(X: Matrix): ArrayLike<number> {
    return scoped(() => argmaxRows(this.#scores("predict", X)));
  }

  /** The score of each class, shape (nSamples, nClasses). */
  #scores(method: string, X: Matrix): Tensor {
    const { ellipsoids, means, priors, ...fitted } = this.learned(method);
    const read = checkFeatures(`QuadraticDiscriminantAnalysis.${method}`, X, fitted);
    const columns = ellipsoids.map(({ axes, variances }, k) => {
      const round = read.sub(means.slice(k)).matmul(axes.div(variances.sqrt()));
      return round.square().sum(1).add(variances.log().sum()).mul(-0.5);
    });
    return stack(columns, 1).add(priors.log());
  }

  #ellipsoid(where: string, moments: ClassMoments, k: number, label: Label): Ellipsoid {
    const part = moments.part(k);
    const { nFeatures } = moments;
    if (part.total <= 1) {
      throw new ValueError(
        `${where}: expected more than one row of each class, got one of ${label}`,
      );
    }
    const found = this.solver === "svd" ? this.#bySvd(part) : this.#byEigen(part);
    const rank = found.variances.data().filter((variance) => variance > this.tol).length;
    const isWide = this.solver === "svd" && part.rows.shape[0]! < nFeatures;
    if (rank === nFeatures && !isWide) return found;
    throw new ValueError(
      `${where}: expected class ${label} to vary in ${nFeatures} directions, got ${isWide ? `${part.rows.shape[0]} rows` : rank}; ${this.solver === "svd" && !isWide ? "regParam" : 'shrinkage with the solver "eigen"'} helps`,
    );
  }

  #bySvd({ rows, total }: ClassRows): Ellipsoid {
    const nFeatures = rows.shape[1]!;
    const scale = tensor(new Float64Array(nFeatures).fill(1));
    const found = principalAxes(rows, gramOf(rows), scale, { divisor: total, tol: 0 });
    const { regParam } = this;
    return {
      axes: found.axes.transpose().clone(),
      variances: tensor(found.values.map((value) => (1 - regParam) * value ** 2 + regParam)),
    };
  }

  #byEigen(part: ClassRows): Ellipsoid {
    const { values, vectors } = eigh(shrunkCovariance(part, this.shrinkage));
    return { axes: vectors, variances: values };
  }
}

function covarianceOf({ axes, variances }: Ellipsoid): Tensor {
  return axes.mul(variances).matmul(axes.transpose());
}
