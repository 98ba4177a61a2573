import type { Tensor } from "@gradus/tensor";
import { expect } from "vitest";
import { MaxAbsScaler } from "../preprocessing/max-abs-scaler";
import { MinMaxScaler } from "../preprocessing/min-max-scaler";
import { RobustScaler } from "../preprocessing/robust-scaler";
import { StandardScaler } from "../preprocessing/standard-scaler";
import type { Tolerance } from "./fixtures";
import { expectClose } from "./missing";
import { everyRow, featuresOf } from "./tables";

type Numbers = readonly (number | null)[];

/** A case of fixtures/scalers.json. */
export interface ScalerCase {
  readonly estimator: keyof typeof SCALERS;
  readonly name: string;
  readonly options: object;
  readonly table: string | null;
  readonly X: readonly Numbers[] | null;
  readonly learned: Readonly<Record<string, Numbers>>;
  readonly partial?: Readonly<Record<string, Numbers>>;
  readonly every: number;
  readonly transformed: readonly Numbers[];
  readonly inverse: readonly Numbers[];
  readonly namesOut: readonly string[];
}

const SCALERS = { StandardScaler, MinMaxScaler, MaxAbsScaler, RobustScaler };
/** Where scikit-learn's name is not ours. */
const NAMES: Readonly<Record<string, string>> = { var: "variance" };

type AnyScaler = InstanceType<(typeof SCALERS)[keyof typeof SCALERS]>;

function attribute(scaler: AnyScaler, name: string): Tensor {
  return (scaler as unknown as Record<string, Tensor>)[NAMES[name] ?? name]!;
}

/** Holds a scaler to what scikit-learn's gives: at once, backwards, and in three parts. */
export async function checkScaler(c: ScalerCase, exact: Tolerance): Promise<void> {
  const X = await featuresOf(c);
  const scaler = new SCALERS[c.estimator](c.options).fit(X);
  for (const [name, expected] of Object.entries(c.learned)) {
    expectClose(attribute(scaler, name), expected, exact);
  }
  const Z = scaler.transform(X);
  expectClose(everyRow(Z.toArray() as number[][], c.every), c.transformed, exact);
  const back = scaler.inverseTransform(Z).toArray() as number[][];
  expectClose(everyRow(back, c.every), c.inverse, exact);
  expect(scaler.getFeatureNamesOut()).toEqual(c.namesOut);
  if (!c.partial) return;
  const parts = new SCALERS[c.estimator](c.options) as StandardScaler;
  const cuts = [0, Math.floor(X.length / 4), Math.floor(X.length / 2), X.length];
  cuts.slice(1).forEach((to, k) => {
    parts.partialFit(X.slice(cuts[k], to));
  });
  for (const [name, expected] of Object.entries(c.partial)) {
    expectClose(attribute(parts, name), expected, exact);
  }
}
