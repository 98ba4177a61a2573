import { checkBetween, checkInteger } from "@gradus/core";
import { Chart } from "../chart";
import { extent } from "../describe/numbers";
import type { Grid } from "../numeric/contours";
import { roundStep } from "../numeric/round-step";
import { tickFormat } from "../render/ticks";
import type { ColorScaleSpec, Layer } from "../spec";
import { describeHeights } from "./contour-plot";
import { type GridInput, gridOf } from "./grid-values";
import { type ChartOptions, titlesOf } from "./options";

/** What a surface shows. */
export type SurfacePlotOptions = GridInput &
  Pick<ChartOptions, "title" | "subtitle" | "xLabel" | "yLabel"> & {
    /** What the height is, with its unit. */
    readonly label?: string;
    /** For a formula, how many points the grid has along x and along y. Default 32. */
    readonly gridSize?: number;
    /** From where it is seen, in degrees around the vertical, from 0 to 90. Default 35. */
    readonly azimuth?: number;
    /** From how high it is seen, in degrees, from 5 to 85. Default 30. */
    readonly elevation?: number;
  };

/** A point of the unit cube on the page: all lengths along one direction shrink alike, so they can be compared. */
type Projection = (u: number, v: number, w: number) => readonly [x: number, y: number];

/**
 * A function of two numbers as a surface in parallel projection, which keeps equal lengths equal, with its height
 * also as colour. What lies behind a hill is hidden: where that matters, use `contourPlot`.
 *
 * @throws ShapeError if z does not fit x and y; ValueError if x or y do not rise, or nothing is finite;
 *   ParameterError for domains, angles or a grid that cannot be.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const f = (x: number, y: number) => x * x - y * y;
 * surfacePlot({ f, xDomain: [-1, 1], yDomain: [-1, 1], gridSize: 3 }).description;
 * // → A surface over x and y. The lowest value is −1, at x 0 and y −1; the highest 1, at x −1 and y 0.
 * ```
 */
export function surfacePlot(options: SurfacePlotOptions): Chart {
  const where = "surfacePlot";
  const grid = gridOf(where, options, checkInteger(where, "gridSize", options.gridSize ?? 32, 2));
  const azimuth = checkBetween(where, "azimuth", options.azimuth ?? 35, [0, 90]);
  const elevation = checkBetween(where, "elevation", options.elevation ?? 30, [5, 85]);
  const project = projection(azimuth, elevation);
  const domain = extent(grid.values.filter((value) => !Number.isNaN(value)));
  const colors: ColorScaleSpec = { type: "sequential", domain, label: options.label ?? "z" };
  const summary = describeHeights(grid, "A surface over x and y.");
  const cube = [0, 1].flatMap((u) => [0, 1].flatMap((v) => [0, 1].map((w) => project(u, v, w))));
  const [left, right] = extent(cube.map(([x]) => x));
  const [low, high] = extent(cube.map(([, y]) => y));
  const room = 0.16;
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: { scale: "linear", show: "none", domain: [left - room, right + room] },
    y: { scale: "linear", show: "none", domain: [low - room, high + 0.04] },
    aspect: (high - low + room + 0.04) / (right - left + 2 * room),
    layers: [
      box(project),
      ...edgeTicks(grid, project, options),
      {
        mark: "shapes",
        ...patches(grid, domain, project),
        colors,
        outlined: true,
        summary,
        nDropped: grid.values.filter(Number.isNaN).length,
      },
    ],
  });
}

/** The cube's height as a share of its width. */
const HEIGHT = 0.6;

/** Rotation about the vertical and a tilt; along the page y grows upwards. */
function projection(azimuth: number, elevation: number): Projection {
  const [a, e] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180];
  return (u, v, w) => {
    const [du, dv, dw] = [u - 0.5, v - 0.5, (w - 0.5) * HEIGHT];
    const depth = du * Math.sin(a) + dv * Math.cos(a);
    return [du * Math.cos(a) - dv * Math.sin(a), depth * Math.sin(e) + dw * Math.cos(e)];
  };
}

/** The squares of the grid from the farthest to the nearest, each with its mean height. */
function patches(grid: Grid, [low, high]: readonly [number, number], project: Projection) {
  const { x, y, values } = grid;
  const share = (list: readonly number[], i: number) =>
    (list[i]! - list[0]!) / (list.at(-1)! - list[0]!);
  const height = (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
  const point = (row: number, column: number) => {
    const w = height(values[row * x.length + column]!);
    return project(share(x, column), share(y, row), w);
  };
  const shapes: { rings: { x: number[]; y: number[] }[] }[] = [];
  const means: number[] = [];
  // With the azimuth between 0 and 90 degrees the far corner is the last of x and of y.
  for (let row = y.length - 2; row >= 0; row--) {
    for (let column = x.length - 2; column >= 0; column--) {
      const corners = [
        [row, column],
        [row, column + 1],
        [row + 1, column + 1],
        [row + 1, column],
      ] as const;
      const mean =
        corners.reduce((sum, [r, c]) => sum + values[r * x.length + c]!, 0) / corners.length;
      if (Number.isNaN(mean)) continue;
      const places = corners.map(([r, c]) => point(r, c));
      shapes.push({ rings: [{ x: places.map((p) => p[0]), y: places.map((p) => p[1]) }] });
      means.push(mean);
    }
  }
  return { shapes, values: means };
}

/** The floor, and the upright at the left, against which heights can be read. */
function box(project: Projection): Layer {
  const lines = [
    [project(0, 0, 0), project(1, 0, 0)],
    [project(1, 0, 0), project(1, 1, 0)],
    [project(1, 1, 0), project(0, 1, 0)],
    [project(0, 1, 0), project(0, 0, 0)],
    [project(0, 1, 0), project(0, 1, 1)],
  ] as const;
  return {
    mark: "segments",
    x1: lines.map(([a]) => a[0]),
    y1: lines.map(([a]) => a[1]),
    x2: lines.map(([, b]) => b[0]),
    y2: lines.map(([, b]) => b[1]),
    tone: "rule",
    width: 1,
    nDropped: 0,
  };
}

/** Numbers and names along the two front edges of the floor. */
function edgeTicks(
  { x, y }: Grid,
  project: Projection,
  { xLabel = "x", yLabel = "y" }: Pick<ChartOptions, "xLabel" | "yLabel">,
): Layer[] {
  const along = (list: readonly number[]) => {
    const [low, high] = extent(list);
    const step = roundStep((high - low) / 4);
    const first = Math.ceil(low / step - 1e-9);
    const n = Math.floor(high / step + 1e-9) - first + 1;
    const format = tickFormat([low, high]);
    return Array.from({ length: n }, (_, i) => {
      const value = (first + i) * step;
      return { share: (value - low) / (high - low), text: format(Number(value.toPrecision(12))) };
    });
  };
  const words = (
    ticks: readonly { readonly share: number; readonly text: string }[],
    place: (share: number) => readonly [number, number],
    dx: number,
    rest: Partial<Extract<Layer, { mark: "texts" }>>,
  ): Layer => ({
    mark: "texts",
    x: ticks.map(({ share }) => place(share)[0]),
    y: ticks.map(({ share }) => place(share)[1]),
    text: ticks.map(({ text }) => text),
    dx,
    dy: 12,
    tone: "muted",
    nDropped: 0,
    ...rest,
  });
  const front = (share: number) => project(share, 0, 0);
  const side = (share: number) => project(0, share, 0);
  return [
    words(along(x), front, 8, { anchor: "start" }),
    words(along(y), side, -8, { anchor: "end" }),
    words([{ share: 0.5, text: xLabel }], front, 30, { anchor: "start", dy: 32, tone: "ink" }),
    words([{ share: 0.5, text: yLabel }], side, -30, { anchor: "end", dy: 32, tone: "ink" }),
  ];
}
