import { type Tensor, tensor } from "@gradus/tensor";
import type { Label } from "../base/labels";
import {
  BaggingClassifier,
  BaggingRegressor,
  BernoulliNB,
  GaussianNB,
  KFold,
  LinearRegression,
  LogisticRegression,
  Ridge,
  StackingClassifier,
  StackingRegressor,
  StratifiedKFold,
  VotingClassifier,
  VotingRegressor,
} from "../index";
import { readFixture, readFixtureData } from "./fixtures";
import { type TableName, tableByName } from "./shipped-tables";

/** A case of fixtures/ensembles.json. */
export interface EnsembleCase {
  readonly estimator: keyof typeof ensembles;
  readonly inner: string | readonly string[];
  readonly table: TableName | null;
  readonly final?: string;
  readonly folds?: number;
  readonly foldSeed?: number | null;
  readonly options: object;
  readonly weighted: boolean;
  readonly meta?: number[][];
  readonly transformed?: number[][];
  readonly coef?: number[][];
  readonly rows?: number[][];
  readonly nRows?: number;
  readonly features?: number[][];
  readonly predicted: number[];
  readonly proba: number[][] | null;
  readonly oob: { readonly score: number; readonly decisions: (number | null)[] } | null;
  readonly score: number;
}

const ensembles = {
  VotingClassifier,
  VotingRegressor,
  StackingClassifier,
  StackingRegressor,
  BaggingClassifier,
  BaggingRegressor,
};

/** The estimators inside, by the names that the fixture has. */
export const inners: Readonly<Record<string, () => never>> = {
  logistic: () => new LogisticRegression({ tol: 1e-10, maxIter: 10_000 }) as never,
  bayes: () => new GaussianNB() as never,
  bernoulli: () => new BernoulliNB() as never,
  ridge: () => new Ridge({ alpha: 2 }) as never,
  line: () => new LinearRegression() as never,
};

export const ensembleData = readFixtureData("ensembles") as unknown as {
  readonly clouds: number[][];
  readonly four: number[];
  readonly hills: number[];
  readonly weights: number[];
};

/** The cases of some estimators, with names. */
export function ensembleCases(...names: readonly string[]): (EnsembleCase & { name: string })[] {
  return readFixture<EnsembleCase>("ensembles")
    .filter((c) => names.includes(c.estimator))
    .map((c) => ({
      ...c,
      name: `${c.estimator} of ${String(c.inner)}, ${c.table} ${JSON.stringify(c.options)} ${c.folds ?? ""}`,
    }));
}

/** The rows and targets of a case, and the rows whose answers the fixture has. */
export async function ensembleTable({ estimator, table }: EnsembleCase): Promise<{
  readonly X: Tensor;
  readonly y: readonly Label[];
  readonly some: (count: number) => Int32Array;
}> {
  const isRegressor = estimator.endsWith("Regressor");
  const { clouds, four, hills } = ensembleData;
  const { X, y } = table
    ? await tableByName(table, { standardized: !isRegressor })
    : { X: tensor(clouds), y: isRegressor ? hills : four };
  const some = (count: number) => {
    const step = Math.floor(y.length / count);
    return Int32Array.from({ length: Math.ceil(y.length / step) }, (_, i) => i * step);
  };
  return { X, y, some };
}

/** The folds of a stacking case. */
export function foldsOf({ estimator, folds = 5, foldSeed }: EnsembleCase): KFold | StratifiedKFold {
  const options = {
    nSplits: folds,
    ...(foldSeed == null ? {} : { shuffle: true, seed: foldSeed }),
  };
  return estimator === "StackingRegressor" ? new KFold(options) : new StratifiedKFold(options);
}

/** The ensemble of a case, not fitted. */
export function ensembleOf<E>(c: EnsembleCase): E {
  const options: Record<string, unknown> = { ...c.options };
  if (typeof c.inner === "string") options.estimator = inners[c.inner]!();
  else options.estimators = c.inner.map((name) => [name, inners[name]!()]);
  if (c.final) {
    options.finalEstimator = inners[c.final]!();
    options.cv = foldsOf(c);
  }
  const make = ensembles[c.estimator] as unknown as new (options: object) => E;
  return new make(options);
}
