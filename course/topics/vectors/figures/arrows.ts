import { defineFigure, type Point } from "@gradus/course-kit";
import { add, arrow, axes, length, numberText, pointText, scale } from "../../../figures/plane";
import { besideTip } from "../plane";

const ORIGIN: Point = [0, 0];
const DOMAIN = [-5, 5] as const;

export default defineFigure({
  id: "arrows",
  title: "Adding and scaling arrows",
  caption:
    "Drag the tips of u and v. The dashed lines put v behind u and u behind v: both ways lead to the sum. Then stretch u, turn it round, make it vanish.",
  controls: {
    tips: {
      kind: "points",
      label: "Tips of u and v",
      value: [
        [2, 1],
        [1, 2],
      ],
    },
    factor: {
      kind: "slider",
      label: "Factor s of u",
      min: -2,
      max: 2,
      step: 0.1,
      value: 1,
    },
  },

  model: ({ tips, factor }) => {
    const [u = ORIGIN, v = ORIGIN] = tips;
    const scaled = scale(factor, u);
    return { u, v, scaled, sum: add(scaled, v) };
  },

  view: ({ u, v, scaled, sum }, { tips }) => ({
    panels: [
      {
        title: "Arrows from the origin",
        x: { label: "First component", domain: DOMAIN },
        y: { label: "Second component", domain: DOMAIN },
        equalUnits: true,
        marks: [
          { kind: "segments", segments: axes, role: "muted", width: 0.5 },
          {
            kind: "segments",
            segments: [
              [scaled, sum],
              [v, sum],
            ],
            role: "muted",
            dash: true,
          },
          { kind: "segments", segments: arrow(ORIGIN, sum), role: "good", width: 3 },
          { kind: "segments", segments: arrow(ORIGIN, scaled), role: "model", width: 2 },
          { kind: "segments", segments: arrow(ORIGIN, v), role: "second", width: 2 },
          { kind: "text", at: besideTip(sum), text: "s·u + v", role: "good" },
          { kind: "text", at: besideTip(u), text: "u", role: "model", anchor: "middle" },
          { kind: "text", at: besideTip(v), text: "v", role: "second", anchor: "middle" },
          { kind: "handles", param: "tips", points: tips, role: "accent", names: ["u", "v"] },
        ],
      },
    ],
    readouts: [
      { label: "u", value: `${pointText(u)}, length ${numberText(length(u))}` },
      {
        label: "s·u",
        value: `${pointText(scaled)}, length ${numberText(length(scaled))}`,
        role: "model",
      },
      { label: "v", value: `${pointText(v)}, length ${numberText(length(v))}`, role: "second" },
      {
        label: "s·u + v",
        value: `${pointText(sum)}, length ${numberText(length(sum))}`,
        role: "good",
      },
    ],
  }),

  describe: ({ u, v, scaled, sum }, { factor }) =>
    `u is ${pointText(u)} and v is ${pointText(v)}. ${numberText(factor)} times u is ${pointText(scaled)}; ` +
    `added to v it gives ${pointText(sum)}, an arrow of length ${numberText(length(sum))}. ` +
    `The lengths of the two parts add up to ${numberText(length(scaled) + length(v))}.`,
});
