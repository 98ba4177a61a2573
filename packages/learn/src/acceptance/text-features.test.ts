import { expect, test } from "vitest";
import { CountVectorizer, HashingVectorizer, TfidfVectorizer } from "../index";
import { readFixture } from "../testing/fixtures";
import {
  expectMatrix,
  type MatrixSummary,
  type TextTable,
  textTables,
} from "../testing/text-cases";

interface Case {
  readonly estimator: keyof typeof classes;
  readonly table: TextTable;
  readonly options: Readonly<Record<string, never>>;
  readonly whole: MatrixSummary;
}

const classes = { CountVectorizer, TfidfVectorizer, HashingVectorizer };

test("roadmap FEA-014: count matrices equal scikit-learn exactly, tf-idf and hashed ones to 1e-12, on a novel, reviews and many scripts", async () => {
  const tables = await textTables();
  const cases = readFixture<Case>("text-features");
  expect(cases).toHaveLength(61);
  const counted = (name: string) => cases.filter(({ estimator }) => estimator === name).length;
  expect([
    counted("CountVectorizer"),
    counted("TfidfVectorizer"),
    counted("HashingVectorizer"),
  ]).toEqual([35, 14, 12]);
  for (const { estimator, table, options, whole } of cases) {
    const texts = tables[table];
    // Counts are compared by a digest of their bytes.
    if (estimator === "CountVectorizer") expect(whole.values).toBeDefined();
    expectMatrix(new classes[estimator](options).fitTransform(texts), whole, 1e-12);
  }
});
