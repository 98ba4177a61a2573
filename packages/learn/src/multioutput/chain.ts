import { describeValue, ParameterError, RandomState } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { anySeed } from "../base/seeds";

/** In which order outputs follow each other: their places, or "random". Default as the columns stand. */
export type ChainOrder = readonly number[] | "random";

/** @throws ParameterError unless `order` is absent, "random", or every place from 0 once. */
export function checkOrder(where: string, order: ChainOrder | undefined): ChainOrder | undefined {
  if (order === undefined || order === "random") return order;
  const isOrder = Array.isArray(order) && order.every((_, k) => order.includes(k));
  if (isOrder) return [...order];
  throw new ParameterError(
    `${where}: order must be "random" or the places 0, 1, … in some order, got ${describeValue(order)}`,
  );
}

/** The places of so many outputs in order. @throws ParameterError for an order of another length. */
export function placesOf(
  where: string,
  order: ChainOrder | undefined,
  nOutputs: number,
  seed: number | undefined,
): number[] {
  if (order === undefined) return Array.from({ length: nOutputs }, (_, k) => k);
  if (order === "random") return [...new RandomState(seed ?? anySeed()).permutation(nOutputs)];
  if (order.length === nOutputs) return [...order];
  throw new ParameterError(
    `${where}: order must have ${nOutputs} places, one for each output, got ${order.length}`,
  );
}

/** Features to which a column is added after each link. */
export class ChainFeatures {
  readonly #values: Float64Array;
  readonly #nRows: number;
  readonly #width: number;
  #used: number;

  constructor(X: Tensor, nOutputs: number) {
    const [nRows, nFeatures] = X.shape as [number, number];
    this.#nRows = nRows;
    this.#width = nFeatures + nOutputs;
    this.#used = nFeatures;
    this.#values = new Float64Array(nRows * this.#width);
    const x = X.data() as Float64Array;
    for (let i = 0; i < nRows; i++) {
      this.#values.set(x.subarray(i * nFeatures, (i + 1) * nFeatures), i * this.#width);
    }
  }

  /** What the next link sees, shape (nRows, nFeatures + links before). */
  get X(): Tensor {
    const all = tensor(this.#values, { shape: [this.#nRows, this.#width] });
    return all.slice(null, [0, this.#used]).clone();
  }

  add(column: ArrayLike<number>): void {
    for (let i = 0; i < this.#nRows; i++) {
      this.#values[i * this.#width + this.#used] = column[i]!;
    }
    this.#used++;
  }
}
