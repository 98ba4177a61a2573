import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { cellsAt } from "../curve";
import { LOWEST, nineMeasures, WIDTH } from "../scores";

const HIGHEST = 10;
const MOST = 150; // mails in one bar

export default defineFigure({
  id: "threshold",
  title: "One threshold, four cells",
  caption:
    "2,301 mails: the good ones stand above the line, spam hangs below it. Mails to the right of the threshold go to junk; the orange bars are on the wrong side. Move the threshold until no customer is in junk, and look what that does to the recall.",
  controls: {
    threshold: {
      kind: "slider",
      label: "Threshold (log-odds of spam)",
      min: LOWEST,
      max: HIGHEST,
      step: WIDTH,
      value: 0,
    },
  },

  model: ({ threshold }) => {
    const cells = cellsAt(nineMeasures, threshold);
    const { trueNegatives, falsePositives, falseNegatives, truePositives } = cells;
    const right = truePositives + trueNegatives;
    return {
      cells,
      accuracy: right / (right + falsePositives + falseNegatives),
      precision: truePositives / (truePositives + falsePositives), // NaN if junk is empty
      recall: truePositives / (truePositives + falseNegatives),
      f1: (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives),
    };
  },

  view: ({ cells, accuracy, precision, recall, f1 }, { threshold }) => ({
    panels: [
      {
        title: "Good mails above, spam below",
        x: { label: "Score (log-odds of spam)", domain: [LOWEST, HIGHEST] },
        y: { label: "Mails", domain: [-MOST / 2, MOST], hidden: true },
        weight: 1.5,
        marks: [
          ...bars("good", threshold),
          ...bars("spam", threshold),
          {
            kind: "segments",
            segments: [
              [
                [LOWEST, 0],
                [HIGHEST, 0],
              ],
            ],
            role: "muted",
          },
          {
            kind: "segments",
            segments: [
              [
                [threshold, -MOST / 2],
                [threshold, MOST],
              ],
            ],
            role: "accent",
            width: 2,
          },
          threshold > 4
            ? { kind: "text", at: [threshold - 0.2, 132], text: "← inbox", anchor: "end" }
            : { kind: "text", at: [threshold + 0.2, 132], text: "junk →", anchor: "start" },
        ],
      },
      {
        title: "Confusion matrix",
        x: { label: "", domain: [-0.55, 2], hidden: true },
        y: { label: "", domain: [0, 2.4], hidden: true },
        marks: [
          ...cell([0, 1], cells.trueNegatives, cells.falsePositives, "good"),
          ...cell([1, 1], cells.falsePositives, cells.trueNegatives, "error"),
          ...cell([0, 0], cells.falseNegatives, cells.truePositives, "error"),
          ...cell([1, 0], cells.truePositives, cells.falseNegatives, "good"),
          { kind: "text", at: [0.5, 2.15], text: "inbox", anchor: "middle" },
          { kind: "text", at: [1.5, 2.15], text: "junk", anchor: "middle" },
          { kind: "text", at: [-0.08, 1.47], text: "good", anchor: "end" },
          { kind: "text", at: [-0.08, 0.47], text: "spam", anchor: "end" },
        ],
      },
    ],
    readouts: [
      { label: "Precision", value: percent(precision), role: "model" },
      { label: "Recall", value: percent(recall), role: "model" },
      { label: "F1", value: percent(f1), role: "model" },
      { label: "Accuracy", value: percent(accuracy), role: "data" },
    ],
  }),

  describe: ({ cells, accuracy, precision, recall, f1 }, { threshold }) => {
    const { trueNegatives, falsePositives, falseNegatives, truePositives } = cells;
    const probability = percent(1 / (1 + Math.exp(-threshold)));
    const junk = Number.isNaN(precision)
      ? "Nothing goes to junk, so there is no precision"
      : `Junk holds ${truePositives} spam and ${falsePositives} good mails, a precision of ${percent(precision)}`;
    return (
      `The threshold is a score of ${text(threshold)}, a probability of spam of ${probability}. ${junk}. ` +
      `The inbox holds ${trueNegatives} good mails and ${falseNegatives} spam: the recall is ${percent(recall)}, ` +
      `F1 ${percent(f1)} and the accuracy ${percent(accuracy)}.`
    );
  },
});

/** The bars of one kind of mail: those on the wrong side of the threshold in the colour of errors. */
function bars(kind: "good" | "spam", threshold: number): Mark[] {
  const up = kind === "good" ? 1 : -1;
  const of = (isWrong: boolean): (readonly [Point, Point])[] =>
    nineMeasures
      .filter((mails) => mails[kind] > 0)
      .filter(({ score }) => (score >= threshold === (kind === "good")) === isWrong)
      .map((mails) => [
        [mails.score, 0],
        [mails.score + WIDTH, up * mails[kind]],
      ]);
  return [
    { kind: "rects", rects: of(false), role: kind === "good" ? "data" : "second", opacity: 0.45 },
    { kind: "rects", rects: of(true), role: "error", opacity: 0.85 },
  ];
}

/** One cell, shaded by its share of the row. */
function cell([x, y]: Point, count: number, other: number, role: "good" | "error"): Mark[] {
  return [
    {
      kind: "rects",
      rects: [
        [
          [x + 0.02, y + 0.02],
          [x + 0.98, y + 0.98],
        ],
      ],
      role,
      opacity: 0.08 + 0.4 * (count / (count + other)),
    },
    {
      kind: "text",
      at: [x + 0.5, y + 0.47],
      text: count.toLocaleString("en-US"),
      anchor: "middle",
    },
  ];
}

function percent(share: number): string {
  return Number.isNaN(share) ? "none" : `${(100 * share).toFixed(1)} %`;
}

function text(score: number): string {
  return String(score).replace("-", "−");
}
