import { defineFigure, type Point } from "@gradus/course-kit";
import { add, arrow } from "../../../figures/plane";
import { DEPTH, gradient, numberText, signal, signalMap, WIDTH, walk } from "../hall";

/** Metres of arrow for one dB per metre. */
const SCALE = 5;
const HEAD = 1.2;

export default defineFigure({
  id: "gradient-field",
  title: "One arrow at every place",
  caption:
    "Each arrow is the gradient at its foot. Turn the direction in which you walk, and compare the slope on the right: it is largest along the gradient and zero at a right angle to it. Then walk uphill, two metres at a time.",
  controls: {
    you: { kind: "points", label: "You", value: [[30, 32]] },
    direction: {
      kind: "slider",
      label: "Walk in direction",
      min: -180,
      max: 180,
      step: 5,
      value: 90,
      unit: "°",
    },
    uphill: { kind: "button", label: "Walk 2 m uphill", value: 0 },
  },

  model: ({ you, direction }) => {
    const at = you[0] ?? [30, 32];
    const slopes = gradient(at);
    const angle = (direction * Math.PI) / 180;
    const heading: Point = [Math.cos(angle), Math.sin(angle)];
    return {
      at,
      level: signal(at),
      slopes,
      steepness: Math.hypot(...slopes),
      heading,
      slope: slopes[0] * heading[0] + slopes[1] * heading[1],
    };
  },

  view: ({ at, level, slopes, steepness, heading, slope }, { direction }) => {
    const uphill = (Math.atan2(slopes[1], slopes[0]) * 180) / Math.PI;
    const turn = Array.from({ length: 121 }, (_, i): Point => {
      const degrees = -180 + 3 * i;
      return [degrees, steepness * Math.cos(((degrees - uphill) * Math.PI) / 180)];
    });
    return {
      panels: [
        {
          title: "Gradients of the signal",
          x: { label: "x (m)", domain: [0, WIDTH] },
          y: { label: "y (m)", domain: [0, DEPTH] },
          equalUnits: true,
          weight: 1.7,
          marks: [
            { kind: "contour", ...signalMap() },
            { kind: "segments", segments: field(), role: "muted", width: 1.2 },
            {
              kind: "segments",
              segments: arrow(at, add(at, [7 * heading[0], 7 * heading[1]]), HEAD),
              role: "second",
              width: 2.5,
            },
            {
              kind: "segments",
              segments: arrow(at, add(at, [SCALE * 2 * slopes[0], SCALE * 2 * slopes[1]]), HEAD),
              role: "good",
              width: 3,
            },
            { kind: "handles", param: "you", points: [at], step: [1, 1], names: ["You"] },
          ],
        },
        {
          title: "The slope in each direction",
          x: { label: "Direction (degrees)", domain: [-180, 180] },
          y: { label: "Slope (dB per m)", domain: [-1.2, 1.2] },
          marks: [
            {
              kind: "line",
              points: [
                [-180, 0],
                [180, 0],
              ],
              role: "muted",
              width: 0.75,
            },
            { kind: "line", points: turn, role: "data" },
            { kind: "points", points: [[uphill, steepness]], role: "good", radius: 5 },
            { kind: "points", points: [[direction, slope]], role: "second", radius: 6 },
          ],
        },
      ],
      readouts: [
        { label: "Signal", value: `${numberText(level, 1)} dBm` },
        {
          label: "Gradient",
          value: `(${numberText(slopes[0])}, ${numberText(slopes[1])})`,
          role: "good",
        },
        { label: "Its length", value: `${numberText(steepness)} dB per m`, role: "good" },
        { label: "Slope as you walk", value: `${numberText(slope)} dB per m`, role: "second" },
      ],
    };
  },

  describe: ({ at: [x, y], level, slopes, steepness, slope }, { direction }) => {
    const where = `At x = ${numberText(x, 0)} m, y = ${numberText(y, 0)} m the signal is ${numberText(level, 1)} dBm.`;
    if (steepness < 0.01) return `${where} The gradient is zero: here the signal is level.`;
    return (
      `${where} The gradient is (${numberText(slopes[0])}, ${numberText(slopes[1])}) dB per metre, so the best ` +
      `direction gains ${numberText(steepness)} dB per metre; walking at ${String(direction).replace("-", "−")}° ` +
      `you gain ${numberText(slope)}.`
    );
  },

  press: (_, { you }) => {
    const at = you[0] ?? [30, 32];
    const slopes = gradient(at);
    // Where it is nearly level, a step of two metres would only jump to and fro over the top.
    const metres = Math.hypot(...slopes) < 0.1 ? 0 : 2;
    return { you: [walk(at, slopes, metres)] };
  },
});

function field(): (readonly [Point, Point])[] {
  const arrows: (readonly [Point, Point])[] = [];
  for (let x = 3; x < WIDTH; x += 6) {
    for (let y = 4; y < DEPTH; y += 6) {
      const [dx, dy] = gradient([x, y]);
      arrows.push(...arrow([x, y], [x + SCALE * dx, y + SCALE * dy], HEAD));
    }
  }
  return arrows;
}
