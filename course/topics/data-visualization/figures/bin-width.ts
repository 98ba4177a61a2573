import { defineFigure, type Point } from "@gradus/course-kit";
import { binned, humps } from "../flippers";

export default defineFigure({
  id: "bin-width",
  title: "Humps and bins",
  caption:
    "Guess the number of humps at the first width. Then make the bins narrower until a second one appears, and on until there is only noise. The toggle shows where the humps come from.",
  controls: {
    width: {
      kind: "slider",
      label: "Width of a bin",
      min: 1,
      max: 24,
      step: 1,
      value: 24,
      unit: "mm",
    },
    species: { kind: "toggle", label: "Colour gentoos", value: false },
  },

  model: ({ width: wanted }) => {
    const width = Math.round(wanted);
    const bins = binned(width);
    const heights = bins.map(({ others, gentoos }) => others + gentoos);
    return { width, bins, highest: Math.max(...heights), humps: humps(heights) };
  },

  view: ({ width, bins, highest, humps }, { species }) => ({
    panels: [
      {
        title: "342 penguins by their flippers",
        x: { label: "Flipper length (mm)", domain: [168, 243] },
        y: { label: "Penguins", domain: [0, highest * 1.08] },
        marks: [
          {
            kind: "rects",
            rects: bins.map(({ low, others, gentoos }): [Point, Point] => [
              [low, 0],
              [low + width, species ? others : others + gentoos],
            ]),
            role: "data",
            opacity: 0.7,
          },
          ...(species
            ? [
                {
                  kind: "rects" as const,
                  rects: bins.map(({ low, others, gentoos }): [Point, Point] => [
                    [low, others],
                    [low + width, others + gentoos],
                  ]),
                  role: "second" as const,
                  opacity: 0.7,
                },
              ]
            : []),
        ],
      },
    ],
    readouts: [
      { label: "Bins", value: String(bins.length) },
      { label: "Humps", value: String(humps), role: "accent" },
    ],
  }),

  describe: ({ width, bins, highest, humps }, { species }) => {
    const gentoos = bins.reduce((sum, bin) => sum + bin.gentoos, 0);
    const shape = `The flippers of 342 penguins in ${bins.length} bins of ${width} mm: ${humps === 1 ? "one hump" : `${humps} humps`}, the highest bar with ${highest} birds.`;
    return species
      ? `${shape} The ${gentoos} gentoos have the longer flippers; the other two species have the shorter ones.`
      : shape;
  },
});
