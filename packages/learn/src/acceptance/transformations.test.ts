import { expect, test } from "vitest";
import { PowerTransformer, type PowerTransformerOptions } from "../preprocessing/power-transformer";
import {
  QuantileTransformer,
  type QuantileTransformerOptions,
} from "../preprocessing/quantile-transformer";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { everyRow, featuresOf } from "../testing/tables";

// What the roadmap asks of the row on transformations, with its own tolerance and counts.

type Rows = (number | null)[][];

interface Case<Options> {
  readonly name: string;
  readonly options: Options;
  readonly table: string | null;
  readonly X: Rows | null;
  readonly every: number;
  readonly transformed: Rows;
  readonly inverse: Rows;
}

interface PowerCase extends Case<PowerTransformerOptions> {
  readonly learned: { readonly lambdas: number[] };
}

interface QuantileCase extends Case<QuantileTransformerOptions> {
  readonly fresh: number[][];
  readonly freshTransformed: number[][];
}

/** 1e-6 of each number; the second is for zeros. */
const asked = { rtol: 1e-6, atol: 1e-9 };

test("roadmap DAT-012: PowerTransformer and QuantileTransformer equal scikit-learn to 1e-6", async () => {
  const powers = readFixture<PowerCase>("power-transformer");
  const quantiles = readFixture<QuantileCase>("quantile-transformer");
  const tables = (cases: readonly { readonly name: string; readonly options: object }[]) =>
    new Set(cases.map(({ name }) => name.replace(/ \{.*/, "")));
  const boxCox = powers.filter(({ options }) => options.method === "boxCox");
  const bell = quantiles.filter(({ options }) => options.outputDistribution === "normal");
  expect([tables(powers).size, tables(boxCox).size]).toEqual([9, 4]);
  expect([tables(quantiles).size, tables(bell).size]).toEqual([8, 8]);
  expect([powers.length, quantiles.length]).toEqual([22, 40]);

  for (const c of powers) {
    const X = await featuresOf(c);
    const model = new PowerTransformer(c.options).fit(X);
    expectClose(model.lambdas, c.learned.lambdas, asked);
    checkRows(model, X, c);
  }
  for (const c of quantiles) {
    const X = await featuresOf(c);
    const model = new QuantileTransformer(c.options).fit(X);
    checkRows(model, X, c);
    // Also below, between and above what was learned.
    expectClose(model.transform(c.fresh), c.freshTransformed, asked);
  }
});

function checkRows(
  model: PowerTransformer | QuantileTransformer,
  X: number[][],
  c: Case<object>,
): void {
  const Z = model.transform(X);
  expectClose(everyRow(Z.toArray<number[][]>(), c.every), c.transformed, asked);
  const back = model.inverseTransform(Z).toArray<number[][]>();
  expectClose(everyRow(back, c.every), c.inverse, asked);
}
