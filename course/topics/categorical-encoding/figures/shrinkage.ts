import { defineFigure, type Point } from "@gradus/course-kit";
import { neighborhoods, OVERALL, shrunk } from "../neighborhoods";

const MOST = 400; // houses
const [LOW, HIGH] = [80, 350]; // thousands of dollars

export default defineFigure({
  id: "shrinkage",
  title: "How far to trust a few houses",
  caption:
    "Each dot is a neighborhood; the grey one is its plain mean. Raise m and watch who moves. Which neighborhood would you trust with two houses, which with 285? The amber dot is one that nobody has seen.",
  controls: {
    m: { kind: "slider", label: "m", min: 0, max: 60, step: 1, value: 10, unit: "houses" },
  },

  model: ({ m }) => {
    const codes = neighborhoods.map(({ count, mean }) => shrunk(count, mean, m));
    const moves = neighborhoods.map(({ mean }, i) => Math.abs(codes[i]! - mean));
    return { codes, moved: moves.filter((move) => move >= 10).length };
  },

  view: ({ codes, moved }, { m }) => ({
    panels: [
      {
        title: "Code of each neighborhood",
        x: { label: "Houses known (logarithmic)", domain: [0.7, MOST], scale: "log" },
        y: { label: "Code (thousands of $)", domain: [LOW, HIGH] },
        marks: [
          {
            kind: "segments",
            segments: [
              [
                [0.7, OVERALL],
                [MOST, OVERALL],
              ],
            ],
            role: "muted",
            dash: true,
          },
          {
            kind: "segments",
            segments: neighborhoods.map(({ count, mean }, i): readonly [Point, Point] => [
              [count, mean],
              [count, codes[i]!],
            ]),
            role: "model",
          },
          {
            kind: "points",
            points: neighborhoods.map(({ count, mean }): Point => [count, mean]),
            role: "muted",
            radius: 3,
          },
          {
            kind: "points",
            points: neighborhoods.map(({ count }, i): Point => [count, codes[i]!]),
            role: "data",
            radius: 5,
          },
          { kind: "points", points: [[1, OVERALL]], role: "error", radius: 6 },
          {
            kind: "text",
            at: [0.85, OVERALL - 16],
            text: "unknown",
            anchor: "start",
            role: "error",
          },
          { kind: "text", at: [2.3, codes[0]! + 6], text: "Green Hills", anchor: "start" },
          { kind: "text", at: [285, codes.at(-1)! - 18], text: "North Ames", anchor: "middle" },
          { kind: "text", at: [55, 338], text: "Northridge", anchor: "middle" },
        ],
      },
    ],
    readouts: [
      { label: "Green Hills, 2 houses", value: dollars(codes[0]!), role: "data" },
      { label: "North Ames, 285 houses", value: dollars(codes.at(-1)!), role: "data" },
      { label: "Unknown", value: dollars(OVERALL), role: "error" },
      { label: `Moved by $10,000 or more at m = ${m}`, value: `${moved} of ${codes.length}` },
    ],
  }),

  describe: ({ codes, moved }, { m }) =>
    `With m = ${m}, each neighborhood's mean is mixed with ${m} houses' worth of the overall mean, ${dollars(OVERALL)}. ` +
    `Green Hills, known from 2 houses with a mean of ${dollars(280)}, gets ${dollars(codes[0]!)}; ` +
    `North Ames, known from 285, goes from ${dollars(145.8)} to ${dollars(codes.at(-1)!)}. ` +
    `${moved} of ${codes.length} neighborhoods move by $10,000 or more. One that nobody has seen gets the overall mean.`,
});

function dollars(thousands: number): string {
  return `$${(Math.round(thousands * 10) * 100).toLocaleString("en-US")}`;
}
