import { RandomGenerator } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { grad, memoryStats, optimizerState, randn, sgdStep, type Tensor } from "../index";

const random = new RandomGenerator(3);
const SIZE = 64_000;
const BYTES = 8 * SIZE;

function leaf(): Tensor {
  const w = randn([SIZE], { random }).detach();
  w.requiresGrad = true;
  return w;
}

const loss = (w: Tensor) => w.square().sum();

/** How much more memory is in use after `work`, run again and again, than after its first runs. */
function growth(work: () => void): number {
  for (let i = 0; i < 3; i++) work();
  const before = memoryStats().usedBytes;
  for (let i = 0; i < 10; i++) work();
  return memoryStats().usedBytes - before;
}

describe("a gradient that nobody has looked at", () => {
  test("gives its memory back when it is dropped, in a plain loop", () => {
    const w = leaf();
    const state = optimizerState([w]);
    const step = () => {
      loss(w).backward();
      sgdStep([w], state, { learningRate: 0.1 });
      w.zeroGrad();
    };
    expect(growth(step)).toBeLessThan(BYTES);
  });

  test("and one that somebody holds stays, whatever becomes of its tensor", () => {
    const w = leaf();
    const state = optimizerState([w]);
    const held: { readonly gradient: Tensor; readonly wanted: Tensor }[] = [];
    let seen: Tensor | undefined;
    const remove = w.registerHook((g) => {
      seen = g;
    });
    for (let i = 0; i < 6; i++) {
      const wanted = w.detach().mul(2);
      loss(w).backward();
      const gradient = i % 2 === 0 ? w.grad! : seen!;
      sgdStep([w], state, { learningRate: 0.1 });
      held.push({ gradient, wanted });
      if (i % 3 === 0) w.grad = undefined;
      else w.zeroGrad();
    }
    remove();
    for (const { gradient, wanted } of held) {
      expect(gradient.sub(wanted).abs().max().item()).toBe(0);
    }
  });

  test("a sum of gradients leaves the one that was read alone", () => {
    const w = leaf();
    loss(w).backward();
    const first = w.grad!;
    loss(w).backward();
    loss(w).backward();
    expect(w.grad!.sub(first.mul(3)).abs().max().item()).toBeLessThan(1e-12);
  });

  test("handed to another tensor, or set to itself, it stays", () => {
    const [a, b] = [leaf(), leaf()];
    loss(a).backward();
    b.grad = a.grad;
    a.zeroGrad();
    expect(b.grad!.sub(a.mul(2)).abs().max().item()).toBe(0);
    loss(a).backward();
    // biome-ignore lint/correctness/noSelfAssign: the setter is what is tested
    a.grad = a.grad;
    expect(a.grad!.sub(a.mul(2)).abs().max().item()).toBe(0);
  });

  test("with a recorded backward before it, gradients of gradients still pass", () => {
    const w = leaf();
    loss(w).backward();
    w.pow(3).sum().backward({ createGraph: true });
    const total = w.grad!;
    w.zeroGrad();
    const second = total.sum();
    second.backward();
    // d(2w + 3w²)/dw, of which the first part is not recorded.
    expect(w.grad!.sub(w.mul(6)).abs().max().item()).toBeLessThan(1e-12);
    expect(grad(loss)(w).sub(w.mul(2)).abs().max().item()).toBe(0);
  });
});
