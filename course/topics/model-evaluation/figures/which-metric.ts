import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { type Choice, choices, type Judged, kinds, winner } from "../choices";

const names = choices.map(({ kind, hurts }) => `${kind}: ${hurts}`);
const ROWS = choices.length;

export default defineFigure({
  id: "which-metric",
  title: "From what hurts to a metric",
  caption:
    "Say what your model gives and what would hurt. Before you look to the right: which of the two models would you rather have? See whether the metric agrees, and what the usual one would have chosen.",
  controls: {
    hurts: { kind: "choice", label: "What hurts", choices: names, value: names[5]! },
  },

  model: ({ hurts }) => {
    const index = Math.max(0, names.indexOf(hurts));
    const choice = choices[index]!;
    return { index, choice, own: winner(choice.own), usual: winner(choice.usual) };
  },

  view: ({ index, choice, own, usual }) => ({
    panels: [
      {
        title: "What it gives → what to measure",
        x: { label: "", domain: [0, 10], hidden: true },
        y: { label: "", domain: [0, ROWS + 0.4], hidden: true },
        marks: kinds.flatMap((kind) => branch(kind, index)),
      },
      {
        title: "Two models, judged twice",
        x: { label: "", domain: [0, 10], hidden: true },
        y: { label: "", domain: [0, 8.4], hidden: true },
        marks: [...bars(choice.usual, 4.4, usual), ...bars(choice.own, 0.2, own)],
      },
    ],
    readouts: [
      { label: "Model A", value: choice.A, role: "data" },
      { label: "Model B", value: choice.B, role: "second" },
    ],
  }),

  describe: ({ choice, own, usual }) =>
    `The model gives ${choice.kind}, and what hurts is: ${choice.hurts}. Measure ${choice.own.metric}. ` +
    `Model A: ${choice.A}. Model B: ${choice.B}. ` +
    `By ${choice.usual.metric} A has ${text(choice.usual.A)} and B ${text(choice.usual.B)}, so ${usual} seems better; ` +
    `by ${choice.own.metric} A has ${text(choice.own.A)} and B ${text(choice.own.B)}, and ${own} is better.`,
});

/** One kind of output with its metrics, the chosen way drawn strongly. */
function branch(kind: Choice["kind"], chosen: number): Mark[] {
  const leaves = choices.flatMap((choice, i) => (choice.kind === kind ? [i] : []));
  const y = (i: number) => ROWS - i - 0.5;
  const middle = leaves.reduce((sum, i) => sum + y(i), 0) / leaves.length;
  const isOn = leaves.includes(chosen);
  const stem: Point = [2.9, middle];
  return [
    {
      kind: "text",
      at: [2.7, middle - 0.15],
      text: kind,
      anchor: "end",
      role: isOn ? "accent" : "muted",
    },
    {
      kind: "segments",
      segments: leaves.map((i) => [stem, [4.1, y(i)]] as const),
      role: "muted",
      width: 1,
    },
    ...leaves.map(
      (i): Mark => ({
        kind: "text",
        at: [4.3, y(i) - 0.15],
        text: choices[i]!.own.metric,
        role: i === chosen ? "accent" : "muted",
      }),
    ),
    ...(isOn
      ? [
          {
            kind: "segments",
            segments: [[stem, [4.1, y(chosen)]]],
            role: "accent",
            width: 3,
          } as const,
        ]
      : []),
  ];
}

/** One metric for both models: a bar each, as long as the larger value allows. */
function bars({ metric, A, B, lowerIsBetter }: Judged, bottom: number, better: "A" | "B"): Mark[] {
  const scale = 5.6 / Math.max(A, B, 1e-9);
  return [
    {
      kind: "text",
      at: [0, bottom + 3.1],
      text: `${metric} (${lowerIsBetter ? "less" : "more"} is better)`,
    },
    ...(["A", "B"] as const).flatMap((name, i): Mark[] => {
      const value = name === "A" ? A : B;
      const y = bottom + 1.6 - 1.3 * i;
      return [
        { kind: "text", at: [0, y + 0.25], text: name, role: name === "A" ? "data" : "second" },
        {
          kind: "rects",
          rects: [
            [
              [0.7, y],
              [0.7 + Math.max(0.03, value * scale), y + 0.9],
            ],
          ],
          role: name === "A" ? "data" : "second",
          opacity: name === better ? 0.9 : 0.3,
        },
        {
          kind: "text",
          at: [0.9 + value * scale, y + 0.25],
          text: `${text(value)}${name === better ? "  ← chosen" : ""}`,
        },
      ];
    }),
  ];
}

function text(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
