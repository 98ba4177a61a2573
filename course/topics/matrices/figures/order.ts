import { defineFigure, type Panel, type Point } from "@gradus/course-kit";
import { axes, numberText } from "../../../figures/plane";
import {
  apply,
  type Columns,
  closed,
  letterF,
  matrixText,
  movedGrid,
  product,
  rotation,
  unitSquare,
} from "../linear-map";

const DOMAIN = [-3, 3] as const;

export default defineFigure({
  id: "order",
  title: "First this, then that",
  caption:
    "Both panels use the same rotation R and the same stretch S. Only the order differs. In CSS the left one is rotate(…) scale(…, 1), the right one scale(…, 1) rotate(…).",
  controls: {
    degrees: {
      kind: "slider",
      label: "Turn",
      min: -180,
      max: 180,
      step: 5,
      value: 60,
      unit: "°",
    },
    factor: { kind: "slider", label: "Stretch in x", min: -2, max: 2, step: 0.1, value: 2 },
  },

  model: ({ degrees, factor }) => {
    const turn = rotation(degrees);
    const stretch: Columns = [
      [factor, 0],
      [0, 1],
    ];
    const [stretchFirst, turnFirst] = [product(turn, stretch), product(stretch, turn)];
    const same = stretchFirst
      .flat()
      .every((entry, i) => Math.abs(entry - turnFirst.flat()[i]!) < 1e-9);
    return { stretchFirst, turnFirst, same };
  },

  view: ({ stretchFirst, turnFirst, same }) => ({
    panels: [
      panel("RS: first stretch, then turn", stretchFirst, "model"),
      panel("SR: first turn, then stretch", turnFirst, "second"),
    ],
    readouts: [
      { label: "RS, row by row", value: matrixText(stretchFirst), role: "model" },
      { label: "SR, row by row", value: matrixText(turnFirst), role: "second" },
      { label: "Equal", value: same ? "yes" : "no" },
    ],
  }),

  describe: ({ stretchFirst, turnFirst, same }, { degrees, factor }) =>
    `S stretches by ${numberText(factor)} in x, R turns by ${numberText(degrees)}°. ` +
    (factor === 0
      ? `A factor of 0 squeezes the plane onto a line. Stretching first gives the matrix ${matrixText(stretchFirst)}, turning first ${matrixText(turnFirst)}.`
      : same
        ? `Here the order makes no difference: both give the matrix ${matrixText(stretchFirst)}.`
        : `Stretching first gives the matrix ${matrixText(stretchFirst)}: the F is turned, and its corners are still right angles. ` +
          `Turning first gives ${matrixText(turnFirst)}: the F is stretched along the horizontal axis after it was turned.`),
});

function panel(title: string, map: Columns, role: "model" | "second"): Panel {
  const moved = (points: readonly Point[]) => points.map((point) => apply(map, point));
  return {
    title,
    x: { label: "First component", domain: DOMAIN },
    y: { label: "Second component", domain: DOMAIN },
    equalUnits: true,
    marks: [
      { kind: "segments", segments: movedGrid(map), role: "muted", width: 0.35 },
      { kind: "segments", segments: axes, role: "muted", width: 0.8 },
      { kind: "line", points: closed(unitSquare), role: "muted", dash: true, width: 1.5 },
      { kind: "polygon", points: moved(unitSquare), role },
      { kind: "polygon", points: moved(letterF), role, opacity: 0.7 },
    ],
  };
}
