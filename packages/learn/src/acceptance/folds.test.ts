import { expect, test } from "vitest";
import type { Label } from "../base/labels";
import {
  type CrossValidator,
  GroupKFold,
  KFold,
  StratifiedKFold,
  TimeSeriesSplit,
  trainTestSplit,
} from "../index";
import { readFixture } from "../testing/fixtures";

interface Case {
  readonly splitter: string;
  readonly options: Readonly<Record<string, never>>;
  readonly n: number;
  readonly y: Label[] | null;
  readonly groups: Label[] | null;
  readonly folds: readonly (readonly [number[], number[]])[];
}

test("roadmap EVA-003: the index sets of KFold, StratifiedKFold, GroupKFold and TimeSeriesSplit, not shuffled, equal scikit-learn's", () => {
  const classes = { KFold, StratifiedKFold, GroupKFold, TimeSeriesSplit };
  for (const [name, Class] of Object.entries(classes)) {
    const cases = readFixture<Case>("cross-validators").filter(
      ({ splitter, options }) => splitter === name && !("shuffle" in options),
    );
    expect(cases.length).toBeGreaterThanOrEqual(3);
    for (const { options, n, y, groups, folds } of cases) {
      const splitter: CrossValidator = new Class(options);
      const got = [...splitter.split(n, y ?? undefined, groups ?? undefined)];
      expect(got.map(({ train, test }) => [[...train], [...test]])).toEqual(folds);
    }
  }
});

test("splits of EVA-002: classes keep their shares within one row, by seed", () => {
  const y = Array.from({ length: 101 }, (_, i) =>
    i % 10 === 0 ? "rare" : i % 3 ? "often" : "seldom",
  );
  const rows = y.map((_, i) => i);
  for (const seed of [0, 1, 2]) {
    const [train, test] = trainTestSplit(rows, { stratify: y, testSize: 0.3, seed });
    expect(trainTestSplit(rows, { stratify: y, testSize: 0.3, seed })).toEqual([train, test]);
    for (const label of new Set(y)) {
      const share = y.filter((one) => one === label).length / y.length;
      const inTest = test.filter((i) => y[i] === label).length;
      expect(Math.abs(inTest - share * test.length)).toBeLessThanOrEqual(1);
    }
  }
});
