import { defineFigure, type Point } from "@gradus/course-kit";
import { arrow, axes, dot, length, numberText, pointText, scale } from "../../../figures/plane";
import {
  apply,
  type Columns,
  closed,
  determinant,
  letterF,
  matrixText,
  movedGrid,
  rank,
  unitSquare,
} from "../linear-map";

const ORIGIN: Point = [0, 0];
const X_DOMAIN = [-5, 5] as const;
const Y_DOMAIN = [-4, 4] as const;

export default defineFigure({
  id: "columns",
  title: "A matrix by its columns",
  caption:
    "Drag the tips of the two columns. The dashed square is where (0, 0) to (1, 1) was; the tinted shape is where it lands, and its area is the determinant.",
  controls: {
    tips: {
      kind: "points",
      label: "Where (1, 0) and (0, 1) land",
      value: [
        [3, 1],
        [-1, 1],
      ],
    },
    swap: { kind: "button", label: "Swap the columns", value: 0 },
    flatten: { kind: "button", label: "Flatten", value: 0 },
  },

  model: ({ tips }) => {
    const map = columnsOf(tips);
    return {
      map,
      determinant: determinant(map),
      rank: rank(map),
      square: unitSquare.map((corner) => apply(map, corner)),
      letter: letterF.map((corner) => apply(map, corner)),
    };
  },

  press: (button, { tips }) => {
    const [first, second] = columnsOf(tips);
    if (button === "swap") return { tips: [second, first] };
    return { tips: [first, flattened(first, second)] };
  },

  view: ({ map, determinant, rank, square, letter }, { tips }) => {
    const role = determinant < 0 ? "error" : "good";
    return {
      panels: [
        {
          title: "The plane after the map",
          x: { label: "First component", domain: X_DOMAIN },
          y: { label: "Second component", domain: Y_DOMAIN },
          equalUnits: true,
          marks: [
            { kind: "segments", segments: movedGrid(map), role: "muted", width: 0.35 },
            { kind: "segments", segments: axes, role: "muted", width: 0.8 },
            { kind: "line", points: closed(unitSquare), role: "muted", dash: true, width: 1.5 },
            { kind: "polygon", points: square, role },
            { kind: "polygon", points: letter, role, opacity: 0.7 },
            { kind: "segments", segments: arrow(ORIGIN, map[0]), role: "model", width: 2.5 },
            { kind: "segments", segments: arrow(ORIGIN, map[1]), role: "second", width: 2.5 },
            { kind: "text", at: nameAt(map[0]), text: "a₁", role: "model", anchor: "middle" },
            { kind: "text", at: nameAt(map[1]), text: "a₂", role: "second", anchor: "middle" },
            {
              kind: "handles",
              param: "tips",
              points: tips,
              role: "accent",
              names: ["First column", "Second column"],
              step: [0.25, 0.25],
            },
          ],
        },
      ],
      readouts: [
        { label: "Matrix, row by row", value: matrixText(map) },
        { label: "First column a₁", value: pointText(map[0]), role: "model" },
        { label: "Second column a₂", value: pointText(map[1]), role: "second" },
        { label: "Determinant", value: numberText(determinant), role },
        { label: "Rank", value: String(rank) },
      ],
    };
  },

  describe: ({ map, determinant, rank }) => {
    const start = `(1, 0) lands at ${pointText(map[0])} and (0, 1) at ${pointText(map[1])}.`;
    if (rank === 0) return `${start} Everything lands at the origin: determinant 0, rank 0.`;
    if (rank === 1) {
      return `${start} Both lie on one line through the origin, and so does the whole plane now: determinant 0, rank 1, no way back.`;
    }
    const turned = determinant < 0 ? "and the F is mirrored" : "and the F is not mirrored";
    return `${start} The unit square becomes a parallelogram of area ${numberText(Math.abs(determinant))}, ${turned}: determinant ${numberText(determinant)}, rank 2.`;
  },
});

/** Where the name of a column stands: behind its tip, within the panel. */
function nameAt(tip: Point): Point {
  const size = length(tip);
  const [x, y] = size < 1e-9 ? [0.6, 0.6] : scale(1 + 0.65 / size, tip);
  return [Math.max(-4.7, Math.min(4.7, x)), Math.max(-3.7, Math.min(3.7, y))];
}

function columnsOf([first = ORIGIN, second = ORIGIN]: readonly Point[]): Columns {
  return [first, second];
}

/** The second column moved onto the line of the first, and off the origin where the two stand at a right angle. */
function flattened(first: Point, second: Point): Point {
  const square = dot(first, first);
  if (square === 0) return second;
  const times = dot(first, second) / square;
  return scale(Math.abs(times) < 0.05 ? -0.5 : times, first);
}
