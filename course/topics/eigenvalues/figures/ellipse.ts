import { defineFigure, type Point } from "@gradus/course-kit";
import { arrow, axes, length, numberText, pointText, scale } from "../../../figures/plane";
import {
  apply,
  type Eigen,
  eigen,
  lineDegrees,
  type Matrix,
  onCircle,
  turn,
  unit,
} from "../matrix";

const ORIGIN: Point = [0, 0];
const EAST: Point = [1, 0];
const DOMAIN = [-2.4, 2.4] as const;
const HEAD = 0.13;
/** A line turned by less than this many degrees counts as not turned. */
const AS_GOOD_AS_ZERO = 1;

const presets: Readonly<Record<string, Matrix>> = {
  stretch: [
    [1.5, 0.5],
    [0.5, 1.5],
  ],
  flip: [
    [0.5, 1],
    [1.5, 0],
  ],
  shear: [
    [1, 0],
    [1, 1],
  ],
  turn: [
    [0.8, 0.9],
    [-0.9, 0.8],
  ],
};

export default defineFigure({
  id: "ellipse",
  title: "A circle becomes an ellipse",
  caption:
    "Drag x around the circle and watch the arrow Ax. Where both lie on one line, x is an eigenvector: the curve on the right crosses zero. Then drag a₁ and a₂, the columns of A, and the ellipse moves.",
  controls: {
    x: { kind: "points", label: "The vector x", value: [[0.87, -0.5]] },
    columns: { kind: "points", label: "The columns of A", value: presets.stretch! },
    stretch: { kind: "button", label: "Stretch", value: 0 },
    flip: { kind: "button", label: "Stretch and flip", value: 0 },
    shear: { kind: "button", label: "Shear", value: 0 },
    turn: { kind: "button", label: "Turn", value: 0 },
  },

  model: ({ x: [at = EAST], columns: [first = ORIGIN, second = ORIGIN] }) => {
    const A: Matrix = [first, second];
    const x = onCircle(at);
    const image = apply(A, x);
    return { A, x, image, turned: turn(x, image), found: eigen(A) };
  },

  view: ({ A, x, image, turned, found }, { columns }) => ({
    panels: [
      {
        title: "The circle of all x, and the ellipse of all Ax",
        x: { label: "First component", domain: DOMAIN },
        y: { label: "Second component", domain: DOMAIN },
        equalUnits: true,
        marks: [
          { kind: "segments", segments: axes, role: "muted", width: 0.5 },
          { kind: "line", points: circle, role: "muted", width: 1 },
          {
            kind: "line",
            points: circle.map((point) => apply(A, point)),
            role: "model",
            width: 2,
          },
          {
            kind: "segments",
            segments: linesOf(found).map(({ degrees }) => across(unit(degrees))),
            role: "good",
            dash: true,
          },
          { kind: "segments", segments: arrow(ORIGIN, image, HEAD), role: "second", width: 3 },
          { kind: "segments", segments: arrow(ORIGIN, x, HEAD), role: "accent", width: 2 },
          { kind: "text", at: beside(image, x), text: "Ax", role: "second", anchor: "middle" },
          { kind: "text", at: beside(x, image), text: "x", role: "accent", anchor: "middle" },
          ...columns.map((tip, i) => ({
            kind: "text" as const,
            at: beside(tip, columns[1 - i] ?? ORIGIN),
            text: i === 0 ? "a₁" : "a₂",
            role: "model" as const,
            anchor: "middle" as const,
          })),
          {
            kind: "handles",
            param: "columns",
            points: columns,
            role: "model",
            names: ["First column of A", "Second column of A"],
          },
          { kind: "handles", param: "x", points: [x], role: "accent", names: ["x"] },
        ],
      },
      {
        title: "How far A turns the line of x",
        x: { label: "Direction of x (degrees)", domain: [0, 180] },
        y: { label: "Turn (degrees)", domain: [-90, 90] },
        marks: [
          { kind: "line", points: zero, role: "muted", width: 1 },
          { kind: "segments", segments: turns(A), role: "second", width: 2 },
          {
            kind: "points",
            points: linesOf(found).map(({ degrees }): Point => [degrees, 0]),
            role: "good",
            radius: 5,
          },
          {
            kind: "points",
            points: turned === undefined ? [] : [[lineDegrees(x), turned]],
            role: "accent",
            radius: 5,
          },
        ],
      },
    ],
    readouts: [
      { label: "Eigenvalues", value: valuesText(found), role: "good" },
      { label: "Length of Ax", value: numberText(length(image)), role: "second" },
      {
        label: "Turn",
        value: turned === undefined ? "none" : `${degreesText(turned)}`,
        role: "accent",
      },
    ],
  }),

  describe: ({ A, x, image, turned, found }) => {
    const start = `A has the columns ${pointText(A[0])} and ${pointText(A[1])}. x points at ${degreesText(lineDegrees(x))}, and Ax is ${numberText(length(image))} times as long`;
    const effect =
      turned === undefined
        ? ": it vanishes, so x is an eigenvector with the eigenvalue 0"
        : Math.abs(turned) < AS_GOOD_AS_ZERO
          ? ` on the same line${x[0] * image[0] + x[1] * image[1] < 0 ? ", pointing backwards" : ""}: x is an eigenvector`
          : `; its line is turned by ${degreesText(turned)}`;
    return `${start}${effect}. ${linesText(found)}`;
  },

  press: (button) => ({ columns: presets[button] ?? presets.stretch! }),
});

const circle: readonly Point[] = Array.from({ length: 121 }, (_, i) => unit(3 * i));
const zero: readonly Point[] = [
  [0, 0],
  [180, 0],
];

/** The turn of every line, without the places where it jumps from one end to the other. */
function turns(A: Matrix): (readonly [Point, Point])[] {
  const points = Array.from({ length: 181 }, (_, degrees) => {
    const x = unit(degrees);
    return [degrees, turn(x, apply(A, x))] as const;
  });
  return points.slice(1).flatMap(([to, end], i) => {
    const [from, start] = points[i]!;
    if (start === undefined || end === undefined || Math.abs(end - start) > 90) return [];
    return [
      [
        [from, start],
        [to, end],
      ] as const,
    ];
  });
}

function linesOf(found: Eigen) {
  return found.kind === "real" ? found.lines : [];
}

function across(direction: Point): readonly [Point, Point] {
  return [scale(-10, direction), scale(10, direction)];
}

/** A place beside the tip of an arrow, on the side away from another arrow, within the panel. */
function beside([x, y]: Point, other: Point): Point {
  const size = Math.hypot(x, y);
  if (size < 1e-9) return [0.2, 0.2];
  const side = x * other[1] - y * other[0] > 0 ? 1 : -1;
  const [px, py] = [x + (0.22 * (x + side * y)) / size, y + (0.22 * (y - side * x)) / size];
  return [Math.max(-2.2, Math.min(2.2, px)), Math.max(-2.2, Math.min(2.2, py))];
}

function degreesText(degrees: number): string {
  return `${numberText(Math.round(degrees))}°`;
}

function valuesText(found: Eigen): string {
  if (found.kind === "all") return numberText(found.value);
  if (found.kind === "complex") return `${numberText(found.re)} ± ${numberText(found.im)}i`;
  return found.lines.map(({ value }) => numberText(value)).join(" and ");
}

function linesText(found: Eigen): string {
  if (found.kind === "all")
    return `A stretches every vector by ${numberText(found.value)}, so every direction is one of an eigenvector.`;
  if (found.kind === "complex")
    return `A turns every line: its eigenvalues are complex, ${valuesText(found)}.`;
  const list = found.lines.map(
    ({ value, degrees }) => `${numberText(value)} along ${degreesText(degrees)}`,
  );
  return list.length === 1
    ? `There is one eigenvalue and one direction only: ${list[0]}.`
    : `The eigenvalues are ${list.join(" and ")}.`;
}
