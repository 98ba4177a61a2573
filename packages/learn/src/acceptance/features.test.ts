import { expect, test } from "vitest";
import { Normalizer, type NormalizerOptions } from "../preprocessing/normalizer";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { checkScaler, type ScalerCase } from "../testing/scaler-cases";
import { everyRow, featuresOf } from "../testing/tables";

// What the roadmap asks of the rows on features, with its own tolerances and counts.

interface NormalizerCase {
  readonly options: NormalizerOptions;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly every: number;
  readonly transformed: number[][];
}

test("roadmap FEA-009: Standard, MinMax, Robust and MaxAbs scalers equal scikit-learn to 1e-12, partialFit too", async () => {
  const cases = readFixture<ScalerCase>("scalers");
  const kinds = new Set(cases.map(({ estimator }) => estimator));
  expect([...kinds]).toEqual(["StandardScaler", "MinMaxScaler", "MaxAbsScaler", "RobustScaler"]);
  expect(cases.filter(({ partial }) => partial)).toHaveLength(35);
  for (const c of cases) await checkScaler(c, { rtol: 1e-12, atol: 1e-15 });
});

test("roadmap FEA-010: Normalizer equals scikit-learn for l1, l2 and max", async () => {
  const cases = readFixture<NormalizerCase>("normalizer");
  expect(cases).toHaveLength(18);
  for (const c of cases) {
    const X = await featuresOf(c);
    const Z = new Normalizer(c.options).fitTransform(X).toArray() as number[][];
    expectClose(everyRow(Z, c.every), c.transformed, { rtol: 1e-15 });
  }
});
