import { describe, expect, test, vi } from "vitest";
import { type ProgressStore, StorageError } from "../progress/store";
import { reopeningStore } from "./reopening-store";
import type { ThreadStore } from "./thread-store";

function fake(saveCode: () => Promise<void>) {
  const terminate = vi.fn(async () => {});
  const store = { saveCode, close: async () => {} } as unknown as ProgressStore;
  return { store, isNew: false, terminate } satisfies ThreadStore;
}
const fails = (code?: string) => async () => {
  throw new StorageError("it failed", code);
};

describe("reopeningStore", () => {
  test.each([undefined, "53100", "XX000", "57P01"])(
    "passes a fatal error on (%s) and opens again for the next call",
    async (code) => {
      const broken = fake(fails(code));
      const saved = vi.fn(async () => {});
      const reopen = vi.fn(async () => fake(saved));
      const store = reopeningStore(broken, reopen);
      await expect(store.saveCode("t", "k", "s")).rejects.toThrow("it failed");
      expect(broken.terminate).toHaveBeenCalledOnce();
      expect(reopen).not.toHaveBeenCalled();
      await Promise.all([store.saveCode("t", "k", "s"), store.saveCode("t", "k2", "s")]);
      expect(reopen).toHaveBeenCalledOnce();
      expect(saved).toHaveBeenCalledTimes(2);
    },
  );

  test.each(["22021", "23505", "42P01"])("stays open after %s", async (code) => {
    const open = fake(fails(code));
    const reopen = vi.fn(async () => open);
    const store = reopeningStore(open, reopen);
    await expect(store.saveCode("t", "k", "s")).rejects.toThrow("it failed");
    await expect(store.saveCode("t", "k", "s")).rejects.toThrow("it failed");
    expect(reopen).not.toHaveBeenCalled();
    expect(open.terminate).not.toHaveBeenCalled();
  });

  test("tries again at every call while opening fails, and closes all the same", async () => {
    const reopen = vi.fn(async (): Promise<ThreadStore> => {
      throw new StorageError("still full");
    });
    const store = reopeningStore(fake(fails()), reopen);
    await expect(store.saveCode("t", "k", "s")).rejects.toThrow("it failed");
    await expect(store.saveCode("t", "k", "s")).rejects.toThrow("still full");
    await expect(store.saveCode("t", "k", "s")).rejects.toThrow("still full");
    expect(reopen).toHaveBeenCalledTimes(2);
    await store.close();
  });
});
