import { ValueError } from "@gradus/core";
import { ConstantKernel } from "./constant-kernel";
import { DotProduct } from "./dot-product";
import { ExpSineSquared } from "./exp-sine-squared";
import { Exponentiation, Kernel, type KernelJSON, Product, Sum } from "./kernel";
import { Matern } from "./matern";
import { RationalQuadratic } from "./rational-quadratic";
import { RBF } from "./rbf";
import { WhiteKernel } from "./white-kernel";

const KERNELS = {
  ConstantKernel,
  DotProduct,
  ExpSineSquared,
  Exponentiation,
  Matern,
  Product,
  RBF,
  RationalQuadratic,
  Sum,
  WhiteKernel,
};

/**
 * The kernel that `toJSON` wrote; a kernel stays as it is.
 *
 * @throws ValueError if it is no kernel's JSON; ParameterError for options that cannot be.
 * @example
 * ```ts
 * const kernel = kernelFromJSON(new RBF({ lengthScale: 3 }).toJSON());
 * Array.from(kernel.theta, (log) => Math.exp(log).toFixed(3)); // → ["3.000"]
 * ```
 */
export function kernelFromJSON(json: KernelJSON | Kernel): Kernel {
  if (json instanceof Kernel) return json;
  const found = KERNELS[json?.kernel as keyof typeof KERNELS];
  if (found === undefined) {
    throw new ValueError("kernelFromJSON: expected the JSON of a kernel, got something else");
  }
  const inner = Object.entries(json.options).map(([name, value]) => [
    name,
    isKernelJSON(value) ? kernelFromJSON(value) : value,
  ]);
  return new (found as new (options: object) => Kernel)(Object.fromEntries(inner));
}

/** Whether a value looks like the JSON of a kernel. */
export function isKernelJSON(value: unknown): value is KernelJSON {
  return typeof (value as KernelJSON | null)?.kernel === "string" && "options" in (value as object);
}
