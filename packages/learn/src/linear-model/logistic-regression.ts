import {
  checkBetween,
  checkBoolean,
  checkInteger,
  checkPositive,
  ValueError,
  warn,
} from "@gradus/core";
import { scoped } from "@gradus/tensor";
import { type ClassWeight, checkClassWeight, weightsOfRows } from "../base/class-weight";
import type { FitOptions } from "../base/estimator";
import type { Labels } from "../base/labels";
import { type AnyMatrix, checkAnyClassification } from "../base/sparse-inputs";
import { type FittedLinearClassifier, linearState } from "./linear-classifier";
import { LogisticClassifier } from "./logistic-classifier";
import { LogisticProblem } from "./logistic-problem";
import { solveSmooth } from "./logistic-smooth";
import { solveSparse } from "./logistic-sparse";

/** The options of `LogisticRegression`. */
export interface LogisticRegressionOptions {
  /** Inverse strength of the penalty, above 0: smaller shrinks the weights more; Infinity for none. Default 1. */
  readonly C?: number;
  /** The share of the L1 penalty, from 0 (L2 alone) to 1 (L1 alone, which sets weights to 0). Default 0. */
  readonly l1Ratio?: number;
  /** Stop when no component of the mean loss' slope is larger. Default 1e-4. */
  readonly tol?: number;
  /** Also learn intercepts, which are not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** How much each class counts, beside the rows' own weights. Default all alike. */
  readonly classWeight?: ClassWeight;
  /** The most iterations; a warning says so when they do not suffice. Default 100. */
  readonly maxIter?: number;
}

type Params = Required<Omit<LogisticRegressionOptions, "classWeight">> &
  Pick<LogisticRegressionOptions, "classWeight">;

interface FittedLogistic extends FittedLinearClassifier {
  readonly nIter: number;
}

/**
 * Classification by probabilities that are a sigmoid of X·w + b for two classes, and the softmax of one such score for
 * each class for more. Minimizes C·Σ sᵢ·(−log pᵢ) + l1Ratio·‖w‖₁ + (1 − l1Ratio)/2·‖w‖², with pᵢ the probability of
 * row i's own class.
 *
 * The penalty depends on the units of X, so standardize the features first. Without an L1 part, L-BFGS finds the minimum
 * in O(nSamples · nFeatures · nClasses) time an iteration; with one, coordinate descent on quadratics. The method follows
 * from the penalty, so there is no option `solver`, and nothing is random. X may be a `SparseTensor`. Products with an X of
 * float32 are worked out in float32, unless there is an L1 part.
 *
 * @see Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning, section 4.4.
 * @roadmap SUP-010
 * @example
 * ```ts
 * const model = new LogisticRegression().fit([[0], [1], [2], [3]], ["no", "no", "yes", "yes"]);
 * model.predict([[0.5], [2.5]]); // → ["no", "yes"]
 * ```
 */
export class LogisticRegression extends LogisticClassifier<Params, FittedLogistic> {
  static override readonly typeName: string = "LogisticRegression";
  readonly C: number;
  readonly l1Ratio: number;
  readonly tol: number;
  readonly fitIntercept: boolean;
  readonly classWeight: ClassWeight | undefined;
  readonly maxIter: number;

  /**
   * @throws ParameterError if `C` is not above 0, `l1Ratio` not from 0 to 1, `tol` not above 0, `maxIter` no integer
   *   above 0, or `classWeight` neither "balanced" nor a record of weights.
   */
  constructor({
    C = 1,
    l1Ratio = 0,
    tol = 1e-4,
    fitIntercept = true,
    classWeight,
    maxIter = 100,
  }: LogisticRegressionOptions = {}) {
    super();
    const where = "LogisticRegression";
    this.C = C === Infinity ? C : checkPositive(where, "C", C);
    this.l1Ratio = checkBetween(where, "l1Ratio", l1Ratio, [0, 1]);
    this.tol = checkPositive(where, "tol", tol);
    this.fitIntercept = checkBoolean(where, "fitIntercept", fitIntercept);
    this.classWeight = checkClassWeight(where, classWeight);
    this.maxIter = checkInteger(where, "maxIter", maxIter, 1);
    Object.freeze(this);
  }

  /**
   * Learns w and b. A second call forgets the first. Warns if `maxIter` iterations do not suffice.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y labels, shape (nSamples,), of at least two classes
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels of a
   *   single class or of several types, weights that are negative or all 0, and class weights for labels that y lacks.
   */
  fit(X: AnyMatrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const learn = () => {
      const where = "LogisticRegression.fit";
      const data = checkAnyClassification(where, X, y, sampleWeight, {
        keepFloat32: this.l1Ratio === 0,
      });
      const { classes, names } = data;
      if (classes.length < 2) {
        throw new ValueError(
          `${where}: expected labels of at least two classes, got only ${classes[0]}`,
        );
      }
      const weights = weightsOfRows(where, this.classWeight, data, data.weights);
      const problem = new LogisticProblem(data, weights, this);
      const solve = problem.penalty.l1 > 0 ? solveSparse : solveSmooth;
      const { parameters, nIter, converged } = solve(problem, this);
      if (!converged) {
        warn(
          "convergence",
          `${where}: expected to converge in ${nIter} iterations; standardized features or more iterations (maxIter) may help`,
        );
      }
      return {
        classes,
        ...linearState(parameters, problem.nScores, this.fitIntercept),
        nIter,
        nFeaturesIn: data.X.shape[1]!,
        featureNamesIn: names,
      };
    };
    return this.keep(scoped(learn));
  }

  /** The iterations that the last `fit` took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }
}
