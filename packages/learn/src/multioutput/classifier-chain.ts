import { checkOneOf, ValueError } from "@gradus/core";
import { isTensor, type Tensor } from "@gradus/tensor";
import { BaseEstimator } from "../base/base-estimator";
import type { Classifier, FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { estimatorFromJSON } from "../base/from-json";
import {
  askInner,
  checkInner,
  fitCopy,
  hasMethod,
  type IfHas,
  type ScoreMethod,
  type ScoreName,
} from "../base/inner";
import { checkMatrix, checkWeights, type Matrix } from "../base/inputs";
import type { EstimatorJSON, EstimatorLoader } from "../base/json";
import type { Label } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import { crossValPredict } from "../model-selection/cross-val-predict";
import { checkFolding, checkSavableFolding, type Folding } from "../model-selection/folding";
import { columnsTensor } from "../multiclass/one-vs-rest-classifier";
import { ChainFeatures, type ChainOrder, checkOrder, placesOf } from "./chain";
import { type LabelRows, readLabelColumns, rowsOfColumns, shareOfRight } from "./label-columns";

/** What links hand on: labels, or how sure they are. */
export type ChainMethod = "predict" | "predictProba" | "decisionFunction";

/** The options of `ClassifierChain`. */
export interface ClassifierChainOptions<C extends Classifier = Classifier> {
  /** The classifier of which each output gets a fitted copy. */
  readonly estimator: C;
  /** Which output comes first, second, … Default as the columns stand. */
  readonly order?: ChainOrder | undefined;
  /** Learn from answers for rows that were left out, instead of true labels. Default true labels. */
  readonly cv?: Folding | undefined;
  /** What links hand on; anything but "predict" is for outputs of two labels. Default "predict". */
  readonly chainMethod?: ChainMethod;
  /** The same seed draws the same order, in scikit-learn too. Default another each time. */
  readonly seed?: number | undefined;
}

interface Params<C extends Classifier> {
  readonly estimator: C;
  readonly order: ChainOrder | undefined;
  readonly cv: Folding | undefined;
  readonly chainMethod: ChainMethod;
  readonly seed: number | undefined;
}

interface FittedChain {
  readonly estimators: readonly Classifier[];
  readonly order: readonly number[];
}

/**
 * Several labels for each row one after another: each classifier sees the features and the labels before its own, as they
 * are when it learns, and as they are predicted later. Labels are whole numbers or booleans, since they become features.
 *
 * @see Read, Pfahringer, Holmes and Frank (2009), Classifier chains for multi-label classification, ECML PKDD, 254–269.
 * @example
 * ```ts
 * const model = new ClassifierChain({ estimator: new LogisticRegression() });
 * model.fit([[0], [1], [2], [3]], [[0, 0], [0, 1], [1, 1], [1, 1]]);
 * model.predict([[-2], [5]]); // → [[0, 0], [1, 1]]
 * ```
 */
export class ClassifierChain<C extends Classifier = Classifier> extends BaseEstimator<
  Params<C>,
  FittedChain
> {
  static override readonly typeName: string = "ClassifierChain";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: C;
  readonly order: ChainOrder | undefined;
  readonly cv: Folding | undefined;
  readonly chainMethod: ChainMethod;
  readonly seed: number | undefined;

  /** @throws ParameterError for what is no classifier, an order that is none, an unknown method, folds that are none, or a seed that is no integer. */
  constructor({ estimator, order, cv, chainMethod = "predict", seed }: ClassifierChainOptions<C>) {
    super();
    const where = "ClassifierChain";
    this.estimator = checkInner(where, "estimator", estimator, ["classifier"]);
    this.order = checkOrder(where, order);
    this.cv = cv === undefined ? undefined : checkFolding(where, cv);
    this.chainMethod = checkOneOf(where, "chainMethod", chainMethod, [
      "predict",
      "predictProba",
      "decisionFunction",
    ]);
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  /**
   * Fits a copy of the classifier for each column of Y, in order. A second call forgets the first.
   *
   * @param Y labels, shape (nSamples, nOutputs): whole numbers or booleans
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels that are
   *   text, and weights that are negative or all 0; ParameterError for an order of other outputs; and what the classifier
   *   throws.
   */
  fit(X: Matrix, Y: LabelRows, { sampleWeight }: FitOptions = {}): this {
    const where = "ClassifierChain.fit";
    const { X: read, names } = checkMatrix(where, X);
    const columns = readLabelColumns(where, Y, read.shape[0]!);
    const weights = checkWeights(where, sampleWeight, read.shape[0]!);
    const order = placesOf(where, this.order, columns.length, this.seed ?? anySeed());
    const features = new ChainFeatures(read, order.length);
    const estimators = order.map((place) => {
      const column = columns[place]!;
      const seen = features.X;
      const model = fitCopy(this.estimator, seen, column, weights);
      features.add(this.#trainingColumn(where, seen, column, weights));
      return model;
    });
    return this.keep({
      estimators,
      order,
      nFeaturesIn: read.shape[1]!,
      featureNamesIn: names,
    });
  }

  /** As of every estimator. @throws ValueError if `cv` is something that makes folds, which JSON cannot hold. */
  override toJSON(): EstimatorJSON {
    checkSavableFolding("ClassifierChain.toJSON", this.cv);
    return super.toJSON();
  }

  /** The fitted copies, in the order of the chain. @throws NotFittedError before `fit`. */
  get estimators(): readonly C[] {
    return this.learned("estimators").estimators as readonly C[];
  }

  /** The places of the outputs in the order of the chain. @throws NotFittedError before `fit`. */
  get fittedOrder(): readonly number[] {
    return this.learned("fittedOrder").order;
  }

  /** The labels of each output, sorted. @throws NotFittedError before `fit`. */
  get classes(): readonly (readonly Label[])[] {
    const { estimators, order } = this.learned("classes");
    return order.map((_, output) => estimators[order.indexOf(output)]!.classes);
  }

  /**
   * The predicted labels, a list for each row.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other than
   *   those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): Label[][] {
    return rowsOfColumns(this.#walk("predict", X, (model, seen) => model.predict(seen)));
  }

  /** The probability of the larger label of each output, shape (nSamples, nOutputs), if the classifier has `predictProba`. */
  get predictProba(): IfHas<C, "predictProba", ScoreMethod> {
    return this.#scores("predictProba") as never;
  }

  /** The decision for the larger label of each output, shape (nSamples, nOutputs), if the classifier has `decisionFunction`. */
  get decisionFunction(): IfHas<C, "decisionFunction", ScoreMethod> {
    return this.#scores("decisionFunction") as never;
  }

  /** The (weighted) share of rows whose labels are all right. @throws as `predict`, and ShapeError if Y does not fit X. */
  score(X: Matrix, Y: LabelRows, { sampleWeight }: FitOptions = {}): number {
    return shareOfRight("ClassifierChain.score", Y, this.predict(X), sampleWeight);
  }

  #scores(name: ScoreName): ScoreMethod | undefined {
    if (!hasMethod(this.estimator, name)) return undefined;
    return (X) =>
      columnsTensor(this.#walk(name, X as Matrix, (model, seen) => scoreOf(model, name, seen)));
  }

  /** What each output gives, in the order of the columns, while links hand on what they are told to. */
  #walk<T>(name: string, X: Matrix, ask: (model: Classifier, seen: Tensor) => T): T[] {
    const { estimators, order, ...fitted } = this.learned(name);
    const read = checkFeatures(`ClassifierChain.${name}`, X, fitted);
    const features = new ChainFeatures(read, order.length);
    const answers = new Array<T>(order.length);
    estimators.forEach((model, link) => {
      const seen = features.X;
      answers[order[link]!] = ask(model, seen);
      if (link < order.length - 1) features.add(this.#handedOn(model, seen));
    });
    return answers;
  }

  #handedOn(model: Classifier, seen: Tensor): ArrayLike<number> {
    const { chainMethod } = this;
    return chainMethod === "predict"
      ? numbersOf("ClassifierChain", model.predict(seen))
      : scoreOf(model, chainMethod, seen);
  }

  /** The column that later links learn from. */
  #trainingColumn(
    where: string,
    seen: Tensor,
    column: readonly Label[],
    weights: Tensor | undefined,
  ): ArrayLike<number> {
    if (this.cv === undefined) return numbersOf(where, column);
    const answers = crossValPredict(this.estimator as Classifier | never, seen, column, {
      cv: this.cv,
      method: this.chainMethod as "predict",
      ...(weights ? { fitOptions: { sampleWeight: weights } } : {}),
    }) as Tensor | Label[];
    if (!isTensor(answers)) return numbersOf(where, answers);
    return secondOf(where, answers);
  }
}

function scoreOf(model: Classifier, name: ScoreName, X: Tensor): Float64Array {
  return secondOf(`ClassifierChain.${name}`, askInner("ClassifierChain", model, name, X));
}

/** What is said of the second of two classes. @throws ValueError for more classes. */
function secondOf(where: string, scores: Tensor): Float64Array {
  if (scores.ndim === 1) return scores.data() as Float64Array;
  if (scores.shape[1] === 2) return scores.slice(null, 1).data() as Float64Array;
  throw new ValueError(`${where}: expected outputs of two labels, got ${scores.shape[1]}`);
}

/** Labels as features. @throws ValueError for text. */
function numbersOf(where: string, labels: readonly Label[]): Float64Array {
  if (typeof labels[0] === "string") {
    throw new ValueError(
      `${where}: expected labels that are whole numbers or booleans, which become features, got text`,
    );
  }
  return Float64Array.from(labels as readonly number[], Number);
}
