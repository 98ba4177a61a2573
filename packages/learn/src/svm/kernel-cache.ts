import { type Heap, heap, type Storage } from "@gradus/kernels";
import { scoped } from "@gradus/tensor";
import type { KernelSource } from "./kernel-source";

/** So many rows are computed at a time where others are likely to be asked for as well. */
const BATCH = 16;
/** So much memory is asked for at a time. */
const CHUNK_BYTES = 2 ** 20;
const WHERE = "the cache of kernel rows";

/**
 * The rows of a kernel's matrix that were used last, in float32 and in the kernels' heap: the solver looks at the same
 * few again and again.
 */
export class KernelCache {
  readonly size: number;
  readonly diagonal: Float64Array;
  readonly capacity: number;
  readonly #source: KernelSource;
  readonly #memory: Heap = heap();
  /** The place of each row, in the order of their last use. */
  readonly #places = new Map<number, number>();
  /** 1 for each row that has a place: looked up faster than there. */
  readonly #isThere: Uint8Array;
  /** Each has room for so many rows, one behind the other. */
  readonly #chunks: Storage[] = [];
  readonly #perChunk: number;

  /** @param megabytes how much memory the rows may take; four rows at least. */
  constructor(source: KernelSource, megabytes: number) {
    this.#source = source;
    this.size = source.size;
    this.diagonal = source.diagonal;
    this.capacity = Math.max(4, Math.floor((megabytes * 2 ** 20) / (4 * source.size)));
    this.#isThere = new Uint8Array(source.size);
    this.#perChunk = Math.max(1, Math.floor(CHUNK_BYTES / (4 * source.size)));
  }

  has(i: number): boolean {
    return this.#isThere[i] === 1;
  }

  /**
   * Computes row i if it is missing. It stays until three others are asked for.
   *
   * @param likely up to so many missing rows that may be asked for soon: together they take half of the time
   * @throws OutOfMemoryError
   */
  need(i: number, likely?: (most: number) => Iterable<number>): void {
    if (this.has(i)) {
      this.#touch(i);
      return;
    }
    // Once room is short, what is there is worth more than what may come.
    const isRoomy = this.#places.size + BATCH <= this.capacity;
    const others = likely && isRoomy ? likely(BATCH - 1) : [];
    this.#compute(Int32Array.from(new Set([i, ...others])));
  }

  /** The address of a row that is there, until the next operation of the heap. */
  address(i: number): number {
    const place = this.#places.get(i)!;
    const chunk = this.#chunks[Math.floor(place / this.#perChunk)]!;
    return this.#memory.pointer(chunk) + 4 * this.size * (place % this.#perChunk);
  }

  /** Row i, until the next operation of the heap. */
  row(i: number): Float32Array {
    this.need(i);
    return this.#view(i);
  }

  /** Visits rows, computing those that are missing many at a time. */
  each(rows: Int32Array, visit: (row: Float32Array, place: number) => void): void {
    const step = Math.min(32, this.capacity);
    for (let from = 0; from < rows.length; from += step) {
      const part = rows.subarray(from, from + step);
      // Those that are there are moved to the end first, so that the new ones do not push them out.
      for (const i of part) if (this.has(i)) this.#touch(i);
      this.#compute(part.filter((i, at) => !this.has(i) && part.indexOf(i) === at));
      part.forEach((i, at) => {
        visit(this.row(i), from + at);
      });
    }
  }

  /** Gives the memory back. */
  release(): void {
    for (const chunk of this.#chunks) this.#memory.release(chunk, WHERE);
    this.#chunks.length = 0;
    this.#places.clear();
    this.#isThere.fill(0);
  }

  #touch(i: number): void {
    const place = this.#places.get(i)!;
    this.#places.delete(i);
    this.#places.set(i, place);
  }

  #compute(rows: Int32Array): void {
    if (rows.length === 0) return;
    const bytes = 4 * this.size;
    for (const i of rows) {
      this.#places.set(i, this.#freePlace());
      this.#isThere[i] = 1;
    }
    scoped(() => {
      const found = this.#source.float32Rows(rows);
      this.#memory.begin();
      rows.forEach((i, at) => {
        const to = this.address(i);
        const from = this.#memory.pointer(found.storage) + at * bytes;
        this.#memory.u8.copyWithin(to, from, from + bytes);
      });
    });
  }

  #freePlace(): number {
    if (this.#places.size < this.capacity) {
      const place = this.#places.size;
      if (place === this.#chunks.length * this.#perChunk) {
        this.#chunks.push(this.#memory.allocate(4 * this.size * this.#perChunk, WHERE));
      }
      return place;
    }
    const [oldest, place] = this.#places.entries().next().value!;
    this.#places.delete(oldest);
    this.#isThere[oldest] = 0;
    return place;
  }

  #view(i: number): Float32Array {
    const start = this.address(i) >>> 2;
    return this.#memory.f32.subarray(start, start + this.size);
  }
}
