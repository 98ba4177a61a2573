import { defineFigure, type Point } from "@gradus/course-kit";
import { brief, evenly, grid, inside, isLost, straightValley, walk } from "../walk";

const ALONG = [-4, 4] as const;
const ACROSS = [-2.5, 2.5] as const;
const RATES = [0, 1.2] as const;
const FACTORS = [0, 2.5] as const;
const LEVELS = [0.1, 0.4, 1, 2, 4, 7, 11, 16, 22];

export default defineFigure({
  id: "threshold",
  title: "The edge at 2/L",
  caption:
    "Raise the learning rate slowly. On the right, the walk moves on two curves: the one that leaves the tinted band first is the steeper direction, and it does so at 2/L. Then make the valley narrower, or drag the start.",
  controls: {
    rate: {
      kind: "slider",
      label: "Learning rate η",
      min: 0.01,
      max: 1.2,
      step: 0.01,
      value: 0.45,
    },
    curvature: {
      kind: "slider",
      label: "Curvature across, L",
      min: 1,
      max: 10,
      step: 0.5,
      value: 4,
    },
    nSteps: { kind: "slider", label: "Steps", min: 1, max: 60, step: 1, value: 20 },
    start: { kind: "points", label: "Start", value: [[3.4, 1.8]] },
  },

  model: ({ rate, curvature, nSteps, start }) => {
    const surface = straightValley(curvature);
    const path = walk(surface, start[0] ?? [0, 0], { rate, nSteps });
    return {
      path,
      losses: path.map(surface.value),
      edge: 2 / curvature,
      along: Math.abs(1 - rate),
      across: Math.abs(1 - rate * curvature),
      surface: grid(surface, ALONG, ACROSS),
    };
  },

  view: ({ path, losses, edge, along, across, surface }, { rate, curvature, start }) => {
    const shown = inside(path, ALONG, ACROSS);
    const curve = (slope: number): Point[] =>
      evenly(RATES, 121)
        .map((x): Point => [x, Math.abs(1 - slope * x)])
        .filter(([, factor]) => factor <= FACTORS[1]);
    const here = ([along, across] as const).filter((factor) => factor <= FACTORS[1]);
    return {
      panels: [
        {
          title: "The walk in the valley",
          x: { label: "Along the valley, curvature 1", domain: ALONG },
          y: { label: "Across, curvature L", domain: ACROSS },
          equalUnits: true,
          weight: 1.2,
          marks: [
            { kind: "contour", ...surface, levels: LEVELS },
            { kind: "line", points: shown, role: "model", width: 1.5 },
            { kind: "points", points: shown, role: "model", radius: 3 },
            { kind: "points", points: [[0, 0]], role: "good", radius: 5 },
            { kind: "handles", param: "start", points: start, role: "accent", names: ["Start"] },
          ],
        },
        {
          title: "What a step multiplies the distance by",
          x: { label: "Learning rate η", domain: RATES },
          y: { label: "Factor of one step", domain: FACTORS },
          marks: [
            {
              kind: "rects",
              rects: [
                [
                  [0, 0],
                  [RATES[1], 1],
                ],
              ],
              role: "good",
              opacity: 0.12,
            },
            { kind: "line", points: curve(1), role: "second", width: 2 },
            { kind: "line", points: curve(curvature), role: "error", width: 2 },
            ...(edge <= RATES[1]
              ? [
                  {
                    kind: "line" as const,
                    points: [
                      [edge, 0],
                      [edge, 2.3],
                    ] as Point[],
                    role: "muted" as const,
                    dash: true,
                  },
                  {
                    kind: "text" as const,
                    at: [edge, 2.36] as const,
                    text: "2/L",
                    role: "muted" as const,
                    anchor: "middle" as const,
                  },
                ]
              : []),
            {
              kind: "points",
              points: here.map((factor): Point => [rate, factor]),
              role: "accent",
              radius: 5,
            },
          ],
        },
      ],
      readouts: [
        { label: "2/L", value: brief(edge) },
        { label: "Factor along", value: brief(along), role: "second" },
        { label: "Factor across", value: brief(across), role: "error" },
        {
          label: `Loss after ${path.length - 1} steps`,
          value: brief(losses.at(-1)!),
          role: "model",
        },
      ],
    };
  },

  describe: ({ path, losses, edge, along, across }, { rate, curvature }) => {
    const slow = Math.max(along, across);
    const verdict = isLost(path)
      ? `The walk left for good after ${path.length - 1} steps.`
      : slow > 1 + 1e-9
        ? "One of the factors is above 1, so the walk swings farther with each step."
        : slow > 1 - 1e-9
          ? "The larger factor is exactly 1: the walk swings for ever and gets no nearer."
          : `Both are below 1, so it settles; the larger one, ${brief(slow)}, sets the pace.`;
    const rates = `The curvature across the valley is ${brief(curvature)}, so the edge 2/L lies at ${brief(edge)}; the learning rate is ${brief(rate)}. `;
    return (
      rates +
      `A step multiplies the distance along the valley by ${brief(along)} and across it by ${brief(across)}. ${verdict} ` +
      `The loss goes from ${brief(losses[0]!)} to ${brief(losses.at(-1)!)}.`
    );
  },
});
