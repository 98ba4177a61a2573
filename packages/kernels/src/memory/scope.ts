import { heap } from "./heap";
import type { Storage } from "./storage";

/**
 * Runs `work` and gives back at once every storage it made, save those that its result needs.
 * For code whose intermediate results nobody else can hold.
 *
 * @param kept the storages that `result` needs, told which were made
 */
export function inScope<T>(
  work: () => T,
  kept: (result: T, made: readonly Storage[]) => Iterable<Storage>,
): T {
  const memory = heap();
  const outer = memory.recording;
  const created: Storage[] = [];
  memory.recordInto(created);
  let result: T;
  try {
    result = work();
  } catch (error) {
    memory.recordInto(outer);
    throw error;
  }
  memory.recordInto(outer);
  const keep = new Set(kept(result, created));
  for (const storage of created) {
    if (keep.has(storage)) outer?.push(storage);
    else memory.release(storage, RELEASED);
  }
  return result;
}

const RELEASED =
  "Tensor: expected a tensor that still has its values, got an intermediate result of an operation that is over";
