import { ParameterError, ShapeError, setWarningSink, ValueError, type Warning } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { tensor } from "@gradus/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Label } from "../base/labels";
import { readFixture } from "../testing/fixtures";
import type { CrossValidator } from "./cross-validator";
import { GroupKFold } from "./group-k-fold";
import { KFold } from "./k-fold";
import { LeaveOneGroupOut, LeaveOneOut, LeavePGroupsOut, LeavePOut } from "./leave-out";
import { PredefinedSplit } from "./predefined-split";
import { RepeatedKFold, RepeatedStratifiedKFold } from "./repeated-k-fold";
import { GroupShuffleSplit, ShuffleSplit, StratifiedShuffleSplit } from "./shuffle-split";
import { StratifiedGroupKFold } from "./stratified-group-k-fold";
import { StratifiedKFold } from "./stratified-k-fold";
import { TimeSeriesSplit } from "./time-series-split";

interface Case {
  readonly splitter: string;
  readonly options: Readonly<Record<string, never>>;
  readonly n: number;
  readonly y: Label[] | null;
  readonly groups: Label[] | null;
  readonly folds: readonly (readonly [number[], number[]])[];
}

const classes = {
  KFold,
  StratifiedKFold,
  GroupKFold,
  StratifiedGroupKFold,
  RepeatedKFold,
  RepeatedStratifiedKFold,
  ShuffleSplit,
  StratifiedShuffleSplit,
  GroupShuffleSplit,
  TimeSeriesSplit,
};
/** Splitters whose only argument is no record of options. */
const others: Readonly<Record<string, (options: Record<string, never>) => CrossValidator>> = {
  LeaveOneOut: () => new LeaveOneOut(),
  LeavePOut: ({ p }) => new LeavePOut(p!),
  LeaveOneGroupOut: () => new LeaveOneGroupOut(),
  LeavePGroupsOut: ({ n_groups: p }) => new LeavePGroupsOut(p!),
  PredefinedSplit: ({ test_fold: folds }) => new PredefinedSplit(folds!),
};

function make({ splitter, options }: Case): CrossValidator {
  const Class = classes[splitter as keyof typeof classes];
  return Class ? new Class(options) : others[splitter]!(options);
}

const silently = <T>(work: () => T): { value: T; warnings: Warning[] } => {
  const warnings: Warning[] = [];
  const previous = setWarningSink((warning) => warnings.push(warning));
  try {
    return { value: work(), warnings };
  } finally {
    setWarningSink(previous);
  }
};

describe("folds", () => {
  test.each(readFixture<Case>("cross-validators"))(
    "are scikit-learn's: $splitter $options",
    (c) => {
      const { value: folds } = silently(() => [
        ...make(c).split(c.n, c.y ?? undefined, c.groups ?? undefined),
      ]);
      expect(folds.map(({ train, test }) => [[...train], [...test]])).toEqual(c.folds);
      expect(make(c).getNSplits(c.n, c.y ?? undefined, c.groups ?? undefined)).toBe(c.folds.length);
    },
  );

  test("test every row once and train on all others", () => {
    const n = fc.integer({ min: 2, max: 60 });
    fc.assert(
      fc.property(n, fc.integer({ min: 2, max: 8 }), fc.nat(), (n, k, seed) => {
        const nSplits = Math.min(k, n);
        const folds = [...new KFold({ nSplits, shuffle: true, seed }).split(n)];
        expect(folds.flatMap(({ test }) => [...test]).sort((a, b) => a - b)).toEqual([
          ...Array(n).keys(),
        ]);
        for (const { train, test } of folds) expect(train.length + test.length).toBe(n);
      }),
      { numRuns: 50 },
    );
  });

  test("keep groups together", () => {
    const groups = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(groups, fc.boolean(), (groups, shuffle) => {
        fc.pre(new Set(groups).size >= 3);
        const splitter = new GroupKFold({ nSplits: 3, shuffle, ...(shuffle && { seed: 1 }) });
        for (const { train, test } of splitter.split(groups.length, undefined, groups)) {
          const trained = new Set(Array.from(train, (i) => groups[i]));
          for (const i of test) expect(trained.has(groups[i])).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("may be made of tensors, tables, arrays, or a number of rows", () => {
    const expected = [...new KFold({ nSplits: 2 }).split(4)];
    const table = DataFrame.fromColumns({ a: [1, 2, 3, 4] });
    for (const X of [tensor([[1], [2], [3], [4]]), table, ["a", "b", "c", "d"]]) {
      expect([...new KFold({ nSplits: 2 }).split(X)]).toEqual(expected);
    }
    expect(() => [...new KFold().split({} as never)]).toThrow(ValueError);
    expect(() => [...new KFold().split(0)]).toThrow(ParameterError);
  });

  test("of a class with too few rows come with a warning, or not at all", () => {
    const split = (y: string[]) => [...new StratifiedKFold({ nSplits: 3 }).split(y, y)];
    const { warnings } = silently(() => split(["a", "a", "a", "b"]));
    expect(warnings[0]?.message).toContain(
      "expected at least 3 rows of each class, got a class with 1",
    );
    expect(() => split(["a", "a", "b", "b"])).toThrow(ParameterError);
  });

  test("refuse options that cannot be", () => {
    for (const Class of [KFold, StratifiedKFold, GroupKFold, StratifiedGroupKFold]) {
      expect(() => new Class({ nSplits: 1 })).toThrow(ParameterError);
      expect(() => new Class({ nSplits: 2.5 })).toThrow(ParameterError);
      expect(() => new Class({ seed: 1 })).toThrow("seed needs shuffle: true");
      expect(() => new Class({ shuffle: true, seed: -1 })).toThrow(ParameterError);
      expect(() => new Class({ shuffle: 1 as never })).toThrow(ParameterError);
    }
    for (const Class of [RepeatedKFold, RepeatedStratifiedKFold]) {
      expect(() => new Class({ nRepeats: 0 })).toThrow(ParameterError);
    }
    for (const Class of [ShuffleSplit, StratifiedShuffleSplit, GroupShuffleSplit]) {
      expect(() => new Class({ nSplits: 0 })).toThrow(ParameterError);
    }
    expect(() => new TimeSeriesSplit({ gap: -1 })).toThrow(ParameterError);
    expect(() => new LeavePOut(0)).toThrow(ParameterError);
    expect(() => new LeavePGroupsOut(1.5)).toThrow(ParameterError);
    expect(() => new PredefinedSplit([0, -2])).toThrow(ValueError);
  });

  test("refuse rows that do not fit", () => {
    const drain =
      (splitter: CrossValidator, ...args: unknown[]) =>
      () => [...splitter.split(...(args as [number]))];
    expect(drain(new KFold(), 4)).toThrow("nSplits must be at most the number of rows, 4, got 5");
    expect(drain(new StratifiedKFold(), 5)).toThrow("y must be given");
    expect(drain(new StratifiedKFold(), 5, ["a"])).toThrow(ShapeError);
    expect(drain(new GroupKFold(), 5)).toThrow("groups must be given");
    expect(drain(new GroupKFold(), 5, undefined, [1, 1, 1, 2, 2])).toThrow(ParameterError);
    expect(drain(new StratifiedGroupKFold(), 4, [0, 0, 1, 1], [0, 1, 2, 3])).toThrow(
      ParameterError,
    );
    expect(drain(new TimeSeriesSplit(), 5)).toThrow(ParameterError);
    expect(drain(new TimeSeriesSplit({ gap: 3 }), 12)).toThrow("expected rows before the first");
    expect(drain(new LeaveOneOut(), 1)).toThrow(ParameterError);
    expect(drain(new LeaveOneGroupOut(), 2, undefined, ["a", "a"])).toThrow(ParameterError);
    expect(drain(new PredefinedSplit([0, 1]), 3)).toThrow(ShapeError);
    expect(drain(new ShuffleSplit({ testSize: 2 }), 2)).toThrow(ParameterError);
  });
});
