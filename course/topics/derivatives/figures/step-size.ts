import { defineFigure, type Point } from "@gradus/course-kit";
import { differenceError } from "../motion";

const MOMENT = 0.12;
const STEP = [1e-14, 0.1] as const;
const ERROR = [1e-10, 1e3] as const;

export default defineFigure({
  id: "step-size",
  title: "Smaller is better, until it is not",
  caption:
    "Both axes go in powers of ten. Slide the step from right to left: the error falls while the formula gets truer, then climbs as the two positions agree in all digits that a computer keeps.",
  controls: {
    step: {
      kind: "slider",
      label: "Step h",
      min: STEP[0],
      max: STEP[1],
      step: STEP[0],
      value: 1e-3,
      scale: "log",
      unit: "s",
    },
  },

  model: ({ step }) => ({
    forward: curve(false),
    central: curve(true),
    oneSided: differenceError(MOMENT, step, false),
    twoSided: differenceError(MOMENT, step, true),
  }),

  view: ({ forward, central, oneSided, twoSided }, { step }) => ({
    panels: [
      {
        title: "How wrong a difference is",
        x: { label: "Step h (s)", domain: STEP, scale: "log" },
        y: { label: "Error of the speed (px/s)", domain: ERROR, scale: "log" },
        marks: [
          { kind: "line", points: forward, role: "second", width: 1.5 },
          { kind: "line", points: central, role: "model", width: 1.5 },
          {
            kind: "segments",
            segments: [
              [
                [step, ERROR[0]],
                [step, ERROR[1]],
              ],
            ],
            role: "muted",
            dash: true,
          },
          { kind: "points", points: [[step, visible(oneSided)]], role: "second", radius: 5 },
          { kind: "points", points: [[step, visible(twoSided)]], role: "model", radius: 5 },
          { kind: "text", at: [2e-6, 0.6], text: "one side", role: "second", anchor: "middle" },
          { kind: "text", at: [2e-5, 1e-7], text: "both sides", role: "model" },
        ],
      },
    ],
    readouts: [
      { label: "Error, one side", value: `${brief(oneSided)} px/s`, role: "second" },
      { label: "Error, both sides", value: `${brief(twoSided)} px/s`, role: "model" },
    ],
  }),

  describe: ({ oneSided, twoSided }, { step }) =>
    `With a step of ${brief(step)} s the one-sided difference misses the speed by ${brief(oneSided)} px/s, the ` +
    `two-sided one by ${brief(twoSided)} px/s. ${
      step < 1e-9
        ? "Rounding rules here: a smaller step makes it worse."
        : step > 1e-5
          ? "The formula's own error rules here: a smaller step makes it better."
          : "This is where the two kinds of error balance."
    }`,
});

function curve(central: boolean): Point[] {
  return Array.from({ length: 240 }, (_, i) => {
    const step = 10 ** (-14 + (13 * i) / 239);
    return [step, visible(differenceError(MOMENT, step, central))];
  });
}

/** Kept on the axis: an error may be exactly 0. */
function visible(error: number): number {
  return Math.max(error, ERROR[0]);
}

/** Two digits, small numbers with a power of ten. */
function brief(value: number): string {
  if (value === 0 || (value >= 0.001 && value < 1e5)) return String(Number(value.toPrecision(2)));
  const [digits, power] = value.toExponential(0).split("e");
  return `${digits} · 10${[...power!.replace("+", "")].map((sign) => RAISED[sign]).join("")}`;
}

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((raised, digit) => [digit, raised])),
  "-": "⁻",
};
