import { readFileSync } from "node:fs";
import { setWarningSink } from "@gradus/core";
import { expect, test } from "vitest";
import { IterativeImputer } from "../impute/iterative-imputer";
import { KNNImputer } from "../impute/knn-imputer";
import { SimpleImputer } from "../impute/simple-imputer";
import { LinearRegression } from "../linear-model/linear-regression";
import { Ridge } from "../linear-model/ridge";

type Rows = (number | null)[][];

interface Case {
  readonly table: string;
  readonly estimator: "SimpleImputer" | "KNNImputer" | "IterativeImputer";
  readonly options: Readonly<Record<string, unknown>>;
  /** The rows that `filled` holds: a third of those with gaps. */
  readonly rows: number[];
  readonly filled: Rows;
  readonly freshFilled: Rows;
}

// reference/acceptance_imputers.py wrote it, and refuses every release of scikit-learn but this one.
const url = new URL("../../fixtures/acceptance-imputers.json", import.meta.url);
const { versions, data, cases } = JSON.parse(readFileSync(url, "utf8")) as {
  readonly versions: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, { readonly X: Rows; readonly fresh: Rows }>>;
  readonly cases: readonly Case[];
};
const estimators = { LinearRegression, Ridge };

test("roadmap DAT-011: SimpleImputer, KNNImputer and IterativeImputer equal scikit-learn 1.2.1 to 1e-6", () => {
  expect(versions["scikit-learn"]).toBe("1.2.1");
  expect(Object.keys(data)).toHaveLength(15);
  expect(cases).toHaveLength(180);
  const restore = setWarningSink(() => undefined);
  try {
    for (const c of cases) {
      const { X, fresh } = data[c.table]!;
      const imputer = imputerOf(c);
      const filled = imputer.fitTransform(gapsOf(X)).toArray() as number[][];
      const what = `${c.table}: ${c.estimator} ${JSON.stringify(c.options)}`;
      within(filled, X, c.rows, c.filled, what);
      const again = imputer.transform(gapsOf(fresh)).toArray() as number[][];
      within(again, fresh, [...fresh.keys()], c.freshFilled, what);
    }
  } finally {
    setWarningSink(restore);
  }
});

function imputerOf({ estimator, options }: Case) {
  if (estimator === "SimpleImputer") return new SimpleImputer(options);
  if (estimator === "KNNImputer") return new KNNImputer(options);
  const inner = options.estimator as keyof typeof estimators | undefined;
  return new IterativeImputer({
    ...options,
    ...(inner === undefined ? {} : { estimator: new estimators[inner]() }),
  });
}

/** Rows of what came out: within 1e-6 of each value that stands there, and what was given left as it was. */
function within(
  out: number[][],
  given: Rows,
  rows: readonly number[],
  expected: Rows,
  what: string,
) {
  const isRight = rows.map((i, r) => {
    const wanted = expected[r] as number[];
    const near = wanted.every(
      (w, j) => Math.abs(out[i]![j]! - w) <= 1e-6 * Math.max(1, Math.abs(w)),
    );
    return (
      near &&
      wanted.length === out[i]!.length &&
      given[i]!.every((x, j) => x === null || x === out[i]![j])
    );
  });
  expect(rows.length, what).toBe(expected.length);
  expect(isRight, what).toEqual(rows.map(() => true));
}

const gapsOf = (rows: Rows) => rows.map((row) => row.map((value) => value ?? Number.NaN));
