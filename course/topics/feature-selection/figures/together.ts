import { defineFigure } from "@gradus/course-kit";
import { distance, right, rows } from "../pair";

const DOMAIN = [-4.6, 4.6] as const;

export default defineFigure({
  id: "together",
  title: "Useless alone, useful together",
  caption:
    "Two classes and two features. The second one does not tell them apart at all: its means are the same. Move the correlation and see what it adds. Then let the second separate as well as the first, and find the correlation at which it adds least.",
  controls: {
    rho: {
      kind: "slider",
      label: "Correlation within a class",
      min: -0.95,
      max: 0.95,
      step: 0.05,
      value: 0.8,
    },
    first: { kind: "slider", label: "First: means apart", min: 0, max: 3, step: 0.25, value: 1 },
    second: { kind: "slider", label: "Second: means apart", min: 0, max: 3, step: 0.25, value: 0 },
  },

  model: ({ rho: wanted, first, second }) => {
    const pair = { first, second, rho: Math.min(0.95, Math.max(-0.95, wanted)) };
    return {
      pair,
      alone: [right(first), right(second)] as const,
      both: right(distance(pair)),
    };
  },

  view: ({ pair, alone, both }) => ({
    panels: [
      {
        title: "Both features",
        x: { label: "First feature", domain: DOMAIN },
        y: { label: "Second feature", domain: DOMAIN },
        marks: [
          { kind: "points", points: rows(pair, false), role: "data", radius: 4 },
          { kind: "points", points: rows(pair, true), role: "model", radius: 4 },
          { kind: "text", at: [-4.4, 4], text: "benign", role: "data", anchor: "start" },
          { kind: "text", at: [-4.4, 3.3], text: "malignant", role: "model", anchor: "start" },
        ],
      },
    ],
    readouts: [
      { label: "Right by the first alone", value: percent(alone[0]) },
      { label: "Right by the second alone", value: percent(alone[1]) },
      { label: "Right by both together", value: percent(both), role: "good" },
      {
        label: "The second adds",
        value: `${(100 * (both - alone[0])).toFixed(1)} points`,
        role: "good",
      },
    ],
  }),

  describe: ({ pair, alone, both }) =>
    `The classes' means are ${pair.first} apart in the first feature and ${pair.second} in the second; within a class the two have a correlation of ${signed(pair.rho)}. ` +
    `The best rule is right for ${percent(alone[0])} with the first alone, for ${percent(alone[1])} with the second alone, and for ${percent(both)} with both.`,
});

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function signed(value: number): string {
  return (Math.round(value * 100) / 100 || 0).toFixed(2).replace("-", "−");
}
