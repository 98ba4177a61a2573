import { SparseTensor, tensor } from "@gradus/tensor";
import { readFixtureData } from "./fixtures";
import { tableByName } from "./shipped-tables";

type Cells = readonly (readonly (number | null)[])[];

/** The sparse features of a case: a table of its fixture, or one of packages/data. */
export async function sparseTable(fixture: string, name: string): Promise<SparseTensor> {
  const held = readFixtureData(fixture)[name] as Cells | undefined;
  if (held === undefined) {
    return SparseTensor.fromDense((await tableByName(name as "digits" | "breast cancer")).X);
  }
  const rows = held.map((row) => row.map((value) => value ?? Number.NaN));
  return SparseTensor.fromDense(tensor(rows));
}
