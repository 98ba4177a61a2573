import { defineFigure, type Point } from "@gradus/course-kit";
import { scaledDay } from "../weather";

/** A basis: what stands in column k at a day, and log₁₀ of the condition number for degrees 1 to 12. */
export const bases = {
  "powers of the day, 8 to 346": {
    column: (k: number, day: number) => (day / 346) ** k,
    digits: [
      2.6061, 5.2139, 7.807, 10.393, 12.981, 15.58, 18.207, 20.883, 23.631, 26.466, 29.394, 32.432,
    ],
  },
  "powers of 0 to 1": {
    column: (k: number, day: number) => ((day - 8) / 338) ** k,
    digits: [
      0.61248, 1.3038, 2.0188, 2.7501, 3.4972, 4.2622, 5.0481, 5.8597, 6.7034, 7.5884, 8.529,
      9.5512,
    ],
  },
  "powers of −1 to 1": {
    column: (k: number, day: number) => scaledDay(day) ** k,
    digits: [
      0.20749, 0.53289, 0.86105, 1.225, 1.5856, 1.9752, 2.3679, 2.7935, 3.2324, 3.7166, 4.2358,
      4.8378,
    ],
  },
  "Legendre polynomials": {
    column: (k: number, day: number) => legendre(k, scaledDay(day)),
    digits: [
      0.20749, 0.29416, 0.36311, 0.43368, 0.49415, 0.55372, 0.61015, 0.68984, 0.79923, 0.98866,
      1.2675, 1.6988,
    ],
  },
} as const;

type Basis = keyof typeof bases;
const NAMES = Object.keys(bases) as Basis[];
const ALL_DIGITS = 16;

export default defineFigure({
  id: "columns",
  title: "Columns that look alike",
  caption:
    "Each curve on the left is a column of the design matrix. Raise the degree, then change the columns: when can you still tell the last two apart?",
  controls: {
    basis: { kind: "choice", label: "Columns", choices: NAMES, value: NAMES[0]! },
    degree: { kind: "slider", label: "Degree", min: 1, max: 12, step: 1, value: 6 },
  },

  model: ({ basis: wanted, degree: asked }) => {
    const basis = NAMES.find((name) => name === wanted) ?? NAMES[0]!;
    const degree = Math.min(12, Math.max(1, Math.round(asked)));
    const { column, digits } = bases[basis];
    const curves = Array.from({ length: degree + 1 }, (_, k) =>
      Array.from({ length: 85 }, (_, i): Point => {
        const day = 8 + (338 * i) / 84;
        return [day, column(k, day)];
      }),
    );
    return { basis, degree, curves, lost: digits[degree - 1]! };
  },

  view: ({ basis, degree, curves, lost }) => ({
    panels: [
      {
        title: "The columns, each at most 1",
        x: { label: "Day of 2012", domain: [8, 346] },
        y: { label: "Value in the column", domain: [-1.1, 1.1] },
        marks: curves.map((points, k) => ({
          kind: "line" as const,
          points,
          role: k === degree ? "model" : k === degree - 1 ? "second" : "muted",
          width: k >= degree - 1 ? 2.5 : 1,
        })),
      },
      {
        title: "Digits that may be lost",
        x: { label: "Degree", domain: [0.7, 12.3] },
        y: { label: "log₁₀ of the condition number", domain: [0, 34] },
        marks: [
          {
            kind: "segments",
            segments: [
              [
                [0.7, ALL_DIGITS],
                [12.3, ALL_DIGITS],
              ],
            ],
            role: "error",
            dash: true,
          },
          {
            kind: "text",
            at: [1.2, ALL_DIGITS + 1],
            text: "all that a number has",
            role: "error",
            anchor: "start",
          },
          ...NAMES.map((name) => ({
            kind: "line" as const,
            points: bases[name].digits.map((y, i): Point => [i + 1, y]),
            role: name === basis ? ("model" as const) : ("muted" as const),
            width: name === basis ? 2.5 : 1,
          })),
          { kind: "points", points: [[degree, lost]], role: "model", radius: 6 },
        ],
      },
    ],
    readouts: [
      { label: "Condition number", value: power(lost), role: "model" },
      {
        label: "of the normal equations",
        value: power(2 * lost),
        role: 2 * lost > ALL_DIGITS ? "error" : "model",
      },
    ],
  }),

  describe: ({ basis, degree, lost }) =>
    `Columns 0 to ${degree}: ${basis}. The condition number is ${power(lost)}, so that about ${Math.round(lost)} of 16 digits may be lost; ` +
    `in the normal equations it is squared, ${power(2 * lost)}. ` +
    (2 * lost > ALL_DIGITS
      ? "That is more than a number of 64 bits holds."
      : "A number of 64 bits can bear that."),
});

function legendre(degree: number, t: number): number {
  let [last, now] = [0, 1];
  for (let k = 0; k < degree; k++) {
    [last, now] = [now, ((2 * k + 1) * t * now - k * last) / (k + 1)];
  }
  return now;
}

function power(log10: number): string {
  if (log10 < 4) return Math.round(10 ** log10).toLocaleString("en-US");
  const digits = { "-": "⁻" } as Record<string, string>;
  for (const [i, c] of [..."⁰¹²³⁴⁵⁶⁷⁸⁹"].entries()) digits[i] = c;
  return `10${[...Math.round(log10).toString()].map((c) => digits[c]).join("")}`;
}
