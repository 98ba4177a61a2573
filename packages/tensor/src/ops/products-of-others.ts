import { ones } from "../create";
import { type Axes, normalizeAxes, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { concatenate, stack } from "./join";

/**
 * For each xᵢ the product of all others along the axes: the gradient of their product. Written so that every
 * further derivative is right too, also where some of them are 0.
 *
 * @param y the product over the axes, kept with length 1
 */
export function productsOfOthers(x: Tensor, axis: Axes, y: Tensor): Tensor {
  if (x.equal(0).any().item() === 0) return y.div(x);
  const axes = normalizeAxes("prod", axis, x.ndim);
  const order = [...x.shape.keys()].filter((i) => !axes.includes(i)).concat(axes);
  const n = sizeOf(axes.map((i) => x.shape[i]!));
  const moved = x.transpose(...order);
  const others = alongRows(moved.reshape([x.size / n, n]));
  return others.reshape(moved.shape).transpose(...order.map((_, i) => order.indexOf(i)));
}

/** Up a tree of products of pairs, and down again: what is beside a pair, times the other of the pair. */
function alongRows(x: Tensor): Tensor {
  const [rows, n] = [x.shape[0]!, x.shape[1]!];
  if (n === 1) return ones([rows, 1], { dtype: x.dtype });
  const even = n % 2 === 0 ? x : concatenate([x, ones([rows, 1], { dtype: x.dtype })], 1);
  const left = even.slice(null, [null, null, 2]);
  const right = even.slice(null, [1, null, 2]);
  const beside = alongRows(left.mul(right));
  const both = stack([beside.mul(right), beside.mul(left)], 2).reshape([rows, -1]);
  return both.slice(null, [0, n]);
}
