import { defineFigure, type Point } from "@gradus/course-kit";
import {
  areaUnder,
  averagePrecision,
  type CurvePoint,
  curveOf,
  nearestPoint,
  precisionAt,
} from "../curve";
import { fourQuestions, nineMeasures } from "../scores";

const FILTERS = ["four questions", "nine measures"] as const;
const CURVES: Readonly<Record<string, readonly CurvePoint[]>> = {
  "four questions": curveOf(fourQuestions),
  "nine measures": curveOf(nineMeasures),
};
const UNIT = [0, 1] as const;

export default defineFigure({
  id: "roc",
  title: "Every threshold at once",
  caption:
    "Drag the point along the ROC curve: it is the threshold, and the same threshold is marked on the right. Each diagonal step is a tie, mails with equal scores that no threshold can part. Then make spam rare and see which of the two curves notices.",
  controls: {
    at: { kind: "points", label: "Threshold", value: [[0.07, 0.8]] },
    filter: { kind: "choice", label: "Filter", choices: FILTERS, value: "four questions" },
    goodPerSpam: {
      kind: "slider",
      label: "Good mails for each spam",
      min: 1,
      max: 1000,
      step: 0.5,
      value: 1.5,
      scale: "log",
    },
  },

  model: ({ at, filter, goodPerSpam }) => {
    const curve = CURVES[filter] ?? CURVES[FILTERS[0]]!;
    const [[x, y] = [0, 0]] = at;
    const place = nearestPoint(curve, x + y);
    const along = ({ fpr, tpr }: CurvePoint) => fpr + tpr;
    const gaps = [curve[place - 1], curve[place + 1]].map((next) =>
      next ? Math.abs(along(next) - along(curve[place]!)) : 0,
    );
    return {
      curve,
      here: curve[place]!,
      /** So far an arrow key goes, to reach the next score on either side. */
      gap: Math.max(...gaps),
      area: areaUnder(curve),
      average: averagePrecision(curve, goodPerSpam),
      precision: precisionAt(curve[place]!, goodPerSpam),
    };
  },

  view: ({ curve, here, gap, area, average, precision }, { goodPerSpam }) => {
    const roc = curve.map(({ fpr, tpr }): Point => [fpr, tpr]);
    const steps = curve.slice(1).flatMap((point, i): Point[] => {
      const height = precisionAt(point, goodPerSpam);
      return [
        [curve[i]!.tpr, height],
        [point.tpr, height],
      ];
    });
    const prevalence = 1 / (1 + goodPerSpam);
    return {
      panels: [
        {
          title: "ROC curve",
          x: { label: "False positive rate (good mails in junk)", domain: UNIT },
          y: { label: "True positive rate (recall)", domain: UNIT },
          equalUnits: true,
          marks: [
            { kind: "polygon", points: [...roc, [1, 0]], role: "model", opacity: 0.12 },
            {
              kind: "line",
              points: [
                [0, 0],
                [1, 1],
              ],
              role: "muted",
              dash: true,
            },
            { kind: "line", points: roc, role: "model", width: 2 },
            {
              kind: "points",
              points: curve.length < 30 ? roc : [],
              role: "model",
              radius: 2.5,
            },
            { kind: "text", at: [0.62, 0.2], text: `AUC ${area.toFixed(3)}`, anchor: "middle" },
            {
              kind: "handles",
              param: "at",
              points: [[here.fpr, here.tpr]],
              role: "accent",
              step: [gap, gap],
              names: ["Threshold"],
            },
          ],
        },
        {
          title: "Precision and recall",
          x: { label: "Recall (spam in junk)", domain: UNIT },
          y: { label: "Precision (junk that is spam)", domain: UNIT },
          equalUnits: true,
          marks: [
            {
              kind: "polygon",
              points: [[0, 0], ...steps, [1, 0]],
              role: "second",
              opacity: 0.12,
            },
            {
              kind: "line",
              points: [
                [0, prevalence],
                [1, prevalence],
              ],
              role: "muted",
              dash: true,
            },
            { kind: "line", points: steps, role: "second", width: 2 },
            { kind: "points", points: [[here.tpr, precision]], role: "accent", radius: 6 },
            {
              kind: "text",
              at: [0.5, average > 0.35 ? 0.12 : 0.75],
              text: `average precision ${average.toFixed(3)}`,
              anchor: "middle",
            },
          ],
        },
      ],
      readouts: [
        { label: "Threshold", value: scoreText(here.threshold), role: "accent" },
        { label: "Spam in junk", value: percent(here.tpr), role: "accent" },
        { label: "Good mails in junk", value: percent(here.fpr), role: "error" },
        { label: "Precision", value: percent(precision), role: "second" },
      ],
    };
  },

  describe: ({ here, area, average, precision }, { filter, goodPerSpam }) =>
    `The filter of ${filter} has an area of ${area.toFixed(3)} under its ROC curve, however rare spam is. ` +
    `With ${goodPerSpam.toFixed(1)} good mails for each spam its average precision is ${average.toFixed(3)}. ` +
    `At the threshold ${scoreText(here.threshold)} junk receives ${percent(here.tpr)} of the spam and ` +
    `${percent(here.fpr)} of the good mails, and ${percent(precision)} of junk is spam.`,
});

function scoreText(score: number): string {
  return score === Number.POSITIVE_INFINITY ? "∞" : score.toFixed(2).replace("-", "−");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
