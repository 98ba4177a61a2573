import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { mosaic, RIGHT } from "../mosaic";
import { type ContingencyTable, kinds, type Question, questions, tableOf } from "../titanic";

const GROUPS = ["everybody", "female", "male", "adult", "child"] as const;
const NUMBERS = ["people", "% of all", "% of the row", "% of the column"] as const;

/** A cell of the table, by its places. */
interface Cell {
  readonly i: number;
  readonly j: number;
}

export default defineFigure({
  id: "contingency-table",
  title: "One table, four probabilities",
  caption:
    "Drag the dot from cell to cell. The tint shows what you divide by: change “Numbers are”. On the right every cell is an area, and the dashed lines show where the borders would run if the two questions had nothing to do with each other. Then ask other questions, and ask them of some people only.",
  controls: {
    down: { kind: "choice", label: "Rows", choices: questions, value: "sex" },
    across: { kind: "choice", label: "Columns", choices: questions, value: "survived" },
    group: { kind: "choice", label: "Among", choices: GROUPS, value: "everybody" },
    numbers: { kind: "choice", label: "Numbers are", choices: NUMBERS, value: "people" },
    cell: { kind: "points", label: "Cell", value: [[0.5, -0.7]] },
  },

  model: ({ down, across, group, cell }) => {
    const among = kinds.filter(
      ({ sex, age }) => group === "everybody" || sex === group || age === group,
    );
    const table = tableOf(among, down as Question, across as Question);
    const [x, y] = cell[0] ?? [0, 0];
    const at: Cell = {
      i: clamp(Math.floor(-y), table.rows.length),
      j: clamp(Math.floor(x), table.columns.length),
    };
    const count = table.counts[at.i]![at.j]!;
    const rowSum = table.rowSums[at.i]!;
    const columnSum = table.columnSums[at.j]!;
    return {
      table,
      at,
      names: [table.rows[at.i]!, table.columns[at.j]!] as const,
      count,
      rowSum,
      columnSum,
      joint: count / table.total,
      columnGivenRow: rowSum > 0 ? count / rowSum : undefined,
      rowGivenColumn: columnSum > 0 ? count / columnSum : undefined,
      independent: (rowSum / table.total) * (columnSum / table.total),
    };
  },

  view: (data, { numbers }) => {
    const { table, at, names, count, rowSum, columnSum, independent } = data;
    const [row, column] = names;
    return {
      panels: [
        {
          title: "The table",
          x: { label: "Columns", domain: [-1.15, table.columns.length + 1], hidden: true },
          y: { label: "Rows", domain: [-table.rows.length - 1, 1], hidden: true },
          marks: tableMarks(table, at, numbers),
        },
        {
          title: "The same as areas",
          x: { label: "Rows", domain: [0, RIGHT], hidden: true },
          y: { label: "Columns", domain: [-0.12, 1.02], hidden: true },
          marks: mosaic(table, at),
        },
      ],
      readouts: [
        { label: `P(${row} and ${column})`, value: fraction(count, table.total) },
        { label: `P(${column} | ${row})`, value: fraction(count, rowSum), role: "accent" },
        { label: `P(${row} | ${column})`, value: fraction(count, columnSum), role: "accent" },
        { label: `P(${row}) · P(${column})`, value: percent(independent), role: "muted" },
      ],
    };
  },

  describe: (
    { table, names: [row, column], count, rowSum, columnSum, joint, independent },
    { group },
  ) => {
    const among = group === "everybody" ? "Of all people" : `Of those who were ${group}`;
    const given = (name: string, other: string, sum: number): string =>
      sum === 0
        ? `Nobody counts as “${name}”, so nothing can be said given that.`
        : `Given “${name}”, the share of “${other}” is ${count} of ${sum}, ${percent(count / sum)}.`;
    return (
      `${among}, ${table.total} in number, both “${row}” and “${column}” hold for ${count}, a share of ${percent(joint)}; ` +
      `if the two questions were independent it would be ${percent(independent)}. ` +
      `${given(row, column, rowSum)} ${given(column, row, columnSum)}`
    );
  },
});

/** The numbers in their cells, the sums in the margins, and a tint over what the numbers are divided by. */
function tableMarks(table: ContingencyTable, { i, j }: Cell, numbers: string): Mark[] {
  const { rows, columns, counts, rowSums, columnSums, total } = table;
  const [nRows, nColumns] = [rows.length, columns.length];
  const base: Readonly<Record<string, readonly [Point, Point]>> = {
    "% of all": [
      [0, 0],
      [nColumns, -nRows],
    ],
    "% of the row": [
      [0, -i],
      [nColumns, -i - 1],
    ],
    "% of the column": [
      [j, 0],
      [j + 1, -nRows],
    ],
  };
  const tint = base[numbers];
  const shown = (count: number, rowSum: number, columnSum: number): string => {
    if (numbers === "people") return count.toLocaleString("en-US");
    const by = { "% of all": total, "% of the row": rowSum }[numbers] ?? columnSum;
    return by === 0 ? "–" : percent(count / by);
  };
  const text = (x: number, y: number, words: string, isSum = false): Mark => ({
    kind: "text",
    at: [x + 0.5, y],
    text: words,
    anchor: "middle",
    ...(isSum && { role: "muted" as const }),
  });
  const lines = Array.from({ length: nRows + 2 }, (_, k): [Point, Point] => [
    [-1.15, -k],
    [nColumns + 1, -k],
  ]);
  return [
    ...(tint ? [{ kind: "rects" as const, rects: [tint], role: "good" as const }] : []),
    {
      kind: "rects",
      rects: [
        [
          [j, -i],
          [j + 1, -i - 1],
        ],
      ],
      role: "accent",
      opacity: 0.22,
    },
    { kind: "segments", segments: lines.slice(0, -1), role: "muted", width: 0.5 },
    ...columns.map((name, c) => text(c, 0.35, name)),
    text(nColumns, 0.35, "all", true),
    ...rows.flatMap((name, r) => [
      { kind: "text" as const, at: [-1.1, -r - 0.38] as Point, text: name },
      ...columns.map((_, c) =>
        text(c, -r - 0.38, shown(counts[r]![c]!, rowSums[r]!, columnSums[c]!)),
      ),
      text(nColumns, -r - 0.38, shown(rowSums[r]!, rowSums[r]!, total), true),
    ]),
    { kind: "text", at: [-1.1, -nRows - 0.38], text: "all", role: "muted" },
    ...columns.map((_, c) =>
      text(c, -nRows - 0.38, shown(columnSums[c]!, total, columnSums[c]!), true),
    ),
    text(nColumns, -nRows - 0.38, shown(total, total, total), true),
    {
      kind: "handles",
      param: "cell",
      points: [[j + 0.5, -i - 0.74]],
      role: "accent",
      step: [1, 1],
      names: ["Cell"],
    },
  ];
}

function fraction(count: number, of: number): string {
  return of === 0 ? "nobody to divide by" : `${count} / ${of} = ${percent(count / of)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function clamp(place: number, length: number): number {
  return Math.max(0, Math.min(length - 1, place));
}
