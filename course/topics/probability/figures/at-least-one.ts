import { defineFigure, type Point } from "@gradus/course-kit";

const MOST = 100;

export default defineFigure({
  id: "at-least-one",
  title: "At least one of many",
  caption:
    "A page makes many requests, and each fails now and then, independently of the others. Slide the number of requests. The straight line only adds up: it is nearly right as long as it is small, and then promises more than 100 %.",
  controls: {
    requests: { kind: "slider", label: "Requests", min: 1, max: MOST, step: 1, value: 20 },
    failing: {
      kind: "slider",
      label: "Each fails with",
      min: 0.1,
      max: 10,
      step: 0.1,
      value: 1,
      unit: "%",
      scale: "log",
    },
  },

  model: ({ requests, failing }) => {
    const p = failing / 100;
    return {
      atLeastOne: 100 * (1 - (1 - p) ** requests),
      sum: failing * requests,
      curve: range(MOST).map((n): Point => [n, 100 * (1 - (1 - p) ** n)]),
    };
  },

  view: ({ atLeastOne, sum, curve }, { requests, failing }) => {
    const end = Math.min(MOST, 110 / failing);
    const last = curve[MOST]![1];
    return {
      panels: [
        {
          title: "The chance that something fails",
          x: { label: "Requests", domain: [0, MOST] },
          y: { label: "At least one fails, %", domain: [0, 110] },
          marks: [
            {
              kind: "line",
              points: [
                [0, 100],
                [MOST, 100],
              ],
              role: "muted",
              width: 0.75,
            },
            {
              kind: "line",
              points: [
                [0, 0],
                [end, failing * end],
              ],
              role: "error",
              dash: true,
              width: 2,
            },
            { kind: "line", points: curve, role: "model", width: 2.5 },
            {
              kind: "text",
              at: end < 70 ? [end + 1, 105] : [0.55 * end, 0.55 * end * failing + 8],
              text: "added up",
              role: "error",
              anchor: end < 70 ? "start" : "end",
            },
            {
              kind: "text",
              at: [MOST - 1, last > 35 ? last - 20 : last + 14],
              text: "at least one fails",
              role: "model",
              anchor: "end",
            },
            { kind: "points", points: [[requests, atLeastOne]], role: "model", radius: 6 },
          ],
        },
      ],
      readouts: [
        { label: "1 − (1 − p)ⁿ", value: `${atLeastOne.toFixed(1)} %`, role: "model" },
        { label: "Added up, n · p", value: `${sum.toFixed(1)} %`, role: "error" },
        { label: "All succeed", value: `${(100 - atLeastOne).toFixed(1)} %` },
      ],
    };
  },

  describe: ({ atLeastOne, sum }, { requests, failing }) =>
    `Of ${requests} independent requests that fail with ${failing} % each, at least one fails with a probability of ` +
    `${atLeastOne.toFixed(1)} %. Adding up gives ${sum.toFixed(1)} %, ` +
    `${sum > 100 ? "which no probability can be" : requests > 1 ? "which counts twice when two of them fail" : "the same, as there is only one"}.`,
});

/** 0, 1, …, last. */
function range(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, n) => n);
}
