import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { mean } from "../resamples";

const LOW = 8;
const HIGH = 24;
const LOWEST = -7;

/** A square below a line of numbers with the side from a to b, down to where the panel ends. */
const square = (a: number, b: number): readonly [Point, Point] => [
  [Math.min(a, b), 0],
  [Math.max(a, b), Math.max(LOWEST, -Math.abs(a - b))],
];

export default defineFigure({
  id: "three-parts",
  title: "The same by hand",
  caption:
    "Three models and two afternoons. Make the variance 0. Make the bias 0. Can you make the total smaller than the noise? Then pull one afternoon away and see which parts do not care.",
  controls: {
    models: {
      kind: "points",
      label: "What three models say (°C)",
      value: [
        [11, 2],
        [14, 2],
        [17, 2],
      ],
    },
    measured: {
      kind: "points",
      label: "What two afternoons were (°C)",
      value: [
        [15, 1],
        [19, 1],
      ],
    },
  },

  model: ({ models, measured }) => {
    const said = models.map(([x]) => x);
    const were = measured.map(([x]) => x);
    const [average, truth] = [mean(said), mean(were)];
    return {
      said,
      were,
      average,
      truth,
      bias2: (average - truth) ** 2,
      variance: mean(said.map((x) => (x - average) ** 2)),
      noise: mean(were.map((x) => (x - truth) ** 2)),
      total: mean(said.flatMap((s) => were.map((w) => (s - w) ** 2))),
    };
  },

  view: ({ said, were, average, truth, bias2, variance, noise, total }) => {
    const tall = Math.max(24, total * 1.15);
    const bar = (from: number, to: number, role: "error" | "second" | "muted", x = 1): Mark => ({
      kind: "rects",
      rects: [
        [
          [x - 0.35, from],
          [x + 0.35, to],
        ],
      ],
      role,
      opacity: 0.5,
    });
    return {
      panels: [
        {
          title: "Drag the five points",
          x: { label: "Warmest hour (°C)", domain: [LOW, HIGH] },
          y: { label: "", domain: [LOWEST, 3], hidden: true },
          equalUnits: true,
          weight: 1.6,
          marks: [
            { kind: "rects", rects: [square(average, truth)], role: "error", opacity: 0.4 },
            { kind: "segments", segments: [upright(average, 2)], role: "second", dash: true },
            { kind: "segments", segments: [upright(truth, 1)], role: "data", dash: true },
            { kind: "text", at: [LOW + 0.2, 2.5], text: "models", role: "second" },
            { kind: "text", at: [LOW + 0.2, 1.5], text: "afternoons", role: "data" },
            { kind: "text", at: [LOW + 0.2, -1], text: "the square is bias²", role: "error" },
            {
              kind: "handles",
              param: "models",
              points: said.map((x): Point => [x, 2]),
              role: "second",
              axis: "x",
              step: [0.5, 0],
              names: said.map((_, i) => `Model ${i + 1}`),
            },
            {
              kind: "handles",
              param: "measured",
              points: were.map((x): Point => [x, 1]),
              role: "data",
              axis: "x",
              step: [0.5, 0],
              names: were.map((_, i) => `Afternoon ${i + 1}`),
            },
          ],
        },
        {
          title: "Three parts and the total",
          x: { label: "", domain: [0.4, 2.6], hidden: true },
          y: { label: "Squared error (°C²)", domain: [0, tall] },
          marks: [
            bar(0, noise, "muted"),
            bar(noise, noise + variance, "second"),
            bar(noise + variance, noise + variance + bias2, "error"),
            bar(0, total, "muted", 2),
            ...label(noise / 2, noise, "noise", tall),
            ...label(noise + variance / 2, variance, "variance", tall),
            ...label(noise + variance + bias2 / 2, bias2, "bias²", tall),
            { kind: "text", at: [2, total / 2], text: "all six pairs", anchor: "middle" },
          ],
        },
      ],
      readouts: [
        { label: "Bias²", value: bias2.toFixed(2), role: "error" },
        { label: "Variance", value: variance.toFixed(2), role: "second" },
        { label: "Noise", value: noise.toFixed(2) },
        { label: "Mean of the six squared errors", value: total.toFixed(2), role: "data" },
      ],
    };
  },

  describe: ({ said, were, average, truth, bias2, variance, noise, total }) =>
    `The models say ${list(said)} °C, on average ${average.toFixed(1)}; the afternoons were ${list(were)} °C, on average ${truth.toFixed(1)}. ` +
    `The squared bias is ${bias2.toFixed(2)}, the variance ${variance.toFixed(2)} and the noise ${noise.toFixed(2)}: ` +
    `together ${(bias2 + variance + noise).toFixed(2)}, and the mean of the six squared errors is ${total.toFixed(2)}.`,
});

function upright(x: number, top: number): readonly [Point, Point] {
  return [
    [x, top],
    [x, 0],
  ];
}

/** The name of a part in its bar, where the bar has room for it. */
function label(y: number, size: number, text: string, tall: number): Mark[] {
  return size < tall / 14 ? [] : [{ kind: "text", at: [1, y - tall / 60], text, anchor: "middle" }];
}

function list(values: readonly number[]): string {
  return values.map((value) => value.toFixed(1)).join(", ");
}
