import { displaySymbol, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { readFixture, readFixtureData } from "../testing/fixtures";
import { type ClassificationReportOptions, classificationReport } from "./classification-report";
import type { ClassTargets } from "./label-pairs";

interface Case {
  readonly args: readonly { readonly data: string }[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly text: string;
}

const data = readFixtureData("classification-report");
const given = (value: unknown): unknown =>
  data[(value as { data?: string } | null)?.data ?? ""] ?? value;

describe("classificationReport", () => {
  test.each(readFixture<Case>("classification-report"))(
    "prints as scikit-learn's: %#",
    ({ args, options, text }) => {
      const [yTrue, yPred] = args.map(given) as [ClassTargets, ClassTargets];
      const read = Object.fromEntries(Object.entries(options).map(([k, v]) => [k, given(v)]));
      const report = classificationReport(yTrue, yPred, read as ClassificationReportOptions);
      expect(String(report)).toBe(text);
    },
  );

  test("is a table where tables are shown", () => {
    const shown = classificationReport(["a", "b"], ["a", "b"])[displaySymbol]();
    expect(shown.columns.map(({ name }) => name)).toEqual([
      "class",
      "precision",
      "recall",
      "f1-score",
      "support",
    ]);
    expect(shown.rows[0]).toEqual(["a", "1.00", "1.00", "1.00", "1"]);
    expect(shown.rows[2]).toEqual(["accuracy", "", "", "1.00", "2"]);
  });

  test("refuses another number of names than of classes", () => {
    expect(() => classificationReport([0, 1], [0, 1], { targetNames: ["a"] })).toThrow(ShapeError);
  });
});
