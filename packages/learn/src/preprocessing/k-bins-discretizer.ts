import {
  checkBoolean,
  checkInteger,
  checkOneOf,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
  RandomState,
  ValueError,
  warn,
} from "@gradus/core";
import { quantile } from "@gradus/stats";
import {
  fromWriter,
  type QuantileMethod,
  quantileMethods,
  type SparseTensor,
  type Tensor,
  tensor,
} from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { checkFeatures } from "../base/features";
import { indicatorMatrix, type MaybeSparse } from "../base/indicators";
import { checkMatrix, type Matrix } from "../base/inputs";
import { anySeed, checkSeed } from "../base/seeds";
import { presentColumns } from "./column-statistics";
import { lastAtMost } from "./interpolate";
import { kMeansEdges } from "./k-means-edges";

/** The options of `KBinsDiscretizer`. */
export interface KBinsDiscretizerOptions<Sparse extends boolean = boolean> {
  /** How many bins each feature has, or a number for each feature. Default 5. */
  readonly nBins?: number | readonly number[];
  /** A column of zeros and ones for each bin, or the bin's number. Default "onehot". */
  readonly encode?: "onehot" | "ordinal";
  /** Bins as wide, as full, or around the centres of k-means. Default "quantile". */
  readonly strategy?: "uniform" | "quantile" | "kmeans";
  /** How quantiles are taken. Default "averagedInvertedCdf". */
  readonly quantileMethod?: QuantileMethod;
  /** Give a SparseTensor, with "onehot". Default false (scikit-learn: true). */
  readonly sparseOutput?: Sparse;
  /** Learn from so many rows, drawn at random, if there are more. Default 200,000. */
  readonly subsample?: number;
  /** The same seed draws the same rows, in scikit-learn too. Default another one each time. */
  readonly seed?: number | undefined;
}

interface FittedBins {
  readonly binEdges: readonly Float64Array[];
}

/** Bins that are not wider than this are left out. */
const NARROWEST = 1e-8;

/**
 * Sorts each feature's values into bins.
 *
 * A linear model of "onehot" bins is a function of steps. Values beyond those of `fit` go to the first and
 * the last bin.
 *
 * @example
 * ```ts
 * const bins = new KBinsDiscretizer({ nBins: 3, encode: "ordinal", strategy: "uniform" });
 * bins.fitTransform([[0], [2], [5], [9]]).data().join(" "); // → 0 0 1 2
 * ```
 */
export class KBinsDiscretizer<Sparse extends boolean = false> extends BaseTransformer<
  KBinsDiscretizerOptions<Sparse>,
  FittedBins,
  MaybeSparse<Sparse>
> {
  static override readonly typeName: string = "KBinsDiscretizer";
  readonly nBins: number | readonly number[];
  readonly encode: "onehot" | "ordinal";
  readonly strategy: "uniform" | "quantile" | "kmeans";
  readonly quantileMethod: QuantileMethod;
  readonly sparseOutput: Sparse;
  readonly subsample: number;
  readonly seed: number | undefined;

  /** @throws ParameterError unless the bins are integers >= 2 and the others can be; sparse output is for "onehot" only. */
  constructor({
    nBins = 5,
    encode = "onehot",
    strategy = "quantile",
    quantileMethod = "averagedInvertedCdf",
    sparseOutput = false as Sparse,
    subsample = 200_000,
    seed,
  }: KBinsDiscretizerOptions<Sparse> = {}) {
    super();
    const where = "KBinsDiscretizer";
    for (const n of [nBins].flat() as number[]) checkInteger(where, "nBins", n, 2);
    this.nBins = nBins;
    this.encode = checkOneOf(where, "encode", encode, ["onehot", "ordinal"]);
    const strategies = ["uniform", "quantile", "kmeans"] as const;
    this.strategy = checkOneOf(where, "strategy", strategy, strategies);
    this.quantileMethod = checkOneOf(where, "quantileMethod", quantileMethod, quantileMethods);
    this.sparseOutput = checkBoolean(where, "sparseOutput", sparseOutput) as Sparse;
    if (sparseOutput && encode === "ordinal") {
      throw new ParameterError(`${where}: sparseOutput must be false with encode "ordinal"`);
    }
    this.subsample = checkInteger(where, "subsample", subsample, 1);
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  /**
   * Learns the edges of each feature's bins. A second call forgets the first.
   *
   * A feature that does not vary has one bin, with a warning; so has one with less different values than
   * bins fewer bins.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no
   *   finite numbers, and for `nBins` of another number of features.
   */
  fit(X: Matrix): this {
    const where = "KBinsDiscretizer.fit";
    const { X: read, names } = checkMatrix(where, X, { keepFloat32: true });
    const [nSamples, nFeaturesIn] = read.shape as [number, number];
    const nBins = this.#binsOf(where, nFeaturesIn);
    const columns = presentColumns(read, this.#drawn(nSamples));
    const binEdges = columns.map((column, j) =>
      this.#edgesOf(column, nBins[j]!, names?.[j] ?? `x${j}`),
    );
    return this.keep({ binEdges, nFeaturesIn, featureNamesIn: names });
  }

  /**
   * The bins: zeros and ones of shape (nSamples, number of all bins), or numbers of the shape of X, float32 if X is.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  transform(X: Matrix): MaybeSparse<Sparse> {
    const fitted = this.learned("transform");
    const read = checkFeatures("KBinsDiscretizer.transform", X, fitted, { keepFloat32: true });
    const [nRows, nFeatures] = read.shape as [number, number];
    const bins = placesInBins(read.data() as Float64Array, fitted.binEdges);
    if (this.encode === "ordinal") {
      const numbers = fromWriter([nRows, nFeatures], read.dtype, (out) => out.set(bins));
      return numbers as MaybeSparse<Sparse>;
    }
    const offsets = this.#offsets(fitted.binEdges);
    const columns = fitted.binEdges.map((_, j) => {
      const own = new Int32Array(nRows);
      for (let i = 0; i < nRows; i++) own[i] = bins[i * nFeatures + j]! + offsets[j]!;
      return own;
    });
    return indicatorMatrix({ columns, nRows, nColumns: offsets.at(-1)! }, this.sparseOutput);
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { binEdges } = this.learned("toGraph");
    const x = X.matrix();
    const bins = binEdges.map((edges, j) => {
      const inner = tensor(edges.slice(1, -1));
      const column = x.columns([j]);
      if (inner.size === 0) return column.mul(0);
      return column.greaterEqual(inner).toNumber().sumRows();
    });
    if (this.encode === "ordinal") return { transformed: graph.besides(bins) };
    const indicators = bins.map((bin, j) =>
      bin
        .equal(tensor(Float64Array.from({ length: binEdges[j]!.length - 1 }, (_, k) => k)))
        .toNumber(),
    );
    return { transformed: graph.besides(indicators) };
  }

  /**
   * The middle of each bin, shape (nSamples, nFeatures).
   *
   * @param Z what `transform` gave
   * @throws NotFittedError before `fit`; ShapeError for another number of columns; ValueError for values
   *   that are no finite numbers.
   */
  inverseTransform(Z: Matrix | SparseTensor): Tensor {
    const where = "KBinsDiscretizer.inverseTransform";
    const { binEdges, nFeaturesIn } = this.learned("inverseTransform");
    const offsets = this.#offsets(binEdges);
    const isOneHot = this.encode === "onehot";
    const width = isOneHot ? offsets.at(-1)! : nFeaturesIn;
    const dense = "toDense" in Z ? Z.toDense() : Z;
    const fitted = { nFeaturesIn: width, featureNamesIn: undefined };
    const read = checkFeatures(where, dense, fitted);
    const z = read.data();
    const nRows = read.shape[0]!;
    return fromWriter([nRows, nFeaturesIn], "float64", (out) => {
      for (let i = 0; i < nRows; i++) {
        binEdges.forEach((edges, j) => {
          const row = z.subarray(i * width, (i + 1) * width);
          const nBins = edges.length - 1;
          const bin = isOneHot ? row.subarray(offsets[j], offsets[j]! + nBins).indexOf(1) : row[j]!;
          out[i * nFeaturesIn + j] = (edges[bin]! + edges[bin + 1]!) / 2;
        });
      }
    });
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = this.inputNames(inputFeatures);
    if (this.encode === "ordinal") return names;
    const { binEdges } = this.learned("getFeatureNamesOut");
    return names.flatMap((name, j) =>
      Array.from({ length: binEdges[j]!.length - 1 }, (_, k) => `${name}_${k}.0`),
    );
  }

  /** The edges of each feature's bins, ascending, one more than bins. @throws NotFittedError before `fit`. */
  get binEdges(): Tensor[] {
    return this.learned("binEdges").binEdges.map((edges) => tensor(edges));
  }

  /** How many bins each feature has. @throws NotFittedError before `fit`. */
  get binCounts(): number[] {
    return this.learned("binCounts").binEdges.map((edges) => edges.length - 1);
  }

  #binsOf(where: string, nFeatures: number): readonly number[] {
    if (typeof this.nBins === "number") return new Array<number>(nFeatures).fill(this.nBins);
    if (this.nBins.length === nFeatures) return this.nBins;
    throw new ValueError(
      `${where}: expected nBins for each feature, ${nFeatures}, got ${this.nBins.length}`,
    );
  }

  /** Rows drawn with replacement, as scikit-learn does here. */
  #drawn(nSamples: number): Int32Array | undefined {
    if (nSamples <= this.subsample) return undefined;
    const random = new RandomState(this.seed ?? anySeed());
    return Int32Array.from({ length: this.subsample }, () => random.integer(0, nSamples));
  }

  /** Where the columns of each feature begin, and at last their number. */
  #offsets(binEdges: readonly Float64Array[]): Int32Array {
    const offsets = new Int32Array(binEdges.length + 1);
    binEdges.forEach((edges, j) => {
      offsets[j + 1] = offsets[j]! + edges.length - 1;
    });
    return offsets;
  }

  #edgesOf(column: Float64Array, nBins: number, name: string): Float64Array {
    const where = "KBinsDiscretizer.fit";
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < column.length; i++) {
      if (column[i]! < low) low = column[i]!;
      if (column[i]! > high) high = column[i]!;
    }
    if (low === high) {
      warn("data", `${where}: expected a feature that varies, got only ${low} in ${name}: one bin`);
      return Float64Array.of(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    }
    const shares = Array.from({ length: nBins + 1 }, (_, k) => k / nBins);
    const even = Float64Array.from(shares, (share) => low + share * (high - low));
    even[nBins] = high;
    if (this.strategy === "uniform") return even;
    const edges =
      this.strategy === "kmeans"
        ? kMeansEdges(column.slice().sort(), even)
        : Float64Array.from(quantile(column, shares, { method: this.quantileMethod }));
    const kept = edges.filter((edge, k) => k === 0 || edge - edges[k - 1]! > NARROWEST);
    if (kept.length < edges.length) {
      warn(
        "data",
        `${where}: expected ${nBins} bins of ${name} with different edges, got ${kept.length - 1}; fewer bins help (nBins)`,
      );
    }
    return kept;
  }
}

/** Among so few edges each is compared, which no processor can guess wrongly. */
const FEW = 16;

/** The bin of each number, row by row: how many of the column's inner edges are not above it. */
function placesInBins(
  x: Float64Array | Float32Array,
  binEdges: readonly Float64Array[],
): Int32Array {
  const bins = new Int32Array(x.length);
  const inner = binEdges.map((edges) => edges.subarray(1, edges.length - 1));
  const width = inner.length;
  const most = inner.reduce((count, edges) => Math.max(count, edges.length), 0);
  if (most > FEW) {
    for (let at = 0; at < x.length; at++) bins[at] = lastAtMost(x[at]!, inner[at % width]!) + 1;
    return bins;
  }
  const edges = new Float64Array(width * most).fill(Number.POSITIVE_INFINITY);
  for (const [j, own] of inner.entries()) edges.set(own, j * most);
  for (let start = 0; start < x.length; start += width) {
    for (let j = 0, from = 0; j < width; j++, from += most) {
      const value = x[start + j]!;
      let count = 0;
      for (let k = from; k < from + most; k++) count += edges[k]! <= value ? 1 : 0;
      bins[start + j] = count;
    }
  }
  return bins;
}
