import { defineFigure, type Point } from "@gradus/course-kit";
import { draw, type LawName, largestGap, lawNames, laws } from "../laws";

const MOST = 5000;
const SIZES = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const SIZE_AXIS = [8, 6500] as const;
const GAP_AXIS = [0.004, 1] as const;

export default defineFigure({
  id: "sampler",
  title: "A sample meets its distribution",
  caption:
    "The staircase climbs one step for each number drawn; the curve is what the sampler promises. Draw more numbers, then draw again. The thick bar marks the largest gap, and the second panel shows how it shrinks.",
  controls: {
    law: { kind: "choice", label: "Distribution", choices: lawNames, value: "exponential" },
    size: {
      kind: "slider",
      label: "Numbers drawn, n",
      min: 10,
      max: 2000,
      step: 10,
      value: 30,
    },
    again: { kind: "button", label: "Draw again", value: 1 },
  },

  model: ({ law, size, again }) => {
    const name = law as LawName;
    const { distribution, domain } = laws[name];
    const F = (x: number) => distribution.cdf(x);
    const all = draw(name, MOST, again);
    const curve = Array.from({ length: 161 }, (_, k): Point => {
      const x = domain[0] + ((domain[1] - domain[0]) * k) / 160;
      return [x, F(x)];
    });
    const worst = largestGap(all.subarray(0, size), F);
    return {
      n: size,
      domain,
      curve,
      stairs: staircase(all.slice(0, size).sort(), domain),
      worst: { ...worst, F: F(worst.x) },
      gaps: SIZES.map((each): Point => [each, largestGap(all.subarray(0, each), F).gap]),
    };
  },

  view: ({ n, domain, curve, stairs, worst, gaps }) => ({
    panels: [
      {
        title: "Distribution functions",
        x: { label: "x", domain },
        y: { label: "Share of numbers up to x", domain: [0, 1.04] },
        weight: 1.25,
        marks: [
          { kind: "line", points: curve, role: "data", width: 2.5 },
          { kind: "line", points: stairs, role: "model", width: 1.5 },
          {
            kind: "segments",
            segments: [
              [
                [worst.x, worst.share],
                [worst.x, worst.F],
              ],
            ],
            role: "error",
            width: 4,
          },
        ],
      },
      {
        title: "The largest gap",
        x: { label: "Numbers drawn", domain: SIZE_AXIS, scale: "log" },
        y: { label: "Gap", domain: GAP_AXIS, scale: "log" },
        marks: [
          {
            kind: "line",
            points: SIZE_AXIS.map((each): Point => [each, 1.36 / Math.sqrt(each)]),
            role: "muted",
            dash: true,
            width: 1.5,
          },
          { kind: "text", at: [300, 0.16], text: "1.36 / √n", role: "muted" },
          { kind: "line", points: gaps, role: "model", width: 1.5 },
          { kind: "points", points: gaps, role: "model", radius: 2.5 },
          { kind: "points", points: [[n, Math.max(worst.gap, 0.004)]], role: "error", radius: 6 },
        ],
      },
    ],
    readouts: [
      { label: "Numbers drawn", value: n.toLocaleString("en-US") },
      { label: "Largest gap", value: worst.gap.toFixed(3), role: "error" },
      { label: "Rarely above (1 in 20)", value: (1.36 / Math.sqrt(n)).toFixed(3), role: "muted" },
    ],
  }),

  describe: ({ n, worst }, { law }) =>
    `${n} numbers of the ${law} distribution. Their empirical distribution function is nowhere farther than ` +
    `${worst.gap.toFixed(3)} from the true one; that is at x = ${worst.x.toFixed(2)}, where it goes to ${worst.share.toFixed(3)} ` +
    `and the true one is ${worst.F.toFixed(3)}. A right sampler stays below ${(1.36 / Math.sqrt(n)).toFixed(3)} in 19 of 20 samples of this size.`,
});

/** The steps of the empirical distribution function, from one end of the axis to the other. */
function staircase(sorted: Float64Array, [low, high]: readonly [number, number]): Point[] {
  const n = sorted.length;
  const points: Point[] = [[Math.min(low, sorted[0]!), 0]];
  sorted.forEach((x, i) => {
    points.push([x, i / n], [x, (i + 1) / n]);
  });
  points.push([Math.max(high, sorted[n - 1]!), 1]);
  // A line of thousands of steps is as smooth as one of hundreds.
  const every = Math.max(1, Math.floor(n / 600)) * 2;
  return n <= 600 ? points : points.filter((_, k) => k % every < 2 || k >= points.length - 2);
}
