import { type Heap, heap, type Storage } from "@gradus/kernels";
import type { KernelCache } from "./kernel-cache";
import type { Extremes, Pair } from "./smo-selection";
import type { Variables } from "./smo-variables";

const WHERE = "a dual problem";

/**
 * The steps of a dual problem with one sum, by kernels: while no variable is left out, those of each direction lie like
 * the rows that they belong to. Slopes are kept here, and `writeSlopes` gives them to the variables.
 */
export class PlainWalk {
  readonly #v: Variables;
  readonly #cache: KernelCache;
  readonly #memory: Heap = heap();
  readonly #storage: Storage;
  /** Half-way between the extremes: at an optimum no variable could go nearer to it. */
  #middle = 0;

  /** @throws OutOfMemoryError */
  constructor(v: Variables, cache: KernelCache) {
    this.#v = v;
    this.#cache = cache;
    this.#memory.begin();
    // Four arrays of numbers, one behind the other: slopes, which way they cannot go, and the diagonal.
    this.#storage = this.#memory.allocate(32 * v.count, WHERE);
    const start = this.#memory.pointer(this.#storage) >>> 3;
    this.#memory.f64.set(v.slope, start);
    this.#memory.f64.set(v.diagonal, start + 3 * v.count);
    for (let t = 0; t < v.count; t++) this.#bound(start, t);
  }

  /** The partner of a variable that moves up with a slope of −rise: the best by the second-order rule. */
  partner(at: number, rise: number): Pair | undefined {
    const { count, column, diagonal } = this.#v;
    const { size } = this.#cache;
    const memory = this.#memory;
    this.#cache.need(column[at]!, this.#likely);
    memory.begin();
    const row = this.#cache.address(column[at]!);
    const start = memory.pointer(this.#storage);
    const { kernels, meta, f64 } = memory;
    let [j, square, base] = [-1, 0, 1];
    for (let from = 0; from < count; from += size) {
      const slopes = start + 8 * from;
      const noFall = slopes + 16 * count;
      const own = slopes + 24 * count;
      const curvature = diagonal[at]!;
      const place = kernels.dualPartner(size, rise, curvature, slopes, noFall, own, row, meta);
      const found = f64[meta >>> 3]!;
      const foundBase = f64[(meta >>> 3) + 1]!;
      if (place < 0 || found * base < square * foundBase) continue;
      [j, square, base] = [from + place, found, foundBase];
    }
    if (j < 0) return undefined;
    return { i: at, j, length: (rise + f64[(start >>> 3) + j]!) / base };
  }

  /** Moves the slopes along with a step of i up and j down. @returns the extremes of all variables */
  descend(i: number, j: number, step: number): Extremes {
    const { count, column } = this.#v;
    const { size } = this.#cache;
    const memory = this.#memory;
    this.#cache.need(column[i]!, this.#likely);
    this.#cache.need(column[j]!, this.#likely);
    memory.begin();
    const first = this.#cache.address(column[i]!);
    const second = this.#cache.address(column[j]!);
    const start = memory.pointer(this.#storage);
    const { kernels, meta, f64 } = memory;
    this.#bound(start >>> 3, i);
    this.#bound(start >>> 3, j);
    let [at, least, fall] = [-1, Infinity, -Infinity];
    for (let from = 0; from < count; from += size) {
      const slopes = start + 8 * from;
      const noRise = slopes + 8 * count;
      const noFall = slopes + 16 * count;
      const place = kernels.dualDescend(size, step, slopes, noRise, noFall, first, second, meta);
      const lowest = f64[meta >>> 3]!;
      if (lowest <= least) [at, least] = [from + place, lowest];
      fall = Math.max(fall, f64[(meta >>> 3) + 1]!);
    }
    this.#middle = (least + fall) / 2;
    return { at, rise: -least, fall };
  }

  /** The missing rows of the variables that are farthest from what an optimum asks of them. */
  readonly #likely = (most: number): number[] => {
    const { count, column, canRise, canFall } = this.#v;
    const start = this.#memory.pointer(this.#storage) >>> 3;
    const slopes = this.#memory.f64.subarray(start, start + count);
    // The farthest so far, the least of them first.
    const rows: number[] = [];
    const distances: number[] = [];
    for (let t = 0; t < count; t++) {
      const off = slopes[t]! - this.#middle;
      const distance = off < 0 ? (canRise[t] ? -off : 0) : canFall[t] ? off : 0;
      if (distance === 0 || (rows.length === most && distance <= distances[0]!)) continue;
      if (this.#cache.has(column[t]!)) continue;
      let place = 0;
      while (place < rows.length && distances[place]! < distance) place += 1;
      rows.splice(place, 0, column[t]!);
      distances.splice(place, 0, distance);
      if (rows.length > most) {
        rows.shift();
        distances.shift();
      }
    }
    return rows;
  };

  /** Writes the slopes as they are now into the variables. */
  writeSlopes(): void {
    const { slope, count } = this.#v;
    this.#memory.begin();
    const start = this.#memory.pointer(this.#storage) >>> 3;
    slope.set(this.#memory.f64.subarray(start, start + count));
  }

  /** Gives the memory back. */
  release(): void {
    this.#memory.release(this.#storage, WHERE);
  }

  /** Notes which way a variable can go: 0 where it can, else a number that no slope reaches. */
  #bound(start: number, t: number): void {
    const { canRise, canFall, count } = this.#v;
    const { f64 } = this.#memory;
    f64[start + count + t] = canRise[t] ? 0 : Infinity;
    f64[start + 2 * count + t] = canFall[t] ? 0 : -Infinity;
  }
}
