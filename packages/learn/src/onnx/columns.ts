import type { Estimator } from "../base/estimator";
import { namesOf } from "../pipeline/pipeline";
import { fittedEstimator, refuse } from "./operators";

/** A fitted transformer. */
export type Step = Estimator;

/** Columns of numbers or text that are computed from the columns of another one, or come in. */
export interface Columns {
  readonly width: number;
  /** What they are computed from; undefined for what goes into the model. */
  readonly from: Columns | undefined;
  /** The places of the columns that are taken from there, or the transformer that makes these. */
  readonly by: readonly number[] | Step | undefined;
}

/** Some columns of others. */
export function select(from: Columns, places: readonly number[]): Columns {
  for (const place of places) {
    if (!(place >= 0 && place < from.width)) {
      refuse(`columns below ${from.width}`, String(place));
    }
  }
  const isAll = places.length === from.width && places.every((place, j) => place === j);
  if (isAll) return from;
  // A choice of a choice is one.
  if (Array.isArray(from.by)) {
    const outer = from.by as readonly number[];
    return select(
      from.from!,
      places.map((place) => outer[place]!),
    );
  }
  return { width: places.length, from, by: places };
}

/** What a transformer makes of columns. */
export function transformed(from: Columns, step: Step, width: number): Columns {
  return { width, from, by: step };
}

/** Several columns side by side. */
export function besides(parts: readonly Columns[]): Columns {
  const paths = parts.map(pathTo);
  const origin = commonOrigin(paths);
  const tails = paths.map((path) => path.slice(path.indexOf(origin) + 1));
  if (tails.every((tail) => tail.every(({ by }) => Array.isArray(by)))) {
    return select(
      origin,
      tails.flatMap((tail) => selection(tail) ?? everyPlace(origin.width)),
    );
  }
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  return transformed(origin, columnTransformer(origin.width, tails), width);
}

/** The estimators that make columns out of what goes into the model, one after the other. */
export function stepsTo(columns: Columns): Step[] {
  return pathTo(columns).slice(1).map(stepOf);
}

function stepOf(columns: Columns): Step {
  const { by, from } = columns;
  return Array.isArray(by) ? columnTransformer(from!.width, [[columns]]) : (by as Step);
}

/** The columns on the way from what goes in. */
function pathTo(columns: Columns): Columns[] {
  return columns.from ? [...pathTo(columns.from), columns] : [columns];
}

function commonOrigin(paths: readonly (readonly Columns[])[]): Columns {
  const common = paths[0]!.filter((one) => paths.every((path) => path.includes(one)));
  return common.at(-1) ?? refuse("columns of one table side by side", "some of several");
}

/** The places that a way begins with, if it begins by choosing some. */
function selection(tail: readonly Columns[]): readonly number[] | undefined {
  const first = tail[0]?.by;
  return Array.isArray(first) ? first : undefined;
}

function everyPlace(width: number): number[] {
  return Array.from({ length: width }, (_, j) => j);
}

/** A transformer for each way from the same columns. */
function columnTransformer(width: number, tails: readonly (readonly Columns[])[]): Step {
  const all = everyPlace(width);
  const parts = tails.map((tail) => {
    const places = selection(tail);
    const steps = tail.slice(places ? 1 : 0).map(stepOf);
    const used = places ?? all;
    return { places: used, step: steps.length === 0 ? "passthrough" : inOrder(steps, used.length) };
  });
  const named = parts.map(({ step, places }, k) => [`part${k + 1}`, step, places] as const);
  const transformers = named.map(([name, step, places]) => [name, unfitted(step), places]);
  const rest = all.filter((j) => !parts.some(({ places }) => places.includes(j)));
  const fitted = { parts: [...named, ["remainder", "drop", rest]], nFeaturesIn: width };
  return fittedEstimator("ColumnTransformer", { transformers }, fitted);
}

/** Estimators one after the other: one alone, or a pipeline. */
export function inOrder(
  steps: readonly Estimator[],
  nFeaturesIn: number,
  featureNamesIn?: readonly string[],
): Estimator {
  if (steps.length === 1 && featureNamesIn === undefined) return steps[0]!;
  const names = namesOf(steps as never);
  const fittedSteps = steps.map((step, k) => [names[k], step]);
  const params = { steps: steps.map((step, k) => [names[k], unfitted(step)]) };
  return fittedEstimator("Pipeline", params, { fittedSteps, nFeaturesIn, featureNamesIn });
}

function unfitted(step: Estimator | string): unknown {
  return typeof step === "string" ? step : step.clone();
}
