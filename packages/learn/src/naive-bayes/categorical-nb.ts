import {
  checkBoolean,
  checkInteger,
  checkNonNegative,
  type GraphBuilder,
  type GraphValue,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { type Classified, checkClassification, type Matrix } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import {
  BaseNaiveBayes,
  classesOfPart,
  logPriors,
  type PartialFitOptions,
  raisedAlphas,
} from "./base-naive-bayes";
import { weightOfClasses } from "./class-sums";

/** The options of `CategoricalNB`. */
export interface CategoricalNBOptions {
  /** What is added to every count (Laplace's or Lidstone's smoothing). Default 1. */
  readonly alpha?: number;
  /** Take an alpha below 1e-10 as it is; otherwise it is raised to that, with a warning. Default true. */
  readonly forceAlpha?: boolean;
  /** Learn how probable classes are; otherwise all are alike. Default true. */
  readonly fitPrior?: boolean;
  /** The probability of each class before anything is seen. Default what `fitPrior` says. */
  readonly classPrior?: readonly number[] | undefined;
  /** Categories that each feature has at least, or one number for each: some may not come in `fit`. Default those seen. */
  readonly minCategories?: number | readonly number[] | undefined;
}

type Params = Required<Omit<CategoricalNBOptions, "classPrior" | "minCategories">> &
  Pick<CategoricalNBOptions, "classPrior" | "minCategories">;

interface FittedCategorical {
  readonly classes: readonly Label[];
  /** The weight of each class's rows, shape (nClasses,). */
  readonly classCount: Tensor;
  readonly classLogPrior: Tensor;
  /** For each feature what was counted, shape (nClasses, nCategories). */
  readonly categoryCount: readonly Tensor[];
  /** For each feature log P(category | c), shape (nClasses, nCategories). */
  readonly featureLogProb: readonly Tensor[];
}

/**
 * Categorical naive Bayes, for features that are categories: P(xⱼ = t | c) = (Nⱼₜ꜀ + α) / (N꜀ + α·nⱼ), with nⱼ the
 * categories of feature j. Categories are the whole numbers 0, 1, …, as `OrdinalEncoder` gives them.
 *
 * @see Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, chapter 13.
 * @example
 * ```ts
 * const weather = [[0, 0], [0, 1], [1, 1], [2, 1], [2, 0]]; // sun, clouds, rain; calm, windy
 * const model = new CategoricalNB().fit(weather, ["out", "out", "in", "in", "in"]);
 * model.predict([[0, 0], [2, 1]]); // → ["out", "in"]
 * ```
 */
export class CategoricalNB extends BaseNaiveBayes<Params, FittedCategorical> {
  static override readonly typeName: string = "CategoricalNB";
  readonly alpha: number;
  readonly forceAlpha: boolean;
  readonly fitPrior: boolean;
  readonly classPrior: readonly number[] | undefined;
  readonly minCategories: number | readonly number[] | undefined;

  /** @throws ParameterError for an alpha below 0, options that are no booleans, or numbers of categories that are no integers above 0. */
  constructor({
    alpha = 1,
    forceAlpha = true,
    fitPrior = true,
    classPrior,
    minCategories,
  }: CategoricalNBOptions = {}) {
    super();
    const where = "CategoricalNB";
    this.alpha = checkNonNegative(where, "alpha", alpha);
    this.forceAlpha = checkBoolean(where, "forceAlpha", forceAlpha);
    this.fitPrior = checkBoolean(where, "fitPrior", fitPrior);
    this.classPrior = classPrior && [...classPrior];
    for (const least of [minCategories ?? []].flat() as number[]) {
      checkInteger(where, "minCategories", least, 1);
    }
    this.minCategories = Array.isArray(minCategories) ? [...minCategories] : minCategories;
    Object.freeze(this);
  }

  /**
   * Counts. A second call forgets the first.
   *
   * @param X categories, whole numbers from 0, shape (nSamples, nFeatures)
   * @throws ShapeError if the shapes do not fit together, or there is not a prior for each class or a number of categories
   *   for each feature; ValueError for values that are no whole numbers from 0, missing labels, and weights that are
   *   negative or all 0.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "CategoricalNB.fit";
    return this.#learn(where, checkClassification(where, X, y, sampleWeight), undefined);
  }

  /**
   * Counts more rows, beside those that it has seen; new categories may come.
   *
   * @throws as `fit`; ParameterError for a first call without `classes`; ValueError for another class.
   */
  partialFit(X: Matrix, y: Labels, { classes, sampleWeight }: PartialFitOptions = {}): this {
    const where = "CategoricalNB.partialFit";
    const past = this.isFitted ? this.learned("partialFit") : undefined;
    const read = checkClassification(where, X, y, sampleWeight);
    if (past) checkFeatures(where, X, past);
    const part = classesOfPart(where, y, past?.classes, classes);
    return this.#learn(where, { ...read, ...part }, past);
  }

  /** The weight of each class's rows, shape (nClasses,). @throws NotFittedError before `fit`. */
  get classCount(): Tensor {
    return this.learned("classCount").classCount;
  }

  /** The logarithm of each class's probability, shape (nClasses,). @throws NotFittedError before `fit`. */
  get classLogPrior(): Tensor {
    return this.learned("classLogPrior").classLogPrior;
  }

  /** For each feature what was counted, shape (nClasses, nCategories). @throws NotFittedError before `fit`. */
  get categoryCount(): readonly Tensor[] {
    return this.learned("categoryCount").categoryCount;
  }

  /** For each feature log P(category | c), shape (nClasses, nCategories). @throws NotFittedError before `fit`. */
  get featureLogProb(): readonly Tensor[] {
    return this.learned("featureLogProb").featureLogProb;
  }

  /** How many categories each feature has. @throws NotFittedError before `fit`. */
  get nCategories(): readonly number[] {
    return this.learned("nCategories").categoryCount.map(({ shape }) => shape[1]!);
  }

  protected jointLogLikelihood(method: string, X: Matrix): Tensor {
    const fitted = this.learned(method);
    const where = `CategoricalNB.${method}`;
    const read = checkFeatures(where, X, fitted);
    const x = categoriesOf(where, read);
    const [n, nFeatures] = read.shape as [number, number];
    const nClasses = fitted.classes.length;
    const prior = fitted.classLogPrior.data();
    const joint = Float64Array.from({ length: n * nClasses }, (_, at) => prior[at % nClasses]!);
    fitted.featureLogProb.forEach((logs, j) => {
      const width = logs.shape[1]!;
      const values = logs.data();
      for (let i = 0; i < n; i++) {
        const category = x[i * nFeatures + j]!;
        if (category >= width) {
          throw new ValueError(
            `${where}: expected categories below ${width} in column ${j}, as in fit, got ${category} at row ${i}; minCategories makes room`,
          );
        }
        for (let c = 0; c < nClasses; c++)
          joint[i * nClasses + c]! += values[c * width + category]!;
      }
    });
    return tensor(joint, { shape: [n, nClasses] });
  }

  protected graphJoint(X: GraphValue, graph: GraphBuilder): GraphValue {
    const { featureLogProb, classLogPrior } = this.learned("toGraph");
    return featureLogProb
      .map((logs, j) => {
        const categories = Array.from({ length: logs.shape[1]! }, (_, category) => category);
        const isCategory = graph.matches(X.columns([j]), categories).toNumber();
        return isCategory.matmul(logs.transpose());
      })
      .reduce((sum, logs) => sum.add(logs))
      .add(classLogPrior);
  }

  #learn(where: string, read: Classified, past: FittedCategorical | undefined): this {
    const { classes, codes, weights } = read;
    const nFeatures = read.X.shape[1]!;
    const x = categoriesOf(where, read.X);
    const w = weights?.data() as Float64Array | undefined;
    const least = this.#least(where, nFeatures);
    const categoryCount = Array.from({ length: nFeatures }, (_, j) => {
      const before = past?.categoryCount[j];
      const width = widthOf(x, j, nFeatures, Math.max(least[j]!, before?.shape[1] ?? 0));
      return counted(x, codes, w, { j, nFeatures, width, nClasses: classes.length }, before);
    });
    const rows = weightOfClasses(codes, classes.length, weights);
    const classCount = past ? past.classCount.add(rows) : rows;
    const [alpha] = raisedAlphas(where, [this.alpha], this.forceAlpha) as [number];
    return this.keep({
      classes,
      classCount,
      classLogPrior: logPriors(where, classCount, this),
      categoryCount,
      featureLogProb: categoryCount.map((count) => {
        const smooth = count.add(alpha);
        return smooth.log().sub(smooth.sum(1, { keepDims: true }).log());
      }),
      nFeaturesIn: nFeatures,
      featureNamesIn: read.names,
    });
  }

  #least(where: string, nFeatures: number): readonly number[] {
    const { minCategories = 1 } = this;
    if (typeof minCategories === "number") return new Array(nFeatures).fill(minCategories);
    if (minCategories.length === nFeatures) return minCategories;
    throw new ShapeError(
      `${where}: expected minCategories for each of ${nFeatures} features, got ${minCategories.length}`,
    );
  }
}

/** One feature, and how much room its counts take. */
interface CountedFeature {
  readonly j: number;
  readonly nFeatures: number;
  readonly width: number;
  readonly nClasses: number;
}

/** The weights of each class's rows by category, beside those counted before, shape (nClasses, nCategories). */
function counted(
  x: Float64Array,
  codes: Int32Array,
  weights: Float64Array | undefined,
  { j, nFeatures, width, nClasses }: CountedFeature,
  before: Tensor | undefined,
): Tensor {
  const counts = new Float64Array(nClasses * width);
  const old = before?.data();
  const oldWidth = before?.shape[1] ?? 0;
  old?.forEach((count, at) => {
    counts[Math.floor(at / oldWidth) * width + (at % oldWidth)] = count;
  });
  codes.forEach((code, i) => {
    counts[code * width + x[i * nFeatures + j]!]! += weights?.[i] ?? 1;
  });
  return tensor(counts, { shape: [nClasses, width] });
}

function widthOf(x: Float64Array, j: number, nFeatures: number, least: number): number {
  let width = least;
  for (let at = j; at < x.length; at += nFeatures) width = Math.max(width, x[at]! + 1);
  return width;
}

/** @throws ValueError for what is no whole number from 0. */
function categoriesOf(where: string, X: Tensor): Float64Array {
  const x = X.data() as Float64Array;
  const bad = x.findIndex((value) => value < 0 || !Number.isInteger(value));
  if (bad < 0) return x;
  const width = X.shape[1]!;
  throw new ValueError(
    `${where}: expected categories 0, 1, … in X, got ${x[bad]} at row ${Math.floor(bad / width)}, column ${bad % width}`,
  );
}
