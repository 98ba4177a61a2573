import { isTensor, type Tensor } from "@gradus/tensor";
import { expectAllClose, type Tolerance } from "./fixtures";

type Rows = Tensor | readonly (number | null)[] | readonly (readonly (number | null)[])[];

/** As `expectAllClose`, where NaN (null in a fixture) must stand at the same places. */
export function expectClose(actual: Rows, expected: Rows, tolerance: Tolerance): void {
  const got = listOf(actual);
  const wanted = listOf(expected);
  const fill = (list: readonly number[]) =>
    list.map((value, i) => (Number.isNaN(value) && Number.isNaN(wanted[i]) ? 0 : value));
  if (wanted.length === 0) return;
  expectAllClose(fill(got), fill(wanted), tolerance);
}

function listOf(values: Rows): number[] {
  if (isTensor(values)) return [...values.data()];
  const flat = (values as readonly unknown[]).flat(2) as (number | null)[];
  return flat.map((value) => value ?? Number.NaN);
}
