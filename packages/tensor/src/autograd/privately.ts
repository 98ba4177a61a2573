import { inScope } from "@gradus/kernels";
import type { Tensor } from "../tensor";
import { noGrad } from "./tape";

/**
 * Computes a tensor without recording, and gives the memory of the intermediate results back at once: nobody
 * outside `work` can hold them.
 */
export function privately(work: () => Tensor): Tensor {
  return inScope(
    () => noGrad(work),
    (y) => [y.storage],
  );
}
