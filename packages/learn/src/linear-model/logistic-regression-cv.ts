import {
  checkBetween,
  checkBoolean,
  checkInteger,
  checkPositive,
  ParameterError,
  warn,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { type ClassWeight, checkClassWeight, weightsOfRows } from "../base/class-weight";
import type { FitOptions } from "../base/estimator";
import type { EstimatorJSON } from "../base/json";
import type { Labels } from "../base/labels";
import { type AnyMatrix, checkAnyClassification } from "../base/sparse-inputs";
import { getScorer, type Scorer, type Scoring } from "../metrics/scorer";
import {
  checkFolding,
  checkSavableFolding,
  type Folding,
  foldsOfRows,
} from "../model-selection/folding";
import { checkTwoClasses } from "../multiclass/binary-models";
import { type FittedLinearClassifier, linearState } from "./linear-classifier";
import { LogisticClassifier } from "./logistic-classifier";
import { type FoldPath, foldPath, logisticPath } from "./logistic-path";

/** The options of `LogisticRegressionCV`. */
export interface LogisticRegressionCVOptions {
  /** The inverse strengths that are tried, or how many, evenly from 10⁻⁴ to 10⁴ in logarithms. Default 10. */
  readonly Cs?: number | readonly number[];
  /** The shares of the L1 penalty that are tried. Default [0]. */
  readonly l1Ratios?: readonly number[];
  /** The folds; a number makes stratified ones. Default 5. */
  readonly cv?: Folding;
  /** What counts as good. Default accuracy. */
  readonly scoring?: Scoring | undefined;
  /** Fit once more on all rows; otherwise C, share and weights at each fold's own best are averaged. Default true. */
  readonly refit?: boolean;
  /** Stop when no component of the mean loss' slope is larger. Default 1e-4. */
  readonly tol?: number;
  /** Also learn intercepts, which are not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** How much each class counts, beside the rows' own weights. Default all alike. */
  readonly classWeight?: ClassWeight;
  /** The most iterations of each search. Default 100. */
  readonly maxIter?: number;
}

type Params = Required<Omit<LogisticRegressionCVOptions, "classWeight" | "scoring">> &
  Pick<LogisticRegressionCVOptions, "classWeight" | "scoring">;

interface FittedSearch extends FittedLinearClassifier {
  readonly C: number;
  readonly l1Ratio: number;
  readonly strengths: Tensor;
  readonly scores: Tensor;
  readonly paths: Tensor;
  readonly nIter: number;
}

/**
 * `LogisticRegression` that chooses its penalty by cross-validation: each fold searches from the strongest C to the
 * weakest, each from where the one before ended, and the best mean score wins; of equal ones the first.
 *
 * @roadmap SUP-010
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3], [4], [5], [6], [7]];
 * const y = ["no", "no", "no", "no", "yes", "yes", "yes", "yes"];
 * const model = new LogisticRegressionCV({ Cs: [0.01, 1, 100], cv: 2 }).fit(X, y);
 * model.predict([[-1], [9]]); // → ["no", "yes"]
 * ```
 */
export class LogisticRegressionCV extends LogisticClassifier<Params, FittedSearch> {
  static override readonly typeName: string = "LogisticRegressionCV";
  readonly Cs: number | readonly number[];
  readonly l1Ratios: readonly number[];
  readonly cv: Folding;
  readonly scoring: Scoring | undefined;
  readonly refit: boolean;
  readonly tol: number;
  readonly fitIntercept: boolean;
  readonly classWeight: ClassWeight | undefined;
  readonly maxIter: number;

  /**
   * @throws ParameterError if `Cs` are not above 0 or none, `l1Ratios` not from 0 to 1 or none, for folds, scorings and
   *   class weights that are none, or if `tol` is not above 0 or `maxIter` no integer above 0.
   */
  constructor({
    Cs = 10,
    l1Ratios = [0],
    cv = 5,
    scoring,
    refit = true,
    tol = 1e-4,
    fitIntercept = true,
    classWeight,
    maxIter = 100,
  }: LogisticRegressionCVOptions = {}) {
    super();
    const where = "LogisticRegressionCV";
    this.Cs = checkStrengths(where, Cs);
    if (l1Ratios.length === 0) throw new ParameterError(`${where}: l1Ratios must not be empty`);
    this.l1Ratios = l1Ratios.map((ratio) => checkBetween(where, "l1Ratios", ratio, [0, 1]));
    this.cv = checkFolding(where, cv);
    if (scoring !== undefined) getScorer(scoring);
    this.scoring = scoring;
    this.refit = checkBoolean(where, "refit", refit);
    this.tol = checkPositive(where, "tol", tol);
    this.fitIntercept = checkBoolean(where, "fitIntercept", fitIntercept);
    this.classWeight = checkClassWeight(where, classWeight);
    this.maxIter = checkInteger(where, "maxIter", maxIter, 1);
    Object.freeze(this);
  }

  /**
   * Searches, and learns w and b with the best penalty. A second call forgets the first. Warns if some search's iterations
   * do not suffice.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y labels, shape (nSamples,), of at least two classes
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels of a
   *   single class or of several types, weights that are negative or all 0, and class weights for labels that y lacks;
   *   ParameterError for more folds than rows.
   */
  fit(X: AnyMatrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "LogisticRegressionCV.fit";
    const data = checkAnyClassification(where, X, y, sampleWeight, {
      keepFloat32: this.l1Ratios.every((ratio) => ratio === 0),
    });
    const { classes, codes } = data;
    checkTwoClasses(where, classes);
    const weights = weightsOfRows(where, this.classWeight, data, data.weights);
    const Cs = strengthsOf(this.Cs);
    const labels = Array.from(codes, (code) => classes[code]!);
    const folds = foldsOfRows(where, this, [data.X, labels], { cv: this.cv });
    const scorer: Scorer = this.scoring ? getScorer(this.scoring) : getScorer("accuracy");
    const source = { data, y: labels, weights };
    const paths = folds.map((fold) =>
      this.l1Ratios.map((l1Ratio) =>
        foldPath(source, fold, { ...this.#limits, Cs, l1Ratio }, scorer),
      ),
    );
    const chosen = this.refit
      ? paths.map(() => bestOf(paths))
      : paths.map((fold) => bestOf([fold]));
    const C = meanOf(chosen.map((best) => [Cs[best.c]!]))[0]!;
    const l1Ratio = meanOf(chosen.map((best) => [this.l1Ratios[best.ratio]!]))[0]!;
    const mean = meanOf(chosen.map((best, k) => paths[k]![best.ratio]!.points[best.c]!.parameters));
    const last = this.refit
      ? logisticPath(data, weights, { ...this.#limits, Cs: [C], l1Ratio }, mean)[0]!
      : { parameters: mean, nIter: 0, converged: true };
    const searches = [last, ...paths.flat().flatMap(({ points }) => points)];
    if (searches.some(({ converged }) => !converged)) {
      warn(
        "convergence",
        `${where}: expected every search to converge in ${this.maxIter} iterations; standardized features or more iterations (maxIter) may help`,
      );
    }
    const nScores = classes.length === 2 ? 1 : classes.length;
    return this.keep({
      classes,
      ...linearState(last.parameters, nScores, this.fitIntercept),
      C,
      l1Ratio,
      strengths: tensor(Cs),
      scores: gridTensor(paths, ({ scores }) => scores),
      paths: pathTensor(paths, nScores),
      nIter: last.nIter,
      nFeaturesIn: data.X.shape[1]!,
      featureNamesIn: data.names,
    });
  }

  /** As of every estimator. @throws ValueError if `cv` is something that makes folds or `scoring` a function, which JSON cannot hold. */
  override toJSON(): EstimatorJSON {
    checkSavableFolding("LogisticRegressionCV.toJSON", this.cv);
    return super.toJSON();
  }

  /** The C that was chosen; the mean of the folds' without `refit`. @throws NotFittedError before `fit`. */
  get C(): number {
    return this.learned("C").C;
  }

  /** The share of the L1 penalty that was chosen; the mean of the folds' without `refit`. @throws NotFittedError before `fit`. */
  get l1Ratio(): number {
    return this.learned("l1Ratio").l1Ratio;
  }

  /** The strengths that were tried, shape (nCs,). @throws NotFittedError before `fit`. */
  get strengths(): Tensor {
    return this.learned("strengths").strengths;
  }

  /** The score of each fold, share and C, shape (nFolds, nL1Ratios, nCs). @throws NotFittedError before `fit`. */
  get scoreGrid(): Tensor {
    return this.learned("scoreGrid").scores;
  }

  /**
   * The weights, and behind them the intercept, of each fold, share and C: shape (nFolds, nL1Ratios, nCs, nScores,
   * nFeatures + 1), or one less without intercepts.
   *
   * @throws NotFittedError before `fit`.
   */
  get coefsPaths(): Tensor {
    return this.learned("coefsPaths").paths;
  }

  /** The iterations that the last search took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  get #limits() {
    const { tol, maxIter, fitIntercept } = this;
    return { tol, maxIter, fitIntercept };
  }
}

function checkStrengths(where: string, Cs: number | readonly number[]): number | readonly number[] {
  if (typeof Cs === "number") return checkInteger(where, "Cs", Cs, 1);
  if (Cs.length === 0) throw new ParameterError(`${where}: Cs must not be empty`);
  return Cs.map((C) => checkPositive(where, "Cs", C));
}

function strengthsOf(Cs: number | readonly number[]): readonly number[] {
  if (typeof Cs !== "number") return Cs;
  // As text powers of ten are exact.
  const power = (exponent: number) =>
    Number.isInteger(exponent) ? Number(`1e${exponent}`) : 10 ** exponent;
  return Array.from({ length: Cs }, (_, k) => power(Cs === 1 ? -4 : -4 + (8 * k) / (Cs - 1)));
}

/** The share and C with the best mean score of the folds: the first where several are equal. */
function bestOf(paths: readonly (readonly FoldPath[])[]): { ratio: number; c: number } {
  let best = { ratio: 0, c: 0, score: -Infinity };
  paths[0]!.forEach(({ scores }, ratio) => {
    scores.forEach((_, c) => {
      const score = paths.reduce((sum, fold) => sum + fold[ratio]!.scores[c]!, 0) / paths.length;
      if (score > best.score) best = { ratio, c, score };
    });
  });
  return best;
}

function meanOf(rows: readonly ArrayLike<number>[]): Float64Array {
  return Float64Array.from(rows[0]!, (first, j) => {
    // Equal numbers stay as they are.
    if (rows.every((row) => row[j] === first)) return first;
    return rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length;
  });
}

function gridTensor(
  paths: readonly (readonly FoldPath[])[],
  values: (path: FoldPath) => readonly number[],
): Tensor {
  return tensor(paths.map((fold) => fold.map((path) => [...values(path)])));
}

function pathTensor(paths: readonly (readonly FoldPath[])[], nScores: number): Tensor {
  const all = paths.flatMap((fold) =>
    fold.flatMap(({ points }) => points.map((one) => one.parameters)),
  );
  const size = all[0]!.length;
  const values = new Float64Array(all.length * size);
  all.forEach((parameters, k) => {
    values.set(parameters, k * size);
  });
  const [nRatios, nCs] = [paths[0]!.length, paths[0]![0]!.points.length];
  return tensor(values, { shape: [paths.length, nRatios, nCs, nScores, size / nScores] });
}
