import { defineFigure, type Point } from "@gradus/course-kit";
import {
  add,
  arrow,
  axes,
  dot,
  length,
  numberText,
  pointText,
  project,
  scale,
} from "../../../figures/plane";

const ORIGIN: Point = [0, 0];
const FLAT = 1e-6;
const CIRCLE = Array.from({ length: 73 }, (_, i): Point => {
  const angle = (i * Math.PI) / 36;
  return [Math.cos(angle), Math.sin(angle)];
});

export default defineFigure({
  id: "right-angles",
  title: "Gram and Schmidt with two arrows",
  caption:
    "Drag a₁ and a₂. First a₁ is cut to length 1: that is q₁. Then the shadow of a₂ on q₁ is taken away, and what is left is cut to length 1: q₂. Make a₂ nearly parallel to a₁ and watch r₂₂.",
  controls: {
    tips: {
      kind: "points",
      label: "Tips of a₁ and a₂",
      value: [
        [3, 1],
        [1, 3],
      ],
    },
  },

  model: ({ tips }) => {
    const [a1 = ORIGIN, a2 = ORIGIN] = tips;
    const r11 = length(a1);
    const q1 = r11 < FLAT ? undefined : scale(1 / r11, a1);
    const shadow = project(a2, a1);
    const rest = add(a2, scale(-1, shadow));
    const r22 = length(rest);
    const q2 = r22 < FLAT ? undefined : scale(1 / r22, rest);
    return { a1, a2, q1, q2, shadow, r11, r12: q1 ? dot(q1, a2) : 0, r22 };
  },

  view: ({ a1, a2, q1, q2, shadow, r11, r12, r22 }, { tips }) => ({
    panels: [
      {
        title: "Two arrows and their right-angled partners",
        x: { label: "First component", domain: [-5, 5] },
        y: { label: "Second component", domain: [-4, 4] },
        equalUnits: true,
        marks: [
          { kind: "segments", segments: axes, role: "muted", width: 0.5 },
          { kind: "line", points: CIRCLE, role: "muted", width: 1 },
          { kind: "segments", segments: [[a2, shadow]], role: "muted", dash: true },
          { kind: "segments", segments: arrow(ORIGIN, a1), role: "model", width: 2 },
          { kind: "segments", segments: arrow(ORIGIN, a2), role: "second", width: 2 },
          ...[q1, q2].flatMap((q) =>
            q
              ? [
                  {
                    kind: "segments" as const,
                    segments: arrow(ORIGIN, q),
                    role: "good" as const,
                    width: 4,
                  },
                ]
              : [],
          ),
          { kind: "text", at: nameAt(a1), text: "a₁", role: "model", anchor: "middle" },
          { kind: "text", at: nameAt(a2), text: "a₂", role: "second", anchor: "middle" },
          ...[q1, q2].flatMap((q, i) =>
            q ? [nameOfUnit(q, i === 0 ? a2 : a1, `q${"₁₂"[i]}`)] : [],
          ),
          { kind: "handles", param: "tips", points: tips, role: "accent", names: ["a₁", "a₂"] },
        ],
      },
    ],
    readouts: [
      { label: "q₁", value: q1 ? pointText(q1) : "none", role: "good" },
      { label: "q₂", value: q2 ? pointText(q2) : "none", role: "good" },
      { label: "r₁₁, length of a₁", value: numberText(r11), role: "model" },
      { label: "r₁₂ = q₁ · a₂", value: numberText(r12) },
      { label: "r₂₂, length of what is left", value: numberText(r22) },
    ],
  }),

  describe: ({ a1, a2, q1, q2, r11, r12, r22 }) => {
    const start = `a₁ is ${pointText(a1)} and a₂ is ${pointText(a2)}.`;
    if (!q1) return `${start} a₁ has no length, so there is no q₁ to start with.`;
    const first = `q₁ is ${pointText(q1)}, with r₁₁ = ${numberText(r11)}.`;
    if (!q2) {
      return `${start} ${first} a₂ lies on the line of a₁: nothing is left of it, r₂₂ is 0 and there is no q₂.`;
    }
    return `${start} ${first} The shadow of a₂ on it is ${numberText(r12)} long, what is left of a₂ ${numberText(r22)}: q₂ is ${pointText(q2)}, at a right angle to q₁.`;
  },
});

/** Where the name of an arrow stands: behind its tip, within the panel. */
function nameAt(tip: Point): Point {
  const size = length(tip);
  const [x, y] = size < FLAT ? [0.6, 0.6] : scale(1 + 0.65 / size, tip);
  return [Math.max(-4.7, Math.min(4.7, x)), Math.max(-3.7, Math.min(3.7, y))];
}

/** The name of a unit arrow: beside its tip, on the side away from another arrow. */
function nameOfUnit(q: Point, other: Point, text: string) {
  const across: Point = [-q[1], q[0]];
  const side = dot(across, other) > 0 ? -0.45 : 0.45;
  const at = add(scale(0.85, q), scale(side, across));
  return { kind: "text", at, text, role: "good", anchor: "middle" } as const;
}
