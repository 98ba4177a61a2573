import { checkInteger, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { counted, extent } from "../describe/numbers";
import { contourRings } from "../numeric/contours";
import { CHART_COLORS, type Layer } from "../spec";
import { toNumbers, type Values } from "../values";
import { type Names, toNames } from "./groups";
import { axesOf, type ChartOptions, titlesOf } from "./options";

/** What a picture of a decision boundary shows. */
export interface DecisionBoundaryPlotOptions extends Omit<ChartOptions, "xScale" | "yScale"> {
  /** The two features of the points. */
  readonly x: Values;
  readonly y: Values;
  /** The true class of each point; at most seven different ones. */
  readonly classes: Names;
  /** The class that the model gives each of many points, as names or numbers that name a class. */
  readonly predict: (points: [x: number, y: number][]) => Names;
  /** How many points along x and along y are asked for. Default 120. */
  readonly gridSize?: number;
}

/**
 * The plane coloured by the class that a model predicts, with the points in the colours of their true classes: a
 * point on ground of another colour is an error.
 *
 * @throws ShapeError if lists differ in length or `predict` gives another number of classes; ValueError if a
 *   coordinate is not finite; ParameterError for more than seven classes, a grid or a domain that cannot be.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const predict = (points: [number, number][]) => points.map(([x]) => (x > 0 ? "right" : "left"));
 * const chart = decisionBoundaryPlot({ x: [-1, 1, 2], y: [0, 1, 0], classes: ["left", "right", "left"], predict });
 * chart.description; // → Decision regions of left and right with 3 points; 1 of them lies in the region of another class.
 * ```
 */
export function decisionBoundaryPlot(options: DecisionBoundaryPlotOptions): Chart {
  const where = "decisionBoundaryPlot";
  const [x, y] = [toNumbers(where, "x", options.x), toNumbers(where, "y", options.y)];
  const truth = toNames(where, "classes", options.classes).map((name) => name ?? "(missing)");
  if (x.length !== y.length || x.length !== truth.length || x.length === 0) {
    throw new ShapeError(
      `${where}: expected as many x, y and classes, at least one, got ${x.length}, ${y.length} and ${truth.length}`,
    );
  }
  if (![...x, ...y].every(Number.isFinite)) {
    throw new ValueError(`${where}: expected finite x and y, got others`);
  }
  const size = checkInteger(where, "gridSize", options.gridSize ?? 120, 2);
  const axes = axesOf(where, options);
  const gridX = spaced(axes.x.domain ?? roomy(x), size);
  const gridY = spaced(axes.y.domain ?? roomy(y), size);
  const ask = (points: [number, number][]) => predicted(where, options.predict, points);
  const regions = ask(gridY.flatMap((b) => gridX.map((a): [number, number] => [a, b])));
  const names = [...new Set([...truth, ...regions])].sort();
  if (names.length > CHART_COLORS.length) {
    throw new ParameterError(
      `${where}: expected at most ${CHART_COLORS.length} classes, got ${names.length}`,
    );
  }
  const own = ask(x.map((a, i): [number, number] => [a, y[i]!]));
  const wrong = truth.filter((name, i) => own[i] !== name).length;
  const verb = wrong === 1 ? "lies" : "lie";
  const list =
    names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0]!;
  const summary = `Decision regions of ${list} with ${counted(x.length, "point")}; ${wrong} of them ${verb} in the region of another class.`;
  const areas = names.map((name, i): Layer => {
    const values = regions.map((region) => (region === name ? 1 : 0));
    const rings = contourRings({ x: gridX, y: gridY, values }, 0.5);
    return {
      mark: "shapes",
      shapes: [{ rings }],
      color: CHART_COLORS[i]!,
      opacity: 0.2,
      summary: i === 0 ? summary : "",
      nDropped: 0,
    };
  });
  const points = names.map((name, i): Layer => {
    const kept = truth.flatMap((own, k) => (own === name ? [k] : []));
    return {
      mark: "points",
      x: kept.map((k) => x[k]!),
      y: kept.map((k) => y[k]!),
      color: CHART_COLORS[i]!,
      radius: 3,
      opacity: 0.95,
      summary: "",
      nDropped: 0,
    };
  });
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: { ...axes.x, domain: extent(gridX) },
    y: { ...axes.y, domain: extent(gridY), grid: false },
    key: names.map((label, i) => ({ label, color: CHART_COLORS[i]! })),
    aspect: 0.75,
    layers: [...areas, ...points.filter((layer) => layer.mark === "points" && layer.x.length > 0)],
  });
}

function predicted(
  where: string,
  predict: DecisionBoundaryPlotOptions["predict"],
  points: [number, number][],
): string[] {
  const names = toNames(where, "predictions", predict(points)).map((name) => name ?? "(missing)");
  if (names.length !== points.length) {
    throw new ShapeError(`${where}: expected ${points.length} predictions, got ${names.length}`);
  }
  return names;
}

function roomy(values: readonly number[]): readonly [number, number] {
  const [low, high] = extent(values);
  const room = low === high ? 1 : (high - low) * 0.08;
  return [low - room, high + room];
}

function spaced([low, high]: readonly [number, number], n: number): number[] {
  return Array.from({ length: n }, (_, i) => low + ((high - low) * i) / (n - 1));
}
