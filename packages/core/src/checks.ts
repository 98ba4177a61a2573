import { describeValue } from "./describe";
import { ParameterError } from "./errors";

/**
 * Every check returns the value it was given, so that a constructor can check and assign in one line.
 *
 * @throws ParameterError `where: name must be a finite number, got …`
 */
export function checkFinite(where: string, name: string, value: number): number {
  return check(where, name, value, "a finite number", Number.isFinite(value));
}

/** @throws ParameterError unless `value` is a finite number above 0. */
export function checkPositive(where: string, name: string, value: number): number {
  return check(where, name, value, "a finite number > 0", Number.isFinite(value) && value > 0);
}

/** @throws ParameterError unless `value` is a finite number of at least 0. */
export function checkNonNegative(where: string, name: string, value: number): number {
  return check(where, name, value, "a finite number >= 0", Number.isFinite(value) && value >= 0);
}

/** @throws ParameterError unless `low <= value <= high`. */
export function checkBetween(
  where: string,
  name: string,
  value: number,
  [low, high]: readonly [low: number, high: number],
): number {
  return check(
    where,
    name,
    value,
    `a number from ${low} to ${high}`,
    value >= low && value <= high,
  );
}

/** @throws ParameterError unless `value` is a safe integer of at least `min` (default 0). */
export function checkInteger(where: string, name: string, value: number, min = 0): number {
  const ok = Number.isSafeInteger(value) && value >= min;
  return check(where, name, value, `an integer >= ${min}`, ok);
}

/** @throws ParameterError unless `value` is true or false. */
export function checkBoolean(where: string, name: string, value: boolean): boolean {
  return check(where, name, value, "true or false", typeof value === "boolean");
}

/** @throws ParameterError unless `value` is one of `choices`. */
export function checkOneOf<const T extends string | number>(
  where: string,
  name: string,
  value: T,
  choices: readonly T[],
): T {
  if (choices.includes(value)) return value;
  const expected = `one of ${choices.map(describeValue).join(", ")}`;
  return check(where, name, value, expected, false);
}

function check<T>(where: string, name: string, value: T, expected: string, ok: boolean): T {
  if (!ok)
    throw new ParameterError(`${where}: ${name} must be ${expected}, got ${describeValue(value)}`);
  return value;
}
