import { warn } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows, type FittedClasses, ProbabilisticClassifier } from "../base/base-classifier";
import type { Classifier, FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { estimatorFromJSON } from "../base/from-json";
import { askInner, checkInner, hasMethod, type IfHas, type ScoreMethod } from "../base/inner";
import { type Classified, checkClassification, type Matrix } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { Label, Labels } from "../base/labels";
import { type BaggingDraws, type CheckedDraws, checkDraws, drawAll } from "./bagging-draws";
import { fitParts, leftOut, type Part, takeFeatures } from "./bagging-parts";

/** The options of `BaggingClassifier`. */
export interface BaggingClassifierOptions<C extends Classifier = Classifier> extends BaggingDraws {
  /** The classifier of which copies are fitted. */
  readonly estimator: C;
}

interface Params<C extends Classifier> extends CheckedDraws {
  readonly estimator: C;
}

interface FittedBagging extends FittedClasses {
  readonly parts: readonly Part<Classifier>[];
  readonly oob: { readonly score: number; readonly decisions: Tensor } | undefined;
}

/**
 * Bagging: copies of a classifier, each fitted on rows drawn with replacement, and on some of the features if asked for,
 * whose probabilities are averaged. It steadies classifiers that depend much on single rows.
 *
 * With weights, rows are drawn as often as they weigh. With a seed the draws are scikit-learn's with that `random_state`.
 * There is no default estimator; scikit-learn's is a decision tree.
 *
 * @see Breiman (1996), Bagging predictors, Machine Learning 24, 123–140.
 * @roadmap SUP-017
 * @example
 * ```ts
 * const model = new BaggingClassifier({ estimator: new GaussianNB(), nEstimators: 20, seed: 1 });
 * model.fit([[0], [1], [2], [7], [8], [9]], ["a", "a", "a", "b", "b", "b"]);
 * model.predict([[1], [8]]); // → ["a", "b"]
 * ```
 */
export class BaggingClassifier<C extends Classifier = Classifier>
  extends ProbabilisticClassifier<Params<C>, FittedBagging>
  implements CheckedDraws
{
  static override readonly typeName: string = "BaggingClassifier";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: C;
  readonly nEstimators: number;
  readonly maxSamples: number;
  readonly maxFeatures: number;
  readonly bootstrap: boolean;
  readonly bootstrapFeatures: boolean;
  readonly oobScore: boolean;
  readonly seed: number | undefined;

  /** @throws ParameterError for what is no classifier, and for amounts, booleans and seeds that cannot be. */
  constructor({ estimator, ...options }: BaggingClassifierOptions<C>) {
    super();
    const where = "BaggingClassifier";
    this.estimator = checkInner(where, "estimator", estimator, ["classifier"]);
    const draws = checkDraws(where, options);
    this.nEstimators = draws.nEstimators;
    this.maxSamples = draws.maxSamples;
    this.maxFeatures = draws.maxFeatures;
    this.bootstrap = draws.bootstrap;
    this.bootstrapFeatures = draws.bootstrapFeatures;
    this.oobScore = draws.oobScore;
    this.seed = draws.seed;
    Object.freeze(this);
  }

  /**
   * Draws, and fits the copies. A second call forgets the first.
   *
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, missing labels,
   *   and weights that are negative or all 0; ParameterError for more rows or features than there are; and what the
   *   classifier throws, which may need several classes among the rows that are drawn.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "BaggingClassifier.fit";
    const data = checkClassification(where, X, y, sampleWeight);
    const { classes, codes, weights } = data;
    const shape = data.X.shape as [number, number];
    const draws = drawAll(where, this, shape, weights?.data() as Float64Array | undefined);
    const labels = Array.from(codes, (code) => classes[code]!);
    const parts = fitParts<Classifier>(this.estimator, data.X, labels, draws);
    return this.keep({
      classes,
      parts,
      oob: this.oobScore ? outOfBag(where, data, parts) : undefined,
      nFeaturesIn: shape[1],
      featureNamesIn: data.names,
    });
  }

  /** The fitted copies. @throws NotFittedError before `fit`. */
  get estimators(): readonly C[] {
    return this.learned("estimators").parts.map(({ model }) => model as C);
  }

  /** The rows of each copy, as they were drawn. @throws NotFittedError before `fit`. */
  get estimatorsSamples(): readonly Int32Array[] {
    return this.learned("estimatorsSamples").parts.map(({ rows }) => rows);
  }

  /** The features of each copy. @throws NotFittedError before `fit`. */
  get estimatorsFeatures(): readonly Int32Array[] {
    return this.learned("estimatorsFeatures").parts.map(({ features }) => features);
  }

  /** The accuracy on rows by the copies that have not seen them, with `oobScore`. @throws NotFittedError before `fit`. */
  get outOfBagScore(): number | undefined {
    return this.learned("outOfBagScore").oob?.score;
  }

  /** The probabilities of rows by the copies that have not seen them, NaN where all have. @throws NotFittedError before `fit`. */
  get outOfBagDecisions(): Tensor | undefined {
    return this.learned("outOfBagDecisions").oob?.decisions;
  }

  /** The mean of the copies' probabilities, or the share of their votes, shape (nSamples, nClasses). @throws as `predict`. */
  predictProba(X: Matrix): Tensor {
    const { parts, classes, ...fitted } = this.learned("predictProba");
    const read = checkFeatures("BaggingClassifier.predictProba", X, fitted);
    const n = read.shape[0]!;
    const sums = new Float64Array(n * classes.length);
    for (const part of parts) {
      const found = sharesOf(part, takeFeatures(read, part.features), classes);
      for (let at = 0; at < sums.length; at++) sums[at]! += found[at]!;
    }
    return tensor(
      sums.map((sum) => sum / parts.length),
      { shape: [n, classes.length] },
    );
  }

  /** The mean of the copies' decisions, if the classifier has `decisionFunction`. */
  get decisionFunction(): IfHas<C, "decisionFunction", ScoreMethod> {
    const method: ScoreMethod = (X) => {
      const { parts, ...fitted } = this.learned("decisionFunction");
      const where = "BaggingClassifier.decisionFunction";
      const read = checkFeatures(where, X as Matrix, fitted);
      return parts
        .map(({ model, features }) =>
          askInner(where, model, "decisionFunction", takeFeatures(read, features)),
        )
        .reduce((sum, decisions) => sum.add(decisions))
        .div(parts.length);
    };
    return (hasMethod(this.estimator, "decisionFunction") ? method : undefined) as never;
  }
}

/** A copy's probabilities, or its vote, in columns for all classes: it may not have seen some. */
function sharesOf({ model }: Part<Classifier>, X: Tensor, classes: readonly Label[]): Float64Array {
  const n = X.shape[0]!;
  const shares = new Float64Array(n * classes.length);
  const places = new Map(classes.map((label, k) => [label, k]));
  if (!hasMethod(model, "predictProba")) {
    model.predict(X).forEach((label, i) => {
      shares[i * classes.length + places.get(label)!] = 1;
    });
    return shares;
  }
  const own = model.classes.map((label) => places.get(label)!);
  const given = askInner("BaggingClassifier", model, "predictProba", X).data();
  for (let i = 0; i < n; i++) {
    own.forEach((place, k) => {
      shares[i * classes.length + place] = given[i * own.length + k]!;
    });
  }
  return shares;
}

function outOfBag(
  where: string,
  { X, codes, classes }: Classified,
  parts: readonly Part<Classifier>[],
): { score: number; decisions: Tensor } {
  const [n, nClasses] = [codes.length, classes.length];
  const sums = new Float64Array(n * nClasses);
  for (const part of parts) {
    const rows = leftOut(part, n);
    if (rows.length === 0) continue;
    const found = sharesOf(part, takeFeatures(X.take(rows, 0), part.features), classes);
    rows.forEach((row, i) => {
      for (let k = 0; k < nClasses; k++) sums[row * nClasses + k]! += found[i * nClasses + k]!;
    });
  }
  const totals = Float64Array.from({ length: n }, (_, i) =>
    sums.subarray(i * nClasses, (i + 1) * nClasses).reduce((a, b) => a + b, 0),
  );
  if (totals.includes(0)) {
    warn(
      "data",
      `${where}: expected every row to be left out by some estimator, got too few estimators`,
    );
  }
  const predicted = argmaxRows(tensor(sums, { shape: [n, nClasses] }));
  const right = codes.filter((code, i) => code === predicted[i]).length;
  const decisions = sums.map((sum, at) => sum / totals[Math.floor(at / nClasses)]!);
  return { score: right / n, decisions: tensor(decisions, { shape: [n, nClasses] }) };
}
