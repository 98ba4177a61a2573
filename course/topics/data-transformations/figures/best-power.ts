import { defineFigure, type Point } from "@gradus/course-kit";
import { ndtri } from "@gradus/stats";
import { columns } from "../houses";
import { bestPower, boxCox, normalPairs, spread } from "../powers";

type Column = keyof typeof columns;

const LOWEST = -40;
const BIN = 0.5;
const LAMBDAS = Array.from({ length: 81 }, (_, i) => (5 * i - 200) / 100);

/** The best power of a column does not depend on the slider. */
const found = new Map(
  Object.entries(columns).map(([name, values]) => [name, bestPower(values, LAMBDAS)]),
);

export default defineFigure({
  id: "best-power",
  title: "One knob for the shape",
  caption:
    "Move λ until the dots lie on the line; then look whether you stand at the top of the likelihood. Which of 1 (leave it), 0.5 (root) and 0 (log) does each column allow?",
  controls: {
    column: {
      kind: "choice",
      label: "Column",
      choices: Object.keys(columns),
      value: "Lot area (ft²)",
    },
    lambda: { kind: "slider", label: "λ", min: -2, max: 2, step: 0.05, value: 1 },
  },

  model: ({ column, lambda: wanted }) => {
    const name = column in columns ? (column as Column) : "Lot area (ft²)";
    const values: readonly number[] = columns[name];
    const lambda = Math.round(wanted * 20) / 20;
    const { best, interval, curve } = found.get(name)!;
    const powers = values.map((x) => boxCox(x, lambda));
    const pairs = normalPairs(powers);
    const reach = Math.max(5, Math.ceil(Math.max(...pairs.map(([, z]) => Math.abs(z)))));
    const height = curve.find(([x]) => x === lambda)?.[1] ?? LOWEST;
    return { lambda, best, interval, curve, pairs, reach, height, skew: spread(powers).skew };
  },

  view: ({ lambda, best, interval, curve, pairs, reach, height, skew }) => {
    const n = pairs.length;
    const starts = Array.from({ length: (2 * reach) / BIN }, (_, i) => i * BIN - reach);
    const last = starts.at(-1)!;
    const counts = starts.map(
      (low) => pairs.filter(([, z]) => z >= low && (z < low + BIN || low === last)).length,
    );
    const bell = Array.from({ length: 81 }, (_, i): Point => {
      const z = -4 + i / 10;
      return [z, (n * BIN * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)];
    });
    const end = Math.abs(ndtri(0.5 / n));
    return {
      panels: [
        {
          title: "The transformed values",
          x: { label: "Standard deviations from the mean", domain: [-reach, reach] },
          y: { label: "Houses", domain: [0, Math.max(28, ...counts.map((count) => count + 2))] },
          marks: [
            {
              kind: "rects",
              rects: starts.map((low, i): [Point, Point] => [
                [low, 0],
                [low + BIN, counts[i]!],
              ]),
              role: "data",
              opacity: 0.5,
            },
            { kind: "line", points: bell, role: "model", width: 2 },
          ],
        },
        {
          title: "Against a normal sample",
          x: { label: "Expected of a normal sample", domain: [-3, 3] },
          y: { label: "Found (standard deviations)", domain: [-reach, reach] },
          marks: [
            {
              kind: "line",
              points: [
                [-end, -end],
                [end, end],
              ],
              role: "model",
              width: 2,
            },
            { kind: "points", points: pairs, role: "data", radius: 3 },
          ],
        },
        {
          title: "How likely λ is",
          x: { label: "λ", domain: [-2, 2] },
          y: { label: "Log-likelihood below its top", domain: [LOWEST, 2] },
          marks: [
            {
              kind: "rects",
              rects: [
                [
                  [interval[0], LOWEST],
                  [interval[1], 2],
                ],
              ],
              role: "good",
              opacity: 0.25,
            },
            {
              kind: "line",
              points: curve.filter(([, y]) => y >= LOWEST),
              role: "model",
              width: 2,
            },
            {
              kind: "segments",
              segments: [
                [
                  [lambda, LOWEST],
                  [lambda, Math.max(LOWEST, height)],
                ],
              ],
              role: "accent",
              dash: true,
            },
            {
              kind: "points",
              points: [[lambda, Math.max(LOWEST, height)]],
              role: "accent",
              radius: 6,
            },
          ],
        },
      ],
      readouts: [
        { label: "λ", value: signed(lambda), role: "accent" },
        { label: "Skewness", value: signed(skew), role: "data" },
        { label: "Best λ", value: signed(best), role: "model" },
        {
          label: "95 % interval",
          value: `${signed(interval[0])} to ${signed(interval[1])}`,
          role: "good",
        },
      ],
    };
  },

  describe: ({ lambda, best, interval, height, skew, reach, pairs }, { column }) => {
    const shape =
      Math.abs(skew) < 0.25 ? "nearly even" : `skewed to the ${skew > 0 ? "right" : "left"}`;
    const inside = lambda >= interval[0] && lambda <= interval[1];
    return (
      `${column.replace(/ \(.*/, "")} of ${pairs.length} houses with λ = ${signed(lambda)}: the values are ${shape}, ` +
      `with skewness ${signed(skew)}, and lie within ${reach} standard deviations of their mean. The log-likelihood is ` +
      `${Math.abs(height).toFixed(1)} below its top at λ = ${signed(best)}. This λ lies ${inside ? "inside" : "outside"} ` +
      `the 95 % interval from ${signed(interval[0])} to ${signed(interval[1])}.`
    );
  },
});

/** Two decimals, with a real minus. */
function signed(value: number): string {
  return (Math.round(value * 100) / 100 || 0).toFixed(2).replace("-", "−");
}
