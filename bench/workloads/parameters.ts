import { constantArray, normalArray, uniformArray } from "../data";
import type { ArrayFile } from "../workload";

/** Makes a model's initial weights, each with a seed of its own. */
export class Parameters {
  readonly arrays: Record<string, ArrayFile> = {};
  readonly #model: string;
  #seed: number;

  constructor(model: string, seed: number) {
    this.#model = model;
    this.#seed = seed;
  }

  /** Spread evenly over ±1/√fanIn, as PyTorch begins its layers. */
  uniform(name: string, shape: readonly number[], fanIn: number): this {
    const limit = 1 / Math.sqrt(fanIn);
    return this.#add(name, uniformArray(this.#file(name), shape, { limit, seed: this.#seed }));
  }

  normal(name: string, shape: readonly number[]): this {
    return this.#add(name, normalArray(this.#file(name), shape, this.#seed));
  }

  constant(name: string, shape: readonly number[], value: number): this {
    return this.#add(name, constantArray(this.#file(name), shape, value));
  }

  /** A linear layer's `NAME.w` (nOut, nIn) and `NAME.b` (nOut,). */
  linear(name: string, nIn: number, nOut: number): this {
    return this.uniform(`${name}.w`, [nOut, nIn], nIn).uniform(`${name}.b`, [nOut], nIn);
  }

  #add(name: string, array: ArrayFile): this {
    this.arrays[name] = array;
    this.#seed += 1;
    return this;
  }

  #file(name: string): string {
    return `${this.#model}-${name}`;
  }
}
