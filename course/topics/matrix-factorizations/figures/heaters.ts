import { defineFigure, type Point } from "@gradus/course-kit";
import { numberText, pointText } from "../../../figures/plane";
import { places, profile, SIDE, temperatures, WIDTH } from "../room";

const LEVELS = [1, 2, 4, 6, 8, 10, 13, 16, 20, 24, 30];
const UNKNOWNS = SIDE * SIDE;

export default defineFigure({
  id: "heaters",
  title: "One factorization, many heaters",
  caption:
    "Drag the two heaters. Each move is a new right-hand side for the same matrix, so only two triangles are solved. Insulating the left wall changes the matrix, and it is factored again.",
  controls: {
    heaters: {
      kind: "points",
      label: "Heaters",
      value: [
        [1.6, 4.2],
        [4.4, 2],
      ],
    },
    insulated: { kind: "toggle", label: "Insulate the left wall", value: false },
  },

  model: ({ heaters, insulated }) => {
    const warmth = temperatures(heaters, insulated);
    const height = heaters[0]?.[1] ?? WIDTH / 2;
    const middle = profile(warmth, WIDTH / 2);
    return {
      warmth,
      height,
      line: profile(warmth, height),
      warmest: Math.max(...warmth.flat()),
      // The middle lies between two columns.
      middle: (middle[SIDE / 2]![1] + middle[SIDE / 2 + 1]![1]) / 2,
    };
  },

  view: ({ warmth, height, line, warmest, middle }, { heaters }) => {
    const across: Point[] = [
      [0, height],
      [WIDTH, height],
    ];
    return {
      panels: [
        {
          title: "The room from above",
          x: { label: "Metres", domain: [0, WIDTH] },
          y: { label: "Metres", domain: [0, WIDTH] },
          equalUnits: true,
          weight: 3,
          marks: [
            { kind: "contour", x: places, y: places, z: warmth, levels: LEVELS },
            { kind: "line", points: across, role: "model", dash: true, width: 1.5 },
            {
              kind: "handles",
              param: "heaters",
              points: heaters,
              role: "accent",
              names: ["First heater", "Second heater"],
            },
          ],
        },
        {
          title: "Along the dashed line",
          x: { label: "Metres", domain: [0, WIDTH] },
          y: { label: "Degrees above the outside", domain: [0, warmest > 30 ? 50 : 30] },
          weight: 4,
          marks: [
            { kind: "line", points: line, role: "model" },
            { kind: "points", points: line, role: "model", radius: 2.5 },
          ],
        },
      ],
      readouts: [
        { label: "Warmest", value: `${warmest.toFixed(1)}°`, role: "model" },
        { label: "Middle of the room", value: `${middle.toFixed(1)}°` },
        { label: "Equations", value: String(UNKNOWNS) },
        { label: "To factor, once", value: `${thousands(UNKNOWNS ** 3 / 3)} operations` },
        { label: "For each move", value: `${thousands(2 * UNKNOWNS ** 2)} operations` },
      ],
    };
  },

  describe: ({ warmest, middle }, { heaters, insulated }) =>
    `Heaters stand at ${heaters.map(pointText).join(" and ")} metres. The warmest place is ${numberText(warmest)} degrees above the outside, the middle of the room ${numberText(middle)}. ` +
    (insulated
      ? "The left wall is insulated, so it is as warm as the air beside it."
      : "All four walls are as cold as the outside."),
});

function thousands(count: number): string {
  return (Math.round(count / 1000) * 1000).toLocaleString("en-US");
}
