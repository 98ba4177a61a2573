import { checkInteger, checkOneOf, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { counted, extent, inWords, minus } from "../describe/numbers";
import { type FlatMatrix, type Matrix, toMatrix } from "../matrix";
import { wordTone } from "../render/color-scale";
import type { ColorScaleSpec, Layer } from "../spec";
import { categoryAxis } from "./categories";
import { type Names, toNames } from "./groups";
import { type ChartOptions, titlesOf } from "./options";

/** What a heat map shows. */
export interface HeatmapOptions
  extends Pick<ChartOptions, "title" | "subtitle" | "xLabel" | "yLabel"> {
  /** The numbers, row after row from the top. */
  readonly values: Matrix;
  /** Default 0, 1, 2, … */
  readonly rows?: Names;
  /** Default 0, 1, 2, … */
  readonly columns?: Names;
  /** What the numbers are, with their unit. */
  readonly label?: string;
  /** Whether each cell has its number written in it. Default true for up to 144 cells. */
  readonly numbers?: boolean;
  /** How many decimals they have. Default as many as tell the numbers apart, at most 2. */
  readonly decimals?: number;
  /**
   * "sequential" from little to much; "diverging" with 0 at the middle. Default "diverging" if there are numbers on
   * both sides of 0.
   */
  readonly colors?: "sequential" | "diverging";
  /** The numbers with the first and the last colour. Default from the data; for "diverging" as far on both sides. */
  readonly domain?: readonly [low: number, high: number];
}

const MOST_NUMBERS = 144;

/**
 * A matrix as cells coloured by their numbers, with the numbers written in them while they have room. A missing
 * number leaves its cell empty, and the description says so.
 *
 * @throws ShapeError if rows differ in length or names do not fit; ValueError if no number is finite;
 *   ParameterError for colours, decimals or a domain that cannot be.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const chart = heatmap({ values: [[1, 0.8], [0.8, 1]], rows: ["a", "b"], columns: ["a", "b"] });
 * chart.description; // → Heat map of 2 rows and 2 columns. Lowest 0.8 at a, b; highest 1 at a, a.
 * ```
 */
export function heatmap(options: HeatmapOptions): Chart {
  const where = "heatmap";
  const matrix = toMatrix(where, "values", options.values);
  const { nRows, nColumns, values } = matrix;
  const rows = namesOf(where, "rows", options.rows, nRows);
  const columns = namesOf(where, "columns", options.columns, nColumns);
  const kept = values.filter(Number.isFinite);
  if (kept.length === 0) {
    throw new ValueError(
      `${where}: expected at least one finite number, got ${values.length} others`,
    );
  }
  const numbers = options.numbers ?? values.length <= MOST_NUMBERS;
  const colors = colorsOf(where, options, kept, numbers);
  const cells: Layer = {
    mark: "cells",
    nRows,
    nColumns,
    values: values.map((value) => (Number.isFinite(value) ? value : Number.NaN)),
    x: [-0.5, nColumns - 0.5],
    y: [-0.5, nRows - 0.5],
    colors,
    gaps: values.length <= 2500,
    summary: describeCells(matrix, rows, columns, options.label),
    nDropped: values.length - kept.length,
  };
  const format = decimalFormat(where, kept, options.decimals);
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: { ...categoryAxis(everyFew(columns, 40), options.xLabel), grid: false },
    y: { ...categoryAxis(everyFew(rows, 30), options.yLabel, true), grid: false },
    aspect: aspectOf(nRows, nColumns),
    layers: numbers ? [cells, cellNumbers(matrix, colors, format)] : [cells],
  });
}

/** Square cells while the picture stays in bounds. */
function aspectOf(nRows: number, nColumns: number): number {
  return Math.min(Math.max(nRows / nColumns, 0.25), 1.2);
}

/** Of many names only some have room: the rest are left blank. */
function everyFew(names: readonly string[], most: number): string[] {
  const step = Math.ceil(names.length / most);
  return names.map((name, i) => (i % step === 0 ? name : ""));
}

function namesOf(where: string, name: string, names: Names | undefined, n: number): string[] {
  if (names === undefined) return Array.from({ length: n }, (_, i) => String(i));
  const list = toNames(where, name, names).map((text) => text ?? "(missing)");
  if (list.length !== n) {
    throw new ShapeError(`${where}: expected ${n} names in ${name}, got ${list.length}`);
  }
  return list;
}

function colorsOf(
  where: string,
  { colors, domain, label }: HeatmapOptions,
  kept: readonly number[],
  numbers: boolean,
): ColorScaleSpec {
  const [low, high] = extent(kept);
  const usual = low < 0 && high > 0 ? "diverging" : "sequential";
  const type = checkOneOf(where, "colors", colors ?? usual, ["sequential", "diverging"]);
  if (domain && !(domain[0] < domain[1] && Number.isFinite(domain[1] - domain[0]))) {
    throw new ParameterError(
      `${where}: domain must be [low, high] with low < high, got [${domain.join(", ")}]`,
    );
  }
  const far = Math.max(Math.abs(low), Math.abs(high));
  const own = type === "diverging" ? ([-far, far] as const) : ([low, high] as const);
  // Where each cell has its number, a bar of colours says nothing more.
  return { type, domain: domain ?? own, ...(numbers ? {} : { label: label ?? "" }) };
}

function decimalFormat(
  where: string,
  values: readonly number[],
  decimals: number | undefined,
): (value: number) => string {
  const [low, high] = extent(values);
  const size = Math.max(Math.abs(low), Math.abs(high));
  const usual = values.every(Number.isInteger) ? 0 : size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const digits = checkInteger(where, "decimals", decimals ?? usual);
  const format = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: size >= 10_000,
  });
  return (value) => minus(format.format(value).replace(/^-(0(\.0*)?)$/, "$1"));
}

function cellNumbers(
  { nColumns, values }: FlatMatrix,
  colors: ColorScaleSpec,
  format: (value: number) => string,
): Layer {
  const shown = values.flatMap((value, i) => (Number.isFinite(value) ? [i] : []));
  return {
    mark: "texts",
    x: shown.map((i) => i % nColumns),
    y: shown.map((i) => Math.floor(i / nColumns)),
    text: shown.map((i) => format(values[i]!)),
    tones: shown.map((i) => wordTone(colors, values[i]!)),
    size: nColumns > 8 ? 11 : 13,
    nDropped: 0,
  };
}

function describeCells(
  { nRows, nColumns, values }: FlatMatrix,
  rows: readonly string[],
  columns: readonly string[],
  label: string | undefined,
): string {
  const [low, high] = extent(values.filter(Number.isFinite));
  const at = (value: number) => {
    const i = values.indexOf(value);
    return `${inWords(value)} at ${rows[Math.floor(i / nColumns)]}, ${columns[i % nColumns]}`;
  };
  const what = `Heat map${label ? ` of ${label},` : " of"} ${counted(nRows, "row")} and ${counted(nColumns, "column")}.`;
  return `${what} Lowest ${at(low)}; highest ${at(high)}.`;
}
