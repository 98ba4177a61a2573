import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { evenOdds, measure, type World } from "../rare";

const [LOW, HIGH] = [-3, 7];
const SCORES = Array.from({ length: 101 }, (_, i) => LOW + (i * (HIGH - LOW)) / 100);

export default defineFigure({
  id: "rare",
  title: "What each measure notices",
  caption:
    "Rows with a score above the threshold ring. Make the positives rare and look for the threshold with the best accuracy: where has it gone, and what is the recall there? Balanced accuracy has its top in the middle, however rare they are.",
  controls: {
    oneIn: {
      kind: "slider",
      label: "Rows for each positive",
      min: 2,
      max: 1000,
      step: 1,
      value: 47,
      scale: "log",
    },
    apart: { kind: "slider", label: "How far apart", min: 1, max: 4, step: 0.25, value: 2 },
    threshold: { kind: "slider", label: "Threshold", min: LOW, max: HIGH, step: 0.1, value: 1 },
  },

  model: ({ oneIn, apart, threshold }) => {
    const world: World = { oneIn: Math.max(2, oneIn), apart };
    const curves = SCORES.map((score) => measure(world, score));
    return { world, curves, here: measure(world, threshold), even: evenOdds(world) };
  },

  view: ({ world, curves, here, even }, { threshold }) => {
    const bar: Mark = {
      kind: "segments",
      segments: [
        [
          [threshold, 0],
          [threshold, 1],
        ],
      ],
      role: "accent",
      width: 2,
    };
    const density = (score: number) => Math.exp((-score * score) / 2) / Math.sqrt(2 * Math.PI);
    const shape = (share: number, mean: number): Point[] => [
      [LOW, 0],
      ...SCORES.map((score): Point => [score, 2.4 * share * density(score - mean)]),
      [HIGH, 0],
    ];
    const rare = 1 / world.oneIn;
    const line = (name: "accuracy" | "balanced" | "f1"): Point[] =>
      SCORES.map((score, i) => [score, curves[i]![name]]);
    return {
      panels: [
        {
          title: "All rows, by their score",
          x: { label: "Score", domain: [LOW, HIGH] },
          y: { label: "How many", domain: [0, 1], hidden: true },
          marks: [
            { kind: "polygon", points: shape(1 - rare, 0), role: "data", opacity: 0.35 },
            { kind: "polygon", points: shape(rare, world.apart), role: "error", opacity: 0.8 },
            bar,
            {
              kind: "text",
              at: [LOW + 0.2, 0.85],
              text: "negatives",
              anchor: "start",
              role: "data",
            },
            {
              kind: "text",
              at: [HIGH - 0.1, 0.12],
              text: "positives",
              anchor: "end",
              role: "error",
            },
          ],
        },
        {
          title: "Three measures, at every threshold",
          x: { label: "Threshold", domain: [LOW, HIGH] },
          y: { label: "Measure", domain: [0, 1.05] },
          marks: [
            { kind: "line", points: line("accuracy"), role: "data", width: 2.5, label: "accuracy" },
            {
              kind: "line",
              points: line("balanced"),
              role: "model",
              width: 2.5,
              label: "balanced",
            },
            { kind: "line", points: line("f1"), role: "good", width: 2.5, label: "F1" },
            bar,
          ],
        },
      ],
      readouts: [
        { label: "Accuracy", value: percent(here.accuracy), role: "data" },
        { label: "… of never ringing", value: percent(1 - rare) },
        { label: "Best accuracy at", value: signed(even) },
        { label: "Recall", value: percent(here.recall) },
        { label: "Precision", value: percent(here.precision) },
        { label: "F1", value: percent(here.f1), role: "good" },
        { label: "Balanced accuracy", value: percent(here.balanced), role: "model" },
      ],
    };
  },

  describe: ({ world, here, even }, { threshold }) =>
    `One row in ${Math.round(world.oneIn)} is positive, with scores ${world.apart} higher on average. ` +
    `With the threshold at ${signed(threshold)} the accuracy is ${percent(here.accuracy)}; never ringing has ${percent(1 - 1 / world.oneIn)}. ` +
    `The recall is ${percent(here.recall)}, the precision ${percent(here.precision)}, F1 ${percent(here.f1)} and the balanced accuracy ${percent(here.balanced)}. ` +
    `Accuracy is best at ${signed(even)}, where the recall is ${percent(measure(world, even).recall)}; balanced accuracy is best at ${signed(world.apart / 2)}.`,
});

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function signed(value: number): string {
  return (Math.round(value * 10) / 10 || 0).toFixed(1).replace("-", "−");
}
