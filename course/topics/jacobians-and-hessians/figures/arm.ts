import { defineFigure, type Point } from "@gradus/course-kit";
import { add, arrow, numberText, pointText, scale } from "../../../figures/plane";
import {
  armJacobian,
  determinant,
  elbowOf,
  handOf,
  minus,
  type Pose,
  solve,
  times,
} from "../surfaces";

const REACH = [-5.4, 5.4] as const;
/** How far from the hand the right panel shows, in cm for each degree of turn. */
const ZOOM = 1.25;
const NARROW = 0.1;

export default defineFigure({
  id: "arm",
  title: "A Jacobian you can shake hands with",
  caption:
    "Turn the joints. The arrows at the hand are the two columns of the Jacobian: where each joint alone would move it. On the right, both joints turn a little either way; the Jacobian says parallelogram, the arm draws the dashed line. Make these turns smaller, and the two become one. Then drag the target and take Newton steps. Last, stretch the arm.",
  controls: {
    shoulder: {
      kind: "slider",
      label: "Shoulder",
      min: -180,
      max: 180,
      step: 0.1,
      value: 90,
      unit: "°",
    },
    elbow: {
      kind: "slider",
      label: "Elbow",
      min: -170,
      max: 170,
      step: 0.1,
      value: -90,
      unit: "°",
    },
    most: {
      kind: "slider",
      label: "Small turns up to",
      min: 2,
      max: 20,
      step: 1,
      value: 11,
      unit: "°",
    },
    target: { kind: "points", label: "Target", value: [[-1, 3.5]] },
    step: { kind: "button", label: "Take one Newton step", value: 0 },
  },

  model: ({ shoulder, elbow, most, target }) => {
    const limit = (most * Math.PI) / 180;
    const pose = poseOf(shoulder, elbow);
    const J = armJacobian(pose);
    const hand = handOf(pose);
    const missing = minus(target[0] ?? hand, hand);
    const corners: Point[] = [
      [limit, limit],
      [-limit, limit],
      [-limit, -limit],
      [limit, -limit],
    ];
    const outline = corners.flatMap((from, i): Point[] => {
      const to = corners[(i + 1) % 4]!;
      return Array.from({ length: 13 }, (_, k) => {
        const share = k / 12;
        const [a, b] = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
        return scale(10, minus(handOf([pose[0] + a, pose[1] + b]), hand));
      });
    });
    return {
      elbowAt: elbowOf(pose),
      hand,
      J,
      det: determinant(J),
      missing: Math.hypot(...missing),
      predicted: corners.map((turn) => scale(10, times(J, turn))),
      outline,
      columns: [scale(10 * limit, column(J, 0)), scale(10 * limit, column(J, 1))] as const,
    };
  },

  view: ({ elbowAt, hand, J, det, missing, predicted, outline, columns }, { target, most }) => ({
    panels: [
      {
        title: "The arm",
        x: { label: "x (dm)", domain: REACH },
        y: { label: "y (dm)", domain: REACH },
        equalUnits: true,
        marks: [
          { kind: "line", points: circle(5), role: "muted", dash: true, width: 1 },
          { kind: "line", points: circle(1), role: "muted", dash: true, width: 1 },
          { kind: "line", points: [[0, 0], elbowAt, hand], role: "data", width: 6 },
          { kind: "points", points: [[0, 0], elbowAt], role: "data", radius: 6 },
          {
            kind: "segments",
            segments: arrow(hand, add(hand, scale(0.5, column(J, 0))), 0.25),
            role: "model",
            width: 3,
          },
          {
            kind: "segments",
            segments: arrow(hand, add(hand, scale(0.5, column(J, 1))), 0.25),
            role: "second",
            width: 3,
          },
          { kind: "handles", param: "target", points: target, role: "accent", names: ["Target"] },
        ],
      },
      {
        title: "Where small turns take the hand",
        x: { label: "Sideways (cm)", domain: [-ZOOM * most, ZOOM * most] },
        y: { label: "Upwards (cm)", domain: [-ZOOM * most, ZOOM * most] },
        equalUnits: true,
        marks: [
          { kind: "polygon", points: predicted, role: "good", opacity: 0.25 },
          { kind: "line", points: outline, role: "data", width: 2, dash: true },
          {
            kind: "segments",
            segments: arrow([0, 0], columns[0], most / 14),
            role: "model",
            width: 3,
          },
          {
            kind: "segments",
            segments: arrow([0, 0], columns[1], most / 14),
            role: "second",
            width: 3,
          },
        ],
      },
    ],
    readouts: [
      { label: "Column of the shoulder", value: pointText(column(J, 0)), role: "model" },
      { label: "Column of the elbow", value: pointText(column(J, 1)), role: "second" },
      { label: "Determinant", value: numberText(det), role: "good" },
      { label: "To the target", value: `${numberText(missing)} dm`, role: "accent" },
    ],
  }),

  describe: ({ hand, J, det, missing }, { shoulder, elbow }) => {
    const shape =
      Math.abs(det) < NARROW
        ? "The arm is stretched or folded, and both columns point along one line: in the other direction no turn moves the hand."
        : `They span a parallelogram of area ${numberText(Math.abs(det))}, so every direction can be reached.`;
    return (
      `With the shoulder at ${numberText(shoulder)}° and the elbow at ${numberText(elbow)}° the hand is at ${pointText(hand)}. ` +
      `Per radian, the shoulder moves it by ${pointText(column(J, 0))} and the elbow by ${pointText(column(J, 1))}. ` +
      `${shape} The target is ${numberText(missing)} dm away.`
    );
  },

  press: (_, { shoulder, elbow, target }) => {
    const pose = poseOf(shoulder, elbow);
    const J = armJacobian(pose);
    const [to] = target;
    if (to === undefined || Math.abs(determinant(J)) < NARROW) return {};
    const turn = solve(J, minus(to, handOf(pose)));
    const degrees = turn.map((angle) => (Math.max(-1, Math.min(1, angle)) * 180) / Math.PI);
    return {
      shoulder: rounded(around(shoulder + degrees[0]!)),
      elbow: rounded(Math.max(-170, Math.min(170, elbow + degrees[1]!))),
    };
  },
});

function poseOf(shoulder: number, elbow: number): Pose {
  return [(shoulder * Math.PI) / 180, (elbow * Math.PI) / 180];
}

function column([[a, b], [c, d]]: ReturnType<typeof armJacobian>, i: 0 | 1): Point {
  return i === 0 ? [a, c] : [b, d];
}

function circle(radius: number): Point[] {
  return Array.from({ length: 73 }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / 72;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** The same direction between −180° and 180°. */
function around(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

function rounded(degrees: number): number {
  return Math.round(degrees * 10) / 10;
}
