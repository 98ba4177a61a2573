import { expect, test } from "vitest";
import { LinearDiscriminantAnalysis } from "../index";
import { readFixture } from "../testing/fixtures";
import { tableByName } from "../testing/shipped-tables";

interface Case {
  readonly estimator: string;
  readonly table: string;
  readonly options: object;
  readonly predicted: number[];
  readonly transformed: number[][] | null;
}

test("roadmap UNS-010: transform and predict match scikit-learn up to sign to 1e-6 on iris and wine", async () => {
  for (const name of ["iris", "wine"] as const) {
    const { X, y } = await tableByName(name);
    const cases = readFixture<Case>("discriminant-analysis").filter(
      (c) => c.table === name && c.estimator === "LinearDiscriminantAnalysis",
    );
    expect(cases.filter((c) => c.transformed).length).toBeGreaterThanOrEqual(5);
    const step = Math.floor(y.length / 8);
    const rows = X.take(
      Int32Array.from({ length: Math.ceil(y.length / step) }, (_, i) => i * step),
      0,
    );
    for (const { options, predicted, transformed } of cases) {
      const given = Object.fromEntries(Object.entries(options).filter(([, v]) => v !== null));
      const model = new LinearDiscriminantAnalysis(given).fit(X, y);
      expect(model.predict(rows)).toEqual(predicted.map((code) => model.classes[code]));
      if (!transformed) continue;
      const Z = model.transform(rows).toArray() as number[][];
      transformed[0]!.forEach((_, k) => {
        const [ours, theirs] = [Z, transformed].map((all) => all.map((row) => row[k]!));
        const sign = Math.sign(ours![0]! * theirs![0]!);
        theirs!.forEach((value, i) => {
          expect(Math.abs(sign * ours![i]! - value)).toBeLessThanOrEqual(1e-6);
        });
      });
    }
  }
});
