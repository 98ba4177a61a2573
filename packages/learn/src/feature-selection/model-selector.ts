import { describeValue, ParameterError } from "@gradus/core";
import type { SparseTensor, Tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import type { Matrix, Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { Labels } from "../base/labels";
import type { AnyMatrix } from "../base/sparse-inputs";
import type { Predictor } from "../metrics/scorer";
import { BaseSelector, type FittedSupport } from "./base-selector";
import { takeColumns } from "./columns";

/** What a selection by a model teaches. */
export interface FittedModelSelection extends FittedSupport {
  /** Fitted on the features that are kept. */
  readonly fittedEstimator: Predictor;
}

/** What all share that choose features by fitting an estimator, and can predict with it from those that they kept. */
export abstract class ModelSelector<
  E extends Predictor,
  Params extends object,
  State extends FittedModelSelection,
> extends BaseSelector<Params, State> {
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: E;

  protected constructor(where: string, estimator: E) {
    super();
    this.estimator = checkPredictor(where, estimator);
  }

  /** The estimator, fitted on the features that are kept. @throws NotFittedError before `fit`. */
  get fittedEstimator(): E {
    return this.learned("fittedEstimator").fittedEstimator as E;
  }

  /** How many features are kept. @throws NotFittedError before `fit`. */
  get nFeatures(): number {
    return this.getSupportIndices().length;
  }

  /** What the fitted estimator predicts from the features that are kept. @throws as `transform`, and what it throws. */
  predict(X: AnyMatrix): ReturnType<E["predict"]> {
    this.learned("predict");
    const chosen = this.transform(X as Matrix);
    return this.fittedEstimator.predict(chosen) as ReturnType<E["predict"]>;
  }

  /** The fitted estimator's score on the features that are kept. @throws as `predict`. */
  score(X: AnyMatrix, y: Targets | Labels, options: FitOptions = {}): number {
    this.learned("score");
    const chosen = this.transform(X as Matrix);
    return this.fittedEstimator.score(chosen, y as Targets & Labels, options);
  }
}

/** @throws ParameterError for what does not fit and predict. */
export function checkPredictor<E extends Predictor>(where: string, estimator: E): E {
  const { fit, predict } = (estimator ?? {}) as Partial<Predictor>;
  if (typeof fit === "function" && typeof predict === "function") return estimator;
  throw new ParameterError(
    `${where}: estimator must be a classifier or a regressor, got ${describeValue(estimator)}`,
  );
}

/** A copy of an estimator, fitted on some of the features. */
export function fitOn<E extends Predictor>(
  estimator: E,
  [X, y]: readonly [Tensor | SparseTensor, Targets | Labels],
  places: Int32Array,
  options: FitOptions,
): E {
  const chosen = takeColumns(X, places) as Tensor;
  return (estimator.clone() as E).fit(chosen, y as Targets & Labels, options) as E;
}
