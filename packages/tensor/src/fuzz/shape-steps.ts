import type { DType, SliceRange } from "../index";
import * as g from "../index";
import * as n from "./naive";
import { anAxis, type Draw, dtypes, floating, oneOf, Unsettled } from "./steps";

/** The library, to be called by name. */
const engine: typeof g = g;

const sum = (values: number[]) => values.reduce((p, q) => p + q, 0);
const folds: Record<
  "sum" | "prod" | "mean" | "max" | "min" | "any" | "all",
  (values: number[]) => number
> = {
  sum,
  prod: (values) => values.reduce((p, q) => p * q, 1),
  mean: (values) => sum(values) / values.length,
  max: (values) => (values.length === 0 ? n.refuse("nothing") : Math.max(...values)),
  min: (values) => (values.length === 0 ? n.refuse("nothing") : Math.min(...values)),
  any: (values) => Number(values.some((v) => v !== 0)),
  all: (values) => Number(values.every((v) => v !== 0)),
};

function foldType(name: keyof typeof folds, dtype: DType): DType {
  if (name === "any" || name === "all") return "bool";
  if (name === "max" || name === "min") return dtype;
  if (name === "mean") return floating(dtype);
  return n.isFloat(dtype) ? dtype : "int32";
}

export const reductionOf =
  (names: readonly (keyof typeof folds)[]): Draw =>
  (r, a) => {
    const name = oneOf(r, names);
    const { length: ndim } = a.n.shape;
    const some = Array.from({ length: r.integer(1, 3) }, () => anAxis(r, ndim));
    const axis = r.uniform() < 0.3 ? undefined : some.length === 1 ? some[0]! : some;
    const keepDims = r.uniform() < 0.4;
    const list = typeof axis === "number" ? [axis] : axis;
    const naive = () => {
      // An empty extreme is refused also where there is no place for it.
      if (name === "max" || name === "min") {
        const over = list?.map((i) => n.axisOf(i, ndim)) ?? a.n.shape.map((_, i) => i);
        if (over.some((i) => a.n.shape[i] === 0)) n.refuse("nothing to choose from");
      }
      return n.reduce(a.n, list, keepDims, foldType(name, a.n.dtype), folds[name]);
    };
    return {
      text: `${name} over [${axis}]`,
      engine: () => engine[name](a.x, axis, { keepDims }),
      naive,
      ulps: 64,
    };
  };

export const reduction = reductionOf(Object.keys(folds) as (keyof typeof folds)[]);

export const transposition: Draw = (r, a) => {
  const axes = [...r.permutation(a.n.shape.length)];
  if (r.uniform() < 0.05 && axes.length > 0) axes[0] = axes.at(-1)!;
  const naive = () => {
    if (new Set(axes).size !== a.n.shape.length) n.refuse("an axis twice");
    return n.transpose(a.n, axes);
  };
  // Without arguments the axes are reversed: for no axes the same.
  return { text: `transpose ${axes}`, engine: () => g.transpose(a.x, ...axes), naive, ulps: 0 };
};

export const reshaping: Draw = (r, a) => {
  const size = n.sizeOf(a.n.shape);
  const divisor = oneOf(
    r,
    [1, 2, 3, 4].filter((d) => size % d === 0),
  );
  const shape =
    r.uniform() < 0.1 ? [size + 1] : oneOf(r, [[size], [divisor, size / divisor], [size, 1]]);
  return {
    text: `reshape ${shape}`,
    engine: () => g.reshape(a.x, shape),
    naive: () => n.reshape(a.n, shape),
    ulps: 0,
  };
};

export const slicing: Draw = (r, a) => {
  const bound = () => (r.uniform() < 0.4 ? null : r.integer(-5, 6));
  const nRanges = r.integer(0, a.n.shape.length + (r.uniform() < 0.05 ? 2 : 1));
  const ranges = Array.from({ length: nRanges }, (_, i): SliceRange => {
    const length = a.n.shape[i] ?? 1;
    if (r.uniform() < 0.25)
      return r.uniform() < 0.1 ? length : r.integer(-Math.max(1, length), Math.max(1, length));
    return r.uniform() < 0.2
      ? null
      : [bound(), bound(), oneOf(r, [1, 1, 2, -1, -2, r.uniform() < 0.1 ? 0 : 3])];
  });
  const naive = () => {
    if (ranges.length > a.n.shape.length) n.refuse("more ranges than axes");
    let result = a.n;
    ranges.forEach((range, axis) => {
      if (typeof range === "number") result = n.take(result, [range], axis);
      else if (range !== null) {
        const [start = null, stop = null, step] = range;
        result = n.take(result, n.places(result.shape[axis]!, start, stop, step ?? 1), axis);
      }
    });
    return n.reshape(
      result,
      result.shape.filter((_, i) => typeof ranges[i] !== "number"),
    );
  };
  return {
    text: `slice ${JSON.stringify(ranges)}`,
    engine: () => g.slice(a.x, ...ranges),
    naive,
    ulps: 0,
  };
};

export const gathering: Draw = (r, a) => {
  const axis = anAxis(r, a.n.shape.length);
  const length = a.n.shape.at(axis) ?? 1;
  const most = r.uniform() < 0.05 ? length + 1 : length;
  const indices = Array.from({ length: length === 0 ? 0 : r.integer(0, 5) }, () =>
    r.integer(-length, most),
  );
  return {
    text: `take [${indices}] along ${axis}`,
    engine: () => g.take(a.x, indices, axis),
    naive: () => n.take(a.n, indices, axis),
    ulps: 0,
  };
};

export const joining: Draw = (r, a, b) => {
  const axis = anAxis(r, a.n.shape.length);
  const list = r.uniform() < 0.5 ? [a, a] : [a, b];
  return {
    text: `concatenate along ${axis}`,
    engine: () =>
      g.concatenate(
        list.map(({ x }) => x),
        axis,
      ),
    naive: () =>
      n.concatenate(
        list.map((e) => e.n),
        axis,
      ),
    ulps: 0,
  };
};

export const product: Draw = (r, a, b) => {
  const flip = r.uniform() < 0.5 && a.n.shape.length >= 2;
  const order = [...a.n.shape.keys()];
  if (flip) order.push(...order.splice(-2).reverse());
  const right = flip ? a : b;
  const naive = () => {
    const dtype = n.promote(a.n.dtype, right.n.dtype);
    const result = n.matmul(flip ? n.transpose(a.n, order) : a.n, right.n);
    if (dtype === "bool" || dtype === "uint8") throw new Unsettled();
    return result;
  };
  return {
    text: `matmul${flip ? " with itself" : ""}`,
    engine: () => g.matmul(flip ? g.transpose(a.x, ...order) : a.x, right.x),
    naive,
    ulps: 64,
  };
};

export const stretching: Draw = (r, a) => {
  const shape = [
    ...(r.uniform() < 0.5 ? [2] : []),
    ...a.n.shape.map((length) => (length === 1 ? 3 : length)),
  ];
  return {
    text: `broadcastTo ${shape}`,
    engine: () => g.broadcastTo(a.x, shape),
    naive: () => ({ dtype: a.n.dtype, shape, data: n.build(shape, (i) => n.pick(a.n, i)) }),
    ulps: 0,
  };
};

export const conversion: Draw = (r, a) => {
  const dtype = oneOf(r, dtypes);
  const naive = () => {
    const fits = (v: number) =>
      dtype === "int32"
        ? (Math.trunc(v) | 0) === Math.trunc(v)
        : Math.trunc(v) >= 0 && Math.trunc(v) <= 255;
    const bounded = dtype === "int32" || dtype === "uint8";
    if (bounded && dtype !== a.n.dtype && !n.flatten(a.n.data).every(fits))
      n.refuse("numbers that do not fit");
    return n.map(a.n, dtype, (v) => (bounded ? Math.trunc(v) : v));
  };
  return { text: `astype ${dtype}`, engine: () => g.astype(a.x, dtype), naive, ulps: 0 };
};
