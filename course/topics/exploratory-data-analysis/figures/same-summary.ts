import { defineFigure, type Point } from "@gradus/course-kit";
import { correlation, summarise } from "../summary";

const X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const Y1 = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
const Y2 = [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74];
const Y3 = [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73];
const X4 = [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8];
const Y4 = [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89];

const SHAPES = {
  I: { points: pairs(X, Y1), says: "a cloud along a line" },
  II: { points: pairs(X, Y2), says: "a smooth arch, which no line describes" },
  III: { points: pairs(X, Y3), says: "a line without noise, and one value far off it" },
  IV: { points: pairs(X4, Y4), says: "one single row that makes the whole correlation" },
} as const;

export default defineFigure({
  id: "same-summary",
  title: "Four tables that no summary tells apart",
  caption:
    "Switch between Anscombe's four tables with the picture hidden, and compare the numbers below it. Then show the picture.",
  controls: {
    table: { kind: "choice", label: "Table", choices: Object.keys(SHAPES), value: "I" },
    picture: { kind: "toggle", label: "Show the picture", value: false },
  },

  model: ({ table }) => {
    const { points, says } = SHAPES[table as keyof typeof SHAPES];
    const [x, y] = [summarise(points.map(([a]) => a)), summarise(points.map(([, b]) => b))];
    const r = correlation(points);
    const slope = (r * y.std) / x.std;
    return { points, says, x, y, r, slope, intercept: y.mean - slope * x.mean };
  },

  view: ({ points, x, y, r, slope, intercept }, { table, picture }) => ({
    panels: [
      {
        title: `Table ${table}`,
        x: { label: "x", domain: [2, 20] },
        y: { label: "y", domain: [2, 14] },
        marks: [
          {
            kind: "line",
            points: [
              [2, intercept + 2 * slope],
              [20, intercept + 20 * slope],
            ],
            role: "model",
          },
          ...(picture
            ? [{ kind: "points", points, role: "data", radius: 5 } as const]
            : [
                {
                  kind: "text",
                  at: [11, 3],
                  text: "eleven points, hidden",
                  role: "muted",
                  anchor: "middle",
                } as const,
              ]),
        ],
      },
    ],
    readouts: [
      { label: "Mean of x, y", value: `${x.mean.toFixed(2)}, ${y.mean.toFixed(2)}` },
      { label: "Standard deviations", value: `${x.std.toFixed(2)}, ${y.std.toFixed(2)}` },
      { label: "Correlation", value: r.toFixed(2), role: "model" },
      { label: "Line", value: `${intercept.toFixed(1)} + ${slope.toFixed(1)} x`, role: "model" },
    ],
  }),

  describe: ({ says, x, y, r, slope, intercept }, { table, picture }) =>
    `Table ${table} has means ${x.mean.toFixed(2)} and ${y.mean.toFixed(2)}, standard deviations ` +
    `${x.std.toFixed(2)} and ${y.std.toFixed(2)}, correlation ${r.toFixed(2)} and the line ` +
    `${intercept.toFixed(1)} + ${slope.toFixed(1)} x. ${picture ? `Its picture is ${says}.` : "Its points are hidden."}`,
});

function pairs(x: readonly number[], y: readonly number[]): Point[] {
  return x.map((a, i) => [a, y[i]!]);
}
