import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { BUDGET, type Found, METHODS, type Method, search } from "../searches";

const SEEDS = 20;
const LOWEST = 15;
const HIGHEST = 30;
const roles = { grid: "muted", random: "data", TPE: "second", halving: "good" } as const;
const known = new Map<number, Readonly<Record<Method, Found>>>();

function foundWith(seed: number): Readonly<Record<Method, Found>> {
  const found =
    known.get(seed) ??
    (Object.fromEntries(METHODS.map((method) => [method, search(method, seed)])) as Record<
      Method,
      Found
    >);
  known.set(seed, found);
  return found;
}

export default defineFigure({
  id: "budget",
  title: "Four searches, one budget",
  caption:
    "Three options of a model of house prices, and no more than 27 fits on 135 houses. TPE begins with the nine draws of random search. Which search do you trust most? Move the seed: the drawn settings change, and so does the place where the grid begins.",
  controls: {
    seed: { kind: "slider", label: "Seed", min: 1, max: SEEDS, step: 1, value: 1 },
    spend: {
      kind: "slider",
      label: "Spent",
      min: 3,
      max: BUDGET,
      step: 1,
      value: BUDGET,
      unit: "fits",
    },
  },

  model: ({ seed, spend }) => {
    const chosen = Math.min(SEEDS, Math.max(1, Math.round(seed)));
    const budget = Math.min(BUDGET, Math.max(3, Math.round(spend)));
    const found = foundWith(chosen);
    const bestAt = (method: Method, spent: number) =>
      Math.min(
        ...found[method].tries.filter((one) => one.spent <= spent + 1e-9).map(({ error }) => error),
      );
    const now = Object.fromEntries(METHODS.map((method) => [method, bestAt(method, budget)]));
    return { seed: chosen, budget, found, now: now as Readonly<Record<Method, number>> };
  },

  view: ({ budget, found, now }) => ({
    panels: [
      {
        title: "Best error so far on 108 other houses",
        x: { label: "Spent (fits on all 135 houses)", domain: [0, BUDGET + 0.5] },
        y: { label: "Error (%)", domain: [LOWEST, HIGHEST] },
        marks: [
          {
            kind: "line",
            points: [
              [budget, LOWEST],
              [budget, HIGHEST],
            ],
            role: "muted",
            dash: true,
          },
          ...METHODS.map(
            (method): Mark => ({
              kind: "line",
              points: staircase(found[method]),
              role: roles[method],
              width: 2.5,
            }),
          ),
          ...METHODS.map(
            (method): Mark => ({
              kind: "points",
              points: [[budget, Math.min(HIGHEST, now[method])]],
              role: roles[method],
              radius: 5,
            }),
          ),
        ],
      },
    ],
    readouts: METHODS.map((method) => ({
      label:
        method === "halving"
          ? "Successive halving"
          : method === "TPE"
            ? "TPE"
            : `${method[0]!.toUpperCase()}${method.slice(1)}`,
      value: `${now[method].toFixed(2)} %`,
      role: roles[method],
    })),
  }),

  describe: ({ seed, budget, now }) =>
    `With seed ${seed}, after the price of ${budget} fits, the best model found so far misses by ` +
    `${now.grid.toFixed(2)} % (grid), ${now.random.toFixed(2)} % (random), ${now.TPE.toFixed(2)} % (TPE) and ${now.halving.toFixed(2)} % (successive halving).`,
});

/** The lowest error so far as a staircase over what has been spent. */
function staircase({ tries }: Found): Point[] {
  const points: Point[] = [];
  let best = Number.POSITIVE_INFINITY;
  for (const { error, spent } of tries) {
    const next = Math.min(best, error);
    if (next < best)
      points.push([spent, Math.min(HIGHEST, best)], [spent, Math.min(HIGHEST, next)]);
    best = next;
  }
  return [...points.slice(1), [BUDGET, Math.min(HIGHEST, best)]];
}
