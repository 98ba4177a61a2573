import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { fit, models } from "../models";
import { air, houses, type Table } from "../tables";

const TABLES = ["houses", "houses, and one that you drag", "CO₂ above Hawaii"] as const;
const MODELS = Object.keys(models);
const WILD: Point = [4.2, 60];

export default defineFigure({
  id: "residuals",
  title: "What the model leaves",
  caption:
    "On the right, each point is one residual, the true value less the predicted one, and the boxes show their middle and their spread in three thirds. Look for a bend and for a funnel. Which model takes the bend out of the CO₂? What becomes of the funnel of the houses in per cent? And how far can one house drag each of the lines?",
  controls: {
    table: { kind: "choice", label: "Data", choices: TABLES, value: TABLES[0] },
    model: { kind: "choice", label: "Model", choices: MODELS, value: "a line" },
    relative: { kind: "toggle", label: "Residuals in % of the prediction", value: false },
    wild: { kind: "points", label: "A house to drag", value: [WILD] },
  },

  model: ({ table: chosen, model, relative, wild }) => {
    const table = chosen === TABLES[2] ? air : houses;
    const added = chosen === TABLES[1] ? [wild[0] ?? WILD] : [];
    const name = MODELS.includes(model) ? model : "a line";
    const points = [...table.points, ...added];
    const unit = relative ? "%" : shortUnit(table);
    return { table, added, name, points, unit, ...fit(name, points, table.x.domain, relative) };
  },

  view: ({ table, added, name, points, unit, curve, residuals, rmse, r2, thirds }) => {
    const reach = 1.1 * Math.max(...residuals.map(([, r]) => Math.abs(r)), 1e-6);
    const [low, high] = span(
      residuals.map(([at]) => at),
      table.y.domain,
    );
    const handle: Mark[] = added.length
      ? [{ kind: "handles", param: "wild", points: added, role: "error", names: ["House to drag"] }]
      : [];
    return {
      panels: [
        {
          title: `The data, and ${name}`,
          x: table.x,
          y: table.y,
          marks: [
            {
              kind: "segments",
              segments: points.map(([x, y], i) => [
                [x, y],
                [x, residuals[i]![0]],
              ]),
              role: "muted",
            },
            { kind: "points", points: table.points, role: "data", radius: 3 },
            { kind: "line", points: curve, role: "model", width: 2.5 },
            ...handle,
          ],
        },
        {
          title: "Residuals by prediction",
          x: { label: `Predicted (${shortUnit(table)})`, domain: [low, high] },
          y: { label: `True less predicted (${unit})`, domain: [-reach, reach] },
          marks: [
            {
              kind: "rects",
              rects: thirds.map(({ from, to, mean, size }) => [
                [from, mean - size],
                [to, mean + size],
              ]),
              role: "good",
            },
            {
              kind: "segments",
              segments: [
                [
                  [low, 0],
                  [high, 0],
                ],
              ],
              role: "model",
              width: 2,
            },
            { kind: "points", points: residuals, role: "data", radius: 3 },
            {
              kind: "segments",
              segments: thirds.map(({ from, to, mean }) => [
                [from, mean],
                [to, mean],
              ]),
              role: "good",
              width: 3,
            },
          ],
        },
      ],
      readouts: [
        { label: "Typical miss", value: amount(table, rmse) },
        { label: "R²", value: number(r2) },
        {
          label: `Middle of the thirds (${unit})`,
          value: thirds.map(({ mean }) => number(mean)).join(" / "),
          role: "good",
        },
        {
          label: `Their spread (${unit})`,
          value: thirds.map(({ size }) => number(size)).join(" / "),
          role: "good",
        },
      ],
    };
  },

  describe: ({ table, added, name, points, unit, rmse, r2, thirds }) => {
    const [first, second, third] = thirds.map(({ mean }) => number(mean));
    const [calm, , wide] = thirds.map(({ size }) => size);
    const typical = thirds.reduce((sum, { size }) => sum + size, 0) / 3;
    const bend =
      Math.max(...thirds.map(({ mean }) => Math.abs(mean))) > 0.4 * typical
        ? "so a pattern is left"
        : "so no bend is left";
    const ratio = wide! / Math.max(calm!, 1e-9);
    const fan =
      ratio > 1.5
        ? `The spread grows from ${number(calm!)} to ${number(wide!)}: a funnel.`
        : `The spread is ${number(calm!)} in the low third and ${number(wide!)} in the high one.`;
    const where = added[0]
      ? ` The house to drag has ${number(added[0][0])} thousand ft² and costs ${number(added[0][1])} thousand dollars.`
      : "";
    return (
      `${points.length} points and ${name}: it typically misses by ${amount(table, rmse)}, R² is ${number(r2)}. ` +
      `In the low, the middle and the high third of the predictions, the mean residual is ${first}, ${second} and ${third} (in ${unit}), ${bend}. ${fan}${where}`
    );
  },
});

/** From the smallest to the largest with a margin; another span if all are the same. */
function span(values: readonly number[], other: readonly [number, number]) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low) / 20;
  return margin > 1e-6 ? ([low - margin, high + margin] as const) : other;
}

/** A size in the units of y: `2.78 ppm` or `$50,500`. */
function amount({ y }: Table, value: number): string {
  if (y.unit === "ppm") return `${number(value)} ppm`;
  return `$${(Math.round(value * 10) * 100).toLocaleString("en-US")}`;
}

function shortUnit({ y }: Table): string {
  return y.unit === "ppm" ? "ppm" : "$1,000";
}

function number(value: number): string {
  const text =
    Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
  return text.replace("-", "−").replace(/^−(0\.?0*)$/, "$1");
}
