import { ParameterError, RandomState, ValueError } from "@gradus/core";
import { stack, tensor } from "@gradus/tensor";
import { type ClassWeight, weightsOfClasses } from "../base/class-weight";
import type { FitOptions } from "../base/estimator";
import { checkLabels } from "../base/inputs";
import { encodeKnownLabels, type Label, type Labels, sortLabels } from "../base/labels";
import { anySeed } from "../base/seeds";
import { type AnyMatrix, checkAnyFeatures, checkAnyMatrix } from "../base/sparse-inputs";
import { type FittedLinearClassifier, LinearClassifier } from "./linear-classifier";
import { descendStochastically, modelOf, type SGDState, startOfSGD } from "./sgd-descent";
import type { SGDLoss } from "./sgd-loss";
import type { CheckedSGD } from "./sgd-options";
import { warnOfWalks } from "./sgd-regressor";
import { rowsOfMatrix } from "./sgd-rows";

/** What `partialFit` of a classifier can be told. */
export interface PartialFitOptions extends FitOptions {
  /** All labels that will ever come; needed in the first call. */
  readonly classes?: readonly Label[];
}

/** What a classifier by stochastic gradient descent learns. */
export interface FittedSGDClassifier extends FittedLinearClassifier {
  /** Of each class against the others; for two classes, of the second one. */
  readonly states: readonly SGDState[];
  readonly nIter: number;
}

type Limits = Pick<CheckedSGD, "maxIter" | "tol">;

/** What SGDClassifier and Perceptron have in common: a machine for each class against the others. */
export abstract class BaseSGDClassifier<Params extends object> extends LinearClassifier<
  Params,
  FittedSGDClassifier
> {
  abstract readonly classWeight: ClassWeight | undefined;
  abstract readonly maxIter: number;
  abstract readonly tol: number | null;
  abstract readonly seed: number | undefined;

  /** The options as `descendStochastically` wants them. */
  protected abstract descent(): { readonly loss: SGDLoss; readonly options: CheckedSGD };

  /**
   * Learns w and b. A second call forgets the first. Warns if `maxIter` walks do not suffice.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y labels, shape (nSamples,), of at least two classes
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels of a
   *   single class or of several types, and weights that are negative or all 0.
   */
  fit(X: AnyMatrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = `${this.typeName}.fit`;
    const { X: read, names } = checkAnyMatrix(where, X);
    const labels = checkLabels(where, read.shape[0]!, y, sampleWeight);
    if (labels.classes.length < 2) {
      throw new ValueError(
        `${where}: expected labels of at least two classes, got only ${labels.classes[0]}`,
      );
    }
    const { codes, classes, weights } = labels;
    const ofClasses = weightsOfClasses(where, this.classWeight, labels, weights);
    const rowWeights = weights?.data() as Float64Array | undefined;
    const states = startsOf(classes.length, read.shape[1]!);
    const found = this.#walk(where, { X: read, codes, rowWeights, ofClasses, states }, this);
    return this.keep({ ...found, classes, nFeaturesIn: read.shape[1]!, featureNamesIn: names });
  }

  /**
   * Learns from one walk through some rows, going on from where the last call ended.
   *
   * @param options `classes` in the first call: all labels that will ever come
   * @throws as `fit`; ParameterError if the first call has no `classes`, or for balanced class weights, which need all
   *   rows at once; ValueError for labels that are not among the classes.
   */
  partialFit(X: AnyMatrix, y: Labels, { sampleWeight, classes }: PartialFitOptions = {}): this {
    const where = `${this.typeName}.partialFit`;
    const before = this.isFitted ? this.learned("partialFit") : undefined;
    const known = before?.classes ?? (classes ? sortLabels(new Set(classes)) : undefined);
    if (known === undefined || known.length < 2) {
      throw new ParameterError(
        `${where}: classes must name at least two labels in the first call, got ${known?.length ?? "nothing"}`,
      );
    }
    if (this.classWeight === "balanced") {
      throw new ParameterError(
        `${where}: classWeight must be a record of weights, since parts of the rows tell no balance, got "balanced"`,
      );
    }
    const read = before
      ? { X: checkAnyFeatures(where, X, before), names: before.featureNamesIn }
      : checkAnyMatrix(where, X);
    const { weights } = checkLabels(where, read.X.shape[0]!, y, sampleWeight);
    const codes = encodeKnownLabels(where, "y", y, known);
    const stranger = codes.indexOf(-1);
    if (stranger >= 0) {
      throw new ValueError(
        `${where}: expected labels among classes, got another one at row ${stranger}`,
      );
    }
    const ofClasses = weightsOfClasses(where, this.classWeight, { classes: known, codes });
    const rowWeights = weights?.data() as Float64Array | undefined;
    const states = before?.states ?? startsOf(known.length, read.X.shape[1]!);
    const data = { X: read.X, codes, rowWeights, ofClasses, states };
    const found = this.#walk(where, data, { maxIter: 1, tol: null });
    const features = { nFeaturesIn: read.X.shape[1]!, featureNamesIn: read.names };
    return this.keep({ ...found, classes: known, ...features });
  }

  /** The most walks through all rows that a class took in the last call. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  #walk(where: string, data: Machines, limits: Limits) {
    const { loss, options } = this.descent();
    const { codes, rowWeights, ofClasses, states } = data;
    const rows = rowsOfMatrix(data.X);
    const seeds = seedsOf(this.seed ?? anySeed(), states.length);
    const found = states.map((start, k) => {
      const own = states.length === 1 ? 1 : k;
      const targets = Float64Array.from(codes, (code) => (code === own ? 1 : -1));
      // Against all others, a class' own weight counts; two classes both have theirs.
      const weights = Float64Array.from(codes, (code, i) => {
        const ofClass = states.length === 1 || code === own ? ofClasses[code]! : 1;
        return ofClass * (rowWeights?.[i] ?? 1);
      });
      const machine = { rows, targets, weights, loss };
      return descendStochastically(machine, options, start, { ...limits, seed: seeds[k]! });
    });
    if (found.some(({ converged }) => !converged)) warnOfWalks(where, limits.maxIter);
    const models = found.map((state) => modelOf(state, options));
    return {
      coef: stack(models.map(({ weights }) => tensor(weights))),
      intercept: tensor(Float64Array.from(models, ({ intercept }) => intercept)),
      states: found.map(({ nIter: _, converged: __, ...state }) => state),
      nIter: Math.max(...found.map(({ nIter }) => nIter)),
    };
  }
}

interface Machines {
  readonly X: Parameters<typeof rowsOfMatrix>[0];
  readonly codes: Int32Array;
  readonly rowWeights: Float64Array | undefined;
  readonly ofClasses: Float64Array;
  readonly states: readonly SGDState[];
}

function startsOf(nClasses: number, nFeatures: number): SGDState[] {
  return Array.from({ length: nClasses === 2 ? 1 : nClasses }, () => startOfSGD(nFeatures));
}

/** The seeds of the rows' orders, as scikit-learn draws them: the second number of one generator for each machine. */
function seedsOf(seed: number, count: number): number[] {
  const draw = (random: RandomState) => random.integer(0, 2 ** 31 - 1);
  const secondOf = (start: number) => {
    const random = new RandomState(start);
    random.integer(1, 2 ** 31 - 1);
    return draw(random);
  };
  if (count === 1) return [secondOf(seed)];
  const random = new RandomState(seed);
  return Array.from({ length: count }, () => secondOf(draw(random)));
}
