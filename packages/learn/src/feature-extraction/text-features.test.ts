import { describe, expect, test } from "vitest";
import { dense } from "../testing/contract-data";
import { readFixture, readFixtureContent } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import {
  digest,
  expectMatrix,
  type MatrixSummary,
  type TextTable,
  textTables,
} from "../testing/text-cases";
import { CountVectorizer } from "./count-vectorizer";
import { DictVectorizer } from "./dict-vectorizer";
import { FeatureHasher, type HashableRows } from "./feature-hasher";
import { HashingVectorizer } from "./hashing-vectorizer";
import type { FeatureRecord } from "./records";
import { TfidfTransformer } from "./tfidf-transformer";
import { TfidfVectorizer } from "./tfidf-vectorizer";

interface Case {
  readonly estimator: keyof typeof classes;
  readonly table: TextTable;
  readonly options: Readonly<Record<string, never>>;
  readonly whole: MatrixSummary;
  readonly half: MatrixSummary;
  readonly names?: string;
  readonly someNames?: string[];
}

interface Content {
  readonly counts: number[][];
  readonly weighed: { options: object; idf: number[] | null; transformed: number[][] }[];
  readonly RECORDS: FeatureRecord[];
  readonly records: { options: object; names: string[]; X: number[][]; back: object[] }[];
  readonly hashed: {
    options: object;
    X: HashableRows;
    starts: number[];
    columns: number[];
    values: number[];
  }[];
}

const classes = { CountVectorizer, TfidfVectorizer, HashingVectorizer };
const named = readFixture<Case>("text-features").map((c) => ({
  ...c,
  name: `${c.estimator} of ${c.table}, ${JSON.stringify(c.options)}`,
}));
const content = readFixtureContent<Content>("text-features");

describe("vectorizers", () => {
  test.each(named)("agree with scikit-learn: $name", async (c) => {
    const texts = (await textTables())[c.table];
    const model = new classes[c.estimator](c.options);
    const half = Math.floor(texts.length / 2);
    const rest = model.clone().fit(texts.slice(0, half)).transform(texts.slice(half));
    expectMatrix(rest, c.half, 1e-12);
    if (!c.names) return;
    model.fit(texts);
    const names = model.getFeatureNamesOut();
    expect(names.filter((_, j) => j % Math.max(1, Math.floor(names.length / 12)) === 0)).toEqual(
      c.someNames,
    );
    expect(digest(names)).toBe(c.names);
  });
});

test("DictVectorizer says its columns and their places", () => {
  const model = new DictVectorizer().fit([{ town: "Ames", rooms: 3 }, { town: "Boone" }]);
  expect(model.featureNames).toEqual(["rooms", "town=Ames", "town=Boone"]);
  expect(model.vocabulary).toEqual({ rooms: 0, "town=Ames": 1, "town=Boone": 2 });
  expect(() => new DictVectorizer().featureNames).toThrow("call fit first");
  expect(() => new DictVectorizer().vocabulary).toThrow("call fit first");
});

describe("TfidfTransformer", () => {
  test.each(content.weighed)(
    "agrees with scikit-learn: $options",
    ({ options, idf, transformed }) => {
      const model = new TfidfTransformer(options).fit(content.counts.slice(0, 8));
      expectClose(model.transform(content.counts).toDense(), transformed, { rtol: 1e-14 });
      if (idf) expectClose(model.idf, idf, { rtol: 1e-15 });
    },
  );
});

describe("DictVectorizer", () => {
  test.each(content.records)(
    "agrees with scikit-learn: $options",
    ({ options, names, X, back }) => {
      const model = new DictVectorizer(options).fit(content.RECORDS);
      expect(model.getFeatureNamesOut()).toEqual(names);
      const rows = model.transform([...content.RECORDS, { town: "Nevada", area: 7 }]);
      expect(dense(rows).toArray()).toEqual(X);
      expect(model.inverseTransform(model.transform(content.RECORDS))).toEqual(back);
    },
  );
});

describe("FeatureHasher", () => {
  test.each(content.hashed)(
    "agrees with scikit-learn: $options",
    ({ options, X, starts, columns, values }) => {
      const hashed = new FeatureHasher(options).transform(X);
      expect([...hashed.rowStarts]).toEqual(starts);
      expect([...hashed.columnIndices]).toEqual(columns);
      expect([...hashed.values]).toEqual(values);
    },
  );
});
