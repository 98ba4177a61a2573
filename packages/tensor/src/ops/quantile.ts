import { checkOneOf, describeValue, ParameterError, ShapeError } from "@gradus/core";
import { floatingType } from "../dtype";
import { isTensor } from "../factory";
import { type Axes, normalizeAxes, shapeText } from "../shape";
import { sort } from "../sorting/sort";
import type { Tensor } from "../tensor";
import { moveAxis } from "./axes";
import { astype } from "./convert";
import { stack } from "./join";
import type { ReductionOptions } from "./reduction";
import { slice } from "./slice";
import { reshape } from "./views";
import { where } from "./where";

/** How a quantile between two elements is chosen: NumPy's names, with Hyndman and Fan's numbers. */
export type QuantileMethod =
  | "invertedCdf"
  | "averagedInvertedCdf"
  | "closestObservation"
  | "interpolatedInvertedCdf"
  | "linear"
  | "lower"
  | "higher"
  | "nearest"
  | "midpoint"
  | "hazen"
  | "weibull"
  | "medianUnbiased"
  | "normalUnbiased";

/** What {@link quantile} can be told. */
export interface QuantileOptions extends ReductionOptions {
  /** Default `"linear"`. */
  readonly method?: QuantileMethod;
}

/**
 * The q-th quantile over the axes (default all): the value below which a share q of the elements lies. NaN if
 * there is one among them. Differentiable.
 *
 * @param q from 0 to 1, or several, along a new first axis
 * @returns floating; integers and bools give float64
 * @throws ParameterError for q outside 0 … 1 or an unknown method; OutOfRangeError for an axis that x lacks;
 * ShapeError if there is nothing to choose from.
 * @example
 * ```ts
 * quantile(tensor([1, 2, 3, 4]), 0.5).item(); // 2.5
 * quantile(tensor([1, 2, 3, 4]), [0, 0.25], undefined, { method: "lower" }).toArray(); // [1, 1]
 * ```
 */
export function quantile(
  x: Tensor,
  q: number | readonly number[] | Tensor,
  axis?: Axes,
  options: QuantileOptions = {},
): Tensor {
  return quantilesAt("quantile", x, q, axis, options);
}

/**
 * Like {@link quantile}, with q from 0 to 100.
 *
 * @throws ParameterError for q outside 0 … 100 or an unknown method; OutOfRangeError for an axis that x lacks;
 * ShapeError if there is nothing to choose from.
 * @example
 * ```ts
 * percentile(tensor([1, 2, 3, 4, 5]), 25).item(); // 2
 * ```
 */
export function percentile(
  x: Tensor,
  q: number | readonly number[] | Tensor,
  axis?: Axes,
  options: QuantileOptions = {},
): Tensor {
  return quantilesAt("percentile", x, q, axis, options);
}

/**
 * The middle element over the axes (default all), of an even number the mean of both. NaN if there is one among
 * them. Differentiable.
 *
 * @throws OutOfRangeError for an axis that x lacks; ShapeError if there is nothing to choose from.
 * @example
 * ```ts
 * median(tensor([[3, 1, 2], [4, 9, 6]]), 1).toArray(); // [2, 6]
 * ```
 */
export function median(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  return quantilesAt("median", x, 0.5, axis, { ...options, method: "midpoint" });
}

/** The α and β of the methods that place the k-th of n elements at (k − α) / (n + 1 − α − β). */
const plottingPosition: Partial<Record<QuantileMethod, readonly [alpha: number, beta: number]>> = {
  interpolatedInvertedCdf: [0, 1],
  hazen: [1 / 2, 1 / 2],
  weibull: [0, 0],
  medianUnbiased: [1 / 3, 1 / 3],
  normalUnbiased: [3 / 8, 3 / 8],
};

/**
 * The names of NumPy's methods of quantiles, all thirteen.
 *
 * @example
 * ```ts
 * quantileMethods.includes("hazen"); // → true
 * ```
 */
export const quantileMethods: readonly QuantileMethod[] = [
  "invertedCdf",
  "averagedInvertedCdf",
  "closestObservation",
  "interpolatedInvertedCdf",
  "linear",
  "lower",
  "higher",
  "nearest",
  "midpoint",
  "hazen",
  "weibull",
  "medianUnbiased",
  "normalUnbiased",
];

function quantilesAt(
  where_: string,
  x: Tensor,
  q: number | readonly number[] | Tensor,
  axis: Axes,
  { method = "linear", keepDims = false }: QuantileOptions,
): Tensor {
  checkOneOf(where_, "method", method, quantileMethods);
  const shares = readShares(where_, q);
  const axes = normalizeAxes(where_, axis, x.ndim);
  const kept = x.shape.filter((_, i) => !axes.includes(i));
  const moved = moveAxis(
    astype(x, floatingType(x.dtype)),
    axes,
    axes.map((_, i) => kept.length + i),
  );
  const rows = reshape(moved, [...kept, axes.reduce((n, i) => n * x.shape[i]!, 1)]);
  const n = rows.shape[rows.ndim - 1]!;
  if (n === 0) {
    throw new ShapeError(
      `${where_}: expected at least one element along the reduced axes, got shape ${shapeText(x.shape)}`,
    );
  }
  const sorted = sort(rows);
  const entry = (place: number) => slice(sorted, ...kept.map(() => null), place);
  // NaN goes last when sorted.
  const last = entry(n - 1).detach();
  const isBroken = last.notEqual(last);
  const shape = keepDims ? x.shape.map((length, i) => (axes.includes(i) ? 1 : length)) : kept;
  const found = shares.map((share) => {
    const [place, fraction] = placeOf(share, n, method);
    const value = between(entry(place), () => entry(place + 1), fraction);
    return reshape(where(isBroken, Number.NaN, value), shape);
  });
  return typeof q === "number" || (isTensor(q) && q.ndim === 0) ? found[0]! : stack(found);
}

function readShares(where_: string, q: number | readonly number[] | Tensor): number[] {
  const most = where_ === "percentile" ? 100 : 1;
  const list = isTensor(q) ? Array.from(q.data()) : typeof q === "number" ? [q] : [...q];
  if (list.length === 0 || !list.every((value) => value >= 0 && value <= most)) {
    throw new ParameterError(
      `${where_}: q must be from 0 to ${most}, got ${describeValue(isTensor(q) ? list : q)}`,
    );
  }
  return list.map((value) => value / most);
}

/** The element before the quantile, and how far towards the next it lies. */
function placeOf(q: number, n: number, method: QuantileMethod): [place: number, fraction: number] {
  const step = stepOf(q, n, method);
  if (step) return step;
  const [alpha, beta] = plottingPosition[method] ?? [1, 1];
  const raw = n * q + (alpha + q * (1 - alpha - beta)) - 1;
  const at = Math.min(n - 1, Math.max(0, method in plottingPosition ? raw : (n - 1) * q));
  const place = Math.min(Math.floor(at), Math.max(0, n - 2));
  const fraction = at - place;
  if (method === "lower") return [Math.floor(at), 0];
  if (method === "higher") return [Math.ceil(at), 0];
  if (method === "midpoint") return [place, fraction === 0 || fraction === 1 ? fraction : 0.5];
  if (method === "nearest") {
    // Halves go to the even place, as in NumPy.
    const down = fraction < 0.5 || (fraction === 0.5 && place % 2 === 0);
    return [down ? place : place + 1, 0];
  }
  return [place, fraction];
}

/** The same for the methods that invert the empirical distribution function, a stair; nothing for the others. */
function stepOf(q: number, n: number, method: QuantileMethod): [number, number] | undefined {
  const half = method === "closestObservation" ? 0.5 : 0;
  const at = n * q - 1 - half;
  const place = Math.floor(at);
  const onStep = at === place;
  const inside = (index: number) => Math.min(n - 1, Math.max(0, index));
  if (method === "invertedCdf") return [inside(onStep ? place : place + 1), 0];
  if (method === "closestObservation") {
    // Of two that are as close, the one with the even number, counted from 1.
    return [inside(onStep && place % 2 !== 0 ? place : place + 1), 0];
  }
  if (method !== "averagedInvertedCdf") return undefined;
  if (!onStep) return [inside(place + 1), 0];
  return place < 0 || place >= n - 1 ? [inside(place), 0] : [place, 0.5];
}

/** a + (b − a)·t from the nearer end, so that t = 1 gives b exactly; equal ends also where they are infinite. */
function between(a: Tensor, next: () => Tensor, t: number): Tensor {
  if (t === 0) return a;
  const b = next();
  if (t === 1) return b;
  const step = b.sub(a);
  const inside = t < 0.5 ? a.add(step.mul(t)) : b.sub(step.mul(1 - t));
  return where(a.detach().abs().equal(Infinity).mul(a.equal(b)), a, inside);
}
