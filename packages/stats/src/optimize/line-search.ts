import type { Evaluator, Point } from "./evaluate";
import { addScaled, dot, type Vector } from "./vectors";

/** A place on the line: the step, the point there, and the slope along the line. */
interface Trial {
  readonly step: number;
  readonly point: Point;
  readonly slope: number;
}

/** The function has to fall by this share of what its slope promises (Armijo). */
const DECREASE = 1e-4;
/** The slope has to shrink to this share of what it was (the curvature condition). */
const CURVATURE = 0.9;
/** Values of the function closer than this, relative to their size, are not told apart: rounding. */
export const NOISE = 1e-13;
const MOST_TRIALS = 60;

/**
 * A step along a descent direction that satisfies the strong Wolfe conditions: the function falls in proportion to
 * the slope, and the slope at the end is flatter. Steps to where the function is no finite number count as too
 * long. Falls smaller than the function's rounding are decided by the slope alone.
 *
 * @returns undefined if there is no such step
 * @see Nocedal and Wright (2006), Numerical Optimization, algorithms 3.5 and 3.6.
 */
export function wolfeStep(
  evaluator: Evaluator,
  from: Point,
  direction: Vector,
  firstStep: number,
): Point | undefined {
  const slope0 = dot(from.jac, direction);
  const noise = NOISE * Math.abs(from.fun);
  let trials = 0;
  const trialAt = (step: number): Trial => {
    trials++;
    const point = evaluator.at(addScaled(from.x, step, direction));
    return { step, point, slope: dot(point.jac, direction) };
  };
  const tooHigh = ({ step, point }: Trial) =>
    !(point.fun <= from.fun + DECREASE * step * slope0 + noise);
  const accepted = (trial: Trial) =>
    !tooHigh(trial) && Math.abs(trial.slope) <= -CURVATURE * slope0;

  let low: Trial = { step: 0, point: from, slope: slope0 };
  let high: Trial | undefined;
  let step = firstStep;
  while (trials < MOST_TRIALS) {
    const trial = trialAt(step);
    if (trial.point.fun === Number.NEGATIVE_INFINITY || accepted(trial)) return trial.point;
    if (tooHigh(trial) || trial.point.fun > low.point.fun + noise) {
      high = trial;
    } else {
      // The minimum along the line lies where the slope points down from the better end.
      const beyond = high === undefined ? 1 : high.step - low.step;
      if (trial.slope * beyond >= 0) high = low;
      low = trial;
    }
    if (high === undefined) {
      step *= 2;
      continue;
    }
    step = between(low, high);
    if (step === low.step || step === high.step) break;
  }
  // No curvature condition: a clear fall is still progress.
  return low.step > 0 && low.point.fun < from.fun - noise ? low.point : undefined;
}

/** The minimum of the cubic through both ends and their slopes, kept away from the ends. */
function between(low: Trial, high: Trial): number {
  const width = high.step - low.step;
  const middle = low.step + width / 2;
  if (!Number.isFinite(high.point.fun)) return low.step + width / 10;
  const secant = (3 * (low.point.fun - high.point.fun)) / width + low.slope + high.slope;
  const root = Math.sqrt(secant * secant - low.slope * high.slope);
  const share =
    1 -
    (high.slope + Math.sign(width) * root - secant) /
      (high.slope - low.slope + 2 * Math.sign(width) * root);
  if (!(share >= 0.1 && share <= 0.9)) return middle;
  return low.step + share * width;
}
