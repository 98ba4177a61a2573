import { ShapeError, ValueError } from "@gradus/core";
import { readSample, type Sample } from "../hypothesis/samples";

/** One number ≥ 0 an observation, not all 0. */
export type Weights = Sample;

/** @throws ShapeError unless there are n of them; ValueError unless they are finite, ≥ 0 and not all 0. */
export function readWeights(
  where: string,
  name: string,
  weights: Weights,
  n: number,
): Float64Array {
  const w = readSample(where, name, weights);
  if (w.length !== n) {
    throw new ShapeError(`${where}: expected ${n} ${name}, one an observation, got ${w.length}`);
  }
  const bad = w.findIndex((value) => value < 0);
  if (bad >= 0) throw new ValueError(`${where}: expected ${name} >= 0, got ${w[bad]} at ${bad}`);
  if (w.every((value) => value === 0)) {
    throw new ValueError(`${where}: expected ${name} with one above 0`);
  }
  return w;
}
