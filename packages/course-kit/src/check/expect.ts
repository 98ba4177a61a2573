import { difference, type Expected, plain, show, type Tolerance } from "./compare";
import { CheckFailure } from "./failure";

/** What a comparison may know besides the values. */
export interface ExpectOptions extends Tolerance {
  /** What was computed, such as `step(4, 0.1)`; the message starts with it. */
  readonly of?: string;
  /** Why the expected value is right; the message ends with it. */
  readonly because?: string;
  /** What each misconception would have given instead: the first that fits names the failure. */
  readonly mistakes?: Readonly<Record<string, Expected>>;
  /** The misconception to name for any other wrong value. */
  readonly otherwise?: string;
}

/**
 * Fails unless `actual` is within |actual − expected| ≤ atol + rtol · |expected| of `expected`,
 * by default rtol = 1e-6 and atol = 1e-9, element by element and with equal shapes.
 *
 * @param actual a number, nested lists, a typed array, a tensor or an object of these
 * @param expected the same; of an object only the properties given here are compared
 * @param options a reason, or {@link ExpectOptions}
 * @throws CheckFailure with expected and got
 *
 * @example
 * ```ts
 * const step = (w: number, learningRate: number) => w - learningRate * 2 * w;
 * expectClose(step(4, 0.1), 3.2);
 * expectClose(step(0, 0.1), 0, "the gradient is 0 at the minimum, so w stays");
 * expectClose(step(4, 0.1), 3.2, { of: "step(4, 0.1)", mistakes: { uphill: 4.8 } });
 * ```
 */
export function expectClose(
  actual: unknown,
  expected: Expected,
  options: string | ExpectOptions = {},
): void {
  const given = typeof options === "string" ? { because: options } : options;
  const found = difference(actual, expected, given);
  if (found === null) return;
  for (const [id, mistaken] of Object.entries(given.mistakes ?? {})) {
    if (difference(actual, mistaken, given) === null) throw failure(found, given, id);
  }
  throw failure(found, given, given.otherwise);
}

/**
 * Fails unless `actual` equals `expected` exactly: the same numbers, strings and booleans in the same places.
 *
 * @throws CheckFailure with expected and got
 */
export function expectEqual(
  actual: unknown,
  expected: Expected,
  options: string | Omit<ExpectOptions, keyof Tolerance> = {},
): void {
  const given = typeof options === "string" ? { because: options } : options;
  expectClose(actual, expected, { ...given, rtol: 0, atol: 0 });
}

/**
 * Fails with `message` unless `condition` holds.
 *
 * @param options the misconception that explains the failure, if there is one
 * @throws CheckFailure with the message
 */
export function expectThat(
  condition: boolean,
  message: string,
  options: { readonly misconception?: string } = {},
): asserts condition {
  if (!condition) throw new CheckFailure(message, options.misconception);
}

/**
 * Fails unless `value` is a finite number, or holds only finite numbers.
 *
 * @throws CheckFailure that shows the value
 */
export function expectFinite(
  value: unknown,
  { of = "the result", otherwise }: Pick<ExpectOptions, "of" | "otherwise"> = {},
): void {
  const allFinite = (item: unknown): boolean =>
    Array.isArray(item) ? item.every(allFinite) : Number.isFinite(item);
  if (allFinite(plain(value))) return;
  throw new CheckFailure(`${of}: expected finite numbers, got ${show(value)}`, otherwise);
}

function failure(found: string, { of, because }: ExpectOptions, id?: string): CheckFailure {
  const start = of === undefined ? found[0]!.toUpperCase() + found.slice(1) : `${of}: ${found}`;
  return new CheckFailure(because === undefined ? `${start}.` : `${start}: ${because}.`, id);
}
