import { checkOneOf, DTypeError, OutOfRangeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { addressOf, contiguous, isTensor } from "../factory";
import type { Tensor } from "../tensor";

/** What becomes of the losses of the examples: their mean, their sum, or all of them. */
export type Reduction = "mean" | "sum" | "none";

export function checkReduction(where: string, reduction: Reduction): Reduction {
  return checkOneOf(where, "reduction", reduction, ["mean", "sum", "none"]);
}

/** The losses reduced by differentiable operations. */
export function reduceLosses(losses: Tensor, reduction: Reduction): Tensor {
  if (reduction === "none") return losses;
  return reduction === "sum" ? losses.sum() : losses.mean();
}

/**
 * Class indices, row by row.
 * @throws DTypeError unless they are int32; OutOfRangeError unless each is from 0 to count − 1, or `exempt`.
 */
export function checkIndices(
  where: string,
  indices: Tensor,
  { count, exempt }: { readonly count: number; readonly exempt?: number | undefined },
): Tensor {
  if (!isTensor(indices) || indices.dtype !== "int32") {
    const got = isTensor(indices) ? `a ${indices.dtype} tensor` : typeof indices;
    throw new DTypeError(`${where}: expected int32 indices, got ${got}; use astype("int32")`);
  }
  const list = contiguous(indices);
  const memory = heap();
  memory.begin();
  const at = addressOf(list) >>> 2;
  const values = memory.i32;
  for (let i = 0; i < list.size; i++) {
    const index = values[at + i]!;
    if ((index < 0 || index >= count) && index !== exempt) {
      throw new OutOfRangeError(
        `${where}: indices must be from 0 to ${count - 1}, got ${index} at flat index ${i}`,
      );
    }
  }
  return list;
}
