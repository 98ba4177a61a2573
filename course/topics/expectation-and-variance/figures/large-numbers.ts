import { defineFigure, type Point } from "@gradus/course-kit";
import { median, numberText, places, sources, walksOf } from "../spread";

const LAST = 2000;
const SHOWN = 6;
const WALKS = 60;
const at = places(LAST, 70);
/** Half of all numbers are nearer to a normal distribution's mean than this many standard deviations. */
const HALF = 0.6745;
/** Half of all ratios of two normal numbers are within ±1, and so are half of their means. */
const HALF_OF_RATIOS = 1;

export default defineFigure({
  id: "large-numbers",
  title: "Averages settle, unless they have nothing to settle on",
  caption:
    "Each line is the average of the first n draws. Compare a die with the waiting times, and draw again. Then choose the ratio of two errors, and see whether patience helps.",
  controls: {
    source: {
      kind: "choice",
      label: "What is drawn",
      choices: sources.map(({ name }) => name),
      value: sources[0]!.name,
    },
    again: { kind: "button", label: "Draw again", value: 0 },
  },

  model: ({ source: name, again }) => {
    const source = sources.find((each) => each.name === name) ?? sources[0]!;
    const walks = walksOf(source, 14 + again, WALKS, at);
    const typical = at.map((_, i) =>
      median(walks.map((walk) => Math.abs(walk[i]! - source.centre))),
    );
    const rule = at.map((n) =>
      source.sigma === undefined ? HALF_OF_RATIOS : (HALF * source.sigma) / Math.sqrt(n),
    );
    return { source, shown: walks.slice(0, SHOWN), typical, rule };
  },

  view: ({ source, shown, typical, rule }) => {
    const { centre, sigma, around } = source;
    const band = (side: number) =>
      at.map((n): Point => [n, centre + (side * 2 * (sigma ?? 0)) / Math.sqrt(n)]);
    return {
      panels: [
        {
          title: `The average so far, ${SHOWN} times`,
          x: { label: "Draws n", domain: [1, LAST], scale: "log" },
          y: { label: "Average of the first n", domain: around },
          marks: [
            ...shown.map((walk) => ({
              kind: "line" as const,
              points: walk.map((value, i): Point => [at[i]!, value]),
              role: "data" as const,
              width: 1.2,
            })),
            ...(sigma === undefined
              ? []
              : ([1, -1] as const).map((side) => ({
                  kind: "line" as const,
                  points: band(side),
                  role: "good" as const,
                  dash: true,
                  width: 1.5,
                }))),
            {
              kind: "line",
              points: [
                [1, centre],
                [LAST, centre],
              ],
              role: "good",
              width: 2,
            },
          ],
        },
        {
          title: `Half of ${WALKS} averages are nearer than this`,
          x: { label: "Draws n", domain: [1, LAST], scale: "log" },
          y: { label: "Distance from the centre", domain: [0.005, 6], scale: "log" },
          marks: [
            {
              kind: "line",
              points: rule.map((value, i): Point => [at[i]!, value]),
              role: "good",
              dash: true,
            },
            {
              kind: "line",
              points: typical.map((value, i): Point => [at[i]!, Math.max(value, 0.005)]),
              role: "data",
              width: 2,
            },
          ],
        },
      ],
      readouts: [
        {
          label: sigma === undefined ? "Centre" : "Expectation",
          value: centre.toString(),
          role: "good",
        },
        {
          label: "Standard deviation of one draw",
          value: sigma === undefined ? "it has none" : sigma.toFixed(2),
        },
        { label: "Typical distance, 10 draws", value: distanceAt(typical, 10), role: "data" },
        {
          label: `Typical distance, ${LAST.toLocaleString("en-US")} draws`,
          value: distanceAt(typical, LAST),
          role: "data",
        },
      ],
    };
  },

  describe: ({ source, shown, typical }) => {
    const ends = shown.map((walk) => walk.at(-1)!.toFixed(2).replace("-", "−")).join(", ");
    const start = `${source.name}: after ${numberText(LAST)} draws six averages stand at ${ends}. Half of ${WALKS} averages are within ${distanceAt(typical, 10)} after 10 draws and within ${distanceAt(typical, LAST)} at the end.`;
    return source.sigma === undefined
      ? `${start} They do not settle: one wild draw moves an average as far as ever, and there is no expectation to settle on.`
      : `${start} They settle on the expectation ${source.centre}: the distance falls like 1/√n.`;
  },
});

function distanceAt(typical: readonly number[], n: number): string {
  const i = at.findIndex((place) => place >= n);
  return typical[i]!.toFixed(3);
}
