import { expect, test } from "vitest";
import type { Label } from "../base/labels";
import { LabelEncoder } from "../preprocessing/label-encoder";
import { Normalizer, type NormalizerOptions } from "../preprocessing/normalizer";
import { OneHotEncoder } from "../preprocessing/one-hot-encoder";
import { OrdinalEncoder } from "../preprocessing/ordinal-encoder";
import { TargetEncoder } from "../preprocessing/target-encoder";
import { cellsOf, checkEncoder, type EncoderCase } from "../testing/encoder-cases";
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

test("roadmap FEA-012: OneHotEncoder's columns, their order, drop and handleUnknown equal scikit-learn, sparse too", () => {
  const cases = readFixture<EncoderCase>("one-hot-encoder");
  expect(cases).toHaveLength(36);
  for (const c of cases) {
    checkEncoder(new OneHotEncoder(c.options), c);
    const sparse = new OneHotEncoder({ ...c.options, sparseOutput: true });
    const Z = sparse.fitTransform(cellsOf(c.X));
    expect(Z.toDense().toArray()).toEqual(c.transformed);
    expect(Z.nnz).toBe(c.transformed.flat().filter((value) => value !== 0).length);
  }
});

test("roadmap FEA-013: Label and Ordinal encoders equal scikit-learn; target encoding is CatBoost's formula", () => {
  const ordinal = readFixture<EncoderCase>("ordinal-encoder");
  expect(ordinal).toHaveLength(18);
  for (const c of ordinal) checkEncoder(new OrdinalEncoder(c.options), c);
  const labels = readFixture<{ y: Label[]; classes: Label[]; codes: number[] }>("label-encoders");
  expect(labels).toHaveLength(5);
  for (const { y, classes, codes } of labels) {
    const encoder = new LabelEncoder();
    expect([...encoder.fitTransform(y)]).toEqual(codes);
    expect(encoder.classes).toEqual(classes);
  }
  // (sum + a·prior) / (count + a), with the mean as the prior.
  const X = [["a"], ["b"], ["a"], ["a"], ["c"], ["b"]];
  const y = [1, 0, 0, 1, 1, 0];
  for (const a of [0.5, 1, 3]) {
    const formula = (sum: number, count: number) => [(sum + a * 0.5) / (count + a)];
    expectClose(
      new TargetEncoder({ smooth: a }).fit(X, y).transform([["a"], ["b"], ["c"], ["new"]]),
      [formula(2, 3), formula(0, 2), formula(1, 1), formula(0, 0)],
      { rtol: 1e-14 },
    );
  }
});
