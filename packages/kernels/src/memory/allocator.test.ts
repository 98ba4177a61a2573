import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Allocator } from "./allocator";

const PAGE = 65_536;

function makeAllocator(pages = 4) {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 64 });
  return { memory, allocator: new Allocator(memory, 1000) };
}

describe("Allocator", () => {
  test("hands out blocks on multiples of 16, behind the start", () => {
    const { allocator } = makeAllocator();
    for (const bytes of [0, 1, 15, 16, 17, 1000]) {
      const pointer = allocator.allocate(bytes);
      expect(pointer % 16).toBe(0);
      expect(pointer).toBeGreaterThanOrEqual(1000);
    }
  });

  test("large blocks begin on a cache line, and what was freed fits the same size again", () => {
    const { allocator } = makeAllocator();
    for (let bytes = 4096; bytes < 20_000; bytes += 777) {
      allocator.allocate(bytes % 50); // shifts what follows
      const pointer = allocator.allocate(bytes);
      allocator.allocate(16); // keeps the freed block from joining what lies behind it
      expect(pointer % 64, `${bytes} bytes`).toBe(0);
      allocator.free(pointer);
      expect(allocator.allocate(bytes)).toBe(pointer);
    }
  });

  test("returns 0 when there is no block long enough", () => {
    const { allocator } = makeAllocator();
    expect(allocator.allocate(5 * PAGE)).toBe(0);
    expect(allocator.allocate(3 * PAGE)).toBeGreaterThan(0);
    expect(allocator.allocate(3 * PAGE)).toBe(0);
  });

  test("takes in memory that was added, joined to a free last block", () => {
    const { memory, allocator } = makeAllocator();
    const first = allocator.allocate(100);
    memory.grow(4);
    allocator.extend(memory);
    const large = allocator.allocate(7 * PAGE);
    expect(large).toBeGreaterThan(first);
    allocator.free(first);
    allocator.free(large);
    expect(allocator.usedBytes).toBe(0);
  });

  test("whatever comes and goes, blocks never overlap, and all free memory joins again", () => {
    const action = fc.record({
      free: fc.boolean(),
      bytes: fc.oneof(fc.nat(64), fc.nat(5_000), fc.nat(100_000)),
      which: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
        const { memory, allocator } = makeAllocator();
        const bytes = new Uint8Array(memory.buffer);
        const live: { pointer: number; bytes: number; mark: number }[] = [];
        const release = (index: number) => {
          const [block] = live.splice(index, 1);
          const content = bytes.subarray(block!.pointer, block!.pointer + block!.bytes);
          // Another block, or the allocator's own notes, would have overwritten the mark.
          if (!content.every((byte) => byte === block!.mark)) throw new Error("overwritten");
          allocator.free(block!.pointer);
        };
        actions.forEach((next, i) => {
          if (next.free && live.length > 0) {
            release(next.which % live.length);
            return;
          }
          const pointer = allocator.allocate(next.bytes);
          if (pointer === 0) return;
          const mark = (i % 255) + 1;
          bytes.fill(mark, pointer, pointer + next.bytes);
          live.push({ pointer, bytes: next.bytes, mark });
        });
        while (live.length > 0) release(live.length - 1);
        expect(allocator.usedBytes).toBe(0);
        // One block again: almost all of the memory can be had at once.
        expect(allocator.allocate(3.7 * PAGE)).toBeGreaterThan(0);
      }),
    );
  });
});
