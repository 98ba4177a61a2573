import { GroupKFold, KFold, StratifiedKFold, TimeSeriesSplit } from "@gradus/learn";

// Twenty-four visits of eight patients, and what the library's splitters do with them, for the figure.

export const groups: readonly string[] = [..."AAAABBCCCCCDDDEFFFGGGGHH"];
export const ROWS = groups.length;
/** The clinic began to send its worst cases in the second half. */
export const labels: readonly string[] = groups.map((_, row) => (row < 14 ? "well" : "ill"));

export const kinds = [
  "KFold",
  "KFold, shuffled",
  "StratifiedKFold",
  "GroupKFold",
  "TimeSeriesSplit",
] as const;
export type Kind = (typeof kinds)[number];

export interface Rows {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** The folds of the 24 rows. */
export function splitRows(kind: Kind, nSplits: number): Rows[] {
  const splitter = {
    KFold: () => new KFold({ nSplits }),
    "KFold, shuffled": () => new KFold({ nSplits, shuffle: true, seed: 0 }),
    StratifiedKFold: () => new StratifiedKFold({ nSplits }),
    GroupKFold: () => new GroupKFold({ nSplits }),
    TimeSeriesSplit: () => new TimeSeriesSplit({ nSplits }),
  }[kind]();
  return [...splitter.split(ROWS, labels, groups)].map(({ train, test }) => ({
    train: [...train],
    test: [...test],
  }));
}

/** What one should know of folds: how classes fall, whether groups are torn, whether the future is learned from. */
export function report(folds: readonly Rows[]) {
  const ill = folds.map(({ test }) =>
    Math.round((100 * test.filter((row) => labels[row] === "ill").length) / test.length),
  );
  const [low, high] = [Math.min(...ill), Math.max(...ill)];
  return {
    shares: low === high ? `${low} %` : `${low} to ${high} %`,
    straddling: folds.filter(({ train, test }) => {
      const learned = new Set(train.map((row) => groups[row]));
      return test.some((row) => learned.has(groups[row]));
    }).length,
    peeking: folds.filter(({ train, test }) => Math.max(...train) > Math.min(...test)).length,
  };
}
