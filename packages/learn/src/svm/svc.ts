import { checkPositive } from "@gradus/core";
import { BaseSVC, type BaseSVCOptions, type CheckedSVC } from "./base-svc";
import { type Machine, solveClasses, type Training } from "./duals";

/** The options of `SVC`. */
export interface SVCOptions extends BaseSVCOptions {
  /** The price of a row on the wrong side of its margin, C > 0: the smaller, the wider the margin. Default 1. */
  readonly C?: number;
}

/**
 * A support vector machine for classes: the widest margin between two classes in the space of a kernel, where each row
 * on the wrong side of its margin costs C times how far it is. Its dual
 *
 * min ½ Σᵢⱼ αᵢαⱼyᵢyⱼK(xᵢ, xⱼ) − Σᵢ αᵢ, 0 <= αᵢ <= C, Σᵢ yᵢαᵢ = 0
 *
 * is solved by moving two αs at a time. Rows with αᵢ > 0 are the support vectors. Of more than two classes there is a
 * machine for each pair, and the class wins that wins most pairs.
 *
 * Standardize the features first. Time grows with the square or the cube of the number of rows: beyond some ten
 * thousand rows `LinearSVC` or `SGDClassifier` are the way. scikit-learn deprecates `probability` in favour of
 * `CalibratedClassifierCV`, which is there as well; `maxIter` is Infinity in place of its −1. The rows of the kernel's
 * matrix are kept in float32, as libsvm keeps them; from 500 rows of float32 on, a Gaussian kernel is also computed in
 * it, which takes half of the time.
 *
 * @see Cortes and Vapnik (1995), Machine Learning 20, 273–297.
 * @see Fan, Chen and Lin (2005), Journal of Machine Learning Research 6, 1889–1918.
 * @roadmap SUP-012
 * @example
 * ```ts
 * const X = [[0, 0], [1, 1], [0, 1], [1, 0]];
 * const model = new SVC({ gamma: 2 }).fit(X, ["same", "same", "different", "different"]);
 * model.predict([[0.1, 0.2], [0.1, 0.9]]); // → ["same", "different"]
 * ```
 */
export class SVC extends BaseSVC<CheckedSVC & { readonly C: number }> {
  static override readonly typeName: string = "SVC";
  readonly C: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({ C = 1, ...options }: SVCOptions = {}) {
    super("SVC", options);
    this.C = checkPositive("SVC", "C", C);
    Object.freeze(this);
  }

  protected trainPair(training: Training, sign: Int8Array, weights: Float64Array): Machine {
    return solveClasses(
      training,
      sign,
      weights.map((weight) => weight * this.C),
    );
  }
}
