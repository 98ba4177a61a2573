import { defineFigure, type Point } from "@gradus/course-kit";

/** The loss is a bowl with tilted ellipses: two features that go together. */
const SHAPE = [
  [1, 0.5],
  [0.5, 1],
] as const;
const TURNS = 1440; // a multiple of 4, so that the corners are tried exactly

export default defineFigure({
  id: "corner",
  title: "Where the ellipse touches",
  caption:
    "The point is where least squares would go; drag it. The weights may not leave the tinted shape. For which positions does the diamond give w₂ = 0, and does the circle ever?",
  controls: {
    shape: {
      kind: "choice",
      label: "Penalty",
      choices: ["lasso: |w₁| + |w₂|", "ridge: w₁² + w₂²"],
      value: "lasso: |w₁| + |w₂|",
    },
    size: { kind: "slider", label: "Size of the shape", min: 0.2, max: 3, step: 0.05, value: 1 },
    best: { kind: "points", label: "Least squares", value: [[2.4, 1.2]] },
  },

  model: ({ shape, size, best }) => {
    const [goal = [2.4, 1.2] as Point] = best;
    const isLasso = shape.startsWith("lasso");
    const reach = ([a, b]: Point) => (isLasso ? Math.abs(a) + Math.abs(b) : Math.hypot(a, b));
    const border = Array.from({ length: TURNS }, (_, i): Point => {
      const quarter = (4 * i) / TURNS;
      if (!isLasso)
        return [size * Math.cos((quarter * Math.PI) / 2), size * Math.sin((quarter * Math.PI) / 2)];
      const part = quarter % 1;
      const [a, b] = [size * (1 - part), size * part];
      return (
        [
          [a, b],
          [-b, a],
          [-a, -b],
          [b, -a],
        ] as const
      )[Math.floor(quarter)]!;
    });
    const inside = reach(goal) <= size;
    const touch = inside ? goal : border.reduce((a, b) => (loss(b, goal) < loss(a, goal) ? b : a));
    return { isLasso, goal, border, touch, inside, level: loss(touch, goal) };
  },

  view: ({ isLasso, goal, border, touch, level }) => ({
    panels: [
      {
        title: isLasso ? "A diamond has corners" : "A circle has none",
        x: { label: "w₁", domain: [-3.5, 4.5] },
        y: { label: "w₂", domain: [-3, 3.5] },
        equalUnits: true,
        marks: [
          {
            kind: "segments",
            segments: [
              [
                [-12, 0],
                [12, 0],
              ],
              [
                [0, -12],
                [0, 12],
              ],
            ],
            role: "muted",
          },
          { kind: "polygon", points: border, role: "model", opacity: 0.2 },
          ...[level / 4, level, 2 * level].map((height) => ({
            kind: "line" as const,
            points: ellipse(goal, height),
            role: "data" as const,
            width: height === level ? 2 : 1,
          })),
          { kind: "points", points: [touch], role: "accent", radius: 7 },
          {
            kind: "handles",
            param: "best",
            points: [goal],
            role: "data",
            names: ["Least squares"],
          },
        ],
      },
    ],
    readouts: [
      { label: "Least squares", value: pair(goal), role: "data" },
      { label: "With the penalty", value: pair(touch), role: "accent" },
    ],
  }),

  describe: ({ isLasso, goal, touch, inside }) => {
    const zeros = ["w₁", "w₂"].filter((_, i) => Math.abs(touch[i]!) < 1e-9);
    return (
      `Least squares wants the weights ${pair(goal)}. The ${isLasso ? "diamond" : "circle"} allows ${pair(touch)}` +
      (inside
        ? ", the same, since the point lies inside."
        : zeros.length > 0
          ? `, where ${zeros.join(" and ")} is exactly 0.`
          : ", where no weight is 0.")
    );
  },
});

function loss(w: Point, goal: Point): number {
  const [a, b] = [w[0] - goal[0], w[1] - goal[1]];
  return SHAPE[0][0] * a * a + 2 * SHAPE[0][1] * a * b + SHAPE[1][1] * b * b;
}

/** The weights whose loss is `height`. The axes of the bowl are the diagonals. */
function ellipse(goal: Point, height: number): Point[] {
  const [long, short] = [Math.sqrt(height / 0.5), Math.sqrt(height / 1.5)];
  return Array.from({ length: 121 }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / 120;
    const [p, q] = [(long * Math.cos(angle)) / Math.SQRT2, (short * Math.sin(angle)) / Math.SQRT2];
    return [goal[0] + p + q, goal[1] - p + q];
  });
}

function pair([a, b]: Point): string {
  return `(${a.toFixed(2)}, ${b.toFixed(2)})`.replaceAll("-", "−").replaceAll("−0.00", "0.00");
}
