import { defineFigure, type Point } from "@gradus/course-kit";
import { circle, fitOn, shareOfYear, windowMean } from "../features";
import { ASKED, temperatures } from "../seattle";

const [EARLIEST, LATEST] = [-10, 3];
const LASTS = Array.from({ length: LATEST - EARLIEST + 1 }, (_, i) => EARLIEST + i);
/** The day that the picture is about: the 9th of July 2015. */
const TODAY = ASKED + 189;
const [BACK, AHEAD] = [-24, 5];

const known = new Map<number, readonly number[]>();

/** R² in 2015 for windows of a width, by their last day. */
function scores(width: number): readonly number[] {
  const before = known.get(width);
  if (before) return before;
  const found = LASTS.map((last) => {
    const columns = (day: number) => [
      ...circle(shareOfYear(day)),
      windowMean(day, last - width + 1, last),
    ];
    return fitOn(columns, 24, LATEST).r2;
  });
  known.set(width, found);
  return found;
}

export default defineFigure({
  id: "window",
  title: "Too good, from tomorrow on",
  caption:
    "A model guesses day 0 from its date and the mean of a window of days. Move the window to the right until the score looks wonderful. On which side of the line are its days?",
  controls: {
    last: { kind: "slider", label: "Last day", min: EARLIEST, max: LATEST, step: 1, value: -1 },
    width: { kind: "slider", label: "Days in the window", min: 1, max: 14, step: 1, value: 3 },
  },

  model: ({ last: wanted, width: wide }) => {
    const last = Math.min(LATEST, Math.max(EARLIEST, Math.round(wanted)));
    const width = Math.min(14, Math.max(1, Math.round(wide)));
    const all = scores(width);
    return { last, width, all, r2: all[last - EARLIEST]!, unknown: Math.min(width, last + 1) };
  },

  view: ({ last, width, all, r2, unknown }) => {
    const leaks = unknown > 0;
    const first = last - width + 1;
    const mean = windowMean(TODAY, first, last);
    return {
      panels: [
        {
          title: "Seattle in June and July 2015",
          x: { label: "Days from the one to guess", domain: [BACK, AHEAD] },
          y: { label: "Warmest hour (°C)", domain: [10, 40] },
          weight: 1.3,
          marks: [
            {
              kind: "rects",
              rects: [
                [
                  [first - 0.5, 10],
                  [last + 0.5, 40],
                ],
              ],
              role: leaks ? "error" : "good",
              opacity: 0.2,
            },
            {
              kind: "segments",
              segments: [
                [
                  [-0.5, 10],
                  [-0.5, 40],
                ],
              ],
              role: "muted",
              dash: true,
            },
            {
              kind: "line",
              points: temperatures
                .slice(TODAY + BACK, TODAY + AHEAD + 1)
                .map((t, i): Point => [BACK + i, t]),
              role: "data",
            },
            { kind: "points", points: [[0, temperatures[TODAY]!]], role: "model", radius: 7 },
            {
              kind: "segments",
              segments: [
                [
                  [first - 0.5, mean],
                  [last + 0.5, mean],
                ],
              ],
              role: leaks ? "error" : "good",
              width: 3,
            },
            { kind: "text", at: [-0.8, 12], text: "known", anchor: "end", role: "muted" },
            { kind: "text", at: [-0.2, 12], text: "not yet", anchor: "start", role: "muted" },
          ],
        },
        {
          title: "Score of such a window",
          x: { label: "Last day of the window", domain: [EARLIEST - 0.5, LATEST + 0.5] },
          y: { label: "R² in 2015", domain: [0.65, 1.02] },
          marks: [
            {
              kind: "rects",
              rects: [
                [
                  [-0.5, 0.65],
                  [LATEST + 0.5, 1.02],
                ],
              ],
              role: "error",
              opacity: 0.12,
            },
            {
              kind: "line",
              points: LASTS.map((each, i): Point => [each, all[i]!]),
              role: "data",
            },
            { kind: "points", points: [[last, r2]], role: "model", radius: 7 },
          ],
        },
      ],
      readouts: [
        { label: "R² in 2015", value: r2.toFixed(3), role: "model" },
        {
          label: "Days that are not known yet",
          value: `${Math.max(0, unknown)} of ${width}`,
          role: leaks ? "error" : "good",
        },
      ],
    };
  },

  describe: ({ last, width, r2, unknown }) =>
    `The feature is the mean of ${width} day${width > 1 ? "s" : ""}, from day ${signed(last - width + 1)} to day ${signed(last)}, where day 0 is to be guessed. ` +
    `With the circle of the year it explains R² = ${r2.toFixed(3)} of 2015. ` +
    (unknown > 0
      ? `${unknown} of its days ${unknown > 1 ? "are" : "is"} not known when the guess is made: it leaks.`
      : "All its days are known when the guess is made."),
});

function signed(value: number): string {
  return String(value).replace("-", "−");
}
