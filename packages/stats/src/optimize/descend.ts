import { type Evaluator, gradientState, type Limits, type Point } from "./evaluate";
import { wolfeStep } from "./line-search";
import type { OptimizeResult } from "./result";
import { addScaled, dot, maxAbs, negate, subtract, type Vector } from "./vectors";

/** How a method chooses where to look next. */
export interface Directions {
  /** A direction from a point. */
  at(point: Point): Vector;
  /** Learns from a step s along which the gradient changed by y. */
  learn?(s: Vector, y: Vector): void;
  /** Forgets what it learned. */
  reset?(): void;
  /** Whether a step of length 1 is a good first guess at this point of the search. */
  readonly scaled: boolean;
}

/** Walks downhill along a method's directions until the gradient is within the tolerance. */
export function descend(
  evaluator: Evaluator,
  directions: Directions,
  { tolerance, maxIterations }: Limits,
): OptimizeResult {
  let point = evaluator.first();
  for (let nit = 0; ; nit++) {
    const { miss, state } = gradientState(point);
    const end = evaluator.settled(point, nit, { miss, state, tolerance, maxIterations });
    if (end) return end;
    const next = nextPoint(evaluator, directions, point);
    if (next === undefined) {
      const why = `no step makes fun smaller than ${point.fun}, but ${state}, the tolerance ${tolerance}; either float64 allows no more, or the gradient is wrong or jumps`;
      return evaluator.result(point, nit, "precision", why);
    }
    if (next.fun === Number.NEGATIVE_INFINITY) {
      return evaluator.result(next, nit + 1, "unbounded", "fun falls to −∞: there is no minimum");
    }
    directions.learn?.(subtract(next.x, point.x), subtract(next.jac, point.jac));
    point = next;
    if (!evaluator.report(point, nit + 1, maxIterations)) {
      return evaluator.result(point, nit + 1, "stopped", "the callback returned true");
    }
  }
}

/** One step; where the method's direction leads nowhere, one straight down the gradient. */
function nextPoint(evaluator: Evaluator, directions: Directions, from: Point): Point | undefined {
  const direction = directions.at(from);
  if (dot(direction, from.jac) < 0) {
    const first = directions.scaled ? 1 : firstStep(from, direction);
    const next = wolfeStep(evaluator, from, direction, first);
    if (next !== undefined) return next;
  }
  directions.reset?.();
  const down = negate(from.jac);
  return wolfeStep(evaluator, from, down, firstStep(from, down));
}

/** A first step about as long as 1, or as x where x is larger. */
function firstStep(from: Point, direction: Vector): number {
  const length = maxAbs(direction);
  const unit = Math.min(1, 1 / length);
  // A direction so long that the step cannot be told from no step gets the smallest one that moves x.
  return maxAbs(subtract(addScaled(from.x, unit, direction), from.x)) > 0 ? unit : 1;
}
