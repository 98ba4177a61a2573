import { ParameterError, RandomGenerator, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  backward,
  checkGradients,
  defineBinaryOp,
  defineUnaryOp,
  enableGrad,
  GradientError,
  grad,
  gradients,
  graphOf,
  hessian,
  hvp,
  isGradEnabled,
  jacobian,
  jvp,
  named,
  nameOf,
  noGrad,
  ones,
  randn,
  registerHook,
  retainGrad,
  type Tensor,
  tensor,
  valueAndGrad,
  vjp,
  zeros,
} from "../index";
import { record } from "./tape";

const leaf = (data: number | number[]) => tensor(data, { requiresGrad: true });
const random = new RandomGenerator(3);
const closeTo = (a: Tensor, b: Tensor) => {
  expect(a.shape).toEqual(b.shape);
  expect(a.sub(b).abs().max().item()).toBeLessThan(1e-12);
};

describe("grad and valueAndGrad of several tensors", () => {
  const f = (w: Tensor, b: Tensor) => w.square().mul(b).sum();

  test("give one gradient for each input", () => {
    const [value, [gw, gb]] = valueAndGrad(f)([tensor([1, 2]), tensor(3)]);
    expect(value.item()).toBe(15);
    expect(gw.toArray()).toEqual([6, 12]);
    expect(gb.toArray()).toBe(5);
  });

  test("give zeros for an input that does not matter", () => {
    const [, gb] = grad((a: Tensor, _b: Tensor) => a.sum())([tensor([1]), tensor([1, 2])]);
    expect(gb.toArray()).toEqual([0, 0]);
  });

  test("nest", () => {
    const mixed = grad((b) => grad(f)([tensor(2), b])[0])(tensor(5));
    expect(mixed.item()).toBe(4); // ∂²(w²b)/∂w∂b = 2w
  });

  test("createGraph reaches tensors that f uses beside its inputs", () => {
    const w = leaf(3);
    const slope = grad((x) => x.square().mul(w), { createGraph: true })(tensor(2));
    slope.backward();
    expect(w.grad!.item()).toBe(4);
  });

  test("leave a graph alone that f uses beside its inputs", () => {
    const w = leaf(3);
    const h = w.square();
    expect(grad((x) => x.mul(h))(tensor(2)).item()).toBe(9);
    expect(jacobian((x) => x.mul(h))(tensor([1, 2])).toArray()).toEqual([
      [9, 0],
      [0, 9],
    ]);
    expect(hvp((x) => x.square().sum().mul(h), tensor([1, 2]), ones(2)).toArray()).toEqual([
      18, 18,
    ]);
    h.backward();
    expect(w.grad!.item()).toBe(6);
  });

  test("refuse fewer tensors than f has parameters", () => {
    expect(() => grad(f)([tensor(1)])).toThrow(ParameterError);
    expect(() => grad(f)(tensor(1))).toThrow(
      /grad: expected a tensor for each of the function's 2/,
    );
    expect(() => jacobian(() => tensor(1))([])).toThrow(ParameterError);
  });

  test("refuse a function that returns no tensor", () => {
    expect(() => grad((() => 3) as unknown as () => Tensor)(tensor(1))).toThrow(GradientError);
  });
});

describe("jacobian, vjp and jvp", () => {
  const A = randn([3, 4], { random });
  const f = (x: Tensor) => A.matmul(x.sin());
  const x = randn([4], { random });

  test("agree with the matrix worked out by hand", () => {
    const J = A.mul(x.cos());
    closeTo(jacobian(f)(x), J);
    const v = randn([3], { random });
    const [y, pullBack] = vjp(f, x);
    closeTo(y, f(x));
    closeTo(pullBack(v), v.matmul(J));
    closeTo(pullBack(v.mul(2)), v.matmul(J).mul(2));
    const direction = randn([4], { random });
    const [value, change] = jvp(f, x, direction);
    closeTo(value, f(x));
    closeTo(change, J.matmul(direction));
  });

  test("take several inputs and keep shapes of several axes", () => {
    const [p, q] = [randn([2, 3], { random }), randn([3], { random })];
    const g = (a: Tensor, b: Tensor) => a.mul(b);
    const [Ja, Jb] = jacobian(g)([p, q]);
    expect(Ja.shape).toEqual([2, 3, 2, 3]);
    expect(Jb.shape).toEqual([2, 3, 3]);
    expect(Jb.slice(1, 2).toArray()).toEqual([0, 0, p.slice(1, 2).item()]);
    const [dp, dq] = [randn([2, 3], { random }), randn([3], { random })];
    closeTo(jvp(g, [p, q], [dp, dq])[1], dp.mul(q).add(p.mul(dq)));
    const [ga, gb] = vjp(g, [p, q])[1](ones([2, 3]));
    closeTo(ga, q.broadcastTo([2, 3]));
    closeTo(gb, p.sum(0));
  });

  test("are zero for a constant function, and empty for an empty result", () => {
    expect(jacobian(() => ones(2))(x).toArray()).toEqual(zeros([2, 4]).toArray());
    expect(jvp(() => ones(2), x, x)[1].toArray()).toEqual([0, 0]);
    expect(vjp(() => ones(2), x)[1](ones(2)).toArray()).toEqual([0, 0, 0, 0]);
    expect(jacobian((a) => a.slice([0, 0]))(x).shape).toEqual([0, 4]);
  });

  test("can be differentiated themselves", () => {
    const slope = (z: Tensor) => jacobian((a) => a.pow(3))(z).sum();
    closeTo(grad(slope)(tensor([1, 2])), tensor([6, 12]));
    const along = (z: Tensor) => jvp((a) => a.pow(3).sum(), z, ones(2))[1];
    closeTo(grad(along)(tensor([1, 2])), tensor([6, 12]));
    const back = (z: Tensor) => vjp((a) => a.pow(3), z)[1](ones(2)).sum();
    closeTo(grad(back)(tensor([1, 2])), tensor([6, 12]));
  });

  test("refuse directions of another shape, and integers", () => {
    expect(() => vjp(f, x)[1](ones(4))).toThrow(ShapeError);
    expect(() => jvp(f, x, ones(3))).toThrow(ShapeError);
    expect(() => jvp(f, [x], [])).toThrow(ShapeError);
    expect(() => jacobian(f)(tensor([1], { dtype: "int32" }))).toThrow(GradientError);
  });
});

describe("hessian and hvp", () => {
  const rosenbrock = (x: Tensor) => {
    const [a, b] = [x.at(0), x.at(1)];
    return b.sub(a.square()).square().mul(100).add(a.neg().add(1).square());
  };

  test("of Rosenbrock's function", () => {
    const H = hessian(rosenbrock)(tensor([-1.2, 1]));
    closeTo(
      H,
      tensor([
        [1330, 480],
        [480, 200],
      ]),
    );
    closeTo(hvp(rosenbrock, tensor([-1.2, 1]), tensor([1, 2])), tensor([2290, 880]));
  });

  test("of several inputs come in blocks", () => {
    const f = (a: Tensor, b: Tensor) => a.square().sum().mul(b).add(b.pow(3));
    const [p, q] = [tensor([1, 2]), tensor(3)];
    const blocks = hessian(f)([p, q]);
    expect(blocks[0][0].toArray()).toEqual([
      [6, 0],
      [0, 6],
    ]);
    expect(blocks[0][1].toArray()).toEqual([2, 4]);
    expect(blocks[1][0].toArray()).toEqual([2, 4]);
    expect(blocks[1][1].toArray()).toBe(18);
    const [va, vb] = hvp(f, [p, q], [tensor([1, 0]), tensor(2)]);
    expect(va.toArray()).toEqual([10, 8]);
    expect(vb.item()).toBe(38);
  });

  test("of a linear function are zero", () => {
    expect(hessian((x) => x.sum())(ones(2)).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(hvp((x) => x.sum(), ones(2), ones(2)).toArray()).toEqual([0, 0]);
    expect(() => hvp((x) => x.sum(), ones(2), ones(3))).toThrow(ShapeError);
  });

  test("of a product with one, two and three zeros", () => {
    const H = (values: number[]) => hessian((x) => x.prod())(tensor(values)).toArray();
    expect(H([0, 3, 5])).toEqual([
      [0, 5, 3],
      [5, 0, 0],
      [3, 0, 0],
    ]);
    expect(H([0, 0, 5])).toEqual([
      [0, 5, 0],
      [5, 0, 0],
      [0, 0, 0],
    ]);
    expect(H([0, 0, 0])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const third = grad((x: Tensor) =>
      grad((z: Tensor) => grad((a: Tensor) => a.prod())(z).at(0))(x).at(1),
    );
    expect(third(tensor([0, 0, 0])).toArray()).toEqual([0, 0, 1]);
  });

  test("of a product over any axes", () => {
    const x = tensor([
      [
        [1, 0, 2],
        [3, 4, 5],
      ],
      [
        [0, 0, 1],
        [2, 2, 0],
      ],
    ]);
    for (const axis of [0, 1, -1, [0, 2], [0, 1, 2]]) {
      checkGradients((a) => a.prod(axis), [x], { order: 2 });
    }
  });
});

describe("hooks", () => {
  test("see the whole gradient, of a leaf and of an intermediate result", () => {
    const x = leaf([1, 2]);
    const h = x.mul(3);
    const seen: [string, number[]][] = [];
    registerHook(h, (g) => void seen.push(["h", g.toArray()]));
    x.registerHook((g) => void seen.push(["x", g.toArray()]));
    h.square().add(h).sum().backward();
    expect(seen).toEqual([
      ["h", [7, 13]],
      ["x", [21, 39]],
    ]);
  });

  test("replace it, one after the other, until they are taken away", () => {
    const x = leaf(1);
    const h = x.mul(1);
    const remove = h.registerHook((g) => g.mul(10));
    h.registerHook((g) => g.add(1));
    h.backward({ retainGraph: true });
    expect(x.grad!.item()).toBe(11);
    remove();
    h.backward();
    expect(x.grad!.item()).toBe(11 + 2);
    expect(gradients(x.mul(2), [x])[0]!.item()).toBe(2);
  });

  test("may keep what they see", () => {
    const kept: Tensor[] = [];
    const x = leaf([1, 2, 3]);
    const h = x.square();
    h.registerHook((g) => void kept.push(g, g.mul(2)));
    h.mul(4).sum().backward();
    expect(kept.map((g) => g.toArray())).toEqual([
      [4, 4, 4],
      [8, 8, 8],
    ]);
  });

  test("are recorded with createGraph", () => {
    const x = leaf(2);
    const h = x.square();
    h.registerHook((g) => g.mul(h));
    const [slope] = gradients(h, [x], { createGraph: true });
    expect(slope!.item()).toBe(16); // h·2x = 2x³
    slope!.backward();
    // 2h directly; and 2x through h, where the hook multiplies by h again, times 2x.
    expect(x.grad!.item()).toBe(8 + 4 * 4 * 4);
  });

  test("refuse a tensor without gradients, another shape, and no tensor", () => {
    expect(() => registerHook(tensor(1), () => undefined)).toThrow(GradientError);
    const x = leaf([1, 2]);
    const remove = x.registerHook(() => ones(3));
    expect(() => x.sum().backward()).toThrow(ShapeError);
    remove();
    x.registerHook((() => 3) as unknown as () => Tensor);
    expect(() => x.sum().backward()).toThrow(/hook that returns a tensor or nothing/);
  });

  test("retainGrad stores the gradient of an intermediate result", () => {
    const x = leaf([1, 2]);
    const h = x.square().retainGrad();
    const other = x.mul(2);
    h.mul(other).sum().backward();
    expect(h.grad!.toArray()).toEqual([2, 4]);
    expect(other.grad).toBeUndefined();
    expect(() => retainGrad(tensor(1))).toThrow(GradientError);
  });
});

describe("graphOf", () => {
  test("lists inputs before results, each tensor once, with names", () => {
    const w = named(leaf([1, 2]), "w");
    const b = named(tensor(3, { dtype: "float32", requiresGrad: true }), "b");
    const h = named(w.mul(b), "h");
    const { nodes, edges } = graphOf(h.add(h).sum());
    expect(nodes.map((n) => [n.name, n.operation, n.shape, n.dtype])).toEqual([
      ["w", "leaf", [2], "float64"],
      ["b", "leaf", [], "float32"],
      ["h", "mul", [2], "float64"],
      [undefined, "add", [2], "float64"],
      [undefined, "sum", [], "float64"],
    ]);
    expect(edges.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [1, 2],
      [2, 3],
      [2, 3],
      [3, 4],
    ]);
    expect(nodes[2]!.tensor).toBe(h);
    expect(nameOf(h)).toBe("h");
  });

  test("walks a chain of 20,000 operations", () => {
    let y: Tensor = leaf(1);
    for (let i = 0; i < 20_000; i++) y = y.add(1);
    expect(graphOf(y).nodes).toHaveLength(20_001);
  });

  test("refuses a tensor without history and a graph that is used up", () => {
    expect(() => graphOf(tensor(1))).toThrow(GradientError);
    const y = leaf(1).square();
    backward(y);
    expect(() => graphOf(y)).toThrow(/graphOf: .*used up \(at square\)/);
  });
});

describe("recording", () => {
  test("isGradEnabled and enableGrad", () => {
    expect(isGradEnabled()).toBe(true);
    noGrad(() => {
      expect(isGradEnabled()).toBe(false);
      expect(enableGrad(() => leaf(1).add(1)).requiresGrad).toBe(true);
      expect(isGradEnabled()).toBe(false);
    });
  });
});

describe("checkGradients of second order", () => {
  test("notices a second derivative that is wrong where the first is right", () => {
    const x = tensor([0.5, 2]);
    checkGradients((a) => a.pow(3), [x], { order: 2 });
    const halfRight = defineUnaryOp({
      name: "halfRight",
      forward: (a) => a.square(),
      backward: (gradOutput, a) => gradOutput.mul(a.detach().mul(2)),
    });
    checkGradients((a) => halfRight(a), [x]);
    expect(() => checkGradients((a) => halfRight(a), [x], { order: 2 })).toThrow(GradientError);
  });

  test("takes several inputs, and refuses another order", () => {
    const inputs = [tensor([[1, 2]]), tensor([3, 4]), tensor(5)];
    checkGradients((a, b, c) => a.mul(b).add(c.square()), inputs, { order: 2 });
    expect(() => checkGradients((a) => a, inputs, { order: 3 as 2 })).toThrow(ParameterError);
  });
});

describe("a missing gradient rule does not compile", () => {
  test("for an elementwise function, an operation of two operands, and a record on the tape", () => {
    const unary = { name: "half", forward: (x: Tensor) => x.mul(0.5) };
    // @ts-expect-error a function without `backward` would cut the history of its result in silence
    const withoutRule = () => defineUnaryOp(unary);
    const binary = { name: "add", kernel: 0 as const, backwardLeft: (g: Tensor) => g };
    // @ts-expect-error both operands need a rule
    const withHalfARule = () => defineBinaryOp(binary);
    const y = tensor([1]);
    // @ts-expect-error what is recorded has a rule
    const recorded = () => record(y, "half", [y]);
    // @ts-expect-error a rule gives gradients
    const empty = () => record(y, "half", [y], () => undefined);
    for (const f of [withoutRule, withHalfARule, recorded, empty]) expect(f).toBeTypeOf("function");
  });
});
