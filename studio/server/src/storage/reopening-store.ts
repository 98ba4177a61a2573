import {
  type ProgressStore,
  STORE_METHODS,
  type StorageError,
  toStorageError,
} from "../progress/store";
import type { ThreadStore } from "./thread-store";

/**
 * A store that survives its database: PGlite stops for good when it cannot write its log (a full disk).
 * The call that meets this fails; the next one opens the database again.
 *
 * @param first the store that is open already
 * @param reopen opens the same database once more
 */
export function reopeningStore(
  first: ThreadStore,
  reopen: () => Promise<ThreadStore>,
): ProgressStore {
  let current: Promise<ThreadStore> | null = Promise.resolve(first);
  const methods = STORE_METHODS.map((method) => [
    method,
    async (...args: unknown[]) => {
      if (method === "close" && current === null) return;
      current ??= reopen();
      const mine = current;
      try {
        const { store } = await mine;
        const operation = store[method] as (...args: unknown[]) => Promise<unknown>;
        return await operation.apply(store, args);
      } catch (error) {
        const failure = toStorageError(error);
        if (isFatal(failure) && current === mine) {
          current = null;
          await mine.then((broken) => broken.terminate()).catch(() => {});
        }
        throw failure;
      }
    },
  ]);
  return Object.fromEntries(methods) as unknown as ProgressStore;
}

/** All but complaints about the statement itself: data, constraints, serialization, names. */
function isFatal({ code }: StorageError): boolean {
  return code === undefined || !/^(22|23|40|42)...$/.test(code);
}
