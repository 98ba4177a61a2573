import type { Tensor } from "./tensor";

/** Where and on what an operation is compared with central differences. */
export interface GradientCase {
  readonly f: (...inputs: Tensor[]) => Tensor;
  /** Shapes of the inputs, one list a run. */
  readonly shapes: readonly (readonly (readonly number[])[])[];
  /** Moves normal random numbers to where the function is smooth. */
  readonly domain?: (x: Tensor) => Tensor;
}
