import { readFixtureData } from "./fixtures";

/** A call of a metric, as the scripts in reference/ write it. */
export interface MetricCase {
  readonly metric: string;
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: number | (number | string)[];
}

/** An argument of a case: itself, or one of the arrays that its fixture's cases share. */
export function argumentOf(fixture: string, arg: unknown): unknown {
  const name = (arg as { readonly data?: string } | null)?.data;
  return name === undefined ? arg : readFixtureData(fixture)[name];
}
