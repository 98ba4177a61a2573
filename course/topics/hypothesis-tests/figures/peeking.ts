import { defineFigure, type Point } from "@gradus/course-kit";
import { alarmed, peeks } from "../simulate";

const WALKS = 400;
const MOST = 50;
const SHOWN = 6;
const LOWEST = 1e-3;
const ALPHA = 0.05;
const THRESHOLD = {
  kind: "line" as const,
  points: [
    [1, ALPHA],
    [MOST, ALPHA],
  ] as readonly Point[],
  role: "accent" as const,
  dash: true,
};

export default defineFigure({
  id: "peeking",
  title: "Look often enough, and you will find something",
  caption:
    "Nothing differs here: A and B are the same page. Each line is the p-value of one experiment that is looked at every day. Allow more looks, and count how many would have been stopped in triumph.",
  controls: {
    looks: { kind: "slider", label: "Looks", min: 1, max: MOST, step: 1, value: 20 },
    again: { kind: "button", label: "New experiments", value: 0 },
  },

  model: ({ looks: wanted, again }) => {
    const looks = Math.round(wanted);
    const walks = peeks(WALKS, MOST, 40 + again);
    const shares = alarmed(walks, ALPHA);
    const end = walks.filter((walk) => walk[looks - 1]! <= ALPHA).length / WALKS;
    return { looks, shown: walks.slice(0, SHOWN), shares, share: shares[looks - 1]!, end };
  },

  view: ({ looks, shown, shares, share, end }) => ({
    panels: [
      {
        title: `The p-values of ${SHOWN} experiments`,
        x: { label: "Look", domain: [1, MOST] },
        y: { label: "p-value", domain: [LOWEST, 1], scale: "log" },
        marks: [
          ...shown.map((walk) => ({
            kind: "line" as const,
            points: walk.slice(0, looks).map((p, i): Point => [i + 1, Math.max(LOWEST, p)]),
            role: "data" as const,
            width: 1.3,
          })),
          THRESHOLD,
        ],
      },
      {
        title: "False alarms so far",
        x: { label: "Looks", domain: [1, MOST] },
        y: { label: "Share of experiments", domain: [0, 0.5] },
        marks: [
          THRESHOLD,
          {
            kind: "line",
            points: shares.map((value, i): Point => [i + 1, value]),
            role: "error",
            width: 2,
          },
          { kind: "points", points: [[looks, share]], role: "error", radius: 5 },
        ],
      },
    ],
    readouts: [
      { label: "Stopped in triumph", value: `${(100 * share).toFixed(1)} %`, role: "error" },
      {
        label: "If only the last look counts",
        value: `${(100 * end).toFixed(1)} %`,
        role: "accent",
      },
    ],
  }),

  describe: ({ looks, share, end }) =>
    `Of ${WALKS} experiments in which nothing differs, ${(100 * share).toFixed(1)} % had a p-value of at most 0.05 in one of the first ${looks} looks. At look ${looks} alone it is ${(100 * end).toFixed(1)} %.`,
});
