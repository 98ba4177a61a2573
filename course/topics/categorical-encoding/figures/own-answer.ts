import { defineFigure, type Point } from "@gradus/course-kit";
import { encode, fitLine, fresh, ROWS, seen } from "../dice";

const WAYS = ["all rows", "the other folds"] as const;
const DOMAIN = [60, 300] as const;

export default defineFigure({
  id: "own-answer",
  title: "A code that has seen the answer",
  caption:
    "120 prices by dice and categories that mean nothing, so an honest R² is 0. Make the categories small and see what the model believes on the left, and what happens to it on the right. Then let the codes come from the other folds.",
  controls: {
    size: { kind: "slider", label: "Rows in a category", min: 2, max: 30, step: 1, value: 2 },
    m: { kind: "slider", label: "m", min: 0, max: 20, step: 1, value: 0 },
    way: { kind: "choice", label: "A row is encoded by", choices: WAYS, value: WAYS[0] },
  },

  model: ({ size: wanted, m, way }) => {
    const size = Math.max(2, Math.round(wanted));
    const codes = encode(size, m, way === WAYS[1]);
    return { codes, line: fitLine(codes), nCategories: Math.ceil(ROWS / size) };
  },

  view: ({ codes, line, nCategories }) => {
    const panel = (title: string, x: readonly number[], y: readonly number[], r2: number) => ({
      title,
      x: { label: "Code of the category (thousands of $)", domain: DOMAIN },
      y: { label: "Price (thousands of $)", domain: DOMAIN },
      marks: [
        {
          kind: "points" as const,
          points: x.map((code, i): Point => [code, y[i]!]),
          role: "data" as const,
          radius: 3,
        },
        {
          kind: "line" as const,
          points: DOMAIN.map((code): Point => [code, line.at(code)]),
          role: "model" as const,
          width: 2.5,
        },
        {
          kind: "text" as const,
          at: [70, 282] as const,
          text: `R² ${signed(r2)}`,
          anchor: "start" as const,
        },
      ],
    });
    return {
      panels: [
        panel("Training rows", codes.seen, seen, line.r2Seen),
        panel("New rows, same categories", codes.fresh, fresh, line.r2Fresh),
      ],
      readouts: [
        { label: "Categories", value: String(nCategories) },
        {
          label: "(g − 1) / (n − 1)",
          value: ((nCategories - 1) / (ROWS - 1)).toFixed(2),
        },
        { label: "R² seen", value: signed(line.r2Seen), role: "data" },
        { label: "R² new", value: signed(line.r2Fresh), role: "error" },
      ],
    };
  },

  describe: ({ line, nCategories }, { m, way }) =>
    `${nCategories} categories that mean nothing, m = ${m}, each training row encoded by ${way}. ` +
    `The fitted line has slope ${signed(line.slope)}. On the training rows it explains ${signed(line.r2Seen)} of the variance, ` +
    `on new rows ${signed(line.r2Fresh)}; with nothing to find, an honest model explains about 0.`,
});

function signed(value: number): string {
  return (Math.round(value * 100) / 100 || 0).toFixed(2).replace("-", "−");
}
