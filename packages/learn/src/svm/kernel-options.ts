import { checkBoolean, checkInteger, checkPositive } from "@gradus/core";
import { checkKernel, type KernelOptions } from "./kernel";

/** The options that all kernel machines share. */
export interface KernelMachineOptions extends KernelOptions {
  /** The largest violation of the conditions of an optimum that may be left. Default 1e-3. */
  readonly tol?: number;
  /**
   * Leave out variables that are likely to stay on their bound, where that saves time: with fewer than 256 rows, and in
   * machines with ν. Default true.
   */
  readonly shrinking?: boolean;
  /** The memory for rows of the kernel's matrix in the tensor heap, in MiB. Default 200. */
  readonly cacheSize?: number;
  /** The most steps of the solver. Default Infinity (scikit-learn's −1), which ends at 10 million. */
  readonly maxIter?: number;
}

/** @throws ParameterError for options that cannot be. */
export function checkMachine(
  where: string,
  {
    tol = 1e-3,
    shrinking = true,
    cacheSize = 200,
    maxIter = Infinity,
    ...kernel
  }: KernelMachineOptions,
): Required<KernelMachineOptions> {
  return {
    ...checkKernel(where, kernel),
    tol: checkPositive(where, "tol", tol),
    shrinking: checkBoolean(where, "shrinking", shrinking),
    cacheSize: checkPositive(where, "cacheSize", cacheSize),
    maxIter: maxIter === Infinity ? maxIter : checkInteger(where, "maxIter", maxIter, 1),
  };
}
