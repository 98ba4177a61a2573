import { checkOneOf, ParameterError } from "@gradus/core";
import { concatenate, type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows, BaseClassifier, type FittedClasses } from "../base/base-classifier";
import type { Classifier, FitOptions } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import { hasMethod, type ScoreMethod } from "../base/inner";
import type { Matrix } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import { encodeLabels, type Labels } from "../base/labels";
import type { ParamRecord } from "../base/params";
import {
  checkNamed,
  checkVotes,
  fitAll,
  keptOf,
  keptVotes,
  type NamedEstimator,
  replaceNamed,
} from "./named-estimators";

/** The options of `VotingClassifier`. */
export interface VotingClassifierOptions {
  /** Names and classifiers; "drop" leaves one out. Copies are fitted. */
  readonly estimators: readonly NamedEstimator<Classifier>[];
  /** The class with most votes ("hard", the default), or with the largest mean probability ("soft"). */
  readonly voting?: "hard" | "soft";
  /** How much each classifier counts. Default all alike. */
  readonly weights?: readonly number[] | undefined;
}

interface Params {
  readonly estimators: readonly NamedEstimator<Classifier>[];
  readonly voting: "hard" | "soft";
  readonly weights: readonly number[] | undefined;
}

interface FittedVoting extends FittedClasses {
  readonly fitted: readonly Classifier[];
}

/**
 * Several classifiers that vote: where they err on different rows, the majority errs less often than each.
 *
 * Of classes with equally many votes it is the first. With "soft" voting, which every classifier needs `predictProba`
 * for, there is `predictProba` too.
 *
 * @see Kuncheva (2014), Combining Pattern Classifiers, 2nd ed., chapter 4.
 * @example
 * ```ts
 * const model = new VotingClassifier({
 *   estimators: [["bayes", new GaussianNB()], ["logistic", new LogisticRegression()]],
 *   voting: "soft",
 * });
 * model.fit([[0], [1], [5], [6]], ["a", "a", "b", "b"]).predict([[-1], [9]]); // → ["a", "b"]
 * ```
 */
export class VotingClassifier extends BaseClassifier<Params, FittedVoting> {
  static override readonly typeName: string = "VotingClassifier";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimators: readonly NamedEstimator<Classifier>[];
  readonly voting: "hard" | "soft";
  readonly weights: readonly number[] | undefined;

  /**
   * @throws ParameterError unless the names are different, all are classifiers, and there is a weight for each; for "soft"
   *   voting of classifiers without `predictProba`.
   */
  constructor({ estimators, voting = "hard", weights }: VotingClassifierOptions) {
    super();
    const where = "VotingClassifier";
    this.estimators = checkNamed(where, estimators, "classifier", [
      "estimators",
      "voting",
      "weights",
    ]);
    this.voting = checkOneOf(where, "voting", voting, ["hard", "soft"]);
    this.weights = checkVotes(where, weights, estimators.length);
    const mute = keptOf(estimators).find(([, one]) => !hasMethod(one, "predictProba"));
    if (voting === "soft" && mute) {
      throw new ParameterError(
        `${where}: soft voting needs classifiers with predictProba, got ${mute[0]} without`,
      );
    }
    Object.freeze(this);
  }

  /**
   * Fits a copy of each classifier. A second call forgets the first.
   *
   * @param X what the classifiers take: they may be pipelines that take tables
   * @throws what the classifiers throw.
   */
  fit(X: Matrix, y: Labels, options: FitOptions = {}): this {
    const fitted = fitAll(keptOf(this.estimators), X, y, options);
    const { nFeaturesIn, featureNamesIn } = fitted[0]!;
    const { classes } = encodeLabels("VotingClassifier.fit", "y", y);
    return this.keep({ classes, fitted, nFeaturesIn, featureNamesIn });
  }

  override withParams(params: ParamRecord): this {
    const replaced = replaceNamed("VotingClassifier", { ...this.getParams() }, params);
    return new VotingClassifier(replaced as unknown as Params) as this;
  }

  /** The fitted classifiers by their names. @throws NotFittedError before `fit`. */
  get namedEstimators(): Readonly<Record<string, Classifier>> {
    const { fitted } = this.learned("namedEstimators");
    return Object.fromEntries(keptOf(this.estimators).map(([name], k) => [name, fitted[k]!]));
  }

  /** The weighted mean of the classifiers' probabilities, shape (nSamples, nClasses), with soft voting. */
  get predictProba(): ScoreMethod | undefined {
    if (this.voting === "hard") return undefined;
    return (X) => this.#shares("predictProba", X as Matrix);
  }

  /**
   * What each classifier says: its probabilities side by side, shape (nSamples, nEstimators · nClasses), or with hard
   * voting the places of its classes, shape (nSamples, nEstimators).
   *
   * @throws as `predict`
   */
  transform(X: Matrix): Tensor {
    const { fitted } = this.learned("transform");
    if (this.voting === "soft") return sideBySide(fitted.map((model) => probaOf(model, X)));
    const codes = this.#codes("transform", X);
    return tensor(
      Float64Array.from({ length: codes.length * codes[0]!.length }, (_, at) => {
        return codes[at % codes.length]![Math.floor(at / codes.length)]!;
      }),
      { shape: [codes[0]!.length, codes.length] },
    );
  }

  protected predictCodes(X: Matrix): ArrayLike<number> {
    const { classes } = this.learned("predict");
    if (this.voting === "soft") return argmaxRows(this.#shares("predict", X));
    const votes = keptVotes(this.estimators, this.weights);
    const codes = this.#codes("predict", X);
    return Int32Array.from(codes[0]!, (_, i) => {
      const counts = new Float64Array(classes.length);
      codes.forEach((given, k) => {
        counts[given[i]!]! += votes[k]!;
      });
      return counts.indexOf(Math.max(...counts));
    });
  }

  /** The places of the classes that each classifier predicts. */
  #codes(method: string, X: Matrix): Int32Array[] {
    const { fitted, classes } = this.learned(method);
    const places = new Map(classes.map((label, k) => [label, k]));
    return fitted.map((model) => Int32Array.from(model.predict(X), (label) => places.get(label)!));
  }

  #shares(method: string, X: Matrix): Tensor {
    const { fitted } = this.learned(method);
    return weightedMean(
      fitted.map((model) => probaOf(model, X)),
      keptVotes(this.estimators, this.weights),
    );
  }
}

/** The weighted mean of tensors of one shape. */
export function weightedMean(tensors: readonly Tensor[], weights: readonly number[]): Tensor {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return tensors
    .map((one, k) => one.mul(weights[k]!))
    .reduce((sum, one) => sum.add(one))
    .div(total);
}

function probaOf(model: Classifier, X: Matrix): Tensor {
  return (model as unknown as { predictProba(X: Matrix): Tensor }).predictProba(X);
}

function sideBySide(parts: readonly Tensor[]): Tensor {
  return concatenate(parts, 1);
}
