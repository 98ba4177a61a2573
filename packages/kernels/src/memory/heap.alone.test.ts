import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { DisposedError, OutOfMemoryError, ParameterError } from "@gradus/core";
import { afterEach, describe, expect, test } from "vitest";
import { Heap, heap } from "./heap";
import { inScope } from "./scope";
import { configureMemory } from "./settings";
import { memoryStats } from "./stats";
import type { Storage } from "./storage";

const MIB = 2 ** 20;

afterEach(() => configureMemory({ heapLimit: 1024 * MIB }));

function write(memory: Heap, value: number, bytes = MIB): Storage {
  memory.begin();
  const storage = memory.allocate(bytes, "test");
  const at = memory.pointer(storage);
  memory.u8.fill(value, at, at + bytes);
  return storage;
}

/** The one value that all bytes have, or undefined. */
function read(memory: Heap, storage: Storage): number | undefined {
  memory.begin();
  const at = memory.pointer(storage);
  const bytes = memory.u8.subarray(at, at + storage.cell.bytes);
  return bytes.every((byte) => byte === bytes[0]) ? bytes[0] : undefined;
}

describe("Heap", () => {
  test("copies the coldest out when it is full, and brings it back on use", () => {
    configureMemory({ heapLimit: 8 * MIB });
    const memory = new Heap();
    const storages = Array.from({ length: 30 }, (_, i) => write(memory, i));
    expect(memory.heapBytes).toBeLessThanOrEqual(8 * MIB);
    expect(storages[0]!.cell.pointer).toBe(0);
    expect(storages[29]!.cell.pointer).toBeGreaterThan(0);
    expect(storages.map((storage) => read(memory, storage))).toEqual(
      Array.from({ length: 30 }, (_, i) => i),
    );
    expect(memory.broughtBack).toBeGreaterThan(20);
  });

  test("what is used stays: the coldest goes first", () => {
    configureMemory({ heapLimit: 8 * MIB });
    const memory = new Heap();
    const used = write(memory, 200);
    for (let i = 0; i < 30; i++) {
      write(memory, i);
      expect(read(memory, used)).toBe(200);
    }
    expect(memory.broughtBack).toBe(0);
  });

  test("never moves what the running operation has touched", () => {
    configureMemory({ heapLimit: 8 * MIB });
    const memory = new Heap();
    memory.begin();
    const held = Array.from({ length: 6 }, () => memory.allocate(MIB, "test"));
    const places = held.map((storage) => memory.pointer(storage));
    expect(() => memory.allocate(2 * MIB, "test")).toThrow(OutOfMemoryError);
    expect(held.map((storage) => memory.pointer(storage))).toEqual(places);
  });

  test("a working set of many small storages comes to stay", () => {
    const memory = new Heap();
    const storages = Array.from({ length: 5_000 }, (_, i) => write(memory, i % 200, 16));
    const useAll = () => {
      const before = memory.broughtBack;
      for (let i = 0; i < storages.length; i++) {
        write(memory, 0, 16);
        expect(read(memory, storages[i]!)).toBe(i % 200);
      }
      return memory.broughtBack - before;
    };
    for (let i = 0; i < 10; i++) useAll();
    expect(useAll()).toBeLessThan(500);
  });

  test("many small storages do not pile up", () => {
    const memory = new Heap();
    const first = write(memory, 42, 16);
    for (let i = 0; i < 20_000; i++) write(memory, 1, 16);
    expect(memory.nCells).toBeLessThan(10_000);
    expect(memory.heapBytes).toBeLessThan(2 * MIB);
    expect(read(memory, first)).toBe(42);
  });

  test("release gives the bytes back at once; use afterwards is a typed error", () => {
    const memory = new Heap();
    const before = memory.usedBytes;
    const storage = write(memory, 1);
    memory.release(storage, "the reason");
    memory.release(storage, "twice is harmless");
    expect(memory.usedBytes).toBe(before);
    expect(() => memory.pointer(storage)).toThrow(DisposedError);
    expect(() => memory.pointer(storage)).toThrow("the reason");
  });

  test("scratch space grows with need and is reused", () => {
    const memory = new Heap();
    const small = memory.scratch(100, "test");
    expect(memory.scratch(50, "test")).toBe(small);
    memory.scratch(100_000, "test");
    const used = memory.usedBytes;
    memory.scratch(100_000, "test");
    expect(memory.usedBytes).toBe(used);
  });

  test("dead large storages are found by their finalizers between jobs", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const memory = new Heap();
    for (let i = 0; i < 20; i++) write(memory, i);
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(memory.nCells).toBeLessThan(20);
  });
});

describe("inScope", () => {
  test("gives back what was made inside, save what the result needs", () => {
    const memory = heap();
    let inner: Storage | undefined;
    const kept = inScope(
      () => {
        inner = write(memory, 1);
        return write(memory, 2);
      },
      (storage) => [storage],
    );
    expect(read(memory, kept)).toBe(2);
    expect(() => memory.pointer(inner!)).toThrow(DisposedError);
  });

  test("an inner scope's result belongs to the outer scope; an error ends the scope", () => {
    const memory = heap();
    let inner: Storage | undefined;
    inScope(
      () => {
        inner = inScope(
          () => write(memory, 3),
          (storage) => [storage],
        );
        expect(read(memory, inner)).toBe(3);
      },
      () => [],
    );
    expect(() => memory.pointer(inner!)).toThrow(DisposedError);
    expect(() =>
      inScope(
        () => {
          throw new Error("inside");
        },
        () => [],
      ),
    ).toThrow("inside");
    expect(memory.recording).toBeUndefined();
  });
});

describe("settings and statistics", () => {
  test("configureMemory refuses what is not between 4 MiB and 4 GiB", () => {
    for (const heapLimit of [0, MIB, 5 * 2 ** 30, Number.NaN]) {
      expect(() => configureMemory({ heapLimit })).toThrow(ParameterError);
    }
    configureMemory({ heapLimit: 64 * MIB });
    expect(memoryStats().heapLimit).toBe(64 * MIB);
  });

  test("memoryStats counts what is in use", () => {
    const before = memoryStats();
    const storage = write(heap(), 1);
    const after = memoryStats();
    expect(after.usedBytes - before.usedBytes).toBeGreaterThanOrEqual(MIB);
    expect(after.nStorages - before.nStorages).toBe(1);
    heap().release(storage, "done");
    expect(memoryStats().usedBytes).toBe(before.usedBytes);
  });
});
