import { threadsUnavailable } from "../threads/host";

/** 64 KiB each: 4 GiB. What the kernels are compiled for. */
const MOST_PAGES = 65_536;
const FIRST_PAGES = 16;

/** A WebAssembly memory that threads can share, or one that they cannot where the engine gives no other. */
export function makeMemory(): WebAssembly.Memory {
  const limits = { initial: FIRST_PAGES, maximum: MOST_PAGES };
  if (threadsUnavailable() === undefined) {
    try {
      return new WebAssembly.Memory({ ...limits, shared: true });
    } catch (error) {
      // No room to reserve the addresses of 4 GiB, which memory that is not shared does not need at once.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return new WebAssembly.Memory(limits);
}
