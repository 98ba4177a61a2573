// Views of views, fancy indexing and what reads them, against a naive reference: a list of values and a shape.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arange, type IndexKey, index, type SliceRange, setAt, type Tensor, tensor } from "./index";

/** A tensor's elements as a function of their place. */
interface Naive {
  readonly shape: readonly number[];
  readonly at: (place: readonly number[]) => number;
}

function places(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (list, n) => list.flatMap((head) => Array.from({ length: n }, (_, i) => [...head, i])),
    [[]],
  );
}

const values = ({ shape, at }: Naive): number[] => places(shape).map(at);

function flatPlace(shape: readonly number[], place: readonly number[]): number {
  return shape.reduce((flat, n, axis) => flat * n + place[axis]!, 0);
}

function fromList(list: readonly number[], shape: readonly number[]): Naive {
  return { shape, at: (place) => list[flatPlace(shape, place)]! };
}

/** A step that makes a view, on the tensor and on the naive one; `seed` holds whatever numbers it needs. */
type Step = (x: Tensor, naive: Naive, seed: readonly number[]) => [Tensor, Naive];

const steps: Record<string, Step> = {
  transpose(x, { shape, at }, seed) {
    const order = shape.map((_, i) => i).sort((a, b) => seed[a]! - seed[b]!);
    if (order.length === 0) return [x, { shape, at }];
    const moved = order.map((axis) => shape[axis]!);
    const back = (place: readonly number[]) => shape.map((_, axis) => place[order.indexOf(axis)]!);
    return [x.transpose(...order), { shape: moved, at: (place) => at(back(place)) }];
  },
  slice(x, { shape, at }, seed) {
    const picked = shape.map((n, axis) => {
      const by = [1, 2, -1, -3][seed[axis]! % 4]!;
      const all = Array.from({ length: n }, (_, i) => i).slice(seed[axis]! % 3);
      return by > 0
        ? all.filter((_, i) => i % by === 0)
        : all.reverse().filter((_, i) => i % -by === 0);
    });
    const ranges = shape.map((_, axis): SliceRange => {
      const by = [1, 2, -1, -3][seed[axis]! % 4]!;
      const from = seed[axis]! % 3;
      return by > 0 ? [from, null, by] : [null, from === 0 ? null : from - 1, by];
    });
    const lengths = picked.map((list) => list.length);
    const source = (place: readonly number[]) => place.map((i, axis) => picked[axis]![i]!);
    return [x.slice(...ranges), { shape: lengths, at: (place) => at(source(place)) }];
  },
  reshape(x, naive, seed) {
    const { shape } = naive;
    const list = values(naive);
    const joined = shape.length < 2 ? [list.length] : [shape[0]! * shape[1]!, ...shape.slice(2)];
    const to = seed[0]! % 2 === 0 ? joined : [...shape, 1].reverse();
    return [x.reshape(to), fromList(list, to)];
  },
  broadcast(x, { shape, at }) {
    const to = [2, ...shape.map((n) => (n === 1 ? 3 : n))];
    const source = (place: readonly number[]) =>
      place.slice(1).map((i, axis) => (shape[axis] === 1 ? 0 : i));
    return [x.broadcastTo(to), { shape: to, at: (place) => at(source(place)) }];
  },
  squeeze(x, { shape, at }) {
    const kept = shape.flatMap((n, axis) => (n === 1 ? [] : [axis]));
    const source = (place: readonly number[]) =>
      shape.map((_, axis) => (kept.includes(axis) ? place[kept.indexOf(axis)]! : 0));
    return [
      x.squeeze(),
      { shape: kept.map((axis) => shape[axis]!), at: (place) => at(source(place)) },
    ];
  },
};

const length = fc.integer({ min: 0, max: 4 });
const shapes = fc.array(length, { maxLength: 4 });
const seed = fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 });
const program = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), seed), {
  minLength: 1,
  maxLength: 5,
});

function start(shape: readonly number[]): [Tensor, Naive] {
  const size = shape.reduce((a, b) => a * b, 1);
  return [arange(size).reshape(shape), { shape, at: (place) => flatPlace(shape, place) }];
}

describe("a view of a view of a view", () => {
  const run = (shape: readonly number[], list: readonly (readonly [string, number[]])[]) =>
    list.reduce<[Tensor, Naive]>(
      ([x, naive], [name, numbers]) =>
        x.size > 500 ? [x, naive] : steps[name]!(x, naive, numbers),
      start(shape),
    );

  test("has the elements that it should", () => {
    fc.assert(
      fc.property(shapes, program, (shape, list) => {
        const [x, naive] = run(shape, list);
        expect(x.shape).toEqual(naive.shape);
        expect([...x.data()]).toEqual(values(naive));
      }),
      { numRuns: 300 },
    );
  });

  test("is read right by every kind of operation", () => {
    fc.assert(
      fc.property(shapes, program, (shape, list) => {
        const [x, naive] = run(shape, list);
        const expected = values(naive);
        expect([...x.add(x).data()]).toEqual(expected.map((v) => v + v));
        expect([...x.neg().data()]).toEqual(expected.map((v) => -v));
        expect(x.sum().item()).toBe(expected.reduce((a, b) => a + b, 0));
        expect([...x.astype("int32").data()]).toEqual(expected);
        expect([...x.clone().data()]).toEqual(expected);
        expect([...x.flatten().cumsum().data()].at(-1) ?? 0).toBe(x.sum().item());
        expect([...x.flatten().sort().data()]).toEqual(expected.slice().sort((a, b) => a - b));
      }),
    );
  });
});

describe("indexing by places", () => {
  const keys = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant("places" as const),
        seed,
        shape: fc.constantFrom([], [2], [3, 1], [1, 2]),
      }),
      fc.record({ kind: fc.constant("range" as const), seed }),
      fc.record({ kind: fc.constant("number" as const), seed }),
    ),
    { maxLength: 4 },
  );
  const lengths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });

  interface Key {
    readonly kind: "places" | "range" | "number";
    readonly seed: readonly number[];
    readonly shape?: readonly number[];
  }

  /** For each axis what its key takes; axes without a key are taken whole. */
  function readKeys(lengthsOfAxes: readonly number[], given: readonly Key[]) {
    return lengthsOfAxes.map((n, axis) => {
      const key = given[axis];
      const all = Array.from({ length: n }, (_, i) => i);
      if (key === undefined) return { kind: "range", list: all, shape: [] } as const;
      if (key.kind === "range")
        return { kind: key.kind, list: all.slice(key.seed[0]! % 2), shape: [] };
      const shape = key.shape ?? [];
      const size = shape.reduce<number>((a, b) => a * b, 1);
      return {
        kind: key.kind,
        list: Array.from({ length: size }, (_, i) => key.seed[i]! % n),
        shape,
      };
    });
  }

  test("agrees with NumPy's rule, element by element", () => {
    fc.assert(
      fc.property(lengths, keys, (shape, given) => {
        const [x, naive] = start(shape);
        const axes = readKeys(shape, given);
        const list: IndexKey[] = given.slice(0, shape.length).map((key, axis) => {
          if (key.kind === "range") return [key.seed[0]! % 2];
          if (key.kind === "number")
            return axes[axis]!.list[0]! - (key.seed[1]! % 2) * shape[axis]!;
          // Every other place is counted from the end.
          const counted = axes[axis]!.list.map((i, k) => (k % 2 === 0 ? i : i - shape[axis]!));
          return tensor(Int32Array.from(counted), { shape: key.shape });
        });
        const anyPlaces = axes.some(({ kind }) => kind === "places");
        const isPlace = axes.map(
          ({ kind }) => kind === "places" || (anyPlaces && kind === "number"),
        );
        const common = axes.reduce<number[]>((a, { shape: b }, axis) => {
          if (!isPlace[axis]) return a;
          const n = Math.max(a.length, b.length);
          return Array.from({ length: n }, (_, i) =>
            Math.max(a[i - n + a.length] ?? 1, b[i - n + b.length] ?? 1),
          );
        }, []);
        const first = isPlace.indexOf(true);
        const last = isPlace.lastIndexOf(true);
        const together = isPlace.slice(Math.max(0, first), last + 1).every(Boolean);
        // The axes of the result: either the common shape of the places, or a range.
        const before = first === -1 || !together ? [] : axes.slice(0, first).map((_, i) => i);
        const ranges = axes.flatMap(({ kind }, i) => (kind === "range" ? [i] : []));
        const behind = ranges.filter((i) => !before.includes(i));
        const resultShape = [
          ...before.map((i) => axes[i]!.list.length),
          ...common,
          ...behind.map((i) => axes[i]!.list.length),
        ];
        const source = (place: readonly number[]) => {
          const inCommon = place.slice(before.length, before.length + common.length);
          return axes.map(({ kind, list: own, shape: ownShape }, axis) => {
            if (kind === "range") {
              const at = before.includes(axis)
                ? before.indexOf(axis)
                : before.length + common.length + behind.indexOf(axis);
              return own[place[at]!]!;
            }
            if (!isPlace[axis]) return own[0]!;
            const inOwn = inCommon
              .slice(common.length - ownShape.length)
              .map((i, k) => (ownShape[k] === 1 ? 0 : i));
            return own[flatPlace(ownShape, inOwn)]!;
          });
        };
        const expected = {
          shape: resultShape,
          at: (place: readonly number[]) => naive.at(source(place)),
        };
        const y = index(x, ...list);
        expect(y.shape).toEqual(resultShape);
        expect([...y.data()]).toEqual(values(expected));
        // What is written where the keys point is read there again.
        expect([...index(setAt(x, list, -1), ...list).data()]).toEqual(
          values(expected).map(() => -1),
        );
        const doubled = setAt(x, list, y.mul(2));
        expect([...index(doubled, ...list).data()]).toEqual(values(expected).map((v) => 2 * v));
      }),
      { numRuns: 400 },
    );
  });

  test("a mask takes what is true, in order", () => {
    fc.assert(
      fc.property(lengths, seed, (shape, numbers) => {
        const [x] = start(shape);
        const mask = x
          .mul(numbers[0]! + 1)
          .sin()
          .greater(0);
        const expected = [...x.data()].filter((_, i) => mask.data()[i] === 1);
        expect([...index(x, mask).data()]).toEqual(expected);
        expect([...x.maskedSelect(mask).data()]).toEqual(expected);
        expect([
          ...index(x, ...x.index("...").mul(mask.astype("float64")).nonzero()).data(),
        ]).toEqual(expected.filter((v) => v !== 0));
      }),
    );
  });
});
