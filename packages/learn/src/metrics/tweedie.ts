import { checkFinite, ParameterError, ValueError } from "@gradus/core";
import type { Targets, Weights } from "../base/inputs";
import { checkScored, oneTarget, type Scored, weightedMeans } from "./regression";

/**
 * The mean unit deviance of a Tweedie distribution.
 *
 * @throws as `meanTweedieDeviance`
 */
export function tweedie(
  where: string,
  [yTrue, yPred]: readonly [Targets, Targets],
  power: number,
  sampleWeight: Weights | undefined,
): number {
  checkFinite(where, "power", power);
  if (power > 0 && power < 1) {
    throw new ParameterError(`${where}: power must be 0 or below, or 1 or above, got ${power}`);
  }
  const scored = oneTarget(where, checkScored(where, yTrue, yPred, sampleWeight));
  checkRange(where, scored, power);
  return weightedMeans(scored, (y, p) => unitDeviance(y, p, power))[0]!;
}

/** @throws ValueError for values that a Tweedie distribution of that power does not have. */
function checkRange(where: string, { yTrue, yPred }: Scored, power: number): void {
  if (power === 0) return;
  if (power >= 2) refuse(where, "yTrue", yTrue, "> 0", (y) => !(y > 0));
  else if (power >= 1) refuse(where, "yTrue", yTrue, ">= 0", (y) => y < 0);
  refuse(where, "yPred", yPred, "> 0", (p) => !(p > 0));
}

function refuse(
  where: string,
  name: string,
  values: Float64Array,
  range: string,
  isBad: (value: number) => boolean,
): void {
  const at = values.findIndex(isBad);
  if (at < 0) return;
  throw new ValueError(`${where}: expected ${name} ${range}, got ${values[at]} at row ${at}`);
}

/** The deviance of one row; y log y is 0 at 0. */
function unitDeviance(y: number, p: number, power: number): number {
  if (power === 0) return (y - p) ** 2;
  if (power === 1) return 2 * ((y === 0 ? 0 : y * Math.log(y / p)) - y + p);
  if (power === 2) return 2 * (Math.log(p / y) + y / p - 1);
  // Below 0 the targets may be any number, but only the positive ones have a power.
  const own = Math.max(y, 0) ** (2 - power) / ((1 - power) * (2 - power));
  return 2 * (own - (y * p ** (1 - power)) / (1 - power) + p ** (2 - power) / (2 - power));
}
