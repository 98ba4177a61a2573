import { RandomGenerator } from "@gradus/core";
import { defineFigure, type Point } from "@gradus/course-kit";

const WIDTH = 20;
const HEIGHT = 10;
const NEW = 90;
const random = new RandomGenerator(11);
/** The common rows: a cloud at the upper left, and some in the middle. */
const COMMON: readonly Point[] = Array.from({ length: 60 }, (_, i) =>
  i < 44
    ? [clip(random.normal(5.5, 2), WIDTH), clip(random.normal(7, 1.2), HEIGHT)]
    : [clip(random.normal(10.5, 1.1), WIDTH), clip(random.normal(4.6, 0.8), HEIGHT)],
);
const START: readonly Point[] = [
  [12.6, 1.4],
  [14.2, 2.8],
  [16.4, 1.2],
  [15.8, 3.8],
  [17.9, 2.6],
  [14.6, 0.9],
];
const WAYS = ["SMOTE", "copies"] as const;

/** For each new row: which rare row, which of its neighbours, and how far between. */
const DRAWS = Array.from({ length: NEW }, () => ({
  from: random.uniform(),
  to: random.uniform(),
  u: random.uniform(),
}));

export default defineFigure({
  id: "between",
  title: "Rows that nobody has met",
  caption:
    "The blue rows are common, the six orange ones rare; drag those. Purple rows are made up between a rare row and one of its k nearest neighbours. Drag one rare row into the blue cloud: what does SMOTE build from there to the others? Then compare with copies.",
  controls: {
    rare: { kind: "points", label: "Rare rows", value: START },
    k: { kind: "slider", label: "k", min: 1, max: 5, step: 1, value: 2 },
    way: { kind: "choice", label: "New rows", choices: WAYS, value: WAYS[0] },
  },

  model: ({ rare, k: wanted, way }) => {
    const k = Math.min(Math.max(1, Math.round(wanted)), rare.length - 1);
    const made = DRAWS.map(({ from, to, u }): Point => {
      const start = rare[Math.floor(from * rare.length)]!;
      if (way === WAYS[1]) return start;
      const neighbours = rare
        .filter((row) => row !== start)
        .sort((a, b) => distance(start, a) - distance(start, b));
      const end = neighbours[Math.floor(to * k)]!;
      return [start[0] + u * (end[0] - start[0]), start[1] + u * (end[1] - start[1])];
    });
    const astray = made.filter((row) => amongCommon(row, rare)).length;
    return { made, astray, places: new Set(made.map(String)).size };
  },

  view: ({ made, astray, places }, { rare }) => ({
    panels: [
      {
        title: "Two features of a row",
        x: { label: "First feature", domain: [0, WIDTH] },
        y: { label: "Second feature", domain: [0, HEIGHT] },
        equalUnits: true,
        marks: [
          { kind: "points", points: COMMON, role: "data", radius: 3.5 },
          { kind: "points", points: made, role: "second", radius: 3 },
          {
            kind: "handles",
            param: "rare",
            points: rare,
            role: "model",
            names: rare.map((_, i) => `Rare row ${i + 1}`),
          },
        ],
      },
    ],
    readouts: [
      { label: "New rows", value: String(NEW), role: "second" },
      { label: "Different places", value: String(places) },
      { label: "Among common rows", value: String(astray), role: "error" },
    ],
  }),

  describe: ({ astray, places }, { rare, k, way }) =>
    (way === WAYS[1]
      ? `${NEW} new rows are copies of the ${rare.length} rare ones, so they stand in ${places} places. `
      : `${NEW} new rows lie between one of ${rare.length} rare rows and one of its ${Math.round(k)} nearest neighbours, in ${places} places. `) +
    `${astray} of them lie among common rows: two of their three nearest rows are common.`,
});

function clip(x: number, side: number): number {
  return Math.min(side - 0.2, Math.max(0.2, x));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Whether two of the three nearest rows are common ones. */
function amongCommon(row: Point, rare: readonly Point[]): boolean {
  const near = [
    ...COMMON.map((other) => ({ isCommon: true, far: distance(row, other) })),
    ...rare.map((other) => ({ isCommon: false, far: distance(row, other) })),
  ].sort((a, b) => a.far - b.far);
  return near.slice(0, 3).filter(({ isCommon }) => isCommon).length > 1;
}
