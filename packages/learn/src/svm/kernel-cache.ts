import type { KernelSource } from "./kernel-source";

/**
 * The rows of a kernel's matrix that were used last, in float32: the solver looks at the same few again and again.
 */
export class KernelCache {
  readonly size: number;
  readonly diagonal: Float64Array;
  readonly capacity: number;
  readonly #source: KernelSource;
  /** In the order of their last use. */
  readonly #rows = new Map<number, Float32Array>();

  /** @param megabytes how much memory the rows may take; four rows at least. */
  constructor(source: KernelSource, megabytes: number) {
    this.#source = source;
    this.size = source.size;
    this.diagonal = source.diagonal;
    this.capacity = Math.max(4, Math.floor((megabytes * 2 ** 20) / (4 * source.size)));
  }

  has(i: number): boolean {
    return this.#rows.has(i);
  }

  /** Row i. It is good until three others are asked for. */
  row(i: number): Float32Array {
    const known = this.#rows.get(i);
    if (known) {
      this.#rows.delete(i);
      this.#rows.set(i, known);
      return known;
    }
    this.#compute(Int32Array.of(i));
    return this.#rows.get(i)!;
  }

  /** Visits rows, computing those that are missing many at a time. */
  each(rows: Int32Array, visit: (row: Float32Array, place: number) => void): void {
    const step = Math.min(32, this.capacity);
    for (let from = 0; from < rows.length; from += step) {
      const part = rows.subarray(from, from + step);
      // Those that are there are moved to the end first, so that the new ones do not push them out.
      for (const i of part) if (this.has(i)) this.row(i);
      this.#compute(part.filter((i, at) => !this.has(i) && part.indexOf(i) === at));
      part.forEach((i, at) => {
        visit(this.row(i), from + at);
      });
    }
  }

  #compute(rows: Int32Array): void {
    if (rows.length === 0) return;
    const { size } = this;
    this.#source.read(rows, (values) => {
      rows.forEach((i, at) => {
        const row = this.#freeRow();
        copyRow(values, at * size, row);
        this.#rows.set(i, row);
      });
    });
  }

  #freeRow(): Float32Array {
    if (this.#rows.size < this.capacity) return new Float32Array(this.size);
    const [oldest, row] = this.#rows.entries().next().value!;
    this.#rows.delete(oldest);
    return row;
  }
}

function copyRow(values: Float64Array, start: number, row: Float32Array): void {
  // Several times as fast as `set`, which converts through a slow path.
  for (let j = 0; j < row.length; j++) row[j] = values[start + j]!;
}
