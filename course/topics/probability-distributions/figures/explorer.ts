import { defineFigure, type Point } from "@gradus/course-kit";
import { families, numberText } from "../families";

const X = [-6, 14] as const;
const HEIGHT = 1;
const PIECES = 400;
const grid = Array.from({ length: PIECES + 1 }, (_, i) => X[0] + ((X[1] - X[0]) * i) / PIECES);

export default defineFigure({
  id: "explorer",
  title: "Density, area and quantile",
  caption:
    "Drag x. The tinted area on the left is the height of the curve on the right. Then choose a family and move its parameters: location shifts, scale stretches, shape does what neither can.",
  controls: {
    family: {
      kind: "choice",
      label: "Family",
      choices: Object.keys(families),
      value: "Gamma",
    },
    shape: { kind: "slider", label: "Shape", min: 0.5, max: 10, step: 0.1, value: 2, scale: "log" },
    loc: { kind: "slider", label: "Location", min: -4, max: 6, step: 0.5, value: 0 },
    scale: { kind: "slider", label: "Scale", min: 0.5, max: 4, step: 0.1, value: 1 },
    at: { kind: "points", label: "x", value: [[3, 0]] },
  },

  model: ({ family, shape, loc, scale, at: [[place] = [0, 0]] }) => {
    const chosen = families[family] ?? families.Normal!;
    const d = chosen.make(shape, loc, scale);
    const x = Math.min(X[1], Math.max(X[0], place));
    // Some densities are infinite at an end of their support.
    const density = (value: number) => Math.min(2 * HEIGHT, d.pdf(value));
    return {
      used: chosen.shape,
      x,
      curve: grid.map((value): Point => [value, density(value)]),
      rise: grid.map((value): Point => [value, d.cdf(value)]),
      height: density(x),
      below: d.cdf(x),
      above: d.sf(x),
      mean: d.mean(),
      median: d.median(),
      std: d.std(),
    };
  },

  view: ({ x, curve, rise, height, below, above, mean, median, std, used }) => ({
    panels: [
      {
        title: "Density: probability is area",
        x: { label: "x", domain: X },
        y: { label: "Density", domain: [0, HEIGHT] },
        marks: [
          {
            kind: "polygon",
            points: [[X[0], 0], ...curve.filter(([value]) => value <= x), [x, height], [x, 0]],
            role: "data",
            opacity: 0.3,
          },
          { kind: "line", points: curve, role: "model", width: 2 },
          {
            kind: "handles",
            param: "at",
            points: [[x, 0]],
            role: "accent",
            axis: "x",
            names: ["x"],
          },
        ],
      },
      {
        title: "Distribution function: probability is height",
        x: { label: "x", domain: X },
        y: { label: "P(X ≤ x)", domain: [0, 1] },
        marks: [
          {
            kind: "segments",
            segments: [
              [
                [x, 0],
                [x, below],
              ],
              [
                [X[0], below],
                [x, below],
              ],
            ],
            role: "muted",
            dash: true,
          },
          { kind: "line", points: rise, role: "model", width: 2 },
          { kind: "points", points: [[x, below]], role: "data", radius: 5 },
        ],
      },
    ],
    readouts: [
      { label: "Density at x", value: numberText(height), role: "model" },
      { label: "P(X ≤ x)", value: below.toFixed(4), role: "data" },
      { label: "P(X > x)", value: numberText(above) },
      { label: "Mean", value: numberText(mean) },
      { label: "Median", value: numberText(median) },
      { label: "Std", value: numberText(std) },
      { label: "The shape is", value: used ?? "not used" },
    ],
  }),

  describe: (
    { x, height, below, above, mean, median, std, used },
    { family, shape, loc, scale },
  ) => {
    const kind = used === undefined ? family : `${family} with ${used} = ${numberText(shape)}`;
    return (
      `${kind}, location ${numberText(loc)}, scale ${numberText(scale)}: mean ${numberText(mean)}, ` +
      `median ${numberText(median)}, standard deviation ${numberText(std)}. At x = ${numberText(x)} the density is ` +
      `${numberText(height)}; ${(100 * below).toFixed(1)} % of the area lies to the left, ${numberText(above)} to the right.`
    );
  },
});
