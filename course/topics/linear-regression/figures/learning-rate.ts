import { defineFigure, type Point } from "@gradus/course-kit";
import {
  bestLine,
  contourLevels,
  eightHouses,
  type Line,
  lossSurface,
  mean,
  meanSquaredError,
  step,
} from "../line";

const SPREAD = 2.4; // half the width and height of the surface that is shown
const LOSS = [0.08, 100] as const;
/** A walk whose loss is above this has left the picture for good. */
const LOST = 1e12;

export default defineFigure({
  id: "learning-rate",
  title: "The same steps on two surfaces",
  caption:
    "Raise the learning rate until the walk turns wild. Then standardize the areas and try again.",
  controls: {
    learningRate: {
      kind: "slider",
      label: "Learning rate",
      min: 0.01,
      max: 1.1,
      step: 0.01,
      value: 0.05,
      scale: "log",
    },
    nSteps: { kind: "slider", label: "Steps", min: 1, max: 60, step: 1, value: 30 },
    standardized: { kind: "toggle", label: "Standardize the areas", value: false },
  },

  model: ({ learningRate, nSteps, standardized }) => {
    const points = standardized ? standardize(eightHouses) : eightHouses;
    const best = bestLine(points);
    const path: Line[] = [{ slope: best.slope - 1.6, intercept: best.intercept - 1.4 }];
    while (path.length <= nSteps && meanSquaredError(points, path.at(-1)!) < LOST) {
      path.push(step(points, path.at(-1)!, learningRate));
    }
    return {
      best,
      path,
      losses: path.map((line) => meanSquaredError(points, line)),
      bestLoss: meanSquaredError(points, best),
      largest: largestRate(points),
      surface: lossSurface(points, around(best.slope), around(best.intercept)),
    };
  },

  view: ({ best, path, losses, bestLoss, largest, surface }, { nSteps }) => {
    const walked = path
      .map(({ slope, intercept }): Point => [slope, intercept])
      .filter(
        ([slope, intercept]) =>
          Math.abs(slope - best.slope) <= SPREAD && Math.abs(intercept - best.intercept) <= SPREAD,
      );
    const curve = losses.map((loss, i): Point => [i, loss]).filter(([, loss]) => loss <= LOSS[1]);
    return {
      panels: [
        {
          title: "The walk",
          x: { label: "Slope", domain: around(best.slope) },
          y: { label: "Intercept", domain: around(best.intercept) },
          equalUnits: true,
          marks: [
            { kind: "contour", ...surface, levels: contourLevels(bestLoss) },
            { kind: "line", points: walked, role: "model", width: 1.5 },
            { kind: "points", points: walked, role: "model", radius: 3 },
            {
              kind: "points",
              points: [[best.slope, best.intercept]],
              role: "good",
              radius: 5,
              label: "minimum",
            },
          ],
        },
        {
          title: "The loss after each step",
          x: { label: "Step", domain: [0, Math.max(10, nSteps)] },
          y: { label: "Mean squared error", domain: LOSS, scale: "log" },
          marks: [
            {
              kind: "line",
              points: [
                [0, bestLoss],
                [Math.max(10, nSteps), bestLoss],
              ],
              role: "good",
              dash: true,
            },
            { kind: "line", points: curve, role: "model" },
            { kind: "points", points: curve, role: "model", radius: 2.5 },
          ],
        },
      ],
      readouts: [
        { label: "Loss at the end", value: brief(losses.at(-1)!), role: "model" },
        { label: "Smallest possible", value: brief(bestLoss), role: "good" },
        { label: "Largest learning rate that settles", value: largest.toFixed(3) },
      ],
    };
  },

  describe: ({ losses, bestLoss, largest }, { learningRate, standardized }) => {
    const end = losses.at(-1)!;
    const surface = standardized
      ? "With standardized areas the contour lines are circles."
      : "With areas as they are the surface is a long, narrow valley.";
    const walk =
      learningRate > largest
        ? `The learning rate ${learningRate} is above ${largest.toFixed(3)}: each step jumps farther past the minimum, and the loss grows.`
        : end - bestLoss < 0.01 * bestLoss
          ? "The walk has arrived at the minimum."
          : "The walk is still on its way to the minimum.";
    return (
      `${surface} After ${losses.length - 1} steps with learning rate ${learningRate} the mean squared ` +
      `error went from ${brief(losses[0]!)} to ${brief(end)}; the smallest possible is ${brief(bestLoss)}. ${walk}`
    );
  },
});

/** Areas shifted to mean 0 and scaled to standard deviation 1. */
function standardize(points: readonly Point[]): Point[] {
  const xMean = mean(points.map(([x]) => x));
  const xStd = Math.sqrt(mean(points.map(([x]) => (x - xMean) ** 2)));
  return points.map(([x, y]) => [(x - xMean) / xStd, y]);
}

/**
 * The learning rate 2/λ above which gradient descent diverges: λ is the largest eigenvalue of the matrix of
 * second derivatives, 2 · [[mean x², mean x], [mean x, 1]].
 */
function largestRate(points: readonly Point[]): number {
  const xMean = mean(points.map(([x]) => x));
  const xSquare = mean(points.map(([x]) => x * x));
  const middle = xSquare + 1;
  const largest = middle + Math.sqrt((xSquare - 1) ** 2 + 4 * xMean ** 2);
  return 2 / largest;
}

function around(center: number): readonly [number, number] {
  return [center - SPREAD, center + SPREAD];
}

function brief(loss: number): string {
  return loss < 1000 ? loss.toPrecision(3) : loss.toExponential(1).replace("e+", " · 10^");
}
