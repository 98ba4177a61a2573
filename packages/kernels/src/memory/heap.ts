import { DisposedError, GradusError, OutOfMemoryError } from "@gradus/core";
import { type KernelBuild, noteBuildInUse } from "../build";
import type { KernelExports } from "../exports";
import { instantiate } from "../instantiate";
import { ThreadPool } from "../threads/pool";
import { Allocator } from "./allocator";
import { CellTable } from "./cell-table";
import { makeMemory } from "./make-memory";
import { memorySettings } from "./settings";
import { Cell, type HeapPlace, Storage } from "./storage";

const PAGE = 65_536;
const META_BYTES = 1024;
/** From this size on a finalizer gives the bytes of a dead tensor back before the heap is full. */
const LARGE_BYTES = 65_536;
/**
 * So many cells are kept in the heap at first, however small. Few, so that the cells of dead tensors are given up
 * while the collector still counts them as young; doubled, up to the second number, when cells come back.
 */
const FEW_CELLS = 1_024;
const MOST_CELLS = 16_384;
/** A heap of this size rather copies out what was not used during the last operations than grows. */
const MODEST_BYTES = 64 * 2 ** 20;
const LONG_UNUSED = 2_048;

/**
 * The WebAssembly memory, the kernels that work in it, and who has which part of it.
 *
 * An operation calls `begin`, allocates its results, takes the `pointer` of each operand, and calls a kernel.
 * What an operation has touched since `begin` stays where it is until the next `begin`; anything else may be
 * copied out to make room. Typed views (`f64`, …) are replaced when the memory grows: never keep one.
 */
export class Heap {
  readonly kernels: KernelExports;
  readonly build: KernelBuild;
  /** The threads that share this memory; undefined where it cannot be shared. */
  readonly threads: ThreadPool | undefined;
  /** Where an operation puts shapes and strides for a kernel (1 KiB). */
  readonly meta: number;
  f64!: Float64Array;
  f32!: Float32Array;
  i32!: Int32Array;
  u8!: Uint8Array;
  copiedOut = 0;
  broughtBack = 0;
  readonly #memory: WebAssembly.Memory;
  readonly #allocator: Allocator;
  readonly #table = new CellTable();
  readonly #finalizers: FinalizationRegistry<HeapPlace>;
  #epoch = 1;
  #undisturbed: string | undefined;
  #mostCells = FEW_CELLS;
  #broughtBackBefore = 0;
  #scratch = 0;
  #scratchBytes = 0;
  #created: Storage[] | undefined;

  constructor() {
    this.#memory = makeMemory();
    const { exports, build, module } = instantiate(this.#memory, {
      startThreads: () => this.threads?.start(),
      threadFailed: () => this.threads!.fail(),
    });
    this.kernels = exports;
    this.build = build;
    this.meta = Math.ceil(exports.heapBase() / 64) * 64;
    const control = this.meta + META_BYTES;
    exports.joinThreads(control, 0);
    exports.setActiveThreads(1);
    if (this.#memory.buffer instanceof ArrayBuffer) this.threads = undefined;
    else this.threads = new ThreadPool(exports, { module, memory: this.#memory, control });
    this.#allocator = new Allocator(this.#memory, control + exports.controlBytes());
    this.#finalizers = new FinalizationRegistry(({ cell }) => {
      if (cell !== undefined) this.#forget(cell);
    });
    this.#makeViews();
  }

  get heapBytes(): number {
    return this.#memory.buffer.byteLength;
  }

  get usedBytes(): number {
    return this.#allocator.usedBytes;
  }

  get nCells(): number {
    return this.#table.size;
  }

  /** The storages made since `recordInto`, or undefined. */
  get recording(): Storage[] | undefined {
    return this.#created;
  }

  /** From now on every new storage is also pushed to `list` (undefined: to none). */
  recordInto(list: Storage[] | undefined): void {
    this.#created = list;
  }

  /** Begins an operation. @throws GradusError within `undisturbed`. */
  begin(): void {
    if (this.#undisturbed !== undefined) throw disturbed(this.#undisturbed);
    this.#epoch += 1;
  }

  /** Runs `work`, which uses addresses of the operation at hand, and lets no other operation begin meanwhile. */
  undisturbed<T>(where: string, work: () => T): T {
    this.#undisturbed = where;
    try {
      return work();
    } finally {
      this.#undisturbed = undefined;
    }
  }

  /** @throws OutOfMemoryError if there is no room for `bytes` more. */
  allocate(bytes: number, where: string): Storage {
    const cell = new Cell(bytes);
    cell.pointer = this.#reserve(bytes, where);
    cell.epoch = this.#epoch;
    this.#table.add(cell);
    const storage = new Storage(cell);
    if (bytes >= LARGE_BYTES) this.#finalizers.register(storage, cell.place, cell);
    if (this.#created !== undefined) this.#created.push(storage);
    return storage;
  }

  /**
   * The address of a storage's bytes, brought back into the heap if they were copied out.
   * @throws DisposedError if they were given back; OutOfMemoryError if they do not fit.
   */
  pointer(storage: Storage): number {
    const cell = storage.cell;
    if (cell.pointer === 0) this.#bringBack(storage);
    else this.#table.touch(cell);
    cell.epoch = this.#epoch;
    return cell.pointer;
  }

  /** Gives a storage's bytes back for good; whoever uses it afterwards gets a DisposedError saying `reason`. */
  release(storage: Storage, reason: string): void {
    const cell = storage.cell;
    if (cell.released !== undefined) return;
    cell.released = reason;
    this.#forget(cell);
  }

  /** Room for one kernel's own use until the next call of `scratch`. */
  scratch(bytes: number, where: string): number {
    if (bytes > this.#scratchBytes) {
      if (this.#scratch !== 0) this.#allocator.free(this.#scratch);
      this.#scratch = 0;
      this.#scratchBytes = 0;
      this.#scratch = this.#reserve(bytes, where);
      this.#scratchBytes = bytes;
    }
    return this.#scratch;
  }

  #reserve(bytes: number, where: string): number {
    if (this.#table.size >= this.#mostCells) this.#limitCells();
    for (;;) {
      const pointer = this.#allocator.allocate(bytes);
      if (pointer !== 0) return pointer;
      if (this.heapBytes >= MODEST_BYTES && this.#copyOutSome(bytes, this.#epoch - LONG_UNUSED))
        continue;
      if (!this.#grow(bytes) && !this.#copyOutSome(bytes)) throw this.#outOfMemory(bytes, where);
    }
  }

  /** Copies the coldest cells out, unless many of those before came back: then more are in use than was thought. */
  #limitCells(): void {
    const cameBack = this.broughtBack - this.#broughtBackBefore;
    this.#broughtBackBefore = this.broughtBack;
    if (cameBack > this.#mostCells / 32 && this.#mostCells < MOST_CELLS) this.#mostCells *= 2;
    else this.#copyOutSome(0);
  }

  #grow(bytes: number): boolean {
    const now = this.heapBytes;
    const room = Math.floor((memorySettings.heapLimit - now) / PAGE);
    // A size class and two headers more than asked, since a block is searched by its class.
    const needed = Math.ceil((bytes * 1.07 + 64) / PAGE);
    if (needed > room) return false;
    const generous = Math.ceil(Math.min(now / 2, 64 * 2 ** 20) / PAGE);
    try {
      this.#memory.grow(Math.min(room, Math.max(needed, generous)));
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
    this.#allocator.extend(this.#memory);
    this.#makeViews();
    return true;
  }

  /** Copies the coldest cells out, `bytes` or more; false if none was last used before `epoch` (default: now). */
  #copyOutSome(bytes: number, epoch = this.#epoch): boolean {
    if (bytes > memorySettings.heapLimit) return false;
    const wanted = Math.max(bytes, this.heapBytes / 64);
    let left = wanted;
    for (let count = 0; left > 0 && (bytes > 0 || count < this.#mostCells / 8); count++) {
      const cell = this.#table.coldest;
      // The cells stand in the order of their last use: behind the first that is too warm are only warmer ones.
      if (cell === undefined || cell.epoch >= epoch) break;
      this.#copyOut(cell);
      left -= cell.bytes;
    }
    return left < wanted;
  }

  #copyOut(cell: Cell): void {
    try {
      cell.copy = this.u8.slice(cell.pointer, cell.pointer + cell.bytes);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new OutOfMemoryError(
        `memory: expected room outside the tensor heap for ${inBytes(cell.bytes)}, got none from the engine`,
      );
    }
    this.copiedOut += 1;
    this.#leaveHeap(cell);
  }

  #bringBack(storage: Storage): void {
    const { cell } = storage;
    if (cell.released !== undefined) throw new DisposedError(cell.released);
    const pointer = this.#reserve(cell.bytes, "memory");
    this.u8.set(cell.copy!, pointer);
    cell.copy = undefined;
    cell.pointer = pointer;
    cell.place.cell = cell;
    if (cell.bytes >= LARGE_BYTES) this.#finalizers.register(storage, cell.place, cell);
    this.#table.add(cell);
    this.broughtBack += 1;
  }

  #forget(cell: Cell): void {
    cell.copy = undefined;
    if (cell.pointer !== 0) this.#leaveHeap(cell);
  }

  #leaveHeap(cell: Cell): void {
    this.#table.remove(cell);
    this.#allocator.free(cell.pointer);
    cell.pointer = 0;
    cell.place.cell = undefined;
    if (cell.bytes >= LARGE_BYTES) this.#finalizers.unregister(cell);
  }

  #makeViews(): void {
    const buffer = this.#memory.buffer;
    this.f64 = new Float64Array(buffer);
    this.f32 = new Float32Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.u8 = new Uint8Array(buffer);
  }

  #outOfMemory(bytes: number, where: string): OutOfMemoryError {
    const limit = inBytes(memorySettings.heapLimit);
    return new OutOfMemoryError(
      `${where}: expected a result that fits the tensor heap of ${limit}, got one of ${inBytes(bytes)}; ` +
        "configureMemory({ heapLimit }) raises the limit, up to 4 GiB",
    );
  }
}

let current: Heap | undefined;

/** The one heap of this thread, made on first use. */
export function heap(): Heap {
  if (current === undefined) {
    current = new Heap();
    noteBuildInUse(current.build);
  }
  return current;
}

/** The heap if it was used already. */
export function heapIfUsed(): Heap | undefined {
  return current;
}

function disturbed(where: string): GradusError {
  return new GradusError(
    `${where}: expected a function that only reads and writes the elements, got one that computes with tensors`,
  );
}

/** A number of bytes for people: `1.5 GiB`. */
function inBytes(bytes: number): string {
  if (bytes >= 2 ** 30) return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  if (bytes >= 2 ** 20) return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  return `${bytes} bytes`;
}
