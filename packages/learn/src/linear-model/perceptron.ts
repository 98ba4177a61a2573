import { type ClassWeight, checkClassWeight } from "../base/class-weight";
import { BaseSGDClassifier } from "./sgd-base-classifier";
import { sgdLoss } from "./sgd-loss";
import { type CheckedSGD, checkSGD, type SGDOptions } from "./sgd-options";

/** The options of `Perceptron`. */
export interface PerceptronOptions
  extends Pick<
    SGDOptions,
    | "penalty"
    | "alpha"
    | "l1Ratio"
    | "fitIntercept"
    | "maxIter"
    | "tol"
    | "nIterNoChange"
    | "shuffle"
    | "eta0"
    | "seed"
  > {
  /** How much each class counts, beside the rows' own weights. Default all alike. */
  readonly classWeight?: ClassWeight;
}

type Params = Required<Omit<PerceptronOptions, "classWeight" | "seed">> & {
  readonly seed: number | undefined;
  readonly classWeight: ClassWeight | undefined;
};

/**
 * Rosenblatt's perceptron: a row on the wrong side of the line turns the line by itself, times eta0; rows on the right
 * side change nothing. It ends where classes can be told apart by a line. Without a penalty by default, and with the
 * seed 0, as in scikit-learn.
 *
 * @see Rosenblatt (1958), Psychological Review 65(6), 386–408.
 * @example
 * ```ts
 * const model = new Perceptron().fit([[-2], [-1], [1], [2]], ["a", "a", "b", "b"]);
 * model.predict([[-3], [3]]); // → ["a", "b"]
 * ```
 */
export class Perceptron extends BaseSGDClassifier<Params> {
  static override readonly typeName: string = "Perceptron";
  readonly penalty: CheckedSGD["penalty"];
  readonly alpha: number;
  readonly l1Ratio: number;
  readonly fitIntercept: boolean;
  readonly maxIter: number;
  readonly tol: number | null;
  readonly nIterNoChange: number;
  readonly shuffle: boolean;
  readonly eta0: number;
  readonly seed: number | undefined;
  readonly classWeight: ClassWeight | undefined;

  /** @throws ParameterError for options that cannot be. */
  constructor({ classWeight, ...options }: PerceptronOptions = {}) {
    super();
    const given = { penalty: "none", eta0: 1, seed: 0, ...options } as const;
    const checked = checkSGD("Perceptron", { ...given, learningRate: "constant" });
    this.penalty = checked.penalty;
    this.alpha = checked.alpha;
    this.l1Ratio = checked.l1Ratio;
    this.fitIntercept = checked.fitIntercept;
    this.maxIter = checked.maxIter;
    this.tol = checked.tol;
    this.nIterNoChange = checked.nIterNoChange;
    this.shuffle = checked.shuffle;
    this.eta0 = checked.eta0;
    this.seed = checked.seed;
    this.classWeight = checkClassWeight("Perceptron", classWeight);
    Object.freeze(this);
  }

  protected descent() {
    const rest = { epsilon: 0.1, learningRate: "constant", powerT: 0.5, average: false } as const;
    return { loss: sgdLoss("perceptron", 0), options: { ...this.getParams(), ...rest } };
  }
}
