import type { SparseTensor, Tensor } from "@gradus/tensor";
import { expect } from "vitest";
import type { CellValue } from "../base/cells";
import { expectClose } from "./missing";

type Rows = readonly (readonly CellValue[])[];

/** A case of fixtures/one-hot-encoder.json and fixtures/ordinal-encoder.json. */
export interface EncoderCase {
  readonly name: string;
  readonly options: object;
  readonly X: Rows;
  readonly categories: Rows;
  readonly infrequent?: Rows;
  readonly transformed: (number | null)[][];
  readonly inverse: Rows | null;
  readonly namesOut: string[];
  readonly fresh?: Rows;
  readonly freshTransformed: (number | null)[][];
}

interface Encoder {
  fitTransform(X: Rows): Tensor | SparseTensor;
  transform(X: Rows): Tensor | SparseTensor;
  inverseTransform(Z: Tensor): CellValue[][];
  getFeatureNamesOut(): string[];
  readonly categoriesFound: readonly (readonly CellValue[])[];
  readonly infrequentCategories: readonly (readonly CellValue[])[];
}

/** Cells as a fixture holds them: NaN is written as a text. */
export function cellsOf(rows: Rows): CellValue[][] {
  return rows.map((row) => row.map((value) => (value === "$nan" ? Number.NaN : value)));
}

/** Holds an encoder to what scikit-learn's gives, exactly. */
export function checkEncoder(encoder: Encoder, c: EncoderCase): void {
  const exact = { rtol: 0 };
  const Z = encoder.fitTransform(cellsOf(c.X)) as Tensor;
  expectClose(Z, c.transformed, exact);
  expect(Z.shape).toEqual([c.X.length, c.transformed[0]!.length]);
  expect(encoder.categoriesFound).toEqual(cellsOf(c.categories));
  expect(encoder.getFeatureNamesOut()).toEqual(c.namesOut);
  if (c.inverse) expect(encoder.inverseTransform(Z)).toEqual(cellsOf(c.inverse));
  if (c.infrequent) expect(encoder.infrequentCategories).toEqual(cellsOf(c.infrequent));
  if (c.fresh)
    expectClose(encoder.transform(cellsOf(c.fresh)) as Tensor, c.freshTransformed, exact);
}
