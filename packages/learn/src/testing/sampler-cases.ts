import { setWarningSink } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { expect } from "vitest";
import * as learn from "../index";
import { expectClose } from "./missing";
import { type TableName, tableByName } from "./shipped-tables";

/** A case of reference/learn_imbalance.py. */
export interface SamplerCase {
  readonly estimator: string;
  readonly table: TableName;
  readonly sizes: number[];
  readonly options: object;
  readonly counts: number[];
  readonly indices?: number[];
  readonly every?: number;
  readonly rows?: number[][];
  readonly sums?: number[];
  readonly weighted?: number[];
}

interface AnySampler {
  fitResample(X: Tensor, y: number[]): readonly [Tensor, number[]];
  readonly classCounts: readonly number[];
  readonly sampleIndices?: Int32Array;
}

/** The first rows of each class of a table, as many as the sizes say, with labels 0, 1, …. */
export async function unbalanced(table: TableName, sizes: readonly number[]) {
  const { X, y } = await tableByName(table);
  const classes = [...new Set(y)].sort((a, b) => (a < b ? -1 : 1));
  const found = sizes.map(() => 0);
  const labels = y.map((label) => classes.indexOf(label));
  const rows = [...labels.keys()].filter((i) => found[labels[i]!]!++ < sizes[labels[i]!]!);
  const taken = X.take(Int32Array.from(rows), 0).astype("float64");
  return { X: table === "digits" ? apart(taken) : taken, y: rows.map((i) => labels[i]!) };
}

/** Whole numbers moved a little, so that no two distances are equal, which libraries order by chance. */
function apart(X: Tensor): Tensor {
  const [n, width] = X.shape as [number, number];
  const moves = Float64Array.from({ length: n * width }, (_, at) => {
    const [i, j] = [Math.floor(at / width), at % width];
    return ((i * 37 + j * 53) % 101) / 10_000;
  });
  return X.add(tensor(moves, { shape: [n, width] }));
}

/** Resamples as a case says, and expects imbalanced-learn's rows. */
export async function checkSampler(c: SamplerCase): Promise<void> {
  const { X, y } = await unbalanced(c.table, c.sizes);
  const classes = learn as unknown as Record<string, new (options: object) => AnySampler>;
  const sampler = new classes[c.estimator]!(c.options);
  const previous = setWarningSink(() => {}); // NearMiss may find too few
  const [more, labels] = sampler.fitResample(X, y);
  setWarningSink(previous);
  expect(sampler.classCounts).toEqual(c.counts);
  const counts = c.counts.map((_, k) => labels.filter((label) => label === k).length);
  expect(counts).toEqual(c.counts);
  if (c.indices) {
    const all = sampler.sampleIndices!;
    expect([...all.subarray(all.length > X.shape[0]! ? X.shape[0]! : 0)]).toEqual(c.indices);
    expect(more.toArray()).toEqual(X.take(all, 0).toArray());
    return;
  }
  const isCleaned = c.estimator === "SMOTETomek";
  const made = (more.toArray() as number[][]).slice(isCleaned ? 0 : X.shape[0]!);
  if (!isCleaned) expect(more.slice([0, X.shape[0]!]).toArray()).toEqual(X.toArray());
  const close = { rtol: 1e-12 };
  expectClose(
    made.filter((_, i) => i % c.every! === 0),
    c.rows!,
    close,
  );
  const sum = (weight: (i: number) => number) =>
    c.sums!.map((_, j) => made.reduce((total, row, i) => total + weight(i) * row[j]!, 0));
  expectClose(
    sum(() => 1),
    c.sums!,
    close,
  );
  expectClose(
    sum((i) => (i % 13) + 1),
    c.weighted!,
    close,
  );
}
