import { expect, test } from "vitest";
import { mixedCase, mixedTransformer } from "../testing/mixed-table";

test("roadmap DAT-013: ColumnTransformer's output equals scikit-learn's on a mixed table of 12 columns", () => {
  const { frame, transformed, namesOut } = mixedCase();
  expect(frame.columns).toHaveLength(12);
  const model = mixedTransformer().fit(frame);
  const found = model.transform(frame).toArray() as number[][];
  expect(model.getFeatureNamesOut()).toEqual(namesOut);
  found.forEach((row, i) => {
    row.forEach((value, j) => {
      const expected = transformed[i]![j]!;
      // Exactly, but for the last bits of what is divided by a standard deviation.
      const allowed = Number.isInteger(expected)
        ? 0
        : 4 * Number.EPSILON * Math.max(1, Math.abs(expected));
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(allowed);
    });
  });
});
