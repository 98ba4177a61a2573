import { defineFigure, type Point } from "@gradus/course-kit";
import {
  customers,
  GRID,
  grid,
  MOST,
  ROWS,
  type Scores,
  SIZES,
  scoresByNeighbours,
} from "../customers";

const LOW = 60;
const stay = (100 * customers.filter(({ left }) => !left).length) / ROWS;
const curves = SIZES.map(scoresByNeighbours);
const regions = grid();

export default defineFigure({
  id: "curves",
  title: "From memory to indifference",
  caption:
    "Guess which k does best on customers left out, then move it from 1 to 199. Watch three things: how ragged the map is, the gap between the curves in the middle, and what more customers would do on the right.",
  controls: {
    k: {
      kind: "slider",
      label: "Neighbours k",
      min: 1,
      max: MOST,
      step: 2,
      value: 1,
      scale: "log",
    },
  },

  model: ({ k: wanted }) => {
    const index = Math.min((MOST - 1) / 2, Math.max(0, Math.round((wanted - 1) / 2)));
    const validation = curves.at(-1)!;
    const tests = validation.map(({ test }) => test);
    return {
      k: 2 * index + 1,
      now: validation[index]!,
      best: 2 * tests.indexOf(Math.max(...tests)) + 1,
      validation,
      learning: curves.map((scores) => scores[index]!),
      leaving: regions.flatMap((said, cell) => (said[index] ? [cell] : [])),
    };
  },

  view: ({ k, now, best, validation, learning, leaving }) => {
    const { columns, rows, low, high } = GRID;
    const width = 72 / columns;
    const height = (high - low) / rows;
    const of = (scores: readonly Scores[], kind: keyof Scores, x: (i: number) => number) =>
      scores.map((score, i): Point => [x(i), 100 * score[kind]]);
    const level = (from: number, to: number) =>
      ({
        kind: "segments",
        segments: [
          [
            [from, stay],
            [to, stay],
          ],
        ],
        role: "muted",
        dash: true,
      }) as const;
    const accuracy = { label: "Right (%)", domain: [LOW, 101] } as const;
    return {
      panels: [
        {
          title: "Who leaves, says the model",
          x: { label: "Months with you", domain: [0, 73] },
          y: { label: "Dollars a month", domain: [low, high] },
          marks: [
            {
              kind: "rects",
              rects: runs(leaving).map(([from, to]) => {
                const y = low + Math.floor(from / columns) * height;
                return [
                  [(from % columns) * width, y],
                  [((to % columns) + 1) * width, y + height],
                ] as const;
              }),
              role: "error",
              opacity: 0.35,
            },
            {
              kind: "points",
              points: dots(false),
              role: "data",
              radius: 2,
            },
            { kind: "points", points: dots(true), role: "error", radius: 2.5 },
          ],
        },
        {
          title: "Validation curve",
          x: { label: "Neighbours k", domain: [1, MOST], scale: "log" },
          y: accuracy,
          marks: [
            level(1, MOST),
            {
              kind: "segments",
              segments: [
                [
                  [k, 100 * now.test],
                  [k, 100 * now.train],
                ],
              ],
              role: "accent",
              width: 2,
            },
            {
              kind: "line",
              points: of(validation, "train", (i) => 2 * i + 1),
              role: "data",
              width: 2,
            },
            {
              kind: "line",
              points: of(validation, "test", (i) => 2 * i + 1),
              role: "second",
              width: 2,
            },
            { kind: "points", points: [[k, 100 * now.train]], role: "data", radius: 5 },
            { kind: "points", points: [[k, 100 * now.test]], role: "second", radius: 5 },
            { kind: "text", at: [2.2, 93], text: "own rows", role: "data" },
            { kind: "text", at: [1.2, 69], text: "left out", role: "second" },
            {
              kind: "text",
              at: [MOST, stay - 3.5],
              text: "nobody leaves",
              role: "muted",
              anchor: "end",
            },
          ],
        },
        {
          title: `Learning curve, k = ${k}`,
          x: { label: "Customers learned from", domain: [0, 330] },
          y: accuracy,
          marks: [
            level(0, 330),
            {
              kind: "line",
              points: of(learning, "train", (i) => SIZES[i]!),
              role: "data",
              width: 2,
            },
            {
              kind: "line",
              points: of(learning, "test", (i) => SIZES[i]!),
              role: "second",
              width: 2,
            },
            {
              kind: "points",
              points: of(learning, "train", (i) => SIZES[i]!),
              role: "data",
              radius: 3,
            },
            {
              kind: "points",
              points: of(learning, "test", (i) => SIZES[i]!),
              role: "second",
              radius: 3,
            },
          ],
        },
      ],
      readouts: [
        { label: "On its own rows", value: percent(now.train), role: "data" },
        { label: "On rows left out", value: percent(now.test), role: "second" },
        {
          label: "Gap",
          value: `${(100 * (now.train - now.test)).toFixed(1)} points`,
          role: "accent",
        },
        { label: "Best k", value: `${best}`, role: "second" },
      ],
    };
  },

  describe: ({ k, now, best, learning }) =>
    `With ${k === 1 ? "one neighbour" : `${k} neighbours`} the model is right about ${percent(now.train)} of its own customers and ${percent(now.test)} of those left out. ` +
    `${k === best ? "No other k does better on those left out." : `On those left out k = ${best} does best.`} ` +
    `Learned from ${SIZES[0]} customers it was right about ${percent(learning[0]!.test)} of those left out, from ${SIZES.at(-1)} about ${percent(learning.at(-1)!.test)}; "nobody leaves" is right about ${stay.toFixed(1)} %.`,
});

/** Cells that follow one another in a row, from the first to the last. */
function runs(cells: readonly number[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const cell of cells) {
    const last = found.at(-1);
    if (last && cell === last[1] + 1 && cell % GRID.columns > 0) last[1] = cell;
    else found.push([cell, cell]);
  }
  return found;
}

function dots(left: boolean): Point[] {
  return customers
    .filter((customer) => customer.left === left)
    .map(({ months, dollars }): Point => [months, dollars]);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
