import { defineFigure, type Panel, type Point } from "@gradus/course-kit";
import { type Nine, nineOf, scoreAt } from "../nine";

const DRAWS = 20;

export default defineFigure({
  id: "nine-points",
  title: "Nine points",
  caption:
    "The curve says how good a value of the first option is; the second changes nothing, and nobody knows that. How many values of the first one does each side try? Move the peak, then draw again.",
  controls: {
    peak: { kind: "slider", label: "Peak", min: 0.05, max: 0.95, step: 0.01, value: 0.35 },
    draw: { kind: "slider", label: "Draw", min: 1, max: DRAWS, step: 1, value: 3 },
  },

  model: ({ peak, draw }) => {
    const at = Math.min(0.95, Math.max(0.05, peak));
    const seed = Math.min(DRAWS, Math.max(1, Math.round(draw)));
    return { at, seed, grid: nineOf("grid", at, seed), random: nineOf("random", at, seed) };
  },

  view: ({ at, grid, random }) => {
    const panel = (title: string, { settings }: Nine): Panel => ({
      title,
      x: { label: "Option that matters", domain: [0, 1] },
      y: { label: "Option that does not", domain: [0, 1.5], hidden: true },
      marks: [
        {
          kind: "segments",
          segments: settings.map(([x, y]) => [
            [x, y],
            [x, 1.05 + 0.4 * scoreAt(x, at)],
          ]),
          role: "muted",
          dash: true,
        },
        {
          kind: "line",
          points: Array.from(
            { length: 101 },
            (_, i): Point => [i / 100, 1.05 + 0.4 * scoreAt(i / 100, at)],
          ),
          role: "model",
          width: 2.5,
        },
        { kind: "points", points: settings, role: "data", radius: 5 },
        {
          kind: "points",
          points: settings.map(([x]): Point => [x, 1.05 + 0.4 * scoreAt(x, at)]),
          role: "second",
          radius: 4,
        },
      ],
    });
    return {
      panels: [panel("Grid (height: the idle option)", grid), panel("Random", random)],
      readouts: [
        { label: "Grid: values tried", value: `${grid.values}` },
        { label: "Grid: best", value: grid.best.toFixed(2), role: "second" },
        { label: "Random: values tried", value: `${random.values}` },
        { label: "Random: best", value: random.best.toFixed(2), role: "second" },
      ],
    };
  },

  describe: ({ at, grid, random }) =>
    `The best value of the option that matters is ${at.toFixed(2)}. Nine settings on a grid try ${grid.values} values of it and reach ${grid.best.toFixed(2)} of 1; ` +
    `nine drawn ones try ${random.values} and reach ${random.best.toFixed(2)}.`,
});
