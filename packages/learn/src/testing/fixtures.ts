import { readFileSync } from "node:fs";
import { loadDiabetes } from "@gradus/data";
import type { Tensor } from "@gradus/tensor";
import { expect } from "vitest";

/** Reads the cases of a file in fixtures/, which reference/learn.py writes. */
export function readFixture<Case>(name: string): Case[] {
  const url = new URL(`../../fixtures/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, "utf8")) as { readonly cases: Case[] }).cases;
}

/** Reads the arrays that the cases of a fixture share, by their names. */
export function readFixtureData(name: string): Record<string, unknown> {
  return readFixtureContent<{ readonly data: Record<string, unknown> }>(name).data;
}

/** Reads all that stands in a fixture. */
export function readFixtureContent<Content>(name: string): Content {
  const url = new URL(`../../fixtures/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as Content;
}

/** The X and y of a case: its own, or those of a table that packages/data has. */
export async function tableOf(fixture: {
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly y?: number[] | number[][] | null;
}): Promise<{ X: number[][]; y: number[] | number[][] }> {
  if (fixture.table === null) return { X: fixture.X!, y: fixture.y ?? [] };
  const patients = await loadDiabetes({ scaled: fixture.table === "diabetes" });
  return {
    X: patients.drop("progression").toTensor().toArray() as number[][],
    y: patients.column("progression").toArray(),
  };
}

/** How far a number may be from what is expected. */
export interface Tolerance {
  readonly rtol: number;
  readonly atol?: number;
}

/**
 * Expects |actual − expected| <= atol + rtol · max|expected| for every number: the tolerance is relative
 * to the largest, since small coefficients carry the rounding of large ones.
 */
export function expectAllClose(
  actual: Tensor | number | readonly number[],
  expected: unknown,
  { rtol, atol = 0 }: Tolerance,
): void {
  const got =
    typeof actual === "number" ? [actual] : "data" in actual ? [...actual.data()] : actual;
  const wanted = [expected].flat(Number.POSITIVE_INFINITY) as number[];
  expect(got).toHaveLength(wanted.length);
  const allowed = atol + rtol * Math.max(...wanted.map(Math.abs));
  const worst = Math.max(...wanted.map((value, i) => Math.abs(got[i]! - value)));
  // A comparison with NaN is false, and so fails here.
  expect(worst <= allowed, `off by ${worst}, allowed ${allowed}`).toBe(true);
}
