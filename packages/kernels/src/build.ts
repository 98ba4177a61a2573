import { describeValue, ParameterError } from "@gradus/core";

/** Which of the two builds runs: `relaxed-simd` has a fused multiply-add, so sums of products round once less. */
export type KernelBuild = "simd" | "relaxed-simd";

/** What can be asked for: a build that every engine has, or the fastest that this engine has. */
export type KernelChoice = "simd" | "fastest";

let choice: KernelChoice | undefined;
let inUse: KernelBuild | undefined;

/**
 * Chooses the build of the kernels, before the first tensor is made. With `simd` every engine and processor
 * gives the same numbers to the last bit; with `fastest`, the default, engines that have a fused multiply-add
 * (Node and the browsers of today) use it for products, and their last digits depend on the processor. The
 * environment variable GRADUS_KERNELS says the same for a whole program.
 *
 * @throws ParameterError for another choice, or if tensors were made with another build already.
 * @example
 * ```ts
 * setKernelBuild("fastest");
 * ```
 */
export function setKernelBuild(build: KernelChoice): void {
  choice = checked("setKernelBuild: build", build);
  if (inUse === undefined || build === "fastest" || inUse === build) return;
  throw new ParameterError(
    `setKernelBuild: the build must be chosen before the first tensor is made, got tensors made with ${inUse}`,
  );
}

/**
 * The build to take, where it was chosen.
 * @throws ParameterError if GRADUS_KERNELS is neither `simd` nor `fastest`.
 */
export function chosenBuild(): "simd" | undefined {
  const wish = choice ?? globalThis.process?.env?.GRADUS_KERNELS ?? "";
  return wish !== "" && checked("GRADUS_KERNELS", wish) === "simd" ? "simd" : undefined;
}

/** From now on tensors are made with this build. */
export function noteBuildInUse(build: KernelBuild): void {
  inUse = build;
}

function checked(what: string, build: string): KernelChoice {
  if (build === "simd" || build === "fastest") return build;
  throw new ParameterError(`${what} must be "simd" or "fastest", got ${describeValue(build)}`);
}
