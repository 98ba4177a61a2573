import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  crossFit(categories: string[], y: number[], folds: number[], m: number): number[];
}

interface Rows {
  readonly categories: readonly string[];
  readonly y: readonly number[];
  readonly folds: readonly number[];
  readonly m: number;
}

export default defineCheck(({ crossFit }: Submission) => {
  const compare = (rows: Rows, of: string) => {
    const { categories, y, folds, m } = rows;
    const codes = (options: Options = {}) => encode(rows, options);
    const strangers = encode(rows, { unknown: 0 });
    expectClose(crossFit([...categories], [...y], [...folds], m), codes(), {
      of,
      mistakes: {
        "own-answer": codes({ use: () => true }),
        "only-own-fold": codes({ use: (a, b) => a === b }),
        "mean-of-all": codes({ meanOfAll: true }),
        "new-is-nothing": strangers,
      },
    });
  };
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const names = ["A", "B", "C"];
    const n = 12 + seed;
    const rows = {
      categories: Array.from({ length: n }, (_, i) =>
        i === 4 ? "D" : names[random.integer(0, 3)]!,
      ),
      y: Array.from({ length: n }, () => random.normal(10, 4)),
      folds: Array.from({ length: n }, (_, i) => i % 3),
    };
    for (const m of [0, 2, 5.5]) {
      compare({ ...rows, m }, `the codes of ${n} rows in 3 folds, m = ${m}; "D" is there once`);
    }
  }
});

interface Options {
  /** Which rows speak: by their fold and that of the row. */
  readonly use?: (fold: number, own: number) => boolean;
  readonly meanOfAll?: boolean;
  readonly unknown?: number;
}

function encode({ categories, y, folds, m }: Rows, options: Options): number[] {
  const { use = (fold, own) => fold !== own, meanOfAll = false, unknown } = options;
  return y.map((_, i) => {
    const others = [...y.keys()].filter((j) => use(folds[j]!, folds[i]!));
    const overall = mean((meanOfAll ? [...y.keys()] : others).map((j) => y[j]!));
    const own = others.filter((j) => categories[j] === categories[i]).map((j) => y[j]!);
    if (own.length === 0) return unknown ?? overall;
    return (mean(own) * own.length + m * overall) / (own.length + m);
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
