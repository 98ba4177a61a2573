import { GradusError } from "@gradus/core";

/** A gradient was asked for that does not exist or cannot be had; the message says why. */
export class GradientError extends GradusError {
  override readonly name = "GradientError";
}
