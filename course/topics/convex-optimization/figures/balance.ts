import { defineFigure, type Point } from "@gradus/course-kit";
import { add, arrow, numberText, pointText, scale } from "../../../figures/plane";
import { bowl, descend, type Push, pushes, sets, slopes } from "../sets";

const X = [-1.8, 3.6] as const;
const Y = [-1.8, 2.7] as const;
const ORIGIN: Point = [0, 0];
const HEAD = 0.15;
const DISTANCE = [1e-6, 10] as const;
const LEVELS = [0.1, 0.4, 0.9, 1.6, 2.5, 3.6, 5, 7, 10];

export default defineFigure({
  id: "balance",
  title: "At the minimum, the walls hold the slope in balance",
  caption:
    "Drag the middle of the bowl. Inside the set, no wall is needed. Outside, the downhill arrow (orange) is held back by arrows that stand at a right angle on the walls (pink); together they are exactly as long. Look at the corners. Then try learning rates, and watch how the walk nears the minimum.",
  controls: {
    set: { kind: "choice", label: "Allowed set", choices: Object.keys(sets), value: "a budget" },
    center: { kind: "points", label: "Middle of the bowl", value: [[2.6, 1.2]] },
    rate: { kind: "slider", label: "Learning rate", min: 0.05, max: 1.2, step: 0.05, value: 0.3 },
    nSteps: { kind: "slider", label: "Steps", min: 0, max: 30, step: 1, value: 8 },
  },

  model: ({ set: name, center: [center = ORIGIN], rate, nSteps }) => {
    const set = sets[name]!;
    const path = descend(set, center, [-1.5, 2.4], { rate, nSteps });
    const minimum = descend(set, center, center, { rate: 0.5, nSteps: 400 }).at(-1)!;
    const size = 61;
    const along = ([low, high]: readonly [number, number]) =>
      Array.from({ length: size }, (_, i) => low + ((high - low) * i) / (size - 1));
    const [x, y] = [along(X), along(Y)];
    const z = y.map((b) => x.map((a) => bowl(center, [a, b])));
    return {
      set,
      path,
      minimum,
      misses: path.map(([x, y]) => Math.hypot(x - minimum[0], y - minimum[1])),
      down: scale(-1, slopes(center, minimum)),
      pushes: pushes(set, center, minimum),
      surface: { x, y, z },
    };
  },

  view: ({ set, path, minimum, down, pushes, surface, misses }, { center }) => ({
    panels: [
      {
        title: "A bowl over an allowed set",
        x: { label: "x", domain: X },
        y: { label: "y", domain: Y },
        equalUnits: true,
        marks: [
          { kind: "contour", ...surface, levels: LEVELS },
          { kind: "polygon", points: set.outline, role: "good", opacity: 0.25 },
          { kind: "line", points: path, role: "accent", width: 1.5 },
          { kind: "points", points: path, role: "accent", radius: 3 },
          ...pushes.map(({ arrow: by }) => ({
            kind: "segments" as const,
            segments: arrow(minimum, add(minimum, scale(-0.5, by)), HEAD),
            role: "second" as const,
            width: 3,
          })),
          {
            kind: "segments",
            segments: arrow(minimum, add(minimum, scale(0.5, down)), HEAD),
            role: "model",
            width: 3,
          },
          { kind: "points", points: [minimum], role: "good", radius: 6 },
          {
            kind: "handles",
            param: "center",
            points: center,
            role: "accent",
            names: ["Middle of the bowl"],
          },
        ],
      },
      {
        title: "How far the walk is from the minimum",
        weight: 0.8,
        x: { label: "Step", domain: [0, Math.max(10, path.length - 1)] },
        y: { label: "Distance", domain: DISTANCE, scale: "log" },
        marks: [
          { kind: "line", points: fall(misses), role: "accent" },
          { kind: "points", points: fall(misses), role: "accent", radius: 3 },
        ],
      },
    ],
    readouts: [
      { label: "Minimum in the set", value: pointText(minimum), role: "good" },
      { label: "Downhill, −∇f", value: pointText(down), role: "model" },
      ...multipliers(pushes).map(({ name, multiplier }) => ({
        label: `Multiplier of ${name}`,
        value: numberText(multiplier),
        role: "second" as const,
      })),
    ],
  }),

  describe: ({ path, minimum, pushes }, { center: [center = ORIGIN], set, nSteps }) => {
    const held = multipliers(pushes);
    const walls =
      held.length === 0
        ? "No wall holds it back: it is the middle of the bowl, and the gradient there is zero."
        : `It is held back by ${held.map(({ name, multiplier }) => `${name} with the multiplier ${numberText(multiplier)}`).join(" and by ")}; all other multipliers are zero.`;
    return (
      `The bowl has its middle at ${pointText(center)}, and the allowed set is ${set}. The minimum in the set is ` +
      `${pointText(minimum)}. ${walls} After ${nSteps} steps, projected gradient descent is at ${pointText(path.at(-1)!)}.`
    );
  },
});

/** The distances after each step, no smaller than the axis shows. */
function fall(misses: readonly number[]): Point[] {
  return misses.map((miss, i): Point => [i, Math.max(miss, DISTANCE[0])]);
}

/** The walls that hold something back. */
function multipliers(pushes: readonly Push[]): readonly Push[] {
  return pushes.filter(({ multiplier }) => multiplier > 1e-6);
}
