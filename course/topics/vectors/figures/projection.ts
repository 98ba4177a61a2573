import { defineFigure, type Point } from "@gradus/course-kit";
import {
  arrow,
  axes,
  dot,
  length,
  numberText,
  pointText,
  project,
  scale,
} from "../../../figures/plane";
import { angle, besideTip } from "../plane";

const ORIGIN: Point = [0, 0];
const DOMAIN = [-5, 5] as const;

export default defineFigure({
  id: "projection",
  title: "The dot product is a shadow",
  caption:
    "Drag v around the origin: its shadow on the line of u grows, shrinks, vanishes at a right angle and turns negative behind it. Then drag u: the shadow does not care how long u is, the dot product does.",
  controls: {
    tips: {
      kind: "points",
      label: "Tips of u and v",
      value: [
        [3, 1],
        [1, 3],
      ],
    },
  },

  model: ({ tips }) => {
    const [u = ORIGIN, v = ORIGIN] = tips;
    const shadow = project(v, u);
    const reach = length(u) === 0 ? 0 : dot(u, v) / length(u);
    return { u, v, shadow, reach, product: dot(u, v), degrees: angle(u, v) };
  },

  view: ({ u, v, shadow, reach, product, degrees }, { tips }) => ({
    panels: [
      {
        title: "v and its shadow on the line of u",
        x: { label: "First component", domain: DOMAIN },
        y: { label: "Second component", domain: DOMAIN },
        equalUnits: true,
        marks: [
          { kind: "segments", segments: axes, role: "muted", width: 0.5 },
          { kind: "line", points: lineOf(u), role: "muted", dash: true },
          { kind: "segments", segments: [[v, shadow]], role: "muted", dash: true },
          { kind: "segments", segments: arrow(ORIGIN, u), role: "model", width: 2 },
          { kind: "segments", segments: arrow(ORIGIN, v), role: "second", width: 2 },
          { kind: "segments", segments: arrow(ORIGIN, shadow), role: "good", width: 4 },
          { kind: "text", at: besideTip(u), text: "u", role: "model", anchor: "middle" },
          { kind: "text", at: besideTip(v), text: "v", role: "second", anchor: "middle" },
          { kind: "handles", param: "tips", points: tips, role: "accent", names: ["u", "v"] },
        ],
      },
    ],
    readouts: [
      { label: "u · v", value: numberText(product), role: "good" },
      { label: "Shadow of v", value: `${numberText(reach)} along u`, role: "good" },
      { label: "Length of u", value: numberText(length(u)), role: "model" },
      { label: "Angle", value: degrees === undefined ? "none" : `${degrees.toFixed(0)}°` },
      {
        label: "Cosine",
        value: degrees === undefined ? "none" : numberText(product / (length(u) * length(v))),
      },
    ],
  }),

  describe: ({ u, v, shadow, reach, product, degrees }) => {
    if (degrees === undefined) {
      return `u is ${pointText(u)} and v is ${pointText(v)}: one of them has no length, so their dot product is 0 and there is no angle.`;
    }
    const side =
      Math.abs(reach) < 0.005
        ? "v stands at a right angle to u and casts no shadow"
        : `the shadow of v on the line of u ends at ${pointText(shadow)}, ${numberText(Math.abs(reach))} ${reach > 0 ? "along" : "against"} u`;
    return `u is ${pointText(u)} and v is ${pointText(v)}, at an angle of ${degrees.toFixed(0)}°. Their dot product is ${numberText(product)}: ${side}.`;
  },
});

/** The line through the origin and u, across the panel; the origin alone if u has no length. */
function lineOf(u: Point): Point[] {
  const size = length(u);
  if (size === 0) return [ORIGIN, ORIGIN];
  return [scale(-12 / size, u), scale(12 / size, u)];
}
