import { defineFigure, type Point } from "@gradus/course-kit";
import { MOST, triesOf } from "../luck";

const ROWS = ["60", "200", "1000"] as const;
const X = [-0.14, 0.16] as const;
const Y = [-0.13, 0.06] as const;

export default defineFigure({
  id: "best-of-many",
  title: "The best of many tries",
  caption:
    "Each dot is a feature by dice, worth nothing. To the right: what cross-validation says that it adds. Upwards: what it adds on new rows. Try more features and keep the best by cross-validation. Then take more rows.",
  controls: {
    tries: { kind: "slider", label: "Features tried", min: 1, max: MOST, step: 1, value: 20 },
    rows: { kind: "choice", label: "Rows", choices: ROWS, value: ROWS[0] },
  },

  model: ({ tries, rows }) => {
    const n = (ROWS as readonly string[]).includes(rows) ? Number(rows) : 60;
    const shown = triesOf(n).slice(0, Math.max(1, Math.round(tries)));
    const best = shown.reduce((a, b) => (b.claimed > a.claimed ? b : a));
    return { n, shown, best };
  },

  view: ({ shown, best }) => ({
    panels: [
      {
        title: "What each feature adds to R²",
        x: { label: "By cross-validation", domain: X },
        y: { label: "On new rows", domain: Y },
        marks: [
          {
            kind: "segments",
            segments: [
              [
                [X[0], 0],
                [X[1], 0],
              ],
              [
                [0, Y[0]],
                [0, Y[1]],
              ],
            ],
            role: "muted",
            dash: true,
          },
          {
            kind: "points",
            points: shown.map(({ claimed, real }): Point => [clip(claimed, X), clip(real, Y)]),
            role: "data",
            radius: 3.5,
          },
          {
            kind: "points",
            points: [[clip(best.claimed, X), clip(best.real, Y)]],
            role: "model",
            radius: 7,
          },
          {
            kind: "text",
            at: [
              clip(best.claimed, X) + (best.claimed > 0.1 ? -0.005 : 0.005),
              clip(best.real, Y) + 0.012,
            ],
            text: "the chosen one",
            role: "model",
            anchor: best.claimed > 0.1 ? "end" : "start",
          },
        ],
      },
    ],
    readouts: [
      { label: "Features tried", value: String(shown.length) },
      { label: "The best claims to add", value: signed(best.claimed), role: "model" },
      { label: "On new rows it adds", value: signed(best.real), role: "error" },
    ],
  }),

  describe: ({ n, shown, best }) =>
    `${shown.length} features by dice, tried on ${n} rows. Cross-validation says that the best of them adds ${signed(best.claimed)} to R². ` +
    `On new rows it adds ${signed(best.real)}. None of them knows anything.`,
});

function clip(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, value));
}

function signed(value: number): string {
  return (Math.round(value * 1000) / 1000 || 0).toFixed(3).replace("-", "−");
}
