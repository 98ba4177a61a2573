import { ParameterError, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { copyStrided, emptyTensor, viewOf } from "../factory";
import { normalizeAxis, type Shape, sameShape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { toCommonType } from "./convert";
import { slice } from "./slice";
import { unsqueeze } from "./views";

/**
 * Tensors one after the other along an axis that they all have.
 *
 * @param axis default 0
 * @throws ParameterError for an empty list; ShapeError unless the shapes agree at all other axes.
 * @example
 * ```ts
 * concatenate([tensor([1, 2]), tensor([3])]).toArray(); // [1, 2, 3]
 * ```
 */
export function concatenate(list: readonly Tensor[], axis = 0): Tensor {
  const first = firstOf("concatenate", list);
  const along = normalizeAxis("concatenate", axis, first.ndim);
  for (const x of list) {
    if (x.ndim !== first.ndim || !sameShape(x.shape.with(along, 0), first.shape.with(along, 0))) {
      throw new ShapeError(
        `concatenate: expected shapes that differ at axis ${along} only, ` +
          `got ${shapeText(first.shape)} and ${shapeText(x.shape)}`,
      );
    }
  }
  const { tensors } = toCommonType(list);
  const total = list.reduce((sum, x) => sum + x.shape[along]!, 0);
  const y = join(tensors, first.shape.with(along, total), along);
  if (!list.some((x) => needsGrad(x))) return y;
  return record(y, "concatenate", list, (g) => {
    let start = 0;
    return list.map((x) => {
      const stop = start + x.shape[along]!;
      const part = slice(g, ...rangesBefore(along), [start, stop]).astype(x.dtype);
      start = stop;
      return part;
    });
  });
}

/**
 * Tensors of one shape, side by side along a new axis.
 *
 * @param axis where the new axis stands in the result; default 0
 * @throws ParameterError for an empty list; ShapeError unless all shapes are equal.
 * @example
 * ```ts
 * stack([tensor([1, 2]), tensor([3, 4])]).toArray(); // [[1, 2], [3, 4]]
 * ```
 */
export function stack(list: readonly Tensor[], axis = 0): Tensor {
  const first = firstOf("stack", list);
  for (const x of list) {
    if (!sameShape(x.shape, first.shape)) {
      throw new ShapeError(
        `stack: expected equal shapes, got ${shapeText(first.shape)} and ${shapeText(x.shape)}`,
      );
    }
  }
  const at = normalizeAxis("stack", axis, first.ndim + 1);
  return concatenate(
    list.map((x) => unsqueeze(x, at)),
    at,
  );
}

function firstOf(where: string, list: readonly Tensor[]): Tensor {
  const first = list[0];
  if (first === undefined)
    throw new ParameterError(`${where}: expected at least one tensor, got none`);
  return first;
}

function join(list: readonly Tensor[], shape: Shape, axis: number): Tensor {
  heap().begin();
  const y = emptyTensor("concatenate", shape, list[0]!.dtype);
  let start = 0;
  for (const x of list) {
    copyStrided(x, viewOf(y, x.shape, y.strides, y.offset + start * y.strides[axis]!));
    start += x.shape[axis]!;
  }
  return y;
}

function rangesBefore(axis: number): null[] {
  return Array.from({ length: axis }, () => null);
}
