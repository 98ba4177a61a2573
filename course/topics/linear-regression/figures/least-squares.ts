import { defineFigure, type Point } from "@gradus/course-kit";
import {
  bestLine,
  contourLevels,
  eightHouses,
  type Line,
  lossSurface,
  meanSquaredError,
  predict,
  step,
} from "../line";

const AREA = [0, 4] as const; // 1,000 ft²
const PRICE = [0, 4] as const; // $100,000
const SLOPE = [-1, 3] as const; // $100 per ft²
const INTERCEPT = [-2, 4] as const; // $100,000

/** Beyond this a line that gradient descent throws about is not worth following. */
const FAR = 1e6;

export default defineFigure({
  id: "least-squares",
  title: "A line, its squared errors, and the surface they make",
  caption:
    "Drag a house, or drag the line's point on the right. The tinted squares are the squared errors; their mean area is the height of the surface. Then let gradient descent walk.",
  controls: {
    houses: { kind: "points", label: "Houses", value: eightHouses },
    line: { kind: "points", label: "Slope and intercept of the line", value: [[0.2, 2.6]] },
    learningRate: {
      kind: "slider",
      label: "Learning rate",
      min: 0.005,
      max: 0.5,
      step: 0.005,
      value: 0.1,
      scale: "log",
    },
    walk: { kind: "button", label: "Take one step", value: 0 },
    finish: { kind: "button", label: "Go to the minimum", value: 0 },
  },

  model: ({ houses, line }) => {
    const current = lineAt(line);
    const best = bestLine(houses);
    return {
      current,
      best,
      loss: meanSquaredError(houses, current),
      bestLoss: meanSquaredError(houses, best),
      surface: lossSurface(houses, SLOPE, INTERCEPT),
    };
  },

  view: ({ current, best, loss, bestLoss, surface }, { houses, line }) => ({
    panels: [
      {
        title: "Eight houses and a line",
        x: { label: "Living area (1,000 ft²)", domain: AREA },
        y: { label: "Price ($100,000)", domain: PRICE },
        equalUnits: true,
        marks: [
          { kind: "rects", rects: squares(houses, current), role: "error", opacity: 0.16 },
          {
            kind: "segments",
            segments: houses.map(([x, y]) => [
              [x, y],
              [x, predict(current, x)],
            ]),
            role: "error",
          },
          { kind: "line", points: across(current), role: "model", width: 2 },
          {
            kind: "handles",
            param: "houses",
            points: houses,
            role: "data",
            names: houses.map((_, i) => `House ${i + 1}`),
          },
        ],
      },
      {
        title: "Mean squared error of every line",
        x: { label: "Slope ($100 per ft²)", domain: SLOPE },
        y: { label: "Intercept ($100,000)", domain: INTERCEPT },
        marks: [
          { kind: "contour", ...surface, levels: contourLevels(bestLoss) },
          {
            kind: "points",
            points: [[best.slope, best.intercept]],
            role: "good",
            radius: 5,
            label: "minimum",
          },
          {
            kind: "handles",
            param: "line",
            points: line,
            role: "model",
            names: ["Slope and intercept"],
          },
        ],
      },
    ],
    readouts: [
      { label: "Line", value: formula(current), role: "model" },
      { label: "Mean squared error", value: loss.toPrecision(3), role: "error" },
      { label: "Typical error", value: dollars(Math.sqrt(loss)), role: "error" },
      { label: "Smallest possible", value: dollars(Math.sqrt(bestLoss)), role: "good" },
    ],
  }),

  describe: ({ current, best, loss, bestLoss }, { houses }) => {
    const worst = houses
      .map(([x, y], i) => ({ i, error: y - predict(current, x) }))
      .reduce((a, b) => (Math.abs(b.error) > Math.abs(a.error) ? b : a));
    const side = worst.error > 0 ? "above" : "below";
    const atMinimum = loss - bestLoss < 1e-4;
    const surface = atMinimum
      ? "The line stands at the minimum of the surface: no other has a smaller mean squared error."
      : `The minimum of the surface is the line ${formula(best)}, with ${bestLoss.toPrecision(3)}.`;
    const flat = houses.every(([x]) => Math.abs(x - houses[0]![0]) < 1e-6)
      ? " All houses have the same area, so every slope fits equally well."
      : "";
    return (
      `The line is ${formula(current)}. Its mean squared error is ${loss.toPrecision(3)}, ` +
      `a typical error of ${dollars(Math.sqrt(loss))}. House ${worst.i + 1} is farthest, ` +
      `${dollars(Math.abs(worst.error))} ${side} the line. ${surface}${flat}`
    );
  },

  press: (button, { houses, line, learningRate }) => {
    const current = lineAt(line);
    const next = button === "finish" ? bestLine(houses) : step(houses, current, learningRate);
    const lost = Math.abs(next.slope) > FAR || Math.abs(next.intercept) > FAR;
    return { line: lost ? line : [[next.slope, next.intercept]] };
  },
});

function lineAt(points: readonly Point[]): Line {
  const [[slope, intercept] = [0, 0]] = points;
  return { slope, intercept };
}

/** Real squares: the error is their side, so their area is the squared error. */
function squares(houses: readonly Point[], line: Line): [Point, Point][] {
  return houses.map(([x, y]) => {
    const yPred = predict(line, x);
    return [
      [x, yPred],
      [x + Math.abs(y - yPred), y],
    ];
  });
}

/** The line from one edge of the panel to the other. */
function across(line: Line): Point[] {
  return AREA.map((x) => [x, predict(line, x)] as const);
}

function formula({ slope, intercept }: Line): string {
  const sign = intercept < 0 ? "−" : "+";
  const perFoot = `${slope < 0 ? "−" : ""}$${Math.abs(100 * slope).toFixed(0)}`;
  return `price = ${perFoot} per ft² × area ${sign} ${dollars(Math.abs(intercept))}`;
}

/** Of $100,000, in whole hundreds of dollars. */
function dollars(hundredThousands: number): string {
  return `$${(Math.round(hundredThousands * 1000) * 100).toLocaleString("en-US")}`;
}
