import { differenceOfTables, isTable, type TableLike } from "./table";

/** Numbers, booleans and strings in nested lists of any depth, typed arrays, or tensors. */
export type Comparable =
  | number
  | boolean
  | string
  | null
  | readonly Comparable[]
  | ArrayLike<number>
  | { toArray(): unknown };

/** A value, a table, or an object of which the properties named here count. */
export type Expected = Comparable | TableLike | Readonly<Record<string, Comparable>>;

/** How far two numbers may be apart: |actual − expected| ≤ atol + rtol · |expected|. */
export interface Tolerance {
  /** Relative part. Default 1e-6. */
  readonly rtol?: number;
  /** Absolute part. Default 1e-9. */
  readonly atol?: number;
}

/**
 * Where two values differ, in words, or null if they agree.
 *
 * Tensors and typed arrays count as the nested lists they hold. NaN agrees with NaN, −0 with 0. Tables agree if they
 * have the same columns, in any order, and the same rows in the same order.
 */
export function difference(
  actual: unknown,
  expected: unknown,
  { rtol = 1e-6, atol = 1e-9 }: Tolerance = {},
): string | null {
  return compare(plain(actual), plain(expected), { rtol, atol }, "");
}

/** A value as numbers and nested lists: tensors by their `toArray`, typed arrays by their elements. */
export function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as unknown as ArrayLike<unknown>);
  if ("toArray" in value && typeof value.toArray === "function") return plain(value.toArray());
  return value;
}

/** A value as a message shows it: short, and with enough digits. */
export function show(value: unknown, digits = 6): string {
  const shown = plain(value);
  if (typeof shown === "number") return showNumber(shown, digits);
  if (typeof shown === "string") return JSON.stringify(shown);
  if (shown === undefined) return "nothing (undefined)";
  if (typeof shown === "function") return "a function";
  if (shown instanceof Date) return showDate(shown);
  if (isTable(shown)) return `a table of ${shown.rows().length} rows`;
  if (Array.isArray(shown)) {
    const items = shown.slice(0, 6).map((item) => show(item, digits));
    if (shown.length > 6) items.push(`… ${shown.length - 6} more`);
    return `[${items.join(", ")}]`;
  }
  if (shown instanceof Promise) return "a promise (is an await missing?)";
  if (typeof shown === "object" && shown !== null)
    return `an object with ${Object.keys(shown).join(", ") || "no properties"}`;
  return String(shown);
}

function compare(
  actual: unknown,
  expected: unknown,
  tolerance: Required<Tolerance>,
  path: string,
): string | null {
  if (typeof expected === "number" && typeof actual === "number")
    return near(actual, expected, tolerance) ? null : report(path, actual, expected);
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const shapes = [shapeOf(expected), shapeOf(actual)] as const;
    if (expected.length !== actual.length || shapes[0].length !== shapes[1].length)
      return `${at(path)}expected ${describeShape(shapes[0])}, got ${describeShape(shapes[1])}`;
    for (const [i, item] of expected.entries()) {
      const found = compare(actual[i], item, tolerance, `${path}[${i}]`);
      if (found) return found;
    }
    return null;
  }
  if (expected instanceof Date && actual instanceof Date)
    return expected.getTime() === actual.getTime() ? null : report(path, actual, expected);
  if (isTable(expected))
    return isTable(actual)
      ? differenceOfTables(actual, expected, (a, e, where) => compare(a, e, tolerance, where))
      : report(path, actual, expected);
  if (isRecord(expected) && isRecord(actual)) {
    for (const [key, item] of Object.entries(expected)) {
      const found = compare(plain(actual[key]), plain(item), tolerance, `${path}.${key}`);
      if (found) return found;
    }
    return null;
  }
  return Object.is(actual, expected) ? null : report(path, actual, expected);
}

function near(actual: number, expected: number, { rtol, atol }: Required<Tolerance>): boolean {
  if (Number.isNaN(expected)) return Number.isNaN(actual);
  if (!Number.isFinite(expected)) return actual === expected;
  return Math.abs(actual - expected) <= atol + rtol * Math.abs(expected);
}

function report(path: string, actual: unknown, expected: unknown): string {
  // Two different numbers must not read alike: take as many digits as it needs.
  for (const digits of [6, 10]) {
    const [e, a] = [show(expected, digits), show(actual, digits)];
    if (e !== a) return `${at(path)}expected ${e}, got ${a}`;
  }
  return `${at(path)}expected ${show(expected, 17)}, got ${show(actual, 17)}`;
}

function at(path: string): string {
  return path === "" ? "" : `at ${path.replace(/^\./, "")}, `;
}

function shapeOf(value: unknown): number[] {
  return Array.isArray(value) ? [value.length, ...shapeOf(value[0])] : [];
}

function describeShape(shape: readonly number[]): string {
  return shape.length === 1 ? `a list of ${shape[0]}` : `a table of shape ${shape.join(" × ")}`;
}

function showNumber(value: number, digits: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(digits));
  return String(rounded);
}

/** In UTC, as tables show dates: without the time at midnight. */
function showDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return "a date that is none";
  const [day, time] = date.toISOString().split("T") as [string, string];
  return time === "00:00:00.000Z" ? day : `${day} ${time.replace(/(:00)?\.000Z$/, "")}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
