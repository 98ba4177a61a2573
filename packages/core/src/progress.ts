import { checkBetween, checkNonNegative } from "./checks";
import { describeValue } from "./describe";
import { ParameterError } from "./errors";

/** How far a long computation has come: what `fit` and a training loop report to their callback. */
export interface Progress {
  /** Steps done so far, from 0 to `total`. */
  readonly done: number;
  /** Steps in all, where it is known. */
  readonly total?: number;
  /** What is being done, for people. */
  readonly label?: string;
  /** Named numbers at this step, such as a loss; a loss that diverges may be NaN or infinite. */
  readonly metrics?: Readonly<Record<string, number>>;
}

/** Called with the progress of a long computation; it may be called often and should be quick. */
export type ProgressCallback = (progress: Progress) => void;

let sink: ProgressCallback = () => {};

/**
 * Tells whoever watches how far a long computation has come: in the course a line under the cell, in a
 * terminal nobody. It is a `ProgressCallback`, so it can be handed to whatever takes one.
 *
 * Call it as often as the loop turns: it costs well under a microsecond where nobody watches, and the
 * course shows about ten reports a second.
 *
 * @param progress the steps done, and where they are known their total, a label and numbers such as a loss
 * @throws ParameterError if `done` or `total` is not a finite number >= 0, if `done` is beyond `total`, if
 * `label` is not a string, or if a metric is not a number.
 *
 * @example
 * ```ts
 * let w = 0;
 * for (let step = 1; step <= 50; step++) {
 *   w -= 0.1 * 2 * (w - 3); // the gradient of (w − 3)²
 *   reportProgress({ done: step, total: 50, label: "Descending", metrics: { loss: (w - 3) ** 2 } });
 * }
 * ```
 */
export function reportProgress(progress: Progress): void {
  sink(checkProgress(progress));
}

/**
 * Sends what `reportProgress` is told somewhere else (a page, a progress bar of your own, a test). It gets
 * plain data that a message can carry.
 *
 * @returns the sink that was there before; at first one that does nothing
 *
 * @example
 * ```ts
 * const seen: string[] = [];
 * const previous = setProgressSink(({ done, total }) => seen.push(`${done}/${total}`));
 * for (let epoch = 1; epoch <= 3; epoch++) reportProgress({ done: epoch, total: 3 });
 * setProgressSink(previous);
 * seen; // → ["1/3", "2/3", "3/3"]
 * ```
 */
export function setProgressSink(next: ProgressCallback): ProgressCallback {
  const previous = sink;
  sink = next;
  return previous;
}

/** A copy with nothing but the known fields. */
function checkProgress({ done, total, label, metrics }: Progress): Progress {
  const where = "reportProgress";
  checkNonNegative(where, "done", done);
  if (total !== undefined) {
    checkNonNegative(where, "total", total);
    checkBetween(where, "done", done, [0, total]);
  }
  if (label !== undefined && typeof label !== "string") {
    throw new ParameterError(`${where}: label must be a string, got ${describeValue(label)}`);
  }
  for (const name in metrics) {
    const value = metrics[name];
    if (typeof value === "number") continue;
    throw new ParameterError(
      `${where}: metrics.${name} must be a number, got ${describeValue(value)}`,
    );
  }
  return {
    done,
    ...(total !== undefined && { total }),
    ...(label !== undefined && { label }),
    ...(metrics !== undefined && { metrics: { ...metrics } }),
  };
}
