import { type Tensor, tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions, Regressor } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { estimatorFromJSON } from "../base/from-json";
import { checkInner, fitCopy } from "../base/inner";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import type { EstimatorJSON, EstimatorLoader } from "../base/json";
import { anySeed, checkSeed } from "../base/seeds";
import { crossValPredict } from "../model-selection/cross-val-predict";
import { checkFolding, checkSavableFolding, type Folding } from "../model-selection/folding";
import { columnsTensor } from "../multiclass/one-vs-rest-classifier";
import { ChainFeatures, type ChainOrder, checkOrder, placesOf } from "./chain";

/** The options of `RegressorChain`. */
export interface RegressorChainOptions<R extends Regressor = Regressor> {
  /** The regressor of which each target gets a fitted copy. */
  readonly estimator: R;
  /** Which target comes first, second, … Default as the columns stand. */
  readonly order?: ChainOrder | undefined;
  /** Learn from predictions of rows that were left out, instead of true targets. Default true targets. */
  readonly cv?: Folding | undefined;
  /** The same seed draws the same order, in scikit-learn too. Default another each time. */
  readonly seed?: number | undefined;
}

interface Params<R extends Regressor> {
  readonly estimator: R;
  readonly order: ChainOrder | undefined;
  readonly cv: Folding | undefined;
  readonly seed: number | undefined;
}

interface FittedChain {
  readonly estimators: readonly Regressor[];
  readonly order: readonly number[];
  readonly isVector: boolean;
}

/**
 * Several targets one after another: each regressor sees the features and the targets before its own, as they are when
 * it learns, and as they are predicted later.
 *
 * @see Spyromitros-Xioufis, Tsoumakas, Groves and Vlahavas (2016), Multi-target regression via input space expansion,
 *   Machine Learning 104, 55–98.
 * @example
 * ```ts
 * const model = new RegressorChain({ estimator: new LinearRegression(), order: [1, 0] });
 * model.fit([[0], [1], [2]], [[1, 0], [3, 1], [5, 2]]);
 * model.predict([[3]]).round().toArray(); // → [[7, 3]]
 * ```
 */
export class RegressorChain<R extends Regressor = Regressor> extends BaseRegressor<
  Params<R>,
  FittedChain
> {
  static override readonly typeName: string = "RegressorChain";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: R;
  readonly order: ChainOrder | undefined;
  readonly cv: Folding | undefined;
  readonly seed: number | undefined;

  /** @throws ParameterError for what is no regressor, an order that is none, folds that are none, or a seed that is no integer. */
  constructor({ estimator, order, cv, seed }: RegressorChainOptions<R>) {
    super();
    const where = "RegressorChain";
    this.estimator = checkInner(where, "estimator", estimator, ["regressor"]);
    this.order = checkOrder(where, order);
    this.cv = cv === undefined ? undefined : checkFolding(where, cv);
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  /**
   * Fits a copy of the regressor for each target, in order. A second call forgets the first.
   *
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for weights
   *   that are negative or all 0; ParameterError for an order of other targets; and what the regressor throws.
   */
  fit(X: Matrix, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const where = "RegressorChain.fit";
    const { Y, weights, isVector, ...data } = checkSupervised(where, X, y, sampleWeight);
    const order = placesOf(where, this.order, Y.shape[1]!, this.seed ?? anySeed());
    const features = new ChainFeatures(data.X, order.length);
    const fitOptions = weights ? { fitOptions: { sampleWeight: weights } } : {};
    const estimators = order.map((place) => {
      const target = Y.slice(null, place);
      const seen = features.X;
      const { cv } = this;
      const next =
        cv === undefined
          ? target
          : crossValPredict(this.estimator as Regressor, seen, target, { cv, ...fitOptions });
      features.add(next.data());
      return fitCopy(this.estimator, seen, target, weights);
    });
    return this.keep({
      estimators,
      order,
      isVector,
      nFeaturesIn: data.X.shape[1]!,
      featureNamesIn: data.names,
    });
  }

  /** As of every estimator. @throws ValueError if `cv` is something that makes folds, which JSON cannot hold. */
  override toJSON(): EstimatorJSON {
    checkSavableFolding("RegressorChain.toJSON", this.cv);
    return super.toJSON();
  }

  /** The fitted copies, in the order of the chain. @throws NotFittedError before `fit`. */
  get estimators(): readonly R[] {
    return this.learned("estimators").estimators as readonly R[];
  }

  /** The places of the targets in the order of the chain. @throws NotFittedError before `fit`. */
  get fittedOrder(): readonly number[] {
    return this.learned("fittedOrder").order;
  }

  /**
   * The predictions, shape (nSamples, nTargets), or (nSamples,) if `fit` was given a vector.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other than
   *   those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): Tensor {
    const { estimators, order, isVector, ...fitted } = this.learned("predict");
    const read = checkFeatures("RegressorChain.predict", X, fitted);
    const features = new ChainFeatures(read, order.length);
    const columns = new Array<Float64Array>(order.length);
    estimators.forEach((model, link) => {
      const predicted = model.predict(features.X).data() as Float64Array;
      columns[order[link]!] = predicted;
      features.add(predicted);
    });
    return isVector ? tensor(columns[0]!) : columnsTensor(columns);
  }
}
