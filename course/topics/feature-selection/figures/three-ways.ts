import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { ALL, correlation, ways } from "../chosen";

const NAMES = Object.keys(ways) as (keyof typeof ways)[];
const MOST = 10;
const ROLES = { filter: "data", wrapper: "model", embedded: "good" } as const;

export default defineFigure({
  id: "three-ways",
  title: "Who chooses what",
  caption:
    "Left: the chosen features, and how strongly each goes along with another chosen one. Right: how often a model with so many features is right, with the choice made inside the folds. Why does the filter need so many?",
  controls: {
    way: { kind: "choice", label: "Chosen by", choices: NAMES, value: NAMES[0]! },
    k: { kind: "slider", label: "Features", min: 1, max: MOST, step: 1, value: 5 },
  },

  model: ({ way, k: wanted }) => {
    const name = NAMES.find((each) => each === way) ?? "filter";
    const k = Math.min(MOST, Math.max(1, Math.round(wanted)));
    const chosen = ways[name].order.slice(0, k);
    const twin = (feature: string) =>
      Math.max(
        0,
        ...chosen
          .filter((other) => other !== feature)
          .map((other) => Math.abs(correlation(feature, other))),
      );
    return { name, k, chosen, twins: chosen.map(twin), right: ways[name].right[k - 1]! };
  },

  view: ({ name, k, chosen, twins, right }) => ({
    panels: [
      {
        title: "Largest correlation with another chosen one",
        x: { label: "Correlation", domain: [-1.35, 1.2], hidden: true },
        y: { label: "", domain: [0, MOST], hidden: true },
        marks: [
          {
            kind: "rects",
            rects: twins.map((r, i): readonly [Point, Point] => [
              [0, MOST - i - 0.82],
              [r, MOST - i - 0.18],
            ]),
            role: ROLES[name],
            opacity: 0.6,
          },
          ...chosen.map(
            (feature, i): Mark => ({
              kind: "text",
              at: [-1.28, MOST - i - 0.5],
              text: feature.replaceAll("_", " "),
              anchor: "start",
            }),
          ),
          ...twins.map(
            (r, i): Mark => ({
              kind: "text",
              at: [r + 0.03, MOST - i - 0.5],
              text: k > 1 ? r.toFixed(2) : "no other",
              anchor: "start",
            }),
          ),
        ],
      },
      {
        title: "Right in cross-validation",
        x: { label: "Features", domain: [0.5, MOST + 3.4] },
        y: { label: "Right (%)", domain: [89.5, 98.5] },
        marks: [
          {
            kind: "segments",
            segments: [
              [
                [0.5, ALL],
                [MOST + 3.4, ALL],
              ],
            ],
            role: "muted",
            dash: true,
          },
          { kind: "text", at: [0.7, ALL + 0.3], text: "all 30", anchor: "start", role: "muted" },
          ...NAMES.map(
            (each): Mark => ({
              kind: "line",
              points: ways[each].right.map((share, i): Point => [i + 1, share]),
              role: ROLES[each],
              width: each === name ? 3 : 1.5,
            }),
          ),
          ...NAMES.map(
            (each): Mark => ({
              kind: "text",
              at: [MOST + 0.3, ways[each].right.at(-1)! + (each === "wrapper" ? 0.05 : -0.2)],
              text: each,
              role: ROLES[each],
              anchor: "start",
            }),
          ),
          { kind: "points", points: [[k, right]], role: ROLES[name], radius: 7 },
        ],
      },
    ],
    readouts: [
      { label: "Right", value: `${right.toFixed(1)} %`, role: ROLES[name] },
      { label: "With all 30", value: `${ALL} %` },
      {
        label: "Features with a twin (above 0.9)",
        value: `${twins.filter((r) => r > 0.9).length} of ${k}`,
      },
    ],
  }),

  describe: ({ name, k, chosen, twins, right }) =>
    `The ${name} chooses ${chosen.join(", ").replaceAll("_", " ")}. ` +
    (k > 1
      ? `${twins.filter((r) => r > 0.9).length} of these ${k} have a correlation above 0.9 with another chosen one. `
      : "") +
    `A model with ${k} feature${k > 1 ? "s" : ""} chosen like this is right for ${right.toFixed(1)} %; with all 30 it is ${ALL} %.`,
});
