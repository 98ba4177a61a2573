import { defineFigure, type Point } from "@gradus/course-kit";
import { bestGuess, type Loss, losses, lossOf } from "../middle";

const DOMAIN = [100, 500] as const;
const GUESSES = Array.from({ length: 161 }, (_, i) => DOMAIN[0] + i * 2.5);
const START: readonly Point[] = [150, 165, 180, 190, 220, 260, 410].map((y): Point => [y, 0]);

export default defineFigure({
  id: "middle",
  title: "Seven houses and one guess",
  caption:
    "Seven houses alike, and one number to say for all of them. Drag the dearest house to the right and watch the best guess, for each loss. With the pinball loss, move q: how many houses stay below?",
  controls: {
    loss: { kind: "choice", label: "Loss", choices: losses, value: "squared" },
    q: {
      kind: "slider",
      label: "q of the pinball loss",
      min: 0.05,
      max: 0.95,
      step: 0.05,
      value: 0.9,
    },
    prices: { kind: "points", label: "Prices", value: START },
  },

  model: ({ loss: chosen, q, prices }) => {
    const loss = losses.find((name) => name === chosen) ?? ("squared" as Loss);
    const values = prices.map(([y]) => y);
    const mean = (guess: number) =>
      values.reduce((sum, y) => sum + lossOf(loss, y, guess, q), 0) / values.length;
    const best = bestGuess(loss, values, q);
    const top = Math.max(...GUESSES.map(mean), 1e-9);
    return {
      loss,
      q,
      best,
      values,
      curve: GUESSES.map((guess): Point => [guess, mean(guess) / top]),
      height: mean(best) / top,
      below: values.filter((y) => y < best - 1e-9).length,
      above: values.filter((y) => y > best + 1e-9).length,
    };
  },

  view: ({ best, curve, height, below, above, loss, q }, { prices }) => ({
    panels: [
      {
        title: `Mean ${loss} loss of every guess`,
        x: { label: "Price, and the guess ($1,000)", domain: DOMAIN },
        y: { label: "Mean loss, as a share of the largest", domain: [-0.08, 1] },
        marks: [
          { kind: "line", points: curve, role: "model", width: 2.5 },
          {
            kind: "segments",
            segments: [
              [
                [best, 0],
                [best, height],
              ],
            ],
            role: "good",
            width: 2,
            dash: true,
          },
          { kind: "points", points: [[best, height]], role: "good", radius: 6 },
          {
            kind: "handles",
            param: "prices",
            points: prices.map(([y]): Point => [y, 0]),
            role: "data",
            axis: "x",
            step: [5, 0],
            names: prices.map((_, i) => `House ${i + 1}`),
          },
        ],
      },
    ],
    readouts: [
      { label: "Best guess", value: dollars(best), role: "good" },
      { label: "It is", value: nameOf(loss, q) },
      { label: "Houses below / above", value: `${below} / ${above}` },
    ],
  }),

  describe: ({ loss, q, best, values, below, above }) =>
    `${values.length} houses from ${dollars(Math.min(...values))} to ${dollars(Math.max(...values))}. The ${loss} loss is smallest at ${dollars(best)}, ${nameOf(loss, q)}; ${below} houses are cheaper and ${above} are dearer.`,
});

function nameOf(loss: Loss, q: number): string {
  if (loss === "squared") return "the mean";
  if (loss === "absolute") return "the median";
  return `the ${q.toFixed(2)} quantile`;
}

function dollars(thousands: number): string {
  return `$${Math.round(thousands)},000`;
}
