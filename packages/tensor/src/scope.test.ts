import { DisposedError } from "@gradus/core";
import { expect, test } from "vitest";
import { memoryStats, ones, scoped, type Tensor, tensor } from "./index";

test("scoped keeps the tensors of its result, in arrays and objects too", () => {
  let lost: Tensor | undefined;
  const x = tensor([1, 2, 3]);
  const { centred, list } = scoped(() => {
    lost = x.mean();
    return { centred: x.sub(lost), list: [x.mul(2).slice([1]), "text"] as const };
  });
  expect(centred.toArray()).toEqual([-1, 0, 1]);
  expect(list[0].toArray()).toEqual([4, 6]);
  expect(x.toArray()).toEqual([1, 2, 3]);
  expect(() => lost!.item()).toThrow(DisposedError);
});

test("large intermediate results leave no trace in the heap", () => {
  const x = ones([300_000]);
  const before = memoryStats().usedBytes;
  const total = scoped(() => x.mul(2).add(1).square().sum().item());
  expect(total).toBe(9 * 300_000);
  expect(memoryStats().usedBytes).toBe(before);
});
