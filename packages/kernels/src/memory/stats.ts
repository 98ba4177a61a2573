import { heapIfUsed } from "./heap";
import { memorySettings } from "./settings";

/** The tensors' memory at one moment. */
export interface MemoryStats {
  /** Bytes of WebAssembly memory; it grows and never shrinks. */
  readonly heapBytes: number;
  /** Bytes of it that tensors and scratch space have now, dead tensors not yet found included. */
  readonly usedBytes: number;
  /** The most that `heapBytes` may become. */
  readonly heapLimit: number;
  /** How many tensors' storages are in the heap now. */
  readonly nStorages: number;
  /** How often a storage was copied out because the heap was full, since the start. */
  readonly copiedOut: number;
  /** How many of those were used again and came back. */
  readonly broughtBack: number;
}

/**
 * What the tensors' memory looks like now.
 *
 * @example
 * ```ts
 * memoryStats().usedBytes / 2 ** 20; // MiB in use
 * ```
 */
export function memoryStats(): MemoryStats {
  const heap = heapIfUsed();
  return {
    heapBytes: heap?.heapBytes ?? 0,
    usedBytes: heap?.usedBytes ?? 0,
    heapLimit: memorySettings.heapLimit,
    nStorages: heap?.nCells ?? 0,
    copiedOut: heap?.copiedOut ?? 0,
    broughtBack: heap?.broughtBack ?? 0,
  };
}
