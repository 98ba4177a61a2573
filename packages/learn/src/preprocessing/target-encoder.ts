import {
  checkBoolean,
  checkInteger,
  checkNonNegative,
  checkOneOf,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { fromWriter, type Tensor, tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import {
  type CellColumn,
  type Cells,
  type CellTable,
  type CellValue,
  cellText,
  readCells,
  readKnownCells,
} from "../base/cells";
import { encodedColumn } from "../base/graph";
import { checkTargets, type Targets } from "../base/inputs";
import { encodeLabels, type Label, type Labels } from "../base/labels";
import { checkSeed } from "../base/seeds";
import { checkEnoughRows, type Fold, randomOf } from "../model-selection/cross-validator";
import { kFolds } from "../model-selection/k-fold";
import { stratifiedFolds } from "../model-selection/stratified-k-fold";
import { type CategoriesOption, checkCategories, findCategories, placesOf } from "./categories";
import { type Smooth, shrunkMeans } from "./shrunk-means";

/** What the targets are. */
export type TargetType = "continuous" | "binary" | "multiclass";

/** The options of `TargetEncoder`. */
export interface TargetEncoderOptions {
  /** Default "auto": what `fit` finds, sorted. */
  readonly categories?: CategoriesOption;
  /** Default "auto": fractions are continuous, two labels or whole numbers binary, more multiclass. */
  readonly targetType?: TargetType | "auto";
  /** How many rows' worth of the overall mean each category's mean is mixed with; "auto" estimates it. Default "auto". */
  readonly smooth?: Smooth;
  /** In how many folds `fitTransform` deals out the rows. Default 5. */
  readonly cv?: number;
  /** Deal them out at random. Default true. */
  readonly shuffle?: boolean;
  /** The same seed deals out the same, in scikit-learn too. Default another one each time. */
  readonly seed?: number | undefined;
}

interface FittedEncoder {
  readonly categories: readonly (readonly CellValue[])[];
  /** For each feature and class a number for each category. */
  readonly encodings: readonly Float64Array[];
  readonly targetMean: Float64Array;
  readonly targetType: TargetType;
  readonly classes: readonly Label[] | null;
}

interface ReadTargets {
  /** One column a class, or one. */
  readonly columns: readonly Float64Array[];
  readonly type: TargetType;
  readonly classes: readonly Label[] | null;
  readonly codes: Int32Array | undefined;
}

/**
 * Replaces each category by the mean target of its rows, drawn to the overall mean where it has few:
 * (Σ y + m·mean) / (n + m), with m = `smooth`.
 *
 * With several classes there is a column for each: the shares of the class. With "auto", m is the
 * category's variance over the variance of the targets (empirical Bayes). A category that `fit` has not
 * seen gets the overall mean, and a missing value is a category of its own.
 *
 * `fitTransform` is not `fit` and then `transform`: each row is encoded by the means of the other folds,
 * so that a model that trains on the result does not see the row's own target. Use it on the training
 * rows; a pipeline does.
 *
 * @see Micci-Barreca (2001), ACM SIGKDD Explorations 3(1), 27–32.
 * @roadmap FEA-013
 * @example
 * ```ts
 * const encoder = new TargetEncoder({ smooth: 0 }).fit([["a"], ["a"], ["b"]], [1.5, 2.5, 8]);
 * encoder.transform([["a"], ["b"], ["c"]]).toArray(); // → [[2], [8], [4]]
 * ```
 */
export class TargetEncoder extends BaseTransformer<TargetEncoderOptions, FittedEncoder> {
  static override readonly typeName: string = "TargetEncoder";
  readonly categories: CategoriesOption;
  readonly targetType: TargetType | "auto";
  readonly smooth: Smooth;
  readonly cv: number;
  readonly shuffle: boolean;
  readonly seed: number | undefined;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    categories = "auto",
    targetType = "auto",
    smooth = "auto",
    cv = 5,
    shuffle = true,
    seed,
  }: TargetEncoderOptions = {}) {
    super();
    const where = "TargetEncoder";
    this.categories = checkCategories(where, categories);
    const types = ["auto", "continuous", "binary", "multiclass"] as const;
    this.targetType = checkOneOf(where, "targetType", targetType, types);
    this.smooth = smooth === "auto" ? smooth : checkNonNegative(where, "smooth", smooth);
    this.cv = checkInteger(where, "cv", cv, 2);
    this.shuffle = checkBoolean(where, "shuffle", shuffle);
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  /**
   * Learns each category's mean target. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), each column of numbers, text or booleans
   * @param y targets or labels, shape (nSamples,)
   * @throws ShapeError unless X has rows and columns and y as many rows; ValueError for a column that
   *   mixes kinds, for targets that are not of the type, and for given categories of another number of
   *   features.
   */
  fit(X: Cells, y?: Targets | Labels): this {
    const { table, targets } = this.#read("TargetEncoder.fit", X, y);
    return this.#learn(table, targets);
  }

  /**
   * The means, float64 of shape (nSamples, nFeatures), or (nSamples, nFeatures · nClasses).
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit`.
   */
  transform(X: Cells): Tensor {
    const fitted = this.learned("transform");
    const table = readKnownCells("TargetEncoder.transform", X, fitted);
    const nEncodings = fitted.encodings.length;
    const columns = codedColumns(table);
    const rows = allRows(table);
    return fromWriter([table.nRows, nEncodings], "float64", (out) => {
      fitted.encodings.forEach((encoding, k) => {
        writeMeans(out as Float64Array, k, { columns, fitted, encoding, nEncodings, rows });
      });
    });
  }

  /**
   * Learns from all rows, and encodes each by the means of the other folds.
   *
   * @throws as `fit`, and ParameterError for more folds than rows, or than rows of the largest class.
   */
  override fitTransform(X: Cells, y?: Targets | Labels): Tensor {
    const where = "TargetEncoder.fitTransform";
    const { table, targets } = this.#read(where, X, y);
    this.#learn(table, targets);
    const fitted = this.learned("fitTransform");
    const nEncodings = fitted.encodings.length;
    const perFold = this.#folds(where, table.nRows, targets).map(({ train, test }) => ({
      ...this.#encodings(table, fitted.categories, targets, train),
      rows: test,
    }));
    const columns = codedColumns(table);
    return fromWriter([table.nRows, nEncodings], "float64", (out) => {
      for (const { encodings, means, rows } of perFold) {
        const foldFitted = { ...fitted, targetMean: means };
        encodings.forEach((encoding, k) => {
          const plan = { columns, fitted: foldFitted, encoding, nEncodings, rows };
          writeMeans(out as Float64Array, k, plan);
        });
      }
    });
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { categories, encodings, targetMean } = this.learned("toGraph");
    const width = targetMean.length;
    const parts = categories.map((list, j) => {
      const own = encodings.slice(j * width, (j + 1) * width);
      const rows = list.flatMap((_, k) => own.map((encoding) => encoding[k]!));
      const numbers = Float64Array.of(...rows, ...targetMean);
      return encodedColumn(graph, X, j, { categories: list, numbers, width });
    });
    return { transformed: graph.besides(parts) };
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = this.inputNames(inputFeatures);
    const { targetType, classes } = this.learned("getFeatureNamesOut");
    if (targetType !== "multiclass") return names;
    return names.flatMap((name) => classes!.map((label) => `${name}_${cellText(label)}`));
  }

  /** The number of each category, for each feature, and for several classes for each class. @throws NotFittedError before `fit`. */
  get encodings(): Tensor[] {
    return this.learned("encodings").encodings.map((encoding) => tensor(encoding));
  }

  /** The categories of each feature. @throws NotFittedError before `fit`. */
  get categoriesFound(): readonly (readonly CellValue[])[] {
    return this.learned("categoriesFound").categories;
  }

  /** The overall mean, shape (1,), or the share of each class. @throws NotFittedError before `fit`. */
  get targetMean(): Tensor {
    return tensor(this.learned("targetMean").targetMean);
  }

  /** The type of the targets. @throws NotFittedError before `fit`. */
  get targetTypeFound(): TargetType {
    return this.learned("targetTypeFound").targetType;
  }

  /** The labels, or null for continuous targets. @throws NotFittedError before `fit`. */
  get classes(): readonly Label[] | null {
    return this.learned("classes").classes;
  }

  #read(where: string, X: Cells, y: Targets | Labels | undefined) {
    const table = readCells(where, X);
    const targets = readTargets(where, y, this.targetType);
    if (targets.columns[0]!.length !== table.nRows) {
      throw new ShapeError(
        `${where}: expected as many targets as rows of X, ${table.nRows}, got ${targets.columns[0]!.length}`,
      );
    }
    return { table, targets };
  }

  #folds(where: string, n: number, { codes }: ReadTargets): Fold[] {
    const size = { n, nSplits: this.cv, option: "cv" };
    const random = this.shuffle ? randomOf(this.seed) : undefined;
    checkEnoughRows(where, size);
    return [...(codes ? stratifiedFolds(where, codes, size, random) : kFolds(n, this.cv, random))];
  }

  #learn(table: CellTable, targets: ReadTargets): this {
    const categories = findCategories("TargetEncoder.fit", table, this.categories, false);
    const { encodings, means } = this.#encodings(table, categories, targets, allRows(table));
    return this.keep({
      categories,
      encodings,
      targetMean: means,
      targetType: targets.type,
      classes: targets.classes,
      nFeaturesIn: table.columns.length,
      featureNamesIn: table.names,
    });
  }

  /** The shrunk means of some rows. */
  #encodings(
    table: CellTable,
    categories: FittedEncoder["categories"],
    { columns }: ReadTargets,
    rows: Int32Array,
  ) {
    const perTarget = columns.map((y) => rowsOf(y, rows));
    const encodings = table.columns.flatMap((column, j) => {
      const places = placesOf(column, categories[j]!);
      const { codes: own } = column;
      const codes = rows.map((row) => places[own[row]!]!);
      return perTarget.map((y) => shrunkMeans(codes, y, categories[j]!.length, this.smooth));
    });
    const means = Float64Array.from(perTarget, (y) => y.reduce((a, b) => a + b, 0) / y.length);
    return { encodings, means };
  }
}

interface WritePlan {
  readonly columns: readonly CellColumn[];
  readonly fitted: Pick<FittedEncoder, "categories" | "targetMean">;
  readonly encoding: Float64Array;
  readonly nEncodings: number;
  /** Which rows are written. */
  readonly rows: Int32Array;
}

/** Writes the k-th column: those of a feature stand together, one a class. */
function writeMeans(out: Float64Array, k: number, plan: WritePlan): void {
  const { columns, fitted, encoding, nEncodings, rows } = plan;
  const nTargets = fitted.targetMean.length;
  const j = Math.floor(k / nTargets);
  const column = columns[j]!;
  const means = Float64Array.from(placesOf(column, fitted.categories[j]!), (place) =>
    place < 0 ? fitted.targetMean[k % nTargets]! : encoding[place]!,
  );
  for (const i of rows) out[i * nEncodings + k] = means[column.codes[i]!]!;
}

/** The columns with their codes: these may be numbered as they are asked for, which no writer of a tensor may do. */
function codedColumns({ columns }: CellTable): CellColumn[] {
  return columns.map(({ codes, values }) => ({ codes, values }));
}

function allRows({ nRows }: CellTable): Int32Array {
  return Int32Array.from({ length: nRows }, (_, i) => i);
}

function rowsOf(y: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => y[row]!);
}

function readTargets(
  where: string,
  y: Targets | Labels | undefined,
  option: TargetType | "auto",
): ReadTargets {
  if (option === "continuous" || (option === "auto" && !areLabels(where, y))) {
    const { Y } = checkTargets(where, "y", y as Targets);
    if (Y.shape[1] !== 1) {
      throw new ShapeError(`${where}: expected y of shape (nSamples,), got ${Y.shape[1]} targets`);
    }
    return {
      columns: [Y.data() as Float64Array],
      type: "continuous",
      classes: null,
      codes: undefined,
    };
  }
  const { classes, codes } = encodeLabels(where, "y", y as Labels);
  const type = option === "auto" ? (classes.length > 2 ? "multiclass" : "binary") : option;
  if (type === "binary" && classes.length > 2) {
    throw new ValueError(`${where}: expected two labels of a binary target, got ${classes.length}`);
  }
  if (type === "binary") return { columns: [Float64Array.from(codes)], type, classes, codes };
  const columns = classes.map((_, k) => Float64Array.from(codes, (code) => (code === k ? 1 : 0)));
  return { columns, type, classes, codes };
}

function areLabels(where: string, y: Targets | Labels | undefined): boolean {
  try {
    encodeLabels(where, "y", y as Labels);
    return true;
  } catch {
    return false;
  }
}
