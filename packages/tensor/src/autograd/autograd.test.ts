import { ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  backward,
  checkGradients,
  GradientError,
  grad,
  gradients,
  noGrad,
  ones,
  type Tensor,
  tensor,
  valueAndGrad,
} from "../index";

const leaf = (data: number | number[]) => tensor(data, { requiresGrad: true });

describe("backward", () => {
  test("adds to the grad of each leaf, and again on a second loss", () => {
    const w = leaf([1, 2]);
    const b = leaf(3);
    w.mul(w).sum().add(b).backward();
    expect(w.grad!.toArray()).toEqual([2, 4]);
    expect(b.grad!.item()).toBe(1);
    w.sum().backward();
    expect(w.grad!.toArray()).toEqual([3, 5]);
    w.zeroGrad();
    expect(w.grad).toBeUndefined();
  });

  test("a tensor used several times collects all contributions", () => {
    const x = leaf(2);
    const y = x.mul(x); // x²
    y.mul(y).add(y).backward(); // x⁴ + x²
    expect(x.grad!.item()).toBe(4 * 8 + 2 * 2);
  });

  test("gives float32 leaves float32 gradients", () => {
    const x = tensor([1, 2], { dtype: "float32", requiresGrad: true });
    x.mul(tensor([1.5, 2.5]))
      .sum()
      .backward();
    expect(x.grad!.dtype).toBe("float32");
    expect(x.grad!.toArray()).toEqual([1.5, 2.5]);
  });

  test("takes a gradient for a result of several elements", () => {
    const x = leaf([1, 2]);
    x.mul(3).backward({ gradOutput: tensor([1, 10]) });
    expect(x.grad!.toArray()).toEqual([3, 30]);
  });

  test("the grads of two leaves share no memory", () => {
    const [a, b] = [leaf([1]), leaf([2])];
    a.add(b).sum().backward();
    noGrad(() => a.grad!.assign(7));
    expect(b.grad!.toArray()).toEqual([1]);
  });

  test("refuses several elements without gradOutput, and one of another shape", () => {
    expect(() => leaf([1, 2]).mul(2).backward()).toThrow(ShapeError);
    expect(() =>
      leaf([1, 2])
        .mul(2)
        .backward({ gradOutput: ones(3) }),
    ).toThrow(ShapeError);
  });

  test("refuses a tensor without history", () => {
    expect(() => backward(tensor(1))).toThrow(GradientError);
  });

  test("refuses a graph that is used up, unless it was retained", () => {
    const x = leaf(3);
    const y = x.square();
    y.backward({ retainGraph: true });
    y.backward();
    expect(x.grad!.item()).toBe(12);
    expect(() => y.backward()).toThrow(/used up \(at square\).*retainGraph/);
  });

  test("refuses values that assign has overwritten since", () => {
    const x = leaf([1, 2]);
    const loss = x.square().sum();
    noGrad(() => x.assign(5));
    expect(() => loss.backward()).toThrow(/square was computed from, got ones overwritten/);
  });

  test("a chain of 20,000 operations does not overflow the stack", () => {
    const x = leaf(1);
    let y: Tensor = x;
    for (let i = 0; i < 20_000; i++) y = y.add(1);
    y.backward();
    expect(x.grad!.item()).toBe(1);
  });
});

describe("gradients", () => {
  test("returns gradients without touching grad, zeros for what does not matter", () => {
    const [x, y] = [leaf([1, 2]), leaf([3])];
    const [gx, gy] = gradients(x.square().sum(), [x, y]);
    expect(gx!.toArray()).toEqual([2, 4]);
    expect(gy!.toArray()).toEqual([0]);
    expect(x.grad).toBeUndefined();
  });

  test("gives the gradient of an intermediate result", () => {
    const x = leaf(2);
    const h = x.square();
    expect(gradients(h.mul(3), [h])[0]!.item()).toBe(3);
  });

  test("can be differentiated with createGraph", () => {
    const x = leaf(2);
    const [slope] = gradients(x.pow(4), [x], { createGraph: true });
    slope!.backward();
    expect(x.grad!.item()).toBe(12 * 4);
  });
});

describe("grad and valueAndGrad", () => {
  test("nest to any order", () => {
    const fifth = (x: Tensor) => x.pow(5);
    expect(grad(grad(grad(fifth)))(tensor(2)).item()).toBe(60 * 4);
  });

  test("a gradient penalty reaches the parameters of an enclosing loss", () => {
    const w = leaf(3);
    // d/dx (w·x²) at x = 2 is 4w; its square has the derivative 32w with respect to w.
    const slope = grad((x) => x.square().mul(w))(tensor(2, { requiresGrad: true }));
    slope.square().backward();
    expect(w.grad!.item()).toBe(96);
  });

  test("valueAndGrad gives both, without history", () => {
    const [value, gradient] = valueAndGrad((w) => w.square().sum())(tensor([1, 2]));
    expect(value.item()).toBe(5);
    expect(value.requiresGrad).toBe(false);
    expect(gradient.toArray()).toEqual([2, 4]);
  });

  test("works inside noGrad", () => {
    expect(noGrad(() => grad((x) => x.square())(tensor(3))).item()).toBe(6);
  });

  test("refuses integers, several elements, and a result that does not depend on x", () => {
    expect(() => grad((x) => x.sum())(tensor([1], { dtype: "int32" }))).toThrow(GradientError);
    expect(() => grad((x) => x)(tensor([1, 2]))).toThrow(ShapeError);
    expect(() => grad(() => tensor(1))(tensor(1))).toThrow(GradientError);
  });
});

describe("what is recorded", () => {
  test("nothing within noGrad, also after an error in it", () => {
    const x = leaf(1);
    expect(() =>
      noGrad(() => {
        throw new Error("inside");
      }),
    ).toThrow("inside");
    expect(x.add(1).requiresGrad).toBe(true);
    expect(noGrad(() => x.add(1)).requiresGrad).toBe(false);
  });

  test("detach cuts the history and shares the values", () => {
    const x = leaf(3);
    x.mul(x.detach()).backward();
    expect(x.grad!.item()).toBe(3);
  });

  test("integers and truth values have no gradients", () => {
    const x = leaf([1.5, -1]);
    expect(x.greater(0).requiresGrad).toBe(false);
    expect(x.argmax().requiresGrad).toBe(false);
    expect(x.astype("int32").requiresGrad).toBe(false);
    expect(() => tensor([1], { dtype: "int32", requiresGrad: true })).toThrow(GradientError);
  });

  test("requiresGrad can be set on a leaf only", () => {
    const x = leaf(1);
    const y = x.add(1);
    expect(() => {
      y.requiresGrad = false;
    }).toThrow(GradientError);
    x.requiresGrad = false;
    expect(x.add(1).requiresGrad).toBe(false);
  });

  test("a change of floating type passes gradients on", () => {
    const x = leaf([1, 2]);
    x.astype("float32").mul(2).sum().backward();
    expect(x.grad!.dtype).toBe("float64");
    expect(x.grad!.toArray()).toEqual([2, 2]);
  });

  test("assign while recording is refused", () => {
    expect(() => leaf(1).assign(2)).toThrow(/inside noGrad/);
    expect(() => tensor([1]).assign(leaf(2))).toThrow(GradientError);
    expect(() => noGrad(() => leaf([1, 2]).assign(ones(3)))).toThrow(ShapeError);
  });
});
test("checkGradients wants float64 and a positive step", () => {
  expect(() => checkGradients((x) => x, [tensor([1], { dtype: "float32" })])).toThrow(
    GradientError,
  );
  expect(() => checkGradients((x) => x, [tensor([1])], { step: 0 })).toThrow(/step must be/);
});
