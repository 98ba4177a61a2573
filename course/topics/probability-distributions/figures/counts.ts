import { defineFigure, type Point } from "@gradus/course-kit";
import { counts, numberText } from "../families";

const MOST = 80;
const TALLEST = 0.16;
const SECONDS = 86_400;
const all: readonly number[] = Array.from({ length: MOST + 1 }, (_, k) => k);

export default defineFigure({
  id: "counts",
  title: "How often it is too much",
  caption:
    "The bars beyond the dashed line are the seconds that bring more requests than the server can take. Move the capacity and watch how quickly they shrink. Then keep the average and change the distribution: the same average, another tail.",
  controls: {
    story: {
      kind: "choice",
      label: "Distribution",
      choices: Object.keys(counts),
      value: "Poisson",
    },
    mean: { kind: "slider", label: "Average a second", min: 1, max: 50, step: 1, value: 30 },
    capacity: { kind: "slider", label: "Capacity", min: 0, max: MOST, step: 1, value: 40 },
    n: {
      kind: "slider",
      label: "Users, for the binomial",
      min: 50,
      max: 2000,
      step: 10,
      value: 100,
      scale: "log",
    },
  },

  model: ({ story, mean, capacity, n }) => {
    const d = (counts[story] ?? counts.Poisson!)(mean, Math.round(n));
    return { pmf: d.pmf(all), tails: d.sf(all), over: d.sf(capacity), std: d.std() };
  },

  view: ({ pmf, tails, over, std }, { capacity, mean }) => {
    const bar = (k: number): readonly [Point, Point] => [
      [k - 0.4, 0],
      [k + 0.4, Math.min(TALLEST, pmf[k]!)],
    ];
    return {
      panels: [
        {
          title: "Requests in one second",
          x: { label: "Requests", domain: [-1, MOST + 1] },
          y: { label: "Probability", domain: [0, TALLEST] },
          marks: [
            {
              kind: "rects",
              rects: all.filter((k) => k <= capacity).map(bar),
              role: "data",
              opacity: 0.5,
            },
            {
              kind: "rects",
              rects: all.filter((k) => k > capacity).map(bar),
              role: "error",
              opacity: 0.6,
            },
            {
              kind: "segments",
              segments: [
                [
                  [capacity + 0.5, 0],
                  [capacity + 0.5, TALLEST],
                ],
              ],
              role: "muted",
              dash: true,
            },
          ],
        },
        {
          title: "More than the capacity",
          x: { label: "Capacity", domain: [0, MOST] },
          y: { label: "Probability of more", domain: [1e-9, 1], scale: "log" },
          marks: [
            {
              kind: "line",
              points: Array.from(tails).flatMap((tail, k): Point[] =>
                tail > 1e-10 ? [[k, tail]] : [],
              ),
              role: "data",
              width: 2,
            },
            {
              kind: "points",
              points: over > 1e-9 ? [[capacity, over]] : [],
              role: "error",
              radius: 5,
            },
          ],
        },
      ],
      readouts: [
        { label: `More than ${capacity}`, value: numberText(over), role: "error" },
        { label: "Such seconds a day", value: numberText(SECONDS * over), role: "error" },
        { label: "Average", value: numberText(mean) },
        { label: "Standard deviation", value: numberText(std) },
      ],
    };
  },

  describe: ({ over, std }, { story, mean, capacity, n }) => {
    const who =
      story === "Binomial"
        ? `binomial distribution of ${Math.round(n)} users`
        : `${story} distribution`;
    const top =
      over >= 0.0005
        ? `${(100 * over).toFixed(2)} % of all seconds`
        : `${numberText(over)} of all seconds`;
    return `A ${who} with an average of ${numberText(mean)} and a standard deviation of ${numberText(std)}. More than ${capacity} requests come in ${top}, about ${numberText(SECONDS * over)} seconds a day.`;
  },
});
