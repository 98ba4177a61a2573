import {
  checkBoolean,
  checkInteger,
  checkOneOf,
  checkPositive,
  ParameterError,
  ValueError,
  warn,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { type ClassWeight, checkClassWeight, weightsOfClasses } from "../base/class-weight";
import type { FitOptions } from "../base/estimator";
import type { Labels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import { type AnyMatrix, checkAnyClassification } from "../base/sparse-inputs";
import { type FittedLinearClassifier, LinearClassifier } from "../linear-model/linear-classifier";
import { classDual, descendDual } from "./dual-coordinates";
import { BiasedDesign, type LinearSolution } from "./linear-design";
import { minimizeLasso } from "./linear-lasso";
import { squaredHinge } from "./linear-loss";
import { minimizeRidge } from "./linear-newton";

/** The penalty and the loss: an L1 penalty goes with the squared hinge alone. */
export type LinearSVCKind =
  | {
      /** "l2" keeps all weights small, "l1" sets some to 0. Default "l2". */
      readonly penalty?: "l2";
      /** What rows inside the margin cost: "hinge" max(0, 1 − m) or "squaredHinge", its square. Default "squaredHinge". */
      readonly loss?: "hinge" | "squaredHinge";
    }
  | { readonly penalty: "l1"; readonly loss?: "squaredHinge" };

/** The options of `LinearSVC`. */
export type LinearSVCOptions = LinearSVCKind & {
  /** The price of rows inside the margin, C > 0: the smaller, the wider the margin. Default 1. */
  readonly C?: number;
  /** Stop where the conditions of an optimum are broken by this share of how much they are at w = 0. Default 1e-4. */
  readonly tol?: number;
  /** Also learn an intercept, as the weight of a constant feature: it is penalized as the others. Default true. */
  readonly fitIntercept?: boolean;
  /** The constant feature's value: the larger, the less its weight is penalized. Default 1. */
  readonly interceptScaling?: number;
  /** How much each class counts, beside the rows' own weights. Default all alike. */
  readonly classWeight?: ClassWeight | undefined;
  /** The same seed takes the rows in the same order, where there is one. Default another one each time. */
  readonly seed?: number | undefined;
  /** The most rounds; a warning says so when they do not suffice. Default 1000. */
  readonly maxIter?: number;
};

interface Params {
  readonly penalty: "l1" | "l2";
  readonly loss: "hinge" | "squaredHinge";
  readonly C: number;
  readonly tol: number;
  readonly fitIntercept: boolean;
  readonly interceptScaling: number;
  readonly classWeight: ClassWeight | undefined;
  readonly seed: number | undefined;
  readonly maxIter: number;
}

interface FittedLinearSVC extends FittedLinearClassifier {
  readonly nIter: number;
}

/**
 * A linear support vector machine for many rows: minimizes ½‖w‖² + C Σᵢ loss(yᵢ(w·xᵢ + b)), or ‖w‖₁ in place of ½‖w‖².
 * Of more than two classes there is a machine for each class against the others.
 *
 * It differs from `SVC` with a linear kernel by the squared loss, by an intercept that is penalized, and by classes
 * against all others in place of pairs. Standardize the features first, or raise `interceptScaling`. X may be a
 * `SparseTensor`. The method follows from the options, so there is no option `dual`: Newton's method for the squared
 * hinge with more rows than features, coordinate descent in the dual for the others, coordinate descent on quadratics
 * for an L1 penalty.
 *
 * @see Hsieh, Chang, Lin, Keerthi and Sundararajan (2008), International Conference on Machine Learning 25, 408–415.
 * @see Fan, Chang, Hsieh, Wang and Lin (2008), Journal of Machine Learning Research 9, 1871–1874.
 * @roadmap SUP-012
 * @example
 * ```ts
 * const model = new LinearSVC().fit([[-2], [-1], [1], [2]], ["a", "a", "b", "b"]);
 * model.predict([[-3], [0.5]]); // → ["a", "b"]
 * ```
 */
export class LinearSVC extends LinearClassifier<Params, FittedLinearSVC> {
  static override readonly typeName: string = "LinearSVC";
  readonly penalty: "l1" | "l2";
  readonly loss: "hinge" | "squaredHinge";
  readonly C: number;
  readonly tol: number;
  readonly fitIntercept: boolean;
  readonly interceptScaling: number;
  readonly classWeight: ClassWeight | undefined;
  readonly seed: number | undefined;
  readonly maxIter: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    penalty = "l2",
    loss = "squaredHinge",
    C = 1,
    tol = 1e-4,
    fitIntercept = true,
    interceptScaling = 1,
    classWeight,
    seed,
    maxIter = 1000,
  }: LinearSVCOptions = {}) {
    super();
    this.penalty = checkOneOf("LinearSVC", "penalty", penalty, ["l1", "l2"]);
    this.loss = checkOneOf("LinearSVC", "loss", loss, ["hinge", "squaredHinge"]);
    if (penalty === "l1" && loss === "hinge") {
      throw new ParameterError(
        'LinearSVC: loss must be "squaredHinge" where penalty is "l1", got "hinge"',
      );
    }
    this.C = checkPositive("LinearSVC", "C", C);
    this.tol = checkPositive("LinearSVC", "tol", tol);
    this.fitIntercept = checkBoolean("LinearSVC", "fitIntercept", fitIntercept);
    this.interceptScaling = checkPositive("LinearSVC", "interceptScaling", interceptScaling);
    this.classWeight = checkClassWeight("LinearSVC", classWeight);
    this.seed = checkSeed("LinearSVC", seed);
    this.maxIter = checkInteger("LinearSVC", "maxIter", maxIter, 1);
    Object.freeze(this);
  }

  /**
   * Learns w and b. A second call forgets the first. Warns if `maxIter` rounds do not suffice.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y labels, shape (nSamples,), of at least two classes
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels of a
   *   single class or of several types, and weights that are negative or all 0.
   */
  fit(X: AnyMatrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "LinearSVC.fit";
    const read = checkAnyClassification(where, X, y, sampleWeight);
    const { classes, codes, names } = read;
    if (classes.length < 2) {
      throw new ValueError(
        `${where}: expected labels of at least two classes, got only ${classes[0]}`,
      );
    }
    const ofClasses = weightsOfClasses(where, this.classWeight, read, read.weights);
    const own = read.weights?.data();
    const design = new BiasedDesign(read.X, this.fitIntercept ? this.interceptScaling : 0);
    const machines = classes.length === 2 ? [1] : classes.map((_, k) => k);
    const seed = this.seed ?? anySeed();
    const found = machines.map((positive) => {
      const sign = Int8Array.from(codes, (code) => (code === positive ? 1 : -1));
      // Against all others, a class' own weight counts; two classes both have theirs.
      const upper = Float64Array.from(codes, (code, i) => {
        const ofClass = classes.length === 2 || code === positive ? ofClasses[code]! : 1;
        return this.C * ofClass * (own?.[i] ?? 1);
      });
      return this.#solve(design, sign, upper, seed);
    });
    if (found.some(({ converged }) => !converged)) {
      warn(
        "convergence",
        `${where}: expected to come to rest in ${this.maxIter} rounds; scaled features or more rounds (maxIter) may help`,
      );
    }
    return this.keep({
      ...weightsAndIntercepts(found, design),
      classes,
      nIter: Math.max(...found.map(({ nIter }) => nIter)),
      nFeaturesIn: read.X.shape[1]!,
      featureNamesIn: names,
    });
  }

  /** The most rounds that a machine took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  #solve(design: BiasedDesign, sign: Int8Array, upper: Float64Array, seed: number): LinearSolution {
    if (this.penalty === "l1") return minimizeLasso(design, squaredHinge(sign, upper), this);
    const isSquared = this.loss === "squaredHinge";
    if (isSquared && design.suitsGram) {
      return minimizeRidge(design, squaredHinge(sign, upper), this);
    }
    const { tol, maxIter } = this;
    return descendDual(design, classDual(sign, upper, isSquared), { tol, maxIter, seed });
  }
}

/** The weights of the features, shape (nMachines, nFeatures), and the intercepts, shape (nMachines,). */
export function weightsAndIntercepts(
  solutions: readonly LinearSolution[],
  { nFeatures, bias }: BiasedDesign,
): { readonly coef: Tensor; readonly intercept: Tensor } {
  const rows = solutions.flatMap(({ weights }) => [...weights.subarray(0, nFeatures)]);
  const intercepts = solutions.map(({ weights }) => (bias === 0 ? 0 : bias * weights.at(-1)!));
  return {
    coef: tensor(Float64Array.from(rows), { shape: [solutions.length, nFeatures] }),
    intercept: tensor(Float64Array.from(intercepts)),
  };
}
