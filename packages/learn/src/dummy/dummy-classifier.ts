import { checkOneOf, describeValue, ParameterError, RandomState, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { ProbabilisticClassifier } from "../base/base-classifier";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { checkClassification, type Matrix } from "../base/inputs";
import { type Label, type Labels, sortLabels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";

/** How `DummyClassifier` guesses. */
export type DummyStrategy = "prior" | "mostFrequent" | "stratified" | "uniform" | "constant";

/** The options of `DummyClassifier`. */
export type DummyClassifierOptions =
  | {
      /**
       * "prior" and "mostFrequent" predict the commonest class, the first with the classes' shares as probabilities;
       * "stratified" draws classes by their shares, "uniform" all alike. Default "prior".
       */
      readonly strategy?: Exclude<DummyStrategy, "constant">;
      readonly constant?: undefined;
      /** The same seed draws the same classes, at each `predict`. Default others each time. */
      readonly seed?: number | undefined;
    }
  | {
      /** Predicts one class that is named. */
      readonly strategy: "constant";
      /** The class; one of those in y. */
      readonly constant: Label;
      readonly seed?: undefined;
    };

interface Params {
  readonly strategy: DummyStrategy;
  readonly constant: Label | undefined;
  readonly seed: number | undefined;
}

interface FittedDummy {
  readonly classes: readonly Label[];
  /** Shape (nClasses,). */
  readonly classPrior: Tensor;
}

/**
 * A classifier that does not look at the features: what every real one has to beat.
 *
 * With a seed the drawn classes are scikit-learn's with that `random_state`.
 *
 * @example
 * ```ts
 * const y = ["ham", "ham", "spam"];
 * const baseline = new DummyClassifier().fit([[1], [2], [3]], y);
 * baseline.score([[1], [2], [3]], y).toFixed(2); // → 0.67
 * ```
 */
export class DummyClassifier extends ProbabilisticClassifier<Params, FittedDummy> {
  static override readonly typeName: string = "DummyClassifier";
  readonly strategy: DummyStrategy;
  readonly constant: Label | undefined;
  readonly seed: number | undefined;

  /** @throws ParameterError for an unknown strategy or a seed that is no integer, or if only a constant or only its strategy is given. */
  constructor({ strategy = "prior", constant, seed }: DummyClassifierOptions = {}) {
    super();
    const where = "DummyClassifier";
    this.strategy = checkOneOf<DummyStrategy>(where, "strategy", strategy, STRATEGIES);
    if ((constant !== undefined) !== (strategy === "constant")) {
      throw new ParameterError(
        `${where}: constant must be given with the strategy "constant" and only with it, got ${describeValue(constant)} with ${describeValue(strategy)}`,
      );
    }
    this.constant = constant;
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  /**
   * Learns the shares of the classes. A second call forgets the first.
   *
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, missing
   *   labels, weights that are negative or all 0, and a constant that y does not have.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = "DummyClassifier.fit";
    const data = checkClassification(where, X, y, sampleWeight);
    const { classes, codes, names } = data;
    if (this.constant !== undefined && !classes.includes(this.constant)) {
      throw new ValueError(
        `${where}: expected constant to be one of ${sortLabels(classes).map(describeValue).join(", ")}, got ${describeValue(this.constant)}`,
      );
    }
    const weights = data.weights?.data();
    const counts = new Float64Array(classes.length);
    codes.forEach((code, i) => {
      counts[code]! += weights?.[i] ?? 1;
    });
    const total = counts.reduce((sum, count) => sum + count, 0);
    return this.keep({
      classes,
      classPrior: tensor(counts.map((count) => count / total)),
      nFeaturesIn: data.X.shape[1]!,
      featureNamesIn: names,
    });
  }

  /** The (weighted) share of each class, shape (nClasses,). @throws NotFittedError before `fit`. */
  get classPrior(): Tensor {
    return this.learned("classPrior").classPrior;
  }

  /**
   * The probability of each class, shape (nSamples, nClasses): 1 for the class that is predicted; with "prior" the
   * shares, with "uniform" all alike.
   *
   * @throws as `predict`
   */
  predictProba(X: Matrix): Tensor {
    const { classPrior } = this.learned("predictProba");
    const nClasses = classPrior.size;
    const n = this.#countRows("predictProba", X);
    const shares = classPrior.data();
    const values = new Float64Array(n * nClasses);
    if (this.strategy === "prior")
      for (let k = 0; k < values.length; k++) values[k] = shares[k % nClasses]!;
    else if (this.strategy === "uniform") values.fill(1 / nClasses);
    else {
      this.#guess(n).forEach((code, i) => {
        values[i * nClasses + code] = 1;
      });
    }
    return tensor(values, { shape: [n, nClasses] });
  }

  protected override predictCodes(X: Matrix): ArrayLike<number> {
    return this.#guess(this.#countRows("predict", X));
  }

  #countRows(method: string, X: Matrix): number {
    return checkFeatures(`DummyClassifier.${method}`, X, this.learned(method)).shape[0]!;
  }

  /** The place of the class that is guessed for each of n rows. */
  #guess(n: number): Int32Array {
    const { classes, classPrior } = this.learned("predict");
    const guesses = new Int32Array(n);
    if (this.strategy === "constant") return guesses.fill(classes.indexOf(this.constant!));
    const shares = classPrior.data() as Float64Array;
    if (this.strategy === "prior" || this.strategy === "mostFrequent") {
      return guesses.fill(shares.indexOf(Math.max(...shares)));
    }
    const random = new RandomState(this.seed ?? anySeed());
    const draw =
      this.strategy === "uniform"
        ? () => random.integer(0, classes.length)
        : () => drawClass(shares, random);
    return guesses.map(draw);
  }
}

const STRATEGIES: readonly DummyStrategy[] = [
  "prior",
  "mostFrequent",
  "stratified",
  "uniform",
  "constant",
];

/** A class by the shares: class after class is it with its share of what is left, as NumPy's multinomial draws. */
function drawClass(shares: Float64Array, random: RandomState): number {
  const last = shares.length - 1;
  let left = 1;
  for (let k = 0; k < last; k++) {
    const chance = shares[k]! / left;
    left -= shares[k]!;
    if (chance === 0) continue;
    const u = random.uniform();
    if (chance <= 0.5 ? u > 1 - chance : u <= chance) return k;
  }
  return last;
}
