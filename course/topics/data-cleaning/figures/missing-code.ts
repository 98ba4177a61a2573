import { defineFigure, type Point } from "@gradus/course-kit";
import { rents, withCode, withoutCode } from "../coded";

export default defineFigure({
  id: "missing-code",
  title: "What a code for “missing” does",
  caption:
    "Forty rents. Let more and more of them be missing, written as a code, and watch the mean, the median and the spread. Then treat the code as missing.",
  controls: {
    nCoded: {
      kind: "slider",
      label: "Missing rents",
      min: 0,
      max: 16,
      step: 1,
      value: 4,
      unit: "of 40",
    },
    code: { kind: "choice", label: "Code", choices: ["-999", "0", "9999"], value: "-999" },
    known: { kind: "toggle", label: "Treat the code as missing", value: false },
  },

  model: ({ nCoded, code, known }) =>
    known ? withoutCode(nCoded) : withCode(nCoded, Number(code)),

  view: ({ values, mean, median, std }, { code }) => {
    const [low, high] = [-1150, Math.max(1950, Number(code) + 400)];
    return {
      panels: [
        {
          title: "Every dot is a rent",
          x: { label: "Rent (€)", domain: [low, high] },
          y: { label: "", domain: [0, 12], hidden: true },
          marks: [
            {
              kind: "points",
              points: stacked(values, (high - low) / 42, Number(code)),
              role: "data",
              radius: 4,
            },
            { kind: "line", points: upright(mean, 9.5), role: "error", width: 2 },
            { kind: "line", points: upright(median, 11), role: "good", width: 2, dash: true },
            { kind: "text", at: [mean, 10], text: "mean", role: "error", anchor: "end" },
            { kind: "text", at: [median, 11.5], text: "median", role: "good", anchor: "start" },
          ],
        },
      ],
      readouts: [
        { label: "Mean", value: `${mean.toFixed(0)} €`, role: "error" },
        { label: "Median", value: `${median.toFixed(0)} €`, role: "good" },
        { label: "Standard deviation", value: `${std.toFixed(0)} €` },
      ],
    };
  },

  describe: ({ mean, median, std }, { nCoded, code, known }) => {
    const how = known ? "are left out" : `are written as ${code}`;
    return (
      `${nCoded} of ${rents.length} rents are missing and ${how}. ` +
      `The mean is ${mean.toFixed(0)} €, the median ${median.toFixed(0)} €, the standard deviation ${std.toFixed(0)} €.`
    );
  },
});

const upright = (x: number, height: number): Point[] => [
  [x, 0],
  [x, height],
];

/** Dots in bins, one above the other; those of the code stand where it is. */
function stacked(values: readonly number[], width: number, code: number): Point[] {
  const heights = new Map<number, number>();
  return values.map((value) => {
    const bin = Math.round(value / width);
    const height = heights.get(bin) ?? 0;
    heights.set(bin, height + 1);
    return [value === code ? code : bin * width, 0.4 + height * 0.7];
  });
}
