import { ValueError } from "@gradus/core";
import { type Scored, weightedMeans } from "./regression";

/** @throws ValueError naming the row of a value that is not above −1. */
export function checkAboveMinusOne(where: string, scored: Scored): Scored {
  for (const name of ["yTrue", "yPred"] as const) {
    const at = scored[name].findIndex((value) => value <= -1);
    if (at < 0) continue;
    throw new ValueError(
      `${where}: expected ${name} above -1, got ${scored[name][at]} at row ${Math.floor(at / scored.nTargets)}`,
    );
  }
  return scored;
}

/** For each target the mean squared difference of log(1 + y). */
export function logErrors(scored: Scored): number[] {
  return weightedMeans(scored, (y, p) => (Math.log1p(y) - Math.log1p(p)) ** 2);
}
