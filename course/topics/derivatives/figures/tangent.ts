import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { DURATION, motionNames, numberText, position, snap, speeds } from "../motion";

const TIME = [-0.1, 0.5] as const;
const WAY = [-60, 390] as const;

export default defineFigure({
  id: "tangent",
  title: "A speed is a slope",
  caption:
    "Drag the point, and make the gap small: the dashed line through two points turns into the tangent. Then choose the steady card, and look for the two places where there is no tangent at all.",
  controls: {
    at: { kind: "points", label: "The moment", value: [[0.12, 64.8]] },
    gap: {
      kind: "slider",
      label: "Gap to the second point",
      min: 0.001,
      max: 0.2,
      step: 0.001,
      value: 0.1,
      scale: "log",
      unit: "s",
    },
    motion: { kind: "choice", label: "How it slides", choices: motionNames, value: "Smooth" },
  },

  model: ({ at, gap, motion }) => {
    const t = snap(at[0]?.[0] ?? 0.12);
    const here: Point = [t, position(motion, t)];
    const there: Point = [t + gap, position(motion, t + gap)];
    const [before, after] = speeds(motion, t);
    return { here, there, before, after, secant: (there[1] - here[1]) / gap };
  },

  view: ({ here, there, before, after, secant }, { motion }) => {
    const smooth = Math.abs(after - before) < 1e-6;
    const fastest = motion === "Overshooting" ? 3700 : 1300;
    const tangents: Mark[] = smooth
      ? [{ kind: "line", points: through(here, after, TIME), role: "good" }]
      : [
          { kind: "line", points: through(here, before, [TIME[0], here[0]]), role: "good" },
          { kind: "line", points: through(here, after, [here[0], TIME[1]]), role: "good" },
        ];
    return {
      panels: [
        {
          title: "Where the card is",
          x: { label: "Time (s)", domain: TIME },
          y: { label: "Position (px)", domain: WAY },
          marks: [
            { kind: "line", points: through(here, secant, TIME), role: "second", dash: true },
            ...tangents,
            { kind: "line", points: curve((t) => position(motion, t), TIME), width: 2.5 },
            { kind: "points", points: [there], role: "second", radius: 5 },
            {
              kind: "handles",
              param: "at",
              points: [here],
              axis: "x",
              step: [0.01, 10],
              names: ["The moment"],
            },
          ],
        },
        {
          title: "How fast it is",
          x: { label: "Time (s)", domain: TIME },
          y: { label: "Speed (px/s)", domain: [-fastest / 6, fastest] },
          marks: [
            ...(
              [
                [TIME[0], -1e-9],
                [0, DURATION - 1e-9],
                [DURATION, TIME[1]],
              ] as const
            ).map(
              (part): Mark => ({
                kind: "line",
                points: curve((t) => speeds(motion, t)[1], part),
                role: "good",
              }),
            ),
            {
              kind: "segments",
              segments: [
                [
                  [here[0], secant],
                  [there[0], secant],
                ],
              ],
              role: "second",
              width: 3,
            },
            {
              kind: "points",
              points: smooth
                ? [[here[0], after]]
                : [
                    [here[0], before],
                    [here[0], after],
                  ],
              role: "good",
              radius: 5,
            },
          ],
        },
      ],
      readouts: [
        { label: "Position", value: `${numberText(here[1], 1)} px` },
        {
          label: "Average over the gap",
          value: `${numberText(secant)} px/s`,
          role: "second",
        },
        {
          label: "Derivative: the speed now",
          value: smooth ? `${numberText(after)} px/s` : "none",
          role: "good",
        },
      ],
    };
  },

  describe: ({ here, before, after, secant }, { gap }) => {
    const now =
      Math.abs(after - before) < 1e-6
        ? `the tangent has the slope ${numberText(after)} px/s`
        : `the curve has a corner: its slope is ${numberText(before)} px/s before and ${numberText(after)} px/s after, so there is no tangent`;
    return (
      `At ${numberText(here[0], 3)} s the card is at ${numberText(here[1], 1)} px. Over the next ${numberText(gap, 3)} s ` +
      `it makes ${numberText(secant)} px/s on average; at the moment itself ${now}.`
    );
  },
});

/** The line with a slope through a point, over a range of x. */
function through([x, y]: Point, slope: number, [low, high]: readonly [number, number]): Point[] {
  return [
    [low, y + slope * (low - x)],
    [high, y + slope * (high - x)],
  ];
}

function curve(f: (t: number) => number, [low, high]: readonly [number, number]): Point[] {
  return Array.from({ length: 121 }, (_, i) => {
    const t = low + ((high - low) * i) / 120;
    return [t, f(t)];
  });
}
