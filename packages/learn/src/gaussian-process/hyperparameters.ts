import { checkInteger, checkOneOf, ParameterError, RandomState, warn } from "@gradus/core";
import { anySeed, checkSeed } from "../base/seeds";
import { kernelFromJSON } from "./kernels/from-json";
import { Kernel, type KernelJSON } from "./kernels/kernel";
import { minimizeInBox, type ValueAndGradient } from "./minimize-in-box";

/** The options of Gaussian processes that say how hyperparameters are learned. */
export interface GaussianProcessOptions {
  /** The covariance; its free hyperparameters are learned. */
  readonly kernel?: Kernel | undefined;
  /** How they are learned: within their bounds (default), or null: not at all. */
  readonly optimizer?: "fmin_l_bfgs_b" | null;
  /** How often the search is repeated from places drawn within the bounds. Default 0. */
  readonly nRestartsOptimizer?: number;
  /** For the places that are drawn. Default another one each time. */
  readonly seed?: number | undefined;
}

/** The options as they are kept. */
export interface CheckedLearning {
  readonly kernel: Kernel | undefined;
  readonly optimizer: "fmin_l_bfgs_b" | null;
  readonly nRestartsOptimizer: number;
  readonly seed: number | undefined;
}

/** @throws ParameterError for options that cannot be. */
export function checkLearning(
  where: string,
  { kernel, optimizer = "fmin_l_bfgs_b", nRestartsOptimizer = 0, seed }: GaussianProcessOptions,
): CheckedLearning {
  return {
    kernel: kernel === undefined ? undefined : readKernel(where, kernel),
    optimizer:
      optimizer === null ? null : checkOneOf(where, "optimizer", optimizer, ["fmin_l_bfgs_b"]),
    nRestartsOptimizer: checkInteger(where, "nRestartsOptimizer", nRestartsOptimizer),
    seed: checkSeed(where, seed),
  };
}

/** A kernel, or its JSON, which is what an estimator's JSON holds. */
function readKernel(where: string, kernel: Kernel | KernelJSON): Kernel {
  if (kernel instanceof Kernel) return kernel;
  if (typeof kernel === "object" && typeof (kernel as KernelJSON | null)?.kernel === "string") {
    return kernelFromJSON(kernel);
  }
  throw new ParameterError(`${where}: kernel must be a kernel, as new RBF(), got something else`);
}

/** How likely the targets are by a kernel, and the slope by the logarithms of its hyperparameters. */
export type Likelihood = (kernel: Kernel) => ValueAndGradient;

/**
 * The kernel whose hyperparameters make the targets likeliest, of all searches.
 *
 * Warns of hyperparameters that end at a bound, and of a search that did not come to rest.
 */
export function learnKernel(
  where: string,
  kernel: Kernel,
  { optimizer, nRestartsOptimizer, seed }: CheckedLearning,
  likelihood: Likelihood,
): Kernel {
  const { bounds } = kernel;
  if (optimizer === null || bounds.length === 0) return kernel;
  const of = (theta: Float64Array): ValueAndGradient => {
    const { value, gradient } = likelihood(kernel.withTheta(theta));
    return { value: -value, gradient: gradient.map((slope) => -slope) };
  };
  const random = nRestartsOptimizer > 0 ? new RandomState(seed ?? anySeed()) : undefined;
  let best = minimizeInBox({ of, start: kernel.theta, bounds });
  for (let restart = 0; restart < nRestartsOptimizer; restart++) {
    const start = Float64Array.from(
      bounds,
      ([low, high]) => low + (high - low) * random!.uniform(),
    );
    const found = minimizeInBox({ of, start, bounds });
    if (found.value < best.value) best = found;
  }
  if (!best.converged) {
    warn("convergence", `${where}: expected the search for hyperparameters to come to rest`);
  }
  warnOfBounds(where, kernel, best.x);
  return kernel.withTheta(best.x);
}

function warnOfBounds(where: string, { bounds, names }: Kernel, theta: Float64Array): void {
  const isClose = (a: number, b: number) => Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);
  theta.forEach((value, j) => {
    const end = bounds[j]!.find((bound) => isClose(value, bound));
    if (end === undefined) return;
    warn(
      "convergence",
      `${where}: expected ${names[j]} within its bounds, got the bound ${Number(Math.exp(end).toPrecision(6))}; wider bounds may fit better`,
    );
  });
}
