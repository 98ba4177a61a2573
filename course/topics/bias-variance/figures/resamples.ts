import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { noise, RESAMPLES, study, truth } from "../resamples";

const MOST = 40;
const FEWEST_ROWS = 40;
const MOST_ROWS = 200;
/** The button goes round among so many draws. */
const DRAWS = 5;

/** Drawn again only where the rows change: moving k reads another list. */
const studies = new Map<string, ReturnType<typeof study>>();

function studyOf(n: number, seed: number) {
  const key = `${n} ${seed}`;
  let found = studies.get(key);
  if (!found) {
    if (studies.size > 3 * DRAWS) studies.clear();
    found = study(n, seed, MOST);
    studies.set(key, found);
  }
  return found;
}

export default defineFigure({
  id: "resamples",
  title: "Two hundred servers, one program",
  caption:
    "Each thin line is one model, from its own sample. Guess which k has the smallest total, then move k from 1 to 40. Then take 160 rows: which of the three parts moves, and where does the best k go?",
  controls: {
    k: { kind: "slider", label: "Neighbours k", min: 1, max: MOST, step: 1, value: 3 },
    rows: {
      kind: "slider",
      label: "Rows in each sample",
      min: FEWEST_ROWS,
      max: MOST_ROWS,
      step: 20,
      value: 40,
    },
    again: { kind: "button", label: "Draw 200 others", value: 0 },
  },

  press: (_, { again }) => ({ again: (again + 1) % DRAWS }),

  model: ({ k: wanted, rows, again }) => {
    const k = Math.min(MOST, Math.max(1, Math.round(wanted)));
    const n = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, Math.round(rows / 20) * 20));
    const all = studyOf(n, again);
    const totals = all.map(({ total }) => total);
    return { k, n, all, now: all[k - 1]!, best: totals.indexOf(Math.min(...totals)) + 1 };
  },

  view: ({ k, all, now, best }) => {
    const byK = (value: (parts: (typeof all)[number]) => number) =>
      all.map((parts, i): Point => [i + 1, value(parts)]);
    const overYear = (values: readonly number[]) =>
      values.map((celsius, week): Point => [week + 1, celsius]);
    const named = (at: Point, text: string, role: "data" | "error" | "second" | "muted"): Mark => ({
      kind: "text",
      at,
      text,
      role,
      anchor: "end",
    });
    return {
      panels: [
        {
          title: `${RESAMPLES} models of the k nearest afternoons`,
          x: { label: "Week of the year", domain: [0.5, 52.5] },
          y: { label: "Warmest hour (°C)", domain: [-5, 40] },
          marks: [
            {
              kind: "segments",
              segments: now.models.flatMap((said) => segmentsOf(overYear(said))),
              role: "muted",
              width: 0.3,
            },
            { kind: "line", points: overYear(truth), role: "data", width: 2.5 },
            { kind: "line", points: overYear(now.average), role: "error", width: 2.5, dash: true },
            { kind: "text", at: [1.5, 37], text: "mean of the week", role: "data" },
            { kind: "text", at: [1.5, 33.5], text: "mean of the 200 models", role: "error" },
          ],
        },
        {
          title: "Where the error comes from",
          x: { label: "Neighbours k", domain: [0, MOST + 1] },
          y: { label: "Mean squared error (°C²)", domain: [0, 60] },
          marks: [
            {
              kind: "segments",
              segments: [
                [
                  [k, 0],
                  [k, 60],
                ],
              ],
              role: "muted",
              dash: true,
            },
            { kind: "line", points: byK(() => noise), role: "muted", width: 2 },
            { kind: "line", points: byK(({ bias2 }) => bias2), role: "error", width: 2 },
            { kind: "line", points: byK(({ variance }) => variance), role: "second", width: 2 },
            { kind: "line", points: byK(({ total }) => total), role: "data", width: 3 },
            { kind: "points", points: [[k, now.bias2]], role: "error", radius: 5 },
            { kind: "points", points: [[k, now.variance]], role: "second", radius: 5 },
            { kind: "points", points: [[k, now.total]], role: "data", radius: 6 },
            named([MOST, all[MOST - 1]!.total + 2.5], "total", "data"),
            named([MOST, noise + (all[MOST - 1]!.bias2 > 9 ? -3 : 1.2)], "noise", "muted"),
            named([30, all[30]!.bias2 + 2], "bias²", "error"),
            { kind: "text", at: [1.6, 9.2], text: "variance", role: "second" },
          ],
        },
      ],
      readouts: [
        { label: "Bias²", value: now.bias2.toFixed(2), role: "error" },
        { label: "Variance", value: now.variance.toFixed(2), role: "second" },
        { label: "Noise", value: noise.toFixed(2) },
        { label: "Their sum", value: (now.bias2 + now.variance + noise).toFixed(2) },
        { label: "Directly, from 292,200 pairs", value: now.total.toFixed(2), role: "data" },
        { label: "Best k", value: `${best}` },
      ],
    };
  },

  describe: ({ k, n, all, now, best }) =>
    `${RESAMPLES} samples of ${n} afternoons, and ${RESAMPLES} models that average the ${k === 1 ? "nearest afternoon" : `${k} nearest`}. ` +
    `The square of their bias is ${now.bias2.toFixed(2)}, their variance ${now.variance.toFixed(2)} and the noise ${noise.toFixed(2)} °C squared: ` +
    `together ${now.total.toFixed(2)}, the mean of all squared errors. ` +
    (best === k
      ? "No other k up to 40 does better."
      : `The best is k = ${best}, with ${all[best - 1]!.total.toFixed(2)}; here ${now.bias2 > now.variance ? "bias" : "variance"} is the larger part that can be changed.`),
});

function segmentsOf(points: readonly Point[]): (readonly [Point, Point])[] {
  return points.slice(1).map((point, i) => [points[i]!, point] as const);
}
