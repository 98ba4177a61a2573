import { defineFigure, type Point } from "@gradus/course-kit";
import { mean, median, numberText, squaredDistance } from "../spread";

const TIME = [0, 700] as const; // ms
/** Mean squared distances in 1,000 ms². */
const SQUARES = [0, 150] as const;
const THOUSAND = 1000;

const row = (i: number) => i + 1;

export default defineFigure({
  id: "balance",
  title: "The mean balances, the variance is the lowest point",
  caption:
    "Drag the five times. On the left, the arms that reach to either side of the mean are together equally long. On the right, guess one number c for all times: drag it to where its mean squared distance is smallest.",
  controls: {
    times: {
      kind: "points",
      label: "Response times",
      value: [
        [90, 1],
        [110, 2],
        [130, 3],
        [250, 4],
        [420, 5],
      ],
    },
    guess: { kind: "points", label: "Guess c", value: [[400, 60]] },
  },

  model: ({ times, guess: [[at] = [0, 0]] }) => {
    const values = times.map(([x]) => within(x, TIME));
    const centre = mean(values);
    const c = within(at, TIME);
    const variance = squaredDistance(values, centre);
    return {
      values,
      centre,
      middle: median(values),
      variance,
      std: Math.sqrt(variance),
      c,
      ofGuess: squaredDistance(values, c),
      arm: values.reduce((sum, value) => sum + Math.max(0, value - centre), 0),
    };
  },

  view: ({ values, centre, variance, std, c, ofGuess, arm }) => ({
    panels: [
      {
        title: "Five response times and their mean",
        x: { label: "Response time (ms)", domain: TIME },
        y: { label: "", domain: [0, 6], hidden: true },
        marks: [
          {
            kind: "rects",
            rects: [
              [
                [Math.max(TIME[0], centre - std), 0],
                [Math.min(TIME[1], centre + std), 6],
              ],
            ],
            role: "good",
            opacity: 0.08,
          },
          {
            kind: "segments",
            segments: [
              [
                [centre, 0],
                [centre, 6],
              ],
            ],
            role: "good",
            width: 2,
          },
          {
            kind: "segments",
            segments: values.map((value, i) => [
              [centre, row(i)],
              [value, row(i)],
            ]),
            role: "model",
            width: 3,
          },
          {
            kind: "handles",
            param: "times",
            points: values.map((value, i): Point => [value, row(i)]),
            role: "data",
            axis: "x",
            step: [10, 0],
            names: values.map((_, i) => `Time ${i + 1}`),
          },
        ],
      },
      {
        title: "Mean squared distance from one number",
        x: { label: "Guess c (ms)", domain: TIME },
        y: { label: "Mean squared distance (1,000 ms²)", domain: SQUARES },
        marks: [
          {
            kind: "line",
            points: Array.from({ length: 141 }, (_, i): Point => {
              const x = (TIME[1] * i) / 140;
              return [x, squaredDistance(values, x) / THOUSAND];
            }),
            role: "model",
            width: 2,
          },
          {
            kind: "segments",
            segments: [
              [
                [centre, 0],
                [centre, variance / THOUSAND],
              ],
            ],
            role: "good",
            dash: true,
          },
          {
            kind: "points",
            points: [[centre, variance / THOUSAND]],
            role: "good",
            radius: 5,
          },
          {
            kind: "handles",
            param: "guess",
            points: [[c, within(ofGuess / THOUSAND, SQUARES)]],
            role: "accent",
            axis: "x",
            step: [10, 0],
            names: ["Guess c"],
          },
        ],
      },
    ],
    readouts: [
      { label: "Mean", value: `${numberText(centre)} ms`, role: "good" },
      { label: "Arms to each side", value: `${numberText(arm)} ms`, role: "model" },
      { label: "Variance", value: `${numberText(variance)} ms²`, role: "good" },
      { label: "Standard deviation", value: `${numberText(std)} ms`, role: "good" },
      { label: "From your guess", value: `${numberText(ofGuess)} ms²`, role: "accent" },
    ],
  }),

  describe: ({ values, centre, middle, variance, std, c, ofGuess, arm }) => {
    const guess =
      ofGuess - variance < 0.01 * (variance + 1)
        ? "Your guess stands at the mean, where the mean squared distance is smallest"
        : `Your guess of ${numberText(c)} ms has a mean squared distance of ${numberText(ofGuess)} ms², ${numberText(ofGuess - variance)} more than the mean has: the square of the way between them`;
    return (
      `The times are ${values.map(numberText).join(", ")} ms. Their mean is ${numberText(centre)} ms ` +
      `with arms of ${numberText(arm)} ms to each side; half of the times are at most ${numberText(middle)} ms. ` +
      `The variance is ${numberText(variance)} ms², a standard deviation of ${numberText(std)} ms. ${guess}.`
    );
  },
});

function within(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, value));
}
