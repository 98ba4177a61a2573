import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { circle, fitOn, shareOfYear } from "../features";
import { ASKED, temperatures } from "../seattle";

const WAYS = {
  "day of the year, 1 to 366": (share: number) => [366 * share],
  "a column a month": (share: number) =>
    Array.from({ length: 12 }, (_, m) => Number(Math.floor(12 * share) === m)),
  "a circle": (share: number) => circle(share),
  "a circle, and twice a year": (share: number) => [...circle(share), ...circle(share, 2)],
} as const;
const NAMES = Object.keys(WAYS) as (keyof typeof WAYS)[];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const BINS = 73;
const SHARES = Array.from({ length: 241 }, (_, i) => i / 240.0001);

/** The mean of the days from 2012 to 2014 in each fifth day of the year. */
const means = Array.from({ length: BINS }, (_, bin): Point => {
  const own = temperatures.filter(
    (_, day) => day < ASKED && Math.floor(BINS * shareOfYear(day)) === bin,
  );
  return [(12 * (bin + 0.5)) / BINS, own.reduce((sum, x) => sum + x) / own.length];
});
const fits = NAMES.map((name) => fitOn((day) => [...WAYS[name](shareOfYear(day))]));

export default defineFigure({
  id: "year",
  title: "A year has no end",
  caption:
    "Dots: five-day means of the warmest hour in Seattle. The line is what a linear model makes of the date. Go to the 31st of December and on to the 1st of January: what does the model think happens overnight?",
  controls: {
    way: { kind: "choice", label: "Columns", choices: NAMES, value: NAMES[0]! },
    day: { kind: "slider", label: "Day", min: 1, max: 365, step: 1, value: 200 },
  },

  model: ({ way, day }) => {
    const place = Math.max(0, (NAMES as readonly string[]).indexOf(way));
    const { model, r2 } = fits[place]!;
    const columnsOf = (share: number) => [...WAYS[NAMES[place]!](share)];
    const guess = (shares: readonly number[]) =>
      model.predict(shares.map(columnsOf)).toArray<number[]>();
    const share = Math.min(364, Math.max(0, Math.round(day) - 1)) / 365;
    const [here, first, last] = guess([share, 0, 364 / 365]) as [number, number, number];
    return { r2, share, here, jump: first - last, curve: guess(SHARES), n: columnsOf(0).length };
  },

  view: ({ r2, share, here, jump, curve, n }) => {
    const [x, y] = circle(share);
    const ring = SHARES.map((each): Point => circle(each));
    return {
      panels: [
        {
          title: "Warmest hour of the day",
          x: { label: "Month", domain: [0, 12] },
          y: { label: "°C", domain: [0, 30] },
          weight: 1.6,
          marks: [
            { kind: "points", points: means, role: "data", radius: 3 },
            {
              kind: "line",
              points: SHARES.map((each, i): Point => [12 * each, curve[i]!]),
              role: "model",
              width: 2.5,
            },
            { kind: "points", points: [[12 * share, here]], role: "accent", radius: 7 },
          ],
        },
        {
          title: "The same day on a circle",
          x: { label: "cos", domain: [-1.4, 1.4], hidden: true },
          y: { label: "sin", domain: [-1.4, 1.4], hidden: true },
          equalUnits: true,
          marks: [
            { kind: "line", points: [...ring, ring[0]!], role: "muted" },
            ...MONTHS.map(
              (month, m): Mark => ({
                kind: "text",
                at: circle((m + 0.5) / 12).map((v) => 1.22 * v) as unknown as Point,
                text: month,
                role: "muted",
                anchor: "middle",
              }),
            ),
            {
              kind: "segments",
              segments: [
                [
                  [0, 0],
                  [x, y],
                ],
              ],
              role: "accent",
            },
            { kind: "points", points: [[x, y]], role: "accent", radius: 7 },
          ],
        },
      ],
      readouts: [
        { label: "Columns", value: String(n) },
        { label: "Guess for this day", value: `${signed(here)} °C`, role: "model" },
        { label: "From 31 December to 1 January", value: `${signed(jump)} °C`, role: "error" },
        { label: "R² in 2015", value: signed(r2, 3) },
      ],
    };
  },

  describe: ({ r2, share, here, jump, n }, { way }) => {
    const [x, y] = circle(share);
    return (
      `With ${n} column${n > 1 ? "s" : ""} (${way}), the model guesses ${signed(here)} °C for day ${Math.round(365 * share) + 1} of the year, ` +
      `which stands at (${signed(x, 2)}, ${signed(y, 2)}) on the circle. From the 31st of December to the 1st of January its guess changes by ${signed(jump)} °C. ` +
      `It explains R² = ${signed(r2, 3)} of the days of 2015.`
    );
  },
});

function signed(value: number, digits = 1): string {
  const rounded = Math.round(value * 10 ** digits) / 10 ** digits || 0;
  return rounded.toFixed(digits).replace("-", "−");
}
