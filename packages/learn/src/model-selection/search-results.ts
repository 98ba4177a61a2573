import { describeValue, warn } from "@gradus/core";
import type { FoldRun } from "./cross-validate";
import type { ParamChoice } from "./parameters";

/** A choice of options with what its folds gave. */
export interface Candidate {
  readonly params: ParamChoice;
  readonly runs: readonly Omit<FoldRun, "estimator">[];
  /** More columns of `cvResults`. */
  readonly extra?: Readonly<Record<string, number>>;
}

/** The columns of `cvResults`. */
export function resultColumns(
  candidates: readonly Candidate[],
  names: readonly string[],
  hasTrainScores: boolean,
): Record<string, unknown[]> {
  const columns: Record<string, unknown[]> = {};
  const time = (name: "fitTime" | "scoreTime", title: string) => {
    const lists = candidates.map(({ runs }) => runs.map((run) => run[name]));
    columns[`mean_${title}`] = lists.map(mean);
    columns[`std_${title}`] = lists.map(deviation);
  };
  time("fitTime", "fit_time");
  time("scoreTime", "score_time");
  for (const name of Object.keys(candidates[0]?.extra ?? {})) {
    columns[name] = candidates.map(({ extra }) => extra![name]!);
  }
  const options = [...new Set(candidates.flatMap(({ params }) => Object.keys(params)))].sort();
  for (const option of options) {
    columns[`param_${option}`] = cellsOf(candidates.map(({ params }) => params[option]));
  }
  for (const name of names) {
    for (const part of hasTrainScores ? (["test", "train"] as const) : (["test"] as const)) {
      const title = `${part}_${name}`;
      const lists = candidates.map(({ runs }) => runs.map((run) => run[part][name]!));
      for (let k = 0; k < lists[0]!.length; k++)
        columns[`split${k}_${title}`] = lists.map((l) => l[k]!);
      const means = lists.map(mean);
      columns[`mean_${title}`] = means;
      columns[`std_${title}`] = lists.map(deviation);
      if (means.some(Number.isNaN)) {
        warn("data", `search: expected every choice to have a ${title}, got NaN for some`);
      }
      if (part === "test") columns[`rank_${title}`] = ranks(means);
    }
  }
  return columns;
}

/** Values as cells of one column: numbers or truths, otherwise text. */
function cellsOf(values: readonly unknown[]): unknown[] {
  const isAll = (type: string) =>
    values.every((value) => value === undefined || typeof value === type);
  if (isAll("number")) return values.map((value) => value ?? Number.NaN);
  if (isAll("boolean")) return values.map((value) => value ?? null);
  return values.map((value) =>
    value === undefined ? null : typeof value === "string" ? value : describeValue(value),
  );
}

/** 1 for the highest; equal scores share the lowest rank; NaN stands last. */
function ranks(means: readonly number[]): number[] {
  const finite = means.filter((value) => !Number.isNaN(value));
  if (finite.length === 0) return means.map(() => 1);
  return means.map((value) =>
    Number.isNaN(value) ? finite.length + 1 : 1 + finite.filter((other) => other > value).length,
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const center = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
}
