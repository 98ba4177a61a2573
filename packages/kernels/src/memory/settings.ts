import { describeValue, ParameterError } from "@gradus/core";

const MIB = 2 ** 20;

/** How much memory tensors may take. */
export interface MemoryOptions {
  /** The most bytes that tensors may take in WebAssembly memory at one time, 4 MiB to 4 GiB; default 1 GiB. */
  readonly heapLimit?: number;
}

/** The settings in force. */
export const memorySettings = { heapLimit: 1024 * MIB };

/**
 * Sets how much memory tensors may take. What does not fit is copied out to ordinary memory, the longest
 * unused first, and comes back when it is used. A lower limit does not shrink a heap that has grown.
 *
 * @throws ParameterError if `heapLimit` is not between 4 MiB and 4 GiB.
 * @example
 * ```ts
 * configureMemory({ heapLimit: 2 * 2 ** 30 }); // 2 GiB
 * ```
 */
export function configureMemory({ heapLimit = memorySettings.heapLimit }: MemoryOptions): void {
  if (!(heapLimit >= 4 * MIB && heapLimit <= 4096 * MIB)) {
    throw new ParameterError(
      `configureMemory: heapLimit must be a number of bytes from 4 MiB to 4 GiB, got ${describeValue(heapLimit)}`,
    );
  }
  memorySettings.heapLimit = Math.min(heapLimit, 4096 * MIB - 65_536);
}
