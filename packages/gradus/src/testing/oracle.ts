import { readFileSync } from "node:fs";
import * as learn from "@gradus/learn";
import { isTensor, SparseTensor } from "@gradus/tensor";

/** An estimator as scikit-learn 1.2.1 has it; names are in camelCase, and of attributes without the underscore. */
export interface OracleCase {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly table: string;
  readonly tolerance: number;
  /** The names of all options. */
  readonly params: readonly string[];
  /** The fitted attributes; null for those that are compared by name alone. */
  readonly fitted: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

interface Oracle {
  readonly cases: readonly OracleCase[];
  readonly data: Readonly<Record<string, { readonly X: unknown; readonly y: unknown }>>;
}

export const oracle = JSON.parse(
  readFileSync(new URL("../../fixtures/sklearn-oracle.json", import.meta.url), "utf8"),
) as Oracle;

/** An estimator by its methods and attributes. */
export type Model = Readonly<Record<string, unknown>> & {
  fit(X: unknown, y?: unknown): Model;
  getParams(): Readonly<Record<string, unknown>>;
};

/** Estimators and functions in place of their descriptions; NaN and infinity in place of their texts. */
export function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (value === "nan" || value === "inf" || value === "-inf") {
    return Number(value.replace("nan", "NaN").replace("inf", "Infinity"));
  }
  if (value === null || typeof value !== "object") return value;
  const { $type, $function, options } = value as Record<string, unknown>;
  if (typeof $type === "string") return make($type, options as object);
  if (typeof $function === "string") return $function;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, revive(item)]));
}

/** An estimator by its class's name. */
export function make(name: string, options: object): Model {
  const Class = (learn as unknown as Record<string, new (options?: object) => Model>)[name]!;
  return new Class(Object.keys(options).length > 0 ? (revive(options) as object) : undefined);
}

/** Every number, text and truth of a value in one list; truths as 0 and 1. */
export function flat(value: unknown): (number | string)[] {
  if (value instanceof SparseTensor) return flat(value.toDense());
  if (isTensor(value)) return Array.from(value.data());
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.flatMap(flat);
  if (value instanceof Map) return flat([...value.values()]);
  if (typeof value === "boolean") return [Number(value)];
  if (value === undefined || value === null) return [];
  if (typeof value === "object") return flat(Object.values(value));
  return [value as number | string];
}

/** Where two lists differ by more than a tolerance, or undefined. */
export function difference(
  got: readonly (number | string)[],
  expected: readonly (number | string)[],
  tolerance: number,
): string | undefined {
  if (got.length !== expected.length) return `${got.length} values in place of ${expected.length}`;
  const scale = Math.max(
    1,
    ...expected.map((one) => (typeof one === "number" ? Math.abs(one) : 0)),
  );
  const at = got.findIndex((one, i) => {
    const other = expected[i]!;
    if (typeof one !== "number" || typeof other !== "number") return one !== other;
    if (Number.isNaN(other)) return !Number.isNaN(one);
    return !(one === other || Math.abs(one - other) <= tolerance * scale);
  });
  return at < 0 ? undefined : `${got[at]} in place of ${expected[at]}`;
}
