import { BaseEstimator } from "../base/base-estimator";
import { estimatorFromJSON } from "../base/from-json";
import { checkInner, hasMethod, type IfHas, type InnerPredictor } from "../base/inner";
import type { EstimatorLoader } from "../base/json";

/** The options of `FrozenEstimator`. */
export interface FrozenEstimatorOptions<E extends InnerPredictor> {
  /** A fitted classifier or regressor. */
  readonly estimator: E;
}

type MethodOf<E, Name extends string> = E extends { readonly [K in Name]: infer M } ? M : undefined;

/**
 * A fitted estimator that stays as it is: `fit` does nothing, and a clone is as fitted. So that what fits estimators
 * (`CalibratedClassifierCV`, `TunedThresholdClassifierCV`) takes one that was fitted before, on other rows.
 *
 * @example
 * ```ts
 * const model = new LogisticRegression().fit([[0], [1], [2], [3]], [0, 0, 1, 1]);
 * const frozen = new FrozenEstimator({ estimator: model });
 * frozen.fit([[5], [6]], [1, 0]).predict([[0], [3]]); // → [0, 1]
 * ```
 */
export class FrozenEstimator<E extends InnerPredictor = InnerPredictor> extends BaseEstimator<
  FrozenEstimatorOptions<E>,
  object
> {
  static override readonly typeName: string = "FrozenEstimator";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: E;

  /** @throws ParameterError for what is neither a classifier nor a regressor. */
  constructor({ estimator }: FrozenEstimatorOptions<E>) {
    super();
    const kinds = ["classifier", "regressor"] as const;
    this.estimator = checkInner("FrozenEstimator", "estimator", estimator, kinds);
    Object.freeze(this);
  }

  /** "classifier" or "regressor", as the estimator. */
  get estimatorType(): E["estimatorType"] {
    return this.estimator.estimatorType;
  }

  /** Does nothing. @throws NotFittedError if the estimator is not fitted. */
  fit(..._: unknown[]): this {
    this.estimator.nFeaturesIn;
    return this;
  }

  override get nFeaturesIn(): number {
    return this.estimator.nFeaturesIn;
  }

  override get featureNamesIn(): readonly string[] | undefined {
    return this.estimator.featureNamesIn;
  }

  /** The labels that a classifier knows. */
  get classes(): MethodOf<E, "classes"> {
    return (this.estimator as { classes?: unknown }).classes as never;
  }

  /** The estimator's predictions. @throws as the estimator. */
  predict(...args: Parameters<E["predict"]>): ReturnType<E["predict"]> {
    return this.estimator.predict(args[0] as never) as ReturnType<E["predict"]>;
  }

  /** The estimator's score. @throws as the estimator. */
  score(...args: Parameters<E["score"]>): number {
    return this.estimator.score(args[0] as never, args[1] as never, args[2]);
  }

  /** The estimator's `predictProba`, if it has one. */
  get predictProba(): IfHas<E, "predictProba", MethodOf<E, "predictProba">> {
    return this.#method("predictProba");
  }

  /** The estimator's `decisionFunction`, if it has one. */
  get decisionFunction(): IfHas<E, "decisionFunction", MethodOf<E, "decisionFunction">> {
    return this.#method("decisionFunction");
  }

  #method(name: "predictProba" | "decisionFunction"): never {
    const { estimator } = this;
    if (!hasMethod(estimator, name)) return undefined as never;
    const method = (estimator as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!;
    return ((...args: unknown[]) => method.apply(estimator, args)) as never;
  }
}
