import { defineFigure, type Point } from "@gradus/course-kit";
import { binned, experiments } from "../simulate";

const COUNT = 400;
const BINS = 20;
const SHOWN = 30;
const HIGHEST = 0.5;

export default defineFigure({
  id: "p-values",
  title: "Four hundred experiments, and what their p-values say",
  caption:
    "Start with an effect of 0: all p-values are equally likely, and some are small. Then raise the effect and the number of people, and see how many experiments find it. On the right are the first thirty, with their intervals.",
  controls: {
    effect: {
      kind: "slider",
      label: "True effect, in standard deviations",
      min: 0,
      max: 1.5,
      step: 0.05,
      value: 0,
    },
    n: { kind: "slider", label: "People in each group", min: 4, max: 80, step: 1, value: 20 },
    alpha: {
      kind: "slider",
      label: "Threshold α",
      min: 0.01,
      max: 0.2,
      step: 0.01,
      value: 0.05,
    },
    again: { kind: "button", label: "Run them again", value: 0 },
  },

  model: ({ effect, n, alpha, again }) => {
    const all = experiments(COUNT, { effect, n: Math.round(n), alpha, seed: 5 + again });
    const pvalues = all.map(({ pvalue }) => pvalue);
    return {
      counts: binned(pvalues, BINS),
      found: pvalues.filter((p) => p <= alpha).length / COUNT,
      missed: all.slice(0, SHOWN).filter(({ interval: [a, b] }) => effect < a || effect > b).length,
      shown: all.slice(0, SHOWN),
    };
  },

  view: ({ counts, found, shown }, { effect, alpha }) => {
    const rows = shown.map((each, i) => ({ ...each, y: i + 1 }));
    const interval = (each: (typeof rows)[number]): readonly [Point, Point] => [
      [Math.max(-2, each.interval[0]), each.y],
      [Math.min(3, each.interval[1]), each.y],
    ];
    const significant = rows.filter(({ pvalue }) => pvalue <= alpha);
    const others = rows.filter(({ pvalue }) => pvalue > alpha);
    return {
      panels: [
        {
          title: `p-values of ${COUNT} experiments`,
          x: { label: "p-value", domain: [0, 1] },
          y: { label: "Share of experiments", domain: [0, HIGHEST] },
          marks: [
            {
              kind: "rects",
              rects: counts.map((count, i) => [
                [i / BINS, 0],
                [(i + 1) / BINS, Math.min(HIGHEST, count / COUNT)],
              ]),
              role: "data",
              opacity: 0.4,
            },
            {
              kind: "line",
              points: [
                [0, 1 / BINS],
                [1, 1 / BINS],
              ],
              role: "muted",
              dash: true,
            },
            {
              kind: "segments",
              segments: [
                [
                  [alpha, 0],
                  [alpha, HIGHEST],
                ],
              ],
              role: "accent",
              width: 2,
            },
            {
              kind: "text",
              at: [alpha + 0.02, 0.47],
              text: `α = ${alpha.toFixed(2)}`,
              role: "accent",
            },
          ],
        },
        {
          title: `The first ${SHOWN}: difference and interval`,
          x: { label: "Difference of the means", domain: [-2, 3] },
          y: { label: "", domain: [0, SHOWN + 1], hidden: true },
          marks: [
            {
              kind: "segments",
              segments: [
                [
                  [0, 0],
                  [0, SHOWN + 1],
                ],
              ],
              role: "muted",
              width: 1.5,
            },
            {
              kind: "segments",
              segments: [
                [
                  [effect, 0],
                  [effect, SHOWN + 1],
                ],
              ],
              role: "good",
              dash: true,
              width: 2,
            },
            { kind: "segments", segments: others.map(interval), role: "data", width: 1.5 },
            { kind: "segments", segments: significant.map(interval), role: "accent", width: 3 },
          ],
        },
      ],
      readouts: [
        {
          label: effect === 0 ? "False alarms" : "Found (power)",
          value: `${(100 * found).toFixed(1)} %`,
          role: "accent",
        },
        { label: "True difference", value: effect.toFixed(2), role: "good" },
        { label: "p ≤ α among the thirty", value: String(significant.length), role: "accent" },
      ],
    };
  },

  describe: ({ found, missed }, { effect, n, alpha }) => {
    const share = `${(100 * found).toFixed(1)} % of ${COUNT} experiments with ${Math.round(n)} people in each group have a p-value of at most ${alpha.toFixed(2)}`;
    const truth =
      effect === 0
        ? "There is no effect, so all of these are false alarms."
        : `The true effect is ${effect.toFixed(2)} standard deviations; the other ${(100 * (1 - found)).toFixed(1)} % have missed it.`;
    return `${share}. ${truth} ${missed} of the first ${SHOWN} intervals do not contain the true difference.`;
  },
});
