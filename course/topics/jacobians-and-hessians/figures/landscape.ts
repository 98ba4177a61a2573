import { defineFigure, type Point } from "@gradus/course-kit";
import { add, numberText, pointText, scale } from "../../../figures/plane";
import { hessianAt, landscape, type Principal, principals, slopeAt } from "../surfaces";

const ORIGIN: Point = [0, 0];
const PLANE = [-2.2, 2.2] as const;
const ALONG = [-1, 1] as const;
const HEIGHT = [-6, 6] as const;
const LEVELS = [-8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8];

export default defineFigure({
  id: "landscape",
  title: "Two curvatures at every place",
  caption:
    "Drag the point to where the ground is level: near (1, 0), (−1, 0) and (0, ±1.73). The cross shows the directions of the largest and the smallest curvature; on the right are the slices through the ground along them (solid), and what gradient and Hessian predict (dashed).",
  controls: {
    place: { kind: "points", label: "Place", value: [[0.9, 0.9]] },
  },

  model: ({ place: [at = ORIGIN] }) => {
    const pair = principals(hessianAt(at));
    const slope = slopeAt(at);
    const height = landscape(at);
    const slices = pair.map(({ curvature, direction }) => {
      const ts = Array.from({ length: 61 }, (_, i) => ALONG[0] + (2 * i) / 60);
      const steep = slope[0] * direction[0] + slope[1] * direction[1];
      return {
        truth: ts.map((t): Point => [t, landscape(add(at, scale(t, direction))) - height]),
        guess: ts.map((t): Point => [t, steep * t + 0.5 * curvature * t * t]),
      };
    });
    const axis = Array.from({ length: 80 }, (_, i) => PLANE[0] + ((PLANE[1] - PLANE[0]) * i) / 79);
    const z = axis.map((y) => axis.map((x) => landscape([x, y])));
    return { at, pair, slope, slices, surface: { x: axis, y: axis, z } };
  },

  view: ({ at, pair, slope, slices, surface }, { place }) => ({
    panels: [
      {
        title: "The ground, x³ − 3x + xy²",
        x: { label: "x", domain: PLANE },
        y: { label: "y", domain: PLANE },
        equalUnits: true,
        marks: [
          { kind: "contour", ...surface, levels: LEVELS },
          ...pair.map((each, i) => ({
            kind: "segments" as const,
            segments: [cross(at, each)],
            role: roles[i]!,
            width: 3,
          })),
          { kind: "handles", param: "place", points: place, role: "accent", names: ["Place"] },
        ],
      },
      {
        title: "Slices along the two directions",
        x: { label: "Distance from the point", domain: ALONG },
        y: { label: "Change of height", domain: HEIGHT },
        marks: slices.flatMap(({ truth, guess }, i) => [
          { kind: "line" as const, points: shown(truth), role: roles[i]!, width: 2.5 },
          { kind: "line" as const, points: shown(guess), role: roles[i]!, width: 1.5, dash: true },
        ]),
      },
    ],
    readouts: [
      { label: "Gradient", value: pointText(slope) },
      { label: "Largest curvature", value: numberText(pair[0].curvature), role: "model" },
      { label: "Smallest curvature", value: numberText(pair[1].curvature), role: "second" },
      { label: "The ground here", value: kind(slope, pair) },
    ],
  }),

  describe: ({ at, pair, slope }) =>
    `At ${pointText(at)} the gradient is ${pointText(slope)}. The largest curvature is ${numberText(pair[0].curvature)}, ` +
    `along ${pointText(pair[0].direction)}; the smallest is ${numberText(pair[1].curvature)}, along ${pointText(pair[1].direction)}. ` +
    `The ground here: ${kind(slope, pair)}.`,
});

const roles = ["model", "second"] as const;

function kind([dx, dy]: Point, [large, small]: readonly [Principal, Principal]): string {
  if (Math.hypot(dx, dy) > 0.25) return "a slope";
  if (small.curvature > 0) return "a minimum, or nearly";
  return large.curvature < 0 ? "a maximum, or nearly" : "a saddle, or nearly";
}

function cross(at: Point, { direction }: Principal): readonly [Point, Point] {
  return [add(at, scale(-0.5, direction)), add(at, scale(0.5, direction))];
}

function shown(points: readonly Point[]): Point[] {
  return points.filter(([, y]) => y >= HEIGHT[0] && y <= HEIGHT[1]);
}
