import {
  checkBoolean,
  checkInteger,
  describeValue,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  OutOfRangeError,
  ParameterError,
} from "@gradus/core";
import { fromWriter, type Tensor, type TypedArray, tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { checkFeatures } from "../base/features";
import { checkMatrix, type Matrix } from "../base/inputs";

/** The options of `PolynomialFeatures`. */
export interface PolynomialFeaturesOptions {
  /** The highest degree, or the lowest and the highest. Default 2. */
  readonly degree?: number | readonly [min: number, max: number];
  /** Only products of different features: x₀x₁, but not x₀². Default false. */
  readonly interactionOnly?: boolean;
  /** Also a column of ones, the product of no features. Default true. */
  readonly includeBias?: boolean;
}

/** More columns than this are refused, since they are surely not meant. */
const MOST_COLUMNS = 5_000_000;

/**
 * All products of the features up to a degree: of x₀ and x₁ 1, x₀, x₁, x₀², x₀x₁, x₁².
 *
 * With them a linear model fits polynomials. Their number grows as nFeatures^degree / degree!.
 *
 * @roadmap SUP-005
 * @example
 * ```ts
 * const poly = new PolynomialFeatures({ degree: 2 }).fit([[2, 3]]);
 * poly.transform([[2, 3]]).toArray(); // → [[1, 2, 3, 4, 6, 9]]
 * poly.getFeatureNamesOut().join(", "); // → 1, x0, x1, x0^2, x0 x1, x1^2
 * ```
 */
export class PolynomialFeatures extends BaseTransformer<
  Required<PolynomialFeaturesOptions>,
  object
> {
  static override readonly typeName: string = "PolynomialFeatures";
  readonly degree: number | readonly [min: number, max: number];
  readonly interactionOnly: boolean;
  readonly includeBias: boolean;

  protected override get learnsFromRows(): boolean {
    return false;
  }

  /** @throws ParameterError unless the degrees are integers 0 <= min <= max and the others booleans. */
  constructor({
    degree = 2,
    interactionOnly = false,
    includeBias = true,
  }: PolynomialFeaturesOptions = {}) {
    super();
    const where = "PolynomialFeatures";
    this.degree = checkDegree(where, degree);
    this.interactionOnly = checkBoolean(where, "interactionOnly", interactionOnly);
    this.includeBias = checkBoolean(where, "includeBias", includeBias);
    if (this.#degrees()[1] === 0 && !includeBias) {
      throw new ParameterError(
        `${where}: expected includeBias with degree 0, since no columns are left`,
      );
    }
    Object.freeze(this);
  }

  /**
   * Notes the number of features.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no
   *   finite numbers; OutOfRangeError if millions of columns would come out.
   */
  fit(X: Matrix): this {
    const where = "PolynomialFeatures.fit";
    const { X: read, names } = checkMatrix(where, X);
    const nFeaturesIn = read.shape[1]!;
    const nColumns = this.#count(nFeaturesIn);
    if (nColumns > MOST_COLUMNS) {
      throw new OutOfRangeError(
        `${where}: expected at most ${MOST_COLUMNS} products, got ${nColumns}; a lower degree or interactionOnly gives fewer`,
      );
    }
    return this.keep({ nFeaturesIn, featureNamesIn: names });
  }

  /**
   * The products, of shape (nSamples, nOutputFeatures), float32 if X is: by degree, and within one in the order
   * of the features.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  transform(X: Matrix): Tensor {
    const fitted = this.learned("transform");
    const read = checkFeatures("PolynomialFeatures.transform", X, fitted, { keepFloat32: true });
    const [nRows, nColumns] = read.shape as [number, number];
    const products = this.#products(nColumns);
    const runs = runsOf(products);
    const found = products.findIndex(({ isKept, features }) => isKept && features.length > 0);
    const firstKept = found < 0 ? products.length : found;
    const nOut = products.length - firstKept + (this.includeBias ? 1 : 0);
    /** Products of fewer features, which others are made of. */
    const highest = products.at(-1)!.features.length;
    const nLower = products.findIndex(({ features }) => features.length === highest);
    const lower = new Float64Array(Math.max(nLower, 1)).fill(1, 0, 1);
    const x = read.data();
    if (nColumns === 1) {
      const degrees = { firstKept, highest, hasBias: this.includeBias };
      return fromWriter([nRows, nOut], read.dtype, (out) => writePowers(x, degrees, out));
    }
    return fromWriter([nRows, nOut], read.dtype, (out) => {
      for (let i = 0; i < nRows; i++) {
        const [from, to] = [i * nColumns, i * nOut];
        // Where the product before the first would stand.
        const origin = (i + 1) * nOut - products.length;
        if (this.includeBias) out[to] = 1;
        for (const { feature, others, at, length } of runs) {
          const factor = x[from + feature]!;
          if (at < nLower) {
            for (let k = 0; k < length; k++) lower[at + k] = factor * lower[others + k]!;
          }
          if (at < firstKept) continue;
          for (let k = 0; k < length; k++) out[origin + at + k] = factor * lower[others + k]!;
        }
      }
    });
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { nFeaturesIn } = this.learned("toGraph");
    const x = X.matrix();
    const products = this.#products(nFeaturesIn);
    const parts = products[0]!.isKept ? [x.columns([0]).mul(0).add(1)] : [];
    let before: readonly (readonly number[])[] = [];
    let block = x;
    for (let d = 1; ; d++) {
      const own = products.filter(({ features }) => features.length === d);
      if (own.length === 0) return { transformed: graph.besides(parts) };
      const features = own.map((product) => product.features);
      if (d > 1) {
        const places = new Map(before.map((list, k) => [list.join(), k]));
        const rest = features.map((list) => places.get(list.slice(1).join())!);
        block = x.columns(features.map((list) => list[0]!)).mul(block.columns(rest));
      }
      before = features;
      if (own[0]!.isKept) parts.push(block);
    }
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = this.inputNames(inputFeatures);
    return this.#products(names.length)
      .filter(({ isKept }) => isKept)
      .map(({ features }) => nameOf(features, names));
  }

  /** The exponent of each feature in each column, shape (nOutputFeatures, nFeatures). @throws NotFittedError before `fit`. */
  get powers(): Tensor {
    const { nFeaturesIn } = this.learned("powers");
    const kept = this.#products(nFeaturesIn).filter(({ isKept }) => isKept);
    const flat = new Int32Array(kept.length * nFeaturesIn);
    kept.forEach(({ features }, k) => {
      for (const j of features) flat[k * nFeaturesIn + j]! += 1;
    });
    return tensor(flat, { shape: [kept.length, nFeaturesIn] });
  }

  /** How many columns come out. @throws NotFittedError before `fit`. */
  get nOutputFeatures(): number {
    return this.#count(this.learned("nOutputFeatures").nFeaturesIn);
  }

  #degrees(): readonly [number, number] {
    return typeof this.degree === "number" ? [0, this.degree] : this.degree;
  }

  /** The number of columns, without listing them. */
  #count(nFeatures: number): number {
    const [min, max] = this.#degrees();
    let count = this.includeBias ? 1 : 0;
    for (let d = Math.max(1, min); d <= max; d++) {
      count += choose(this.interactionOnly ? nFeatures : nFeatures + d - 1, d);
    }
    return Math.round(count);
  }

  /** The products of degrees 0 to the highest, those that are kept marked. */
  #products(nFeatures: number): Product[] {
    const [min, max] = this.#degrees();
    const products: Product[] = [{ features: [], isKept: this.includeBias }];
    let last: (readonly number[])[] = [[]];
    for (let d = 1; d <= max; d++) {
      last = last.flatMap((features) => this.#extended(features, nFeatures));
      products.push(...last.map((features) => ({ features, isKept: d >= min })));
    }
    return products;
  }

  #extended(features: readonly number[], nFeatures: number): number[][] {
    const last = features.at(-1) ?? 0;
    const from = features.length > 0 && this.interactionOnly ? last + 1 : last;
    return Array.from({ length: Math.max(0, nFeatures - from) }, (_, k) => [...features, from + k]);
  }
}

/** A product of features, by their numbers in ascending order. */
interface Product {
  readonly features: readonly number[];
  readonly isKept: boolean;
}

interface Degrees {
  readonly firstKept: number;
  readonly highest: number;
  readonly hasBias: boolean;
}

/** The powers of a single feature: a loop without lists takes a fraction of the time. */
function writePowers(
  x: ArrayLike<number>,
  { firstKept, highest, hasBias }: Degrees,
  out: TypedArray,
): void {
  for (let i = 0, at = 0; i < x.length; i++) {
    const factor = x[i]!;
    let power = 1;
    if (hasBias) out[at++] = 1;
    for (let degree = 1; degree <= highest; degree++) {
      power *= factor;
      if (degree >= firstKept) out[at++] = power;
    }
  }
}

/** Products that lie next to each other, and are one feature times products that lie next to each other too. */
interface Run {
  readonly feature: number;
  /** The place of the first product that the feature is multiplied with. */
  readonly others: number;
  readonly at: number;
  length: number;
}

/**
 * Each product but the empty one, at the first place, as a feature times a product before it: from the right,
 * x₀·(x₁·x₂), which is the order of scikit-learn and equal to the last bit.
 */
function runsOf(products: readonly Product[]): Run[] {
  const places = new Map(products.map(({ features }, k) => [features.join(), k]));
  const runs: Run[] = [];
  for (const [at, { features }] of products.entries()) {
    if (features.length === 0) continue;
    const feature = features[0]!;
    const others = places.get(features.slice(1).join())!;
    const last = runs.at(-1);
    const isNext = last?.feature === feature && last.others + last.length === others;
    // Products of other products of the same run would be read before they are written.
    if (isNext && others < last.at) last.length += 1;
    else runs.push({ feature, others, at, length: 1 });
  }
  return runs;
}

function nameOf(features: readonly number[], names: readonly string[]): string {
  if (features.length === 0) return "1";
  const powers = new Map<number, number>();
  for (const j of features) powers.set(j, (powers.get(j) ?? 0) + 1);
  return [...powers].map(([j, p]) => (p === 1 ? names[j]! : `${names[j]}^${p}`)).join(" ");
}

function choose(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= k; i++) count = (count * (n - k + i)) / i;
  return Math.max(0, count);
}

function checkDegree(
  where: string,
  degree: PolynomialFeaturesOptions["degree"] & {},
): number | readonly [number, number] {
  if (typeof degree === "number") return checkInteger(where, "degree", degree);
  const [min, max] = Array.isArray(degree) ? (degree as number[]) : [];
  if (Number.isInteger(min) && Number.isInteger(max) && min! >= 0 && min! <= max!) return degree;
  throw new ParameterError(
    `${where}: degree must be an integer >= 0 or [min, max] with 0 <= min <= max, got ${describeValue(degree)}`,
  );
}
