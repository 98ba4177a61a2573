import { describeValue, ParameterError, ValueError } from "@gradus/core";
import type { EncodedLabels, Label } from "../base/labels";

/**
 * Which classes are resampled, and to how many rows:
 *
 * - "minority", "notMinority", "notMajority", "majority", "all": these classes, to the size of the largest (when rows are
 *   added) or of the smallest (when rows are taken out);
 * - "auto": "notMajority" when rows are added, else "notMinority";
 * - a number: of two classes, the size of the smaller one over that of the larger one afterwards;
 * - a record: how many rows each class has afterwards, by the labels' text.
 */
export type SamplingStrategy =
  | "auto"
  | "minority"
  | "majority"
  | "notMinority"
  | "notMajority"
  | "all"
  | number
  | Readonly<Record<string, number>>;

/** Which classes are cleaned: "auto" is "notMinority"; or a list of labels. */
export type CleaningStrategy =
  | "auto"
  | "majority"
  | "notMinority"
  | "notMajority"
  | "all"
  | readonly Label[];

/** What a sampler does with a class. */
export type SamplingKind = "over" | "under" | "clean";

/** Labels with the number of rows of each class. */
export interface CountedLabels extends EncodedLabels {
  readonly counts: readonly number[];
}

const WORDS = ["auto", "minority", "majority", "notMinority", "notMajority", "all"];

/** @throws ParameterError for what is no strategy of that kind. */
export function checkStrategy<S extends SamplingStrategy | CleaningStrategy>(
  where: string,
  kind: SamplingKind,
  strategy: S,
): S {
  const impossible = kind === "over" ? "majority" : "minority";
  const isRecord = typeof strategy === "object" && strategy !== null;
  const isGood =
    (typeof strategy === "string" && WORDS.includes(strategy) && strategy !== impossible) ||
    (kind === "clean" && Array.isArray(strategy)) ||
    (kind !== "clean" && typeof strategy === "number" && strategy > 0 && strategy <= 1) ||
    (kind !== "clean" && isRecord && Object.values(strategy).every(isCount));
  if (isGood) return strategy;
  const words = WORDS.filter((word) => word !== impossible).join(", ");
  const others =
    kind === "clean"
      ? "a list of labels"
      : "a number above 0 and at most 1, or a record of numbers of rows";
  throw new ParameterError(
    `${where}: samplingStrategy must be one of ${words}, ${others}, got ${describeValue(strategy)}`,
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/**
 * For each class that is resampled how many rows are added ("over"), or left ("under"); undefined for the others.
 *
 * @throws ValueError for classes that y does not have, and for sizes that this kind of sampler cannot reach.
 */
export function samplingTargets(
  where: string,
  kind: SamplingKind,
  strategy: SamplingStrategy | CleaningStrategy,
  labels: CountedLabels,
): (number | undefined)[] {
  const { classes, counts } = labels;
  if (classes.length < 2) {
    throw new ValueError(
      `${where}: expected labels of at least two classes, got only ${classes[0]}`,
    );
  }
  if (typeof strategy === "number") return byRatio(where, kind, strategy, counts);
  if (typeof strategy !== "string") return byLabels(where, kind, strategy, labels);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const [minority, majority] = [counts.indexOf(least), counts.indexOf(most)];
  const word = strategy === "auto" ? (kind === "over" ? "notMajority" : "notMinority") : strategy;
  return counts.map((count, k) => {
    const isMeant =
      word === "all" ||
      (word === "minority" && k === minority) ||
      (word === "majority" && k === majority) ||
      (word === "notMinority" && k !== minority) ||
      (word === "notMajority" && k !== majority);
    if (!isMeant) return undefined;
    return kind === "over" ? most - count : least;
  });
}

function byRatio(where: string, kind: SamplingKind, ratio: number, counts: readonly number[]) {
  if (counts.length !== 2) {
    throw new ValueError(
      `${where}: expected two classes for a ratio as samplingStrategy, got ${counts.length}; a record names numbers of rows`,
    );
  }
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const spared = counts.indexOf(kind === "over" ? most : least);
  return counts.map((count, k) => {
    if (k === spared) return undefined;
    const target = Math.trunc(kind === "over" ? most * ratio - count : least / ratio);
    const isPossible = kind === "over" ? target > 0 : target <= count;
    if (isPossible) return target;
    throw new ValueError(
      `${where}: expected a ratio (samplingStrategy) above that of the classes, ${least / most}, got ${ratio}`,
    );
  });
}

function byLabels(
  where: string,
  kind: SamplingKind,
  strategy: Readonly<Record<string, number>> | readonly Label[],
  { classes, counts }: CountedLabels,
) {
  const isList = Array.isArray(strategy);
  const names = isList ? strategy.map(String) : Object.keys(strategy);
  const known = classes.map(String);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new ValueError(
      `${where}: expected labels of y in samplingStrategy (${known.slice(0, 5).join(", ")}), got ${unknown}`,
    );
  }
  return counts.map((count, k) => {
    if (!names.includes(known[k]!)) return undefined;
    if (isList) return Math.min(...counts);
    const wanted = (strategy as Readonly<Record<string, number>>)[known[k]!]!;
    const isPossible = kind === "over" ? wanted >= count : wanted <= count;
    if (isPossible) return kind === "over" ? wanted - count : wanted;
    throw new ValueError(
      `${where}: expected ${kind === "over" ? "at least" : "at most"} the ${count} rows that class ${known[k]} has, got ${wanted}`,
    );
  });
}

/** Numbers the rows of each class. */
export function countLabels({ classes, codes }: EncodedLabels): CountedLabels {
  const counts = classes.map(() => 0);
  for (const code of codes) counts[code]! += 1;
  return { classes, codes, counts };
}

/** The rows of a class. */
export function rowsOfClass(codes: Int32Array, k: number): Int32Array {
  return Int32Array.from([...codes.keys()].filter((i) => codes[i] === k));
}
