import { defineFigure, type Point } from "@gradus/course-kit";
import { brief, curvedValley, grid, inside, isLost, walk } from "../walk";

const X = [-2, 2] as const;
const Y = [-0.4, 2.6] as const;
const LEVELS = [4, 20, 60, 150, 350, 700, 1400];
const LOSS = [1e-8, 1e4] as const;

export default defineFigure({
  id: "curved-valley",
  title: "A curved valley, with and without momentum",
  caption:
    "The floor of this valley is nearly level, its walls are steep. Walk 1,000 steps without momentum, then raise the momentum to 0.9. Then look for the learning rate at which the walk breaks out, and drag the start up a wall.",
  controls: {
    rate: {
      kind: "slider",
      label: "Learning rate η",
      min: 0.0001,
      max: 0.01,
      step: 0.0001,
      value: 0.001,
      scale: "log",
    },
    momentum: { kind: "slider", label: "Momentum", min: 0, max: 0.95, step: 0.05, value: 0 },
    nSteps: { kind: "slider", label: "Steps", min: 10, max: 3000, step: 10, value: 1000 },
    start: { kind: "points", label: "Start", value: [[-1.2, 1]] },
  },

  model: ({ rate, momentum, nSteps, start }) => {
    const path = walk(curvedValley, start[0] ?? [-1.2, 1], { rate, momentum, nSteps });
    return { path, losses: path.map(curvedValley.value), surface: grid(curvedValley, X, Y, 101) };
  },

  view: ({ path, losses, surface }, { start, nSteps }) => {
    const shown = inside(path, X, Y);
    const every = Math.max(1, Math.ceil(losses.length / 300));
    const curve = losses
      .map((loss, i): Point => [i, Math.max(loss, LOSS[0])])
      .filter(([i, loss]) => loss <= LOSS[1] && (i % every === 0 || i < 20));
    return {
      panels: [
        {
          title: "The walk",
          x: { label: "x", domain: X },
          y: { label: "y", domain: Y },
          equalUnits: true,
          marks: [
            { kind: "contour", ...surface, levels: LEVELS },
            { kind: "line", points: thinned(shown), role: "model", width: 2 },
            { kind: "points", points: [[1, 1]], role: "good", radius: 5 },
            ...(shown.length > 0
              ? [
                  {
                    kind: "points" as const,
                    points: [shown.at(-1)!],
                    role: "model" as const,
                    radius: 4,
                  },
                ]
              : []),
            { kind: "handles", param: "start", points: start, role: "accent", names: ["Start"] },
          ],
        },
        {
          title: "The loss after each step",
          x: { label: "Step", domain: [0, 1.05 * nSteps] },
          y: { label: "Loss", domain: LOSS, scale: "log" },
          marks: [{ kind: "line", points: curve, role: "model", width: 2 }],
        },
      ],
      readouts: [
        { label: "Steps", value: `${path.length - 1}` },
        { label: "Loss at the end", value: brief(losses.at(-1)!), role: "model" },
        { label: "Distance to the minimum", value: brief(distance(path.at(-1)!)), role: "good" },
      ],
    };
  },

  describe: ({ path, losses }, { rate, momentum }) => {
    const left = distance(path.at(-1)!);
    const verdict = isLost(path)
      ? "The walk broke out of the valley and is lost."
      : left < 0.02
        ? "It has arrived at the minimum, (1, 1)."
        : `It still is ${brief(left)} away from the minimum at (1, 1).`;
    return (
      `With learning rate ${brief(rate)} and momentum ${brief(momentum)} the walk through the curved valley takes ` +
      `${path.length - 1} steps, and the loss goes from ${brief(losses[0]!)} to ${brief(losses.at(-1)!)}. ${verdict}`
    );
  },
});

function distance([x, y]: Point): number {
  return Math.hypot(x - 1, y - 1);
}

/** At most some hundred points of a long walk; the first ones, where it swings, all. */
function thinned(path: readonly Point[]): Point[] {
  const every = Math.max(1, Math.ceil(path.length / 400));
  return path.filter((_, i) => i < 60 || i % every === 0 || i === path.length - 1);
}
