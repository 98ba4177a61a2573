import { defineFigure, type Point } from "@gradus/course-kit";
import { summarise } from "../summary";

const RANGE = [0, 60] as const;
const START = [12, 15, 16, 18, 20, 22, 23, 25, 28].map((x): Point => [x, 1]);

export default defineFigure({
  id: "one-wild-value",
  title: "Nine session lengths and two summaries",
  caption:
    "Drag the last point far to the right. Watch which of the two summaries follows it, and when it crosses the fence.",
  controls: {
    sessions: { kind: "points", label: "Sessions", value: START },
  },

  model: ({ sessions }) => {
    const values = sessions.map(([x]) => x);
    const summary = summarise(values);
    const [low, high] = summary.fences;
    return { values, summary, outside: values.filter((x) => x < low || x > high) };
  },

  view: ({ summary: { mean, std, q1, median, q3, fences }, outside }, { sessions }) => ({
    panels: [
      {
        title: "Minutes of each session",
        x: { label: "Session length (minutes)", domain: RANGE },
        y: { label: "", domain: [0, 4], hidden: true },
        marks: [
          {
            kind: "rects",
            rects: [
              [
                [within(q1), 2],
                [within(q3), 2.5],
              ],
            ],
            role: "good",
            opacity: 0.3,
          },
          { kind: "segments", segments: [upright(median, 1.9, 2.6)], role: "good", width: 3 },
          {
            kind: "segments",
            segments: fences
              .filter((x) => x > RANGE[0] && x < RANGE[1])
              .map((x) => upright(x, 0.4, 2.6)),
            role: "error",
            dash: true,
          },
          {
            kind: "segments",
            segments: [
              [
                [within(mean - std), 3.25],
                [within(mean + std), 3.25],
              ],
            ],
            role: "model",
            width: 3,
          },
          { kind: "points", points: [[within(mean), 3.25]], role: "model", radius: 6 },
          {
            kind: "text",
            at: [1, 3.6],
            text: "mean ± standard deviation",
            role: "model",
            anchor: "start",
          },
          {
            kind: "text",
            at: [1, 2.7],
            text: "median, middle half, fences",
            role: "good",
            anchor: "start",
          },
          {
            kind: "handles",
            param: "sessions",
            points: sessions,
            role: "data",
            axis: "x",
            step: [1, 1],
            names: sessions.map((_, i) => `Session ${i + 1}`),
          },
        ],
      },
    ],
    readouts: [
      { label: "Mean", value: mean.toFixed(1), role: "model" },
      { label: "Standard deviation", value: std.toFixed(1), role: "model" },
      { label: "Median", value: median.toFixed(1), role: "good" },
      { label: "Interquartile range", value: (q3 - q1).toFixed(1), role: "good" },
      { label: "Outside the fences", value: String(outside.length), role: "error" },
    ],
  }),

  describe: ({ summary: { mean, std, median, q1, q3, fences }, outside }) => {
    const far =
      outside.length === 0
        ? "No session lies outside the fences."
        : `Outside lie the sessions of ${outside.map((x) => x.toFixed(0)).join(", ")} minutes.`;
    return (
      `Nine sessions with mean ${mean.toFixed(1)} and standard deviation ${std.toFixed(1)} minutes, ` +
      `median ${median.toFixed(1)} and a middle half from ${q1.toFixed(1)} to ${q3.toFixed(1)}. ` +
      `Tukey's fences stand at ${fences[0].toFixed(1)} and ${fences[1].toFixed(1)}. ${far}`
    );
  },
});

function upright(x: number, from: number, to: number): [Point, Point] {
  return [
    [x, from],
    [x, to],
  ];
}

function within(x: number): number {
  return Math.min(RANGE[1], Math.max(RANGE[0], x));
}
