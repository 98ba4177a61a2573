import { defineFigure, type Mark, type Point } from "@gradus/course-kit";

const items = ["tea", "mug", "pot"];
const months = ["Jan", "Feb", "Mar"];
const sold: readonly (readonly (number | null)[])[] = [
  [12, 0, 7],
  [3, null, 5],
  [1, 2, null],
];

export default defineFigure({
  id: "reshape",
  title: "Wide and long",
  caption:
    "Drag the dot over the cells of the wide table, and see which row of the long one each becomes. Then leave out the empty cells.",
  controls: {
    cell: { kind: "points", label: "Cell", value: [[1.5, -0.5]] },
    drop: { kind: "toggle", label: "Leave out empty cells", value: false },
  },

  model: ({ cell, drop }) => {
    const [x, y] = cell[0] ?? [0, 0];
    const [i, j] = [place(-y, items.length), place(x, months.length)];
    // As melt does it: one column below the other.
    const all = months.flatMap((_, column) => items.map((__, row) => [row, column] as const));
    const long = all.filter(([row, column]) => !drop || sold[row]![column] !== null);
    const at = long.findIndex(([row, column]) => row === i && column === j);
    return { i, j, long, at: at < 0 ? undefined : at };
  },

  view: ({ i, j, long, at }) => ({
    panels: [
      {
        title: "Wide: a column a month",
        x: { label: "", domain: [-1.1, 3.1], hidden: true },
        y: { label: "", domain: [-3.3, 1], hidden: true },
        marks: [
          box([j, -i], [j + 1, -i - 1]),
          rule(-1.1, 3.1, 0),
          ...["item", ...months].map((name, k) => text(name, [k - 0.5, 0.45], true)),
          ...items.flatMap((item, row) => [
            text(item, [-0.5, -row - 0.35]),
            ...sold[row]!.map((n, column) => text(shown(n), [column + 0.5, -row - 0.35])),
          ]),
          {
            kind: "handles",
            param: "cell",
            points: [[j + 0.5, -i - 0.72]],
            role: "accent",
            step: [1, 1],
            names: ["The cell"],
          },
        ],
      },
      {
        title: `Long: ${long.length} rows`,
        x: { label: "", domain: [0, 3], hidden: true },
        y: { label: "", domain: [-9.2, 1], hidden: true },
        marks: [
          ...(at === undefined ? [] : [box([0, -at], [3, -at - 1])]),
          rule(0, 3, 0),
          ...["item", "month", "sold"].map((name, k) => text(name, [k + 0.5, 0.45], true)),
          ...long.flatMap(([row, column], k) => [
            text(items[row]!, [0.5, -k - 0.5]),
            text(months[column]!, [1.5, -k - 0.5]),
            text(shown(sold[row]![column]!), [2.5, -k - 0.5]),
          ]),
        ],
      },
    ],
    readouts: [
      { label: "Wide", value: `${items.length} × ${1 + months.length}` },
      { label: "Long", value: `${long.length} × 3`, role: "accent" },
    ],
  }),

  describe: ({ i, j, long, at }) => {
    const cell = `The cell of ${items[i]} and ${months[j]} ${value(sold[i]![j]!)}`;
    const row =
      at === undefined
        ? "has no row in the long table, since empty cells are left out"
        : `is row ${at + 1} of the ${long.length} rows of the long table: ${items[i]}, ${months[j]}, ${shown(sold[i]![j]!)}`;
    return `${cell} and ${row}.`;
  },
});

/** The whole number from 0 up to `n` that a coordinate falls in. */
function place(value: number, n: number): number {
  return Math.min(n - 1, Math.max(0, Math.floor(value)));
}

const shown = (n: number | null): string => (n === null ? "–" : String(n));
const value = (n: number | null): string => (n === null ? "is empty" : `holds ${n}`);

const box = (from: Point, to: Point): Mark => ({
  kind: "rects",
  rects: [[from, to]],
  role: "accent",
});

const rule = (from: number, to: number, y: number): Mark => ({
  kind: "segments",
  segments: [
    [
      [from, y],
      [to, y],
    ],
  ],
  role: "muted",
});

const text = (words: string, at: Point, quiet = false): Mark => ({
  kind: "text",
  at,
  text: words,
  anchor: "middle",
  ...(quiet && { role: "muted" as const }),
});
