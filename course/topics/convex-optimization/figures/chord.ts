import { defineFigure, type Point } from "@gradus/course-kit";
import { numberText } from "../../../figures/plane";

const X = [-2.2, 2.2] as const;
const Y = [-4.5, 5.5] as const;

const functions: Readonly<Record<string, (x: number) => number>> = {
  "x²": (x) => x * x,
  "|x|": Math.abs,
  "eˣ − 2x": (x) => Math.exp(x) - 2 * x,
  "x⁴ − 3x² + x": (x) => x ** 4 - 3 * x * x + x,
  "3 sin x": (x) => 3 * Math.sin(x),
};

export default defineFigure({
  id: "chord",
  title: "Chords above and below the curve",
  caption:
    "Drag the two ends along the curve. If no chord ever dips below the curve, the function is convex. Find the functions for which you can make one dip.",
  controls: {
    name: {
      kind: "choice",
      label: "Function",
      choices: Object.keys(functions),
      value: "x⁴ − 3x² + x",
    },
    ends: {
      kind: "points",
      label: "Ends of the chord",
      value: [
        [-1.9, 0],
        [-0.6, 0],
      ],
    },
  },

  model: ({ name, ends }) => {
    const f = functions[name]!;
    const [a = X[0], b = X[1]] = ends.map(([x]) => Math.max(X[0], Math.min(X[1], x)));
    const at = (t: number) => a + t * (b - a);
    const gaps = Array.from({ length: 201 }, (_, i) => {
      const t = i / 200;
      return { x: at(t), gap: (1 - t) * f(a) + t * f(b) - f(at(t)) };
    });
    const lowest = gaps.reduce((low, each) => (each.gap < low.gap ? each : low));
    const highest = gaps.reduce((high, each) => (each.gap > high.gap ? each : high));
    const curve = Array.from({ length: 221 }, (_, i): Point => {
      const x = X[0] + ((X[1] - X[0]) * i) / 220;
      return [x, f(x)];
    });
    const chord: readonly Point[] = [
      [a, f(a)],
      [b, f(b)],
    ];
    return { curve, chord, lowest, highest, dips: lowest.gap < -1e-9, f };
  },

  view: ({ curve, chord, lowest, highest, dips, f }) => {
    const worst = dips ? lowest : highest;
    return {
      panels: [
        {
          title: "A curve and one of its chords",
          x: { label: "x", domain: X },
          y: { label: "f(x)", domain: Y },
          marks: [
            {
              kind: "line",
              points: curve.filter(([, y]) => y <= Y[1] && y >= Y[0]),
              role: "model",
              width: 2.5,
            },
            {
              kind: "segments",
              segments: [
                [
                  [worst.x, f(worst.x)],
                  [worst.x, f(worst.x) + worst.gap],
                ],
              ],
              role: "muted",
              dash: true,
            },
            { kind: "line", points: chord, role: dips ? "error" : "good", width: 2 },
            {
              kind: "handles",
              param: "ends",
              points: chord,
              axis: "x",
              role: "accent",
              names: ["First end", "Second end"],
            },
          ],
        },
      ],
      readouts: [
        {
          label: dips ? "The chord dips below by" : "The chord stays above, at most by",
          value: numberText(Math.abs(worst.gap)),
          role: dips ? "error" : "good",
        },
        { label: "at x", value: numberText(worst.x) },
      ],
    };
  },

  describe: ({ chord, lowest, highest, dips }, { name }) => {
    const [[a], [b]] = chord as readonly [Point, Point];
    const where = `The chord of ${name} from x = ${numberText(a)} to x = ${numberText(b)}`;
    if (dips) {
      return `${where} dips below the curve, by ${numberText(-lowest.gap)} at x = ${numberText(lowest.x)}: this function is not convex.`;
    }
    return `${where} lies nowhere below the curve; it is at most ${numberText(highest.gap)} above it, at x = ${numberText(highest.x)}.`;
  },
});
