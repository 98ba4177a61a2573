import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arange,
  broadcastShapes,
  concatenate,
  matmul,
  type SliceRange,
  stack,
  type Tensor,
  tensor,
} from "./index";

const length = fc.integer({ min: 0, max: 4 });
const shapes = fc.array(length, { maxLength: 4 });

/** Two shapes that broadcast to the one given: some axes 1, some leading axes missing. */
const broadcastable = shapes.chain((shape) => {
  const operand = fc
    .tuple(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), fc.nat(shape.length))
    .map(([ones, missing]) => shape.map((n, i) => (ones[i] ? 1 : n)).slice(missing));
  return fc.record({ a: operand, b: operand });
});

const filled = (shape: readonly number[], start = 0): Tensor =>
  arange(start, start + shape.reduce((x, y) => x * y, 1)).reshape(shape);

/** An element of a nested array at an index of a broadcast shape. */
function pick(x: Tensor, index: readonly number[]): number {
  const own = index.slice(index.length - x.ndim).map((i, axis) => (x.shape[axis] === 1 ? 0 : i));
  return own.reduce((view, i) => view.at(i), x).item();
}

function indices(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (list, n) => list.flatMap((head) => Array.from({ length: n }, (_, i) => [...head, i])),
    [[]],
  );
}

describe("broadcasting", () => {
  test("pairs the elements that NumPy pairs", () => {
    fc.assert(
      fc.property(broadcastable, ({ a, b }) => {
        const [x, y] = [filled(a), filled(b, 100)];
        const shape = broadcastShapes("test", a, b);
        const sums = x.mul(1000).add(y);
        const smaller = x.less(y.sub(98));
        expect(sums.shape).toEqual(shape);
        for (const index of indices(shape)) {
          expect(pick(sums, index)).toBe(pick(x, index) * 1000 + pick(y, index));
          expect(pick(smaller, index)).toBe(Number(pick(x, index) < pick(y, index) - 98));
        }
      }),
    );
  });

  test("is the same as repeating first", () => {
    fc.assert(
      fc.property(broadcastable, ({ a, b }) => {
        const [x, y] = [filled(a), filled(b, 7)];
        const shape = broadcastShapes("test", a, b);
        const repeated = x.broadcastTo(shape).clone().mul(y.broadcastTo(shape).clone());
        expect(x.mul(y).toArray()).toEqual(repeated.toArray());
      }),
    );
  });
});

const bound = fc.option(fc.integer({ min: -6, max: 6 }), { nil: null });
const step = fc.constantFrom(-3, -2, -1, 1, 2, 3);
const range = fc.oneof(fc.constant(null), fc.tuple(bound, bound, step));

/** Python's rule for a range, one index at a time. */
function places(n: number, [start, stop, by]: readonly [number | null, number | null, number]) {
  const clamp = (value: number | null, otherwise: number): number => {
    if (value === null) return otherwise;
    const counted = value < 0 ? value + n : value;
    return by > 0 ? Math.min(n, Math.max(0, counted)) : Math.min(n - 1, Math.max(-1, counted));
  };
  const first = clamp(start, by > 0 ? 0 : n - 1);
  const last = clamp(stop, by > 0 ? n : -1);
  const list: number[] = [];
  for (let i = first; by > 0 ? i < last : i > last; i += by) list.push(i);
  return list;
}

describe("views", () => {
  test("a slice takes what take takes", () => {
    fc.assert(
      fc.property(shapes, fc.array(range, { minLength: 4, maxLength: 4 }), (shape, ranges) => {
        const x = filled(shape);
        const used: SliceRange[] = ranges.slice(0, shape.length);
        let expected = x;
        shape.forEach((n, axis) => {
          const r = ranges[axis];
          if (r) expected = expected.take(places(n, r), axis);
        });
        const view = x.slice(...used);
        expect(view.toArray()).toEqual(expected.toArray());
        // An operation on the view sees the same elements, whatever its strides.
        expect(view.add(1).sum().item()).toBe(expected.sum().item() + expected.size);
      }),
    );
  });

  test("transposing twice by inverse orders changes nothing", () => {
    fc.assert(
      fc.property(shapes, fc.infiniteStream(fc.nat()), (shape, stream) => {
        const order = shape.map((_, i) => i);
        const keys = order.map(() => stream.next().value as number);
        order.sort((a, b) => keys[a]! - keys[b]!);
        const inverse = order.map((_, i) => order.indexOf(i));
        const x = filled(shape);
        if (shape.length === 0) return;
        const moved = x.transpose(...order);
        expect(moved.transpose(...inverse).toArray()).toEqual(x.toArray());
        expect(moved.clone().toArray()).toEqual(moved.toArray());
      }),
    );
  });

  test("concatenating the parts of a split gives the whole", () => {
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 3 }), fc.nat(4), (shape, at) => {
        const x = filled(shape);
        const cut = Math.min(at, shape[0]!);
        expect(concatenate([x.slice([0, cut]), x.slice([cut])]).toArray()).toEqual(x.toArray());
        expect(
          stack([x, x], -1)
            .slice(...shape.map(() => null), 1)
            .toArray(),
        ).toEqual(x.toArray());
      }),
    );
  });

  test("reductions of a view equal those of its copy", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
        (shape) => {
          const view = filled(shape).transpose().slice([null, null, -1]);
          const copy = tensor(view.toArray());
          for (let axis = 0; axis < shape.length; axis++) {
            expect(view.sum(axis).toArray()).toEqual(copy.sum(axis).toArray());
            expect(view.max([axis]).toArray()).toEqual(copy.max([axis]).toArray());
            expect(view.argmin(axis).toArray()).toEqual(copy.argmin(axis).toArray());
          }
        },
      ),
    );
  });
});

describe("matmul", () => {
  const size = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 70 }));
  const layout = fc.constantFrom("plain", "transposed", "reversed", "strided");

  /** The same integers, laid out in another way. */
  function laidOut(x: Tensor, how: string): Tensor {
    if (how === "transposed") return x.transpose().clone().transpose();
    if (how === "reversed") return x.slice([null, null, -1]).clone().slice([null, null, -1]);
    if (how === "strided") return stack([x, x.mul(2)], -1).slice(null, null, 0);
    return x;
  }

  test.each(["float32", "float64"] as const)("equals the definition in any layout, %s", (dtype) => {
    fc.assert(
      fc.property(size, size, size, layout, layout, (m, n, k, layoutA, layoutB) => {
        // Small integers, so that every order of summation gives the same result.
        const a = tensor(
          Float64Array.from({ length: m * k }, (_, i) => (i * 7) % 11),
          { shape: [m, k] },
        );
        const b = tensor(
          Float64Array.from({ length: k * n }, (_, i) => (i * 5) % 13),
          { shape: [k, n] },
        );
        const c = matmul(
          laidOut(a.astype(dtype), layoutA),
          laidOut(b.astype(dtype), layoutB),
        ).data();
        const [x, y] = [a.data(), b.data()];
        for (let i = 0; i < m; i++) {
          for (let j = 0; j < n; j++) {
            let sum = 0;
            for (let p = 0; p < k; p++) sum += x[i * k + p]! * y[p * n + j]!;
            if (c[i * n + j] !== sum) expect(c[i * n + j]).toBe(sum);
          }
        }
      }),
    );
  });

  test.each(["float32", "float64"] as const)("of many rows and few columns, %s", (dtype) => {
    for (const [m, n, k] of [
      [131, 5, 50],
      [258, 9, 3],
      [400, 16, 20],
      [130, 3, 1100],
      [131, 1, 1],
      [130, 1, 7],
    ] as const) {
      const a = filled([m, k])
        .mul(7)
        .sub(filled([m, k]).mul(7).div(11).floor().mul(11)); // 7i mod 11
      const b = filled([k, n], 2).sub(filled([k, n], 2).div(5).floor().mul(5)); // (2 + i) mod 5
      const columns = Array.from({ length: n }, (_, j) =>
        a.mul(b.slice(null, [j, j + 1]).squeeze(1)).sum(1),
      );
      const product = a.astype(dtype).matmul(b.astype(dtype));
      expect(product.toArray()).toEqual(stack(columns, 1).toArray());
      const transposed = b.transpose().astype(dtype).matmul(a.transpose().astype(dtype));
      expect(transposed.transpose().toArray()).toEqual(product.toArray());
    }
  });

  test("XᵀX is symmetric and equals the product with a copy", () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 300 }), (n, m) => {
        const x = tensor(
          Float64Array.from({ length: m * n }, (_, i) => (i * 7) % 11),
          { shape: [m, n] },
        );
        const difference = (a: Tensor, b: Tensor) => a.sub(b).abs().sum().item();
        const columns = x.transpose().matmul(x);
        const rows = x.matmul(x.transpose());
        expect(difference(columns, x.transpose().matmul(x.clone()))).toBe(0);
        expect(difference(rows, x.matmul(x.clone().transpose()))).toBe(0);
      }),
    );
  });
});
