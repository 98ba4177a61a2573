import { type Shape, sameShape } from "../shape";
import type { Tensor } from "../tensor";

/** The transpose of broadcasting: sums x over the axes on which a tensor of `shape` was repeated to x's shape. */
export function sumTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const missing = x.ndim - shape.length;
  const axes = x.shape.flatMap((length, i) =>
    i < missing || (shape[i - missing] === 1 && length !== 1) ? [i] : [],
  );
  return x.sum(axes).reshape(shape);
}
