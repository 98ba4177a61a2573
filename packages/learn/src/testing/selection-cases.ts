import { setWarningSink } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { expect } from "vitest";
import type { Label } from "../base/labels";
import * as learn from "../index";
import { mutualInfoClassif, mutualInfoRegression } from "../index";
import { readFixtureContent } from "./fixtures";
import { expectClose } from "./missing";
import { type TableName, tableByName } from "./shipped-tables";

/** A case of reference/learn_feature_selection.py. */
export interface SelectionCase {
  readonly estimator: string;
  readonly table: string;
  readonly scoreFunc?: string;
  readonly standardized?: boolean;
  readonly model?: "LogisticRegression" | "LinearRegression" | "Ridge" | "Lasso" | "GaussianNB";
  readonly modelOptions?: object;
  readonly options: Readonly<Record<string, unknown>>;
  readonly support: number[];
  readonly ranking?: number[];
  readonly score?: number;
  readonly counts?: number[];
  readonly means?: number[];
  readonly stds?: number[];
  readonly threshold?: number | null;
  readonly variances?: number[];
}

/** The seeded tables of the fixtures. */
interface Small {
  readonly X: number[][];
  readonly y: number[];
  readonly codes: number[];
  readonly counts: number[][];
}

/** Features and targets by the names of the fixtures. */
export async function selectionData(
  table: string,
  standardized = false,
): Promise<{ X: Tensor; y: readonly Label[] }> {
  const small = readFixtureContent<Small>("feature-scores");
  if (table === "small") return { X: tensor(small.X), y: small.y };
  if (table === "small classes") return { X: tensor(small.X), y: small.codes };
  if (table === "small counts") return { X: tensor(small.counts), y: small.codes };
  return tableByName(table as TableName, { standardized });
}

interface Selector {
  fit(X: Tensor, y: unknown): this;
  getSupportIndices(): Int32Array;
  readonly ranking?: Tensor;
  readonly variances?: Tensor;
  readonly leastImportance?: number;
  readonly cvResults?: { column(name: string): { toArray(): number[] } };
  score?(X: Tensor, y: unknown): number;
}

/** Which case it is, for people. */
export function nameOf({ estimator, table, scoreFunc, model, options }: SelectionCase): string {
  return `${estimator} of ${table}, ${scoreFunc ?? model ?? ""} ${JSON.stringify(options)}`;
}

/** Makes and fits the selector of a case, and expects scikit-learn's choice. */
export async function checkSelection(c: SelectionCase): Promise<void> {
  const { X, y } = await selectionData(c.table, c.standardized);
  const previous = setWarningSink(() => {}); // digits have pixels that never vary
  const selector = makeSelector(c).fit(X, y);
  setWarningSink(previous);
  expect([...selector.getSupportIndices()], nameOf(c)).toEqual(c.support);
  if (c.ranking) expect(selector.ranking!.toArray(), nameOf(c)).toEqual(c.ranking);
  if (c.variances) expectClose(selector.variances!, c.variances, { rtol: 1e-12 });
  if (c.score !== undefined) expect(selector.score!(X, y)).toBeCloseTo(c.score, 6);
  if (c.threshold) expect(selector.leastImportance).toBeCloseTo(c.threshold, 4);
  if (!c.counts) return;
  const column = (name: string) => selector.cvResults!.column(name).toArray();
  expect(column("n_features")).toEqual(c.counts);
  expectClose(column("mean_test_score"), c.means!, { rtol: 1e-6 });
  expectClose(column("std_test_score"), c.stds!, { rtol: 1e-5 });
}

function makeSelector(c: SelectionCase): Selector {
  const classes = learn as unknown as Record<string, new (options: object) => Selector>;
  const options: Record<string, unknown> = { ...c.options };
  if (options.threshold === "-Infinity") options.threshold = -Infinity;
  if (c.scoreFunc) options.scoreFunc = seeded(c.scoreFunc);
  if (c.model) options.estimator = new classes[c.model]!(c.modelOptions ?? {});
  return new classes[c.estimator]!(options);
}

/** The fixtures draw the noise of mutual information with seed 0. */
function seeded(name: string): unknown {
  if (name === "mutualInfoClassif") {
    return (X: Tensor, y: never) => mutualInfoClassif(X, y, { seed: 0 });
  }
  if (name !== "mutualInfoRegression") return name;
  return (X: Tensor, y: never) => mutualInfoRegression(X, y, { seed: 0 });
}
