import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { scaled } from "../scalers";

const ORDINARY = [5, 6, 7, 8, 9, 10, 11, 12] as const;
const RANGE = [-2, 4] as const;

export default defineFigure({
  id: "one-large-lot",
  title: "One large lot among nine",
  caption:
    "Eight lots of 5 to 12 thousand ft² stay where they are; the ninth grows. Guess first for which scalers the eight dots will be pushed together.",
  controls: {
    lot: {
      kind: "slider",
      label: "The ninth lot",
      min: 13,
      max: 215,
      step: 1,
      value: 13,
      unit: "thousand ft²",
    },
  },

  model: ({ lot }) =>
    Object.entries(scaled([...ORDINARY, Math.round(lot)])).map(([name, z]) => ({
      name,
      ordinary: z.slice(0, ORDINARY.length),
      largest: z.at(-1)!,
      width: z[ORDINARY.length - 1]! - z[0]!,
    })),

  view: (strips) => {
    const height = (i: number) => strips.length - i;
    return {
      panels: [
        {
          title: "The same nine lots after four scalers",
          x: { label: "Value after scaling", domain: RANGE },
          y: { label: "", domain: [0.5, strips.length + 0.7], hidden: true },
          marks: strips.flatMap(({ name, ordinary, largest }, i): Mark[] => {
            const y = height(i);
            const beyond = largest > RANGE[1];
            return [
              {
                kind: "segments",
                segments: [
                  [
                    [RANGE[0], y],
                    [RANGE[1], y],
                  ],
                ],
                role: "muted",
              },
              {
                kind: "text",
                at: [RANGE[0] + 0.05, y + 0.3],
                text: name,
                anchor: "start",
              },
              {
                kind: "points",
                points: ordinary.map((z): Point => [z, y]),
                role: "data",
                radius: 5,
              },
              {
                kind: "points",
                points: beyond ? [] : [[largest, y]],
                role: "error",
                radius: 6,
              },
              ...(beyond
                ? [
                    {
                      kind: "text" as const,
                      at: [RANGE[1] - 0.05, y + 0.3] as const,
                      text: `the ninth is at ${largest.toFixed(1)} →`,
                      role: "error" as const,
                      anchor: "end" as const,
                    },
                  ]
                : []),
            ];
          }),
        },
      ],
      readouts: strips.map(({ name, width }) => ({
        label: `${name}: room of the eight`,
        value: width.toFixed(2),
        role: "data",
      })),
    };
  },

  describe: (strips, { lot }) =>
    `Eight lots of 5 to 12 and one of ${Math.round(lot)} thousand square feet. ${strips
      .map(
        ({ name, width, largest }) =>
          `${name}: the eight take up ${width.toFixed(2)}, the ninth stands at ${largest.toFixed(2)}.`,
      )
      .join(" ")}`,
});
