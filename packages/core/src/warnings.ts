/** What a warning is about. */
export type WarningKind =
  /** An iteration ended before it came to rest. */
  | "convergence"
  /** A number that is not defined for these data was replaced. */
  | "undefined-metric"
  /** The data are probably not what was meant. */
  | "data"
  /** Something that the test rows must not tell may have reached the training. */
  | "leakage";

/** Something that is no error, but that one should know. */
export interface Warning {
  readonly kind: WarningKind;
  /** Where, what was expected, what came, and what helps. */
  readonly message: string;
}

/** Called with each warning. */
export type WarningSink = (warning: Warning) => void;

let sink: WarningSink = ({ message }) => console.warn(message);

/**
 * Tells whoever watches something that is no error, but that one should know: in a terminal and in the
 * course a line on the console.
 *
 * @param kind what the warning is about
 * @param message where, what was expected and what came, as in an error
 *
 * @example
 * ```ts
 * const seen: string[] = [];
 * const previous = setWarningSink(({ message }) => seen.push(message));
 * warn("convergence", "Lasso.fit: expected to converge in 10 rounds; more rounds may help (maxIter)");
 * setWarningSink(previous);
 * seen.length; // → 1
 * ```
 */
export function warn(kind: WarningKind, message: string): void {
  sink({ kind, message });
}

/**
 * Sends warnings somewhere else: a log, a page, a test.
 *
 * @returns the sink that was there before; at first one that writes to the console
 *
 * @example
 * ```ts
 * const previous = setWarningSink(() => {}); // silence
 * setWarningSink(previous);
 * ```
 */
export function setWarningSink(next: WarningSink): WarningSink {
  const previous = sink;
  sink = next;
  return previous;
}
