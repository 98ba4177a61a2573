import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import {
  estimate,
  everybody,
  fill,
  gapsOf,
  type Mechanism,
  type Method,
  methods,
} from "../salaries";

const WHY: Readonly<Record<string, Mechanism>> = {
  "chance (MCAR)": "chance",
  "years (MAR)": "years",
  "salary (MNAR)": "salary",
};
const truth = estimate(everybody);

export default defineFigure({
  id: "why-missing",
  title: "Why it is missing decides what helps",
  caption:
    "Switch what decides over the gaps and move their share. Then look at the bars: which ways of dealing with them still find the mean, and which the slope?",
  controls: {
    why: {
      kind: "choice",
      label: "What decides over a gap",
      choices: Object.keys(WHY),
      value: "years (MAR)",
    },
    share: {
      kind: "slider",
      label: "Salaries missing",
      min: 0,
      max: 70,
      step: 5,
      value: 40,
      unit: "%",
    },
    method: { kind: "choice", label: "Show", choices: methods, value: "mean" },
    truth: { kind: "toggle", label: "Show the missing salaries", value: false },
  },

  model: ({ why, share }) => {
    const isGap = gapsOf(WHY[why]!, share / 100);
    const tables = methods.map((method) => {
      const { mean, slope, r } = estimate(fill(method, isGap));
      return { method, mean: mean - truth.mean, slope: slope - truth.slope, r };
    });
    return { isGap, tables };
  },

  view: ({ isGap, tables }, { method, truth: showTruth }) => {
    const table = fill(method as Method, isGap);
    const filled = method === "drop the rows" ? [] : table.filter((_, i) => isGap[i]);
    const { mean, slope } = estimate(table);
    const middle = table.reduce((sum, [x]) => sum + x, 0) / table.length;
    const shown = tables.find((each) => each.method === method)!;
    return {
      panels: [
        {
          title: "240 people",
          x: { label: "Experience (years)", domain: [0, 20] },
          y: { label: "Salary (k€)", domain: [15, 105] },
          weight: 1.5,
          marks: [
            ...(showTruth ? [dots(pick(everybody, isGap), "muted")] : []),
            dots(
              everybody.filter((_, i) => !isGap[i]),
              "data",
            ),
            dots(filled, "accent"),
            line(truth.mean, truth.slope, 10, "good", true),
            line(mean, slope, middle, "error", false),
          ],
        },
        bars("Error of the mean", tables, "mean", 14, method),
        bars("Error of the slope", tables, "slope", 2, method),
      ],
      readouts: [
        {
          label: "Mean",
          value: `${mean.toFixed(1)} of ${truth.mean.toFixed(1)} k€`,
          role: "error",
        },
        {
          label: "Slope",
          value: `${slope.toFixed(2)} of ${truth.slope.toFixed(2)} k€ a year`,
          role: "error",
        },
        { label: "Correlation", value: `${shown.r.toFixed(2)} of ${truth.r.toFixed(2)}` },
        { label: "Dashed", value: "the line of everybody", role: "good" },
      ],
    };
  },

  describe: ({ isGap, tables }, { why }) =>
    `${isGap.filter(Boolean).length} of 240 salaries are missing, decided by ${why}. ` +
    tables
      .map(
        ({ method, mean, slope, r }) =>
          `${method}: the mean is off by ${signed(mean, 1)} k€, the slope by ${signed(slope, 2)} k€ a year, the correlation is ${r.toFixed(2)}`,
      )
      .join("; ") +
    `. With nothing missing the mean is ${truth.mean.toFixed(1)} k€, the slope ${truth.slope.toFixed(2)} k€ a year and the correlation ${truth.r.toFixed(2)}.`,
});

const pick = (points: readonly Point[], isGap: readonly boolean[]) =>
  points.filter((_, i) => isGap[i]);

const dots = (points: readonly Point[], role: "data" | "muted" | "accent"): Mark => ({
  kind: "points",
  points,
  role,
  radius: 3,
});

/** The line through (middle, mean), from 0 to 20 years. */
function line(
  mean: number,
  slope: number,
  middle: number,
  role: "good" | "error",
  dash: boolean,
): Mark {
  const at = (x: number): Point => [x, mean + slope * (x - middle)];
  return { kind: "line", points: [at(0), at(20)], role, width: 2, dash };
}

/** A bar for each method, with its name and its number above. */
function bars(
  title: string,
  tables: readonly { method: Method; mean: number; slope: number }[],
  what: "mean" | "slope",
  most: number,
  shown: string,
) {
  const [low, high] = [-most, most / 2];
  const marks = tables.flatMap((table, i): Mark[] => {
    const y = 2 * (tables.length - i) - 2;
    const role = table.method === shown ? "error" : "muted";
    const value = table[what];
    return [
      {
        kind: "rects",
        rects: [
          [
            [Math.min(value, 0), y],
            [Math.max(value, 0), y + 0.8],
          ],
        ],
        role,
        opacity: 0.8,
      },
      { kind: "text", at: [low, y + 1.15], text: table.method, role, anchor: "start" },
      {
        kind: "text",
        at: [high, y + 1.15],
        text: signed(value, what === "mean" ? 1 : 2),
        role,
        anchor: "end",
      },
    ];
  });
  const zero: Point[] = [
    [0, -0.2],
    [0, 10],
  ];
  return {
    title,
    x: { label: what === "mean" ? "k€" : "k€ a year", domain: [low, high] as const },
    y: { label: "", domain: [-0.2, 10] as const, hidden: true },
    marks: [{ kind: "line", points: zero, role: "muted", width: 1 } as const, ...marks],
  };
}

/** +1.2, −0.3 or 0.0. */
function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return value < 0 ? `−${text}` : `+${text}`;
}
