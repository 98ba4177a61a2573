import { defineFigure, type Panel, type Point } from "@gradus/course-kit";
import { DEPTH, gradient, numberText, senders, signal, signalMap, WIDTH } from "../hall";

const SIGNAL = [-71, -53] as const;

export default defineFigure({
  id: "slices",
  title: "Two slices through one surface",
  caption:
    "The map shows the signal, darker where it is stronger. Drag yourself through the hall. Each line on the map is a walk along one axis; below it stands what you measure on that walk, with its slope where you are.",
  controls: { you: { kind: "points", label: "You", value: [[30, 32]] } },

  model: ({ you }) => {
    const at = you[0] ?? [30, 32];
    return { at, level: signal(at), slopes: gradient(at), map: signalMap() };
  },

  view: ({ at, level, slopes, map }) => {
    const [x, y] = at;
    return {
      panels: [
        {
          title: "The hall from above",
          x: { label: "x (m)", domain: [0, WIDTH] },
          y: { label: "y (m)", domain: [0, DEPTH] },
          equalUnits: true,
          weight: 1.4,
          marks: [
            { kind: "contour", ...map },
            { kind: "points", points: senders, role: "accent", radius: 3 },
            {
              kind: "line",
              points: [
                [0, y],
                [WIDTH, y],
              ],
              role: "model",
              width: 1.5,
            },
            {
              kind: "line",
              points: [
                [x, 0],
                [x, DEPTH],
              ],
              role: "second",
              width: 1.5,
            },
            { kind: "handles", param: "you", points: [at], step: [1, 1], names: ["You"] },
          ],
        },
        slice(
          `Along x, at y = ${numberText(y, 0)} m`,
          "x (m)",
          WIDTH,
          x,
          (value) => signal([value, y]),
          slopes[0],
          "model",
        ),
        slice(
          `Along y, at x = ${numberText(x, 0)} m`,
          "y (m)",
          DEPTH,
          y,
          (value) => signal([x, value]),
          slopes[1],
          "second",
        ),
      ],
      readouts: [
        { label: "Signal here", value: `${numberText(level, 1)} dBm` },
        { label: "∂S/∂x", value: `${numberText(slopes[0])} dB per m`, role: "model" },
        { label: "∂S/∂y", value: `${numberText(slopes[1])} dB per m`, role: "second" },
      ],
    };
  },

  describe: ({ at: [x, y], level, slopes }) =>
    `At x = ${numberText(x, 0)} m and y = ${numberText(y, 0)} m the signal is ${numberText(level, 1)} dBm. ` +
    `${step("x", slopes[0])} ${step("y", slopes[1])}`,
});

function slice(
  title: string,
  label: string,
  end: number,
  here: number,
  f: (value: number) => number,
  slope: number,
  role: "model" | "second",
): Panel {
  const curve = Array.from({ length: 121 }, (_, i): Point => {
    const value = (end * i) / 120;
    return [value, f(value)];
  });
  const tangent = [here - end / 5, here + end / 5].map(
    (value): Point => [value, f(here) + slope * (value - here)],
  );
  return {
    title,
    x: { label, domain: [0, end] },
    y: { label: "Signal (dBm)", domain: SIGNAL },
    marks: [
      { kind: "line", points: curve, role },
      { kind: "line", points: tangent, role: "good", width: 2.5 },
      { kind: "points", points: [[here, f(here)]], role: "accent", radius: 6 },
    ],
  };
}

function step(axis: string, slope: number): string {
  if (Math.abs(slope) < 0.005) return `Along ${axis} it does not change.`;
  const change = slope > 0 ? "rises" : "falls";
  return `Along ${axis} it ${change} by ${numberText(Math.abs(slope))} dB per metre.`;
}
