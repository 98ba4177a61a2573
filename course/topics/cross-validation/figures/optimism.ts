import { defineFigure, type Point } from "@gradus/course-kit";
import { MOST, type Optimism, optimismOf } from "../optimism";

const FEWEST_ROWS = 40;
const MOST_ROWS = 200;
const found = new Map<number, Optimism>();

function optimismFor(rows: number): Optimism {
  const known = found.get(rows) ?? optimismOf(rows);
  found.set(rows, known);
  return known;
}

export default defineFigure({
  id: "optimism",
  title: "The best of many coins",
  caption:
    "Labels are coin flips, so every model is right half of the time. Predict what the best of 64 models will seem to reach on 40 rows, then move the slider. Does it help to have 200 rows?",
  controls: {
    candidates: { kind: "slider", label: "Models tried", min: 1, max: MOST, step: 1, value: 1 },
    rows: {
      kind: "slider",
      label: "Rows",
      min: FEWEST_ROWS,
      max: MOST_ROWS,
      step: 40,
      value: FEWEST_ROWS,
    },
  },

  model: ({ candidates, rows }) => {
    const m = Math.min(MOST, Math.max(1, Math.round(candidates)));
    const n = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, 40 * Math.round(rows / 40)));
    const { reported, nested } = optimismFor(n);
    return { m, n, reported, nested, said: reported[m - 1]!, honest: nested[m - 1]! };
  },

  view: ({ m, n, reported, nested, said, honest }) => {
    const line = (values: readonly number[]) =>
      values.map((share, i): Point => [i + 1, 100 * share]);
    return {
      panels: [
        {
          title: `Right answers on ${n} coin flips, mean of 60 tables`,
          x: { label: "Models tried", domain: [1, MOST], scale: "log" },
          y: { label: "Rows told right (%)", domain: [40, 75] },
          marks: [
            {
              kind: "line",
              points: [
                [1, 50],
                [MOST, 50],
              ],
              role: "muted",
              dash: true,
            },
            {
              kind: "segments",
              segments: [
                [
                  [m, 100 * honest],
                  [m, 100 * said],
                ],
              ],
              role: "accent",
              width: 2,
            },
            { kind: "line", points: line(reported), role: "error", width: 2.5 },
            { kind: "line", points: line(nested), role: "good", width: 2.5 },
            { kind: "points", points: [[m, 100 * said]], role: "error", radius: 6 },
            { kind: "points", points: [[m, 100 * honest]], role: "good", radius: 6 },
            {
              kind: "text",
              at: [8, 100 * reported[7]! + 3.5],
              text: "best score of the search",
              role: "error",
              anchor: "end",
            },
            { kind: "text", at: [60, 46.5], text: "nested", role: "good", anchor: "end" },
          ],
        },
      ],
      readouts: [
        { label: "Models tried", value: `${m}` },
        { label: "Best score of the search", value: percent(said), role: "error" },
        { label: "Nested cross-validation", value: percent(honest), role: "good" },
        {
          label: "Optimism",
          value: `${(100 * (said - honest)).toFixed(1)} points`,
          role: "accent",
        },
      ],
    };
  },

  describe: ({ m, n, said, honest }) =>
    `On ${n} rows whose labels are coin flips, ${m === 1 ? "one model alone seems" : `the best of ${m} models seems`} to tell ${percent(said)} right. ` +
    `Nested cross-validation says ${percent(honest)}, and the truth is 50 %.`,
});

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
