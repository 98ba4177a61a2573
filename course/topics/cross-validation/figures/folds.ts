import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { groups, kinds, labels, ROWS, report, splitRows } from "../splits";

const MOST = 6;

export default defineFigure({
  id: "folds",
  title: "Who is tested when",
  caption:
    "Twenty-four visits of eight patients, in the order of time. Go through the five ways and watch the three numbers below. Which way gets which of them right? Does any way get all three?",
  controls: {
    kind: { kind: "choice", label: "Splitter", choices: kinds, value: "KFold" },
    count: { kind: "slider", label: "Folds", min: 2, max: MOST, step: 1, value: 4 },
  },

  model: ({ kind: name, count }) => {
    const kind = kinds.find((each) => each === name) ?? "KFold";
    const nSplits = Math.min(MOST, Math.max(2, Math.round(count)));
    const folds = splitRows(kind, nSplits);
    return { kind, nSplits, folds, ...report(folds) };
  },

  view: ({ kind, nSplits, folds, shares, straddling, peeking }) => {
    const cell = (row: number, y: number): readonly [Point, Point] => [
      [row + 0.06, y + 0.1],
      [row + 0.94, y + 0.9],
    ];
    const strip = (rows: readonly number[], y: number, role: Role, opacity: number): Mark => ({
      kind: "rects",
      rects: rows.map((row) => cell(row, y)),
      role,
      opacity,
    });
    const all = labels.map((_, row) => row);
    const word = (y: number, text: string): Mark => ({
      kind: "text",
      at: [-0.4, y + 0.4],
      text,
      anchor: "end",
    });
    const top = nSplits + 2.4;
    return {
      panels: [
        {
          title: `${kind}: strong cells are tested, faint ones learned from`,
          x: { label: "Row", domain: [-4.8, ROWS], hidden: true },
          y: { label: "Fold", domain: [Math.min(0, nSplits - 4), top], hidden: true },
          marks: [
            word(nSplits + 1.3, "ill?"),
            strip(
              all.filter((row) => labels[row] === "ill"),
              nSplits + 1.3,
              "error",
              0.8,
            ),
            strip(
              all.filter((row) => labels[row] === "well"),
              nSplits + 1.3,
              "muted",
              0.25,
            ),
            word(nSplits + 0.3, "patient"),
            ...all.map(
              (row): Mark => ({
                kind: "text",
                at: [row + 0.5, nSplits + 0.7],
                text: groups[row]!,
                anchor: "middle",
                role: "muted",
              }),
            ),
            ...folds.flatMap(({ train, test }, i): Mark[] => {
              const y = nSplits - 1 - i;
              return [
                word(y, `fold ${i + 1}`),
                strip(train, y, "data", 0.25),
                strip(test, y, "second", 0.9),
              ];
            }),
          ],
        },
      ],
      readouts: [
        { label: "Ill in a test part", value: shares, role: "error" },
        {
          label: "Folds with a patient on both sides",
          value: `${straddling} of ${nSplits}`,
        },
        { label: "Folds that learn from later rows", value: `${peeking} of ${nSplits}` },
      ],
    };
  },

  describe: ({ kind, nSplits, folds, shares, straddling, peeking }) =>
    `${kind} with ${nSplits} folds of 24 rows. ` +
    folds
      .map(
        ({ test }, i) =>
          `Fold ${i + 1} tests ${test.length === 1 ? "row" : "rows"} ${ranges(test)}`,
      )
      .join("; ") +
    `. Overall 42 % of the rows are ill, in the test parts it is ${shares}. ` +
    `In ${straddling} of ${nSplits} folds a patient stands on both sides, and ${peeking} learn from rows that come after a tested one.`,
});

type Role = "data" | "second" | "error" | "muted";

/** Row numbers from 1 on, neighbours joined: `1 to 4, 9`. */
function ranges(rows: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < rows.length; ) {
    let j = i;
    while (j + 1 < rows.length && rows[j + 1] === rows[j]! + 1) j++;
    parts.push(i === j ? `${rows[i]! + 1}` : `${rows[i]! + 1} to ${rows[j]! + 1}`);
    i = j + 1;
  }
  return parts.join(", ");
}
