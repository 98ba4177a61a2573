import { checkInteger } from "@gradus/core";
import { Chart } from "../chart";
import { counted, extent, inWords } from "../describe/numbers";
import { contourRings, type Grid } from "../numeric/contours";
import type { ColorScaleSpec, Layer } from "../spec";
import { type GridInput, gridOf, roundLevels } from "./grid-values";
import { axesOf, type ChartOptions, titlesOf } from "./options";

/** What a contour plot shows. */
export type ContourPlotOptions = GridInput &
  Pick<ChartOptions, "title" | "subtitle" | "xLabel" | "yLabel"> & {
    /** What the height is, with its unit. */
    readonly label?: string;
    /** The heights of the lines, or about how many; their heights are round numbers. Default 10. */
    readonly levels?: number | readonly number[];
    /** Whether the heights between lines are coloured. Default true. */
    readonly filled?: boolean;
    /** For a formula, how many points the grid has along x and along y. Default 160. */
    readonly gridSize?: number;
  };

/**
 * Lines of equal height of a function of two numbers, with the heights between them coloured. What is not finite is
 * left empty, and the description says so.
 *
 * @throws ShapeError if z does not fit x and y; ValueError if x or y do not rise, or nothing is finite;
 *   ParameterError for domains, levels or a grid that cannot be.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const f = (x: number, y: number) => x * x + y * y;
 * const chart = contourPlot({ f, xDomain: [-2, 2], yDomain: [-2, 2], levels: [1, 2, 4], gridSize: 21 });
 * chart.description; // → Contours at 3 heights from 1 to 4. The lowest value is 0, at x 0 and y 0; the highest 8, at x −2 and y −2.
 * ```
 */
export function contourPlot(options: ContourPlotOptions): Chart {
  const where = "contourPlot";
  const grid = gridOf(where, options, checkInteger(where, "gridSize", options.gridSize ?? 160, 2));
  const levels = levelsOf(where, grid, options.levels ?? 10);
  const [low, high] = extent(grid.values.filter((value) => !Number.isNaN(value)));
  const { filled = true, label } = options;
  const ends = [Math.min(low, ...levels), Math.max(high, ...levels)] as const;
  const colors: ColorScaleSpec = { type: "sequential", domain: ends, label: label ?? "" };
  const summary = describeHeights(grid, `Contours at ${heights(levels)}.`);
  const rings = levels.map((level) => ({ rings: contourRings(grid, level) }));
  const { x, y } = axesOf(where, { ...pick(options) });
  const around = { rings: contourRings(grid, -Number.MAX_VALUE) };
  const bands: Layer = {
    mark: "shapes",
    shapes: [around, ...rings],
    values: [low, ...levels].map((level, i) => (level + (levels[i] ?? high)) / 2),
    colors,
    summary,
    nDropped: grid.values.filter(Number.isNaN).length,
  };
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: { ...x, domain: extent(grid.x) },
    y: { ...y, domain: extent(grid.y), grid: false },
    layers: [
      ...(filled ? [bands] : []),
      ...rings.map((shape, i): Layer => lineLayer(shape, grid, i === 0 && !filled ? summary : "")),
      ...(filled ? [] : levelLabels(rings, levels, grid)),
    ],
  });
}

/** The levels in order, or about as many round ones. */
function levelsOf(where: string, grid: Grid, levels: number | readonly number[]): number[] {
  if (typeof levels !== "number") return [...levels].sort((a, b) => a - b);
  return roundLevels(grid.values, checkInteger(where, "levels", levels, 1));
}

function pick({ xLabel, yLabel }: Pick<ChartOptions, "xLabel" | "yLabel">): ChartOptions {
  return {
    ...(xLabel === undefined ? {} : { xLabel }),
    ...(yLabel === undefined ? {} : { yLabel }),
  };
}

function heights(levels: readonly number[]): string {
  if (levels.length === 0) return "no height";
  const [low, high] = extent(levels);
  return levels.length === 1
    ? `1 height, ${inWords(low)}`
    : `${counted(levels.length, "height")} from ${inWords(low)} to ${inWords(high)}`;
}

/** Where a function on a grid is lowest and highest, in words. */
export function describeHeights({ x, y, values }: Grid, head: string): string {
  const [low, high] = extent(values.filter((value) => !Number.isNaN(value)));
  const at = (value: number) => {
    const i = values.indexOf(value);
    const [column, row] = [i % x.length, Math.floor(i / x.length)];
    return `${inWords(value)}, at x ${inWords(x[column]!)} and y ${inWords(y[row]!)}`;
  };
  return `${head} The lowest value is ${at(low)}; the highest ${at(high)}.`;
}

/** The rings without their parts along the grid's border, as a thin line. */
function lineLayer(
  { rings }: { readonly rings: readonly { readonly x: number[]; readonly y: number[] }[] },
  grid: Grid,
  summary: string,
): Layer {
  const inner = rings.flatMap(({ x, y }) =>
    x.flatMap((x1, i) => {
      const j = (i + 1) % x.length;
      const along = (a: number, b: number, [low, high]: readonly [number, number]) =>
        a === b && (a === low || a === high);
      const onBorder = along(x1, x[j]!, extent(grid.x)) || along(y[i]!, y[j]!, extent(grid.y));
      return onBorder ? [] : [{ x1, y1: y[i]!, x2: x[j]!, y2: y[j]! }];
    }),
  );
  return {
    mark: "segments",
    x1: inner.map((s) => s.x1),
    y1: inner.map((s) => s.y1),
    x2: inner.map((s) => s.x2),
    y2: inner.map((s) => s.y2),
    tone: "ink",
    opacity: 0.45,
    width: 1,
    summary,
    nDropped: 0,
  };
}

/** The height of each line, where it is far enough from the others and from the border. */
function levelLabels(
  rings: readonly { readonly rings: readonly { readonly x: number[]; readonly y: number[] }[] }[],
  levels: readonly number[],
  grid: Grid,
): Layer[] {
  const [[left, right], [bottom, top]] = [extent(grid.x), extent(grid.y)];
  const taken: { readonly u: number; readonly v: number }[] = [];
  const words: { readonly x: number; readonly y: number; readonly text: string }[] = [];
  rings.forEach((level, i) => {
    const longest = [...level.rings].sort((a, b) => b.x.length - a.x.length)[0];
    if (!longest || longest.x.length < 12) return;
    const spots = longest.x.map((x, k) => ({ x, y: longest.y[k]! }));
    const free = spots.find(({ x, y }) => {
      const [u, v] = [(x - left) / (right - left), (y - bottom) / (top - bottom)];
      const inside = u > 0.06 && u < 0.94 && v > 0.06 && v < 0.94;
      return inside && taken.every((t) => Math.abs(t.u - u) > 0.09 || Math.abs(t.v - v) > 0.07);
    });
    if (!free) return;
    taken.push({ u: (free.x - left) / (right - left), v: (free.y - bottom) / (top - bottom) });
    words.push({ ...free, text: inWords(levels[i]!) });
  });
  if (words.length === 0) return [];
  return [
    {
      mark: "texts",
      x: words.map((w) => w.x),
      y: words.map((w) => w.y),
      text: words.map((w) => w.text),
      size: 11,
      halo: true,
      nDropped: 0,
    },
  ];
}
