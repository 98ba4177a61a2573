import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { correlation, counted, extent, minus } from "../describe/numbers";
import { kernelDensity } from "../numeric/kernel-density";
import { type AxisSpec, CHART_COLORS, type ChartColor, type ChartSpec, type Layer } from "../spec";
import { toNumbers, type Values } from "../values";
import { type Names, toNames } from "./groups";
import { sideBars } from "./joint-plot";
import { type ChartOptions, titlesOf } from "./options";

/** What a pair plot shows. */
export interface PairPlotOptions extends Pick<ChartOptions, "title" | "subtitle"> {
  /** Two to six columns by their names. */
  readonly columns: Readonly<Record<string, Values>>;
  /** A name for each row, shown as colour; at most seven different ones. */
  readonly by?: Names;
}

interface Column {
  readonly name: string;
  readonly values: readonly number[];
  readonly domain: readonly [number, number];
}

interface Kind {
  readonly label: string;
  readonly color: ChartColor;
  readonly rows: readonly number[];
}

/**
 * Every column against every other as points, and each by itself on the diagonal: as a histogram, or as a density
 * for each group. A pair with a missing value is left out of its own panel only.
 *
 * @throws ParameterError for fewer than two columns, more than six, or more than seven groups; ShapeError if columns
 *   or names differ in length; ValueError for a column without a finite value.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const chart = pairPlot({ columns: { a: [1, 2, 3], b: [2, 4, 6] } });
 * chart.description; // → Pair plot of 2 columns of 3 rows: a and b. The strongest correlation is that of a and b, 1.00.
 * ```
 */
export function pairPlot(options: PairPlotOptions): Chart {
  const where = "pairPlot";
  const columns = columnsOf(where, options.columns);
  const n = columns[0]!.values.length;
  const kinds = kindsOf(where, options.by, n);
  const rows = columns.map((y, i) =>
    columns.map((x, j): ChartSpec => {
      const isLeft = j === 0 && i > 0;
      const xAxis: AxisSpec = {
        scale: "linear",
        domain: x.domain,
        label: x.name,
        show: i === columns.length - 1 ? "full" : "quiet",
      };
      const yAxis: AxisSpec = {
        scale: "linear",
        domain: y.domain,
        label: y.name,
        show: isLeft ? "full" : "quiet",
        grid: i !== j,
      };
      if (i !== j) return { version: 1, x: xAxis, y: yAxis, layers: clouds(x, y, kinds) };
      const layers = diagonal(x, kinds);
      const free: AxisSpec = { scale: "linear", zero: true, show: "quiet", grid: false };
      // The first row has its name above a side without numbers: those would be densities.
      const labelled: AxisSpec =
        j === 0 ? { ...free, show: "full", label: y.name, ticks: { at: [], text: [] } } : free;
      return { version: 1, x: xAxis, y: labelled, layers };
    }),
  );
  return new Chart({
    version: 1,
    ...titlesOf(options),
    ...(kinds.length > 1 ? { key: kinds.map(({ label, color }) => ({ label, color })) } : {}),
    x: { scale: "linear", show: "none" },
    y: { scale: "linear", show: "none" },
    layers: [],
    panels: { rows, gap: 4 },
    aspect: 0.94,
    summary: describePairs(columns, kinds, n),
  });
}

function columnsOf(where: string, columns: PairPlotOptions["columns"]): Column[] {
  const entries = Object.entries(columns);
  if (entries.length < 2 || entries.length > 6) {
    throw new ParameterError(`${where}: expected 2 to 6 columns, got ${entries.length}`);
  }
  const lists = entries.map(([name, values]) => ({ name, values: toNumbers(where, name, values) }));
  const other = lists.find(({ values }) => values.length !== lists[0]!.values.length);
  if (other) {
    throw new ShapeError(
      `${where}: expected ${lists[0]!.values.length} values in each column, got ${other.values.length} in ${other.name}`,
    );
  }
  return lists.map(({ name, values }) => ({ name, values, domain: domainOf(where, name, values) }));
}

function domainOf(
  where: string,
  name: string,
  values: readonly number[],
): readonly [number, number] {
  const [low, high] = extent(values.filter(Number.isFinite));
  if (low > high) {
    throw new ValueError(`${where}: expected at least one finite value in ${name}, got none`);
  }
  const room = low === high ? 1 : (high - low) * 0.05;
  return [low - room, high + room];
}

function kindsOf(where: string, by: Names | undefined, n: number): Kind[] {
  const all = Array.from({ length: n }, (_, i) => i);
  if (!by) return [{ label: "", color: "blue", rows: all }];
  const names = toNames(where, "by", by).map((name) => name ?? "(missing)");
  if (names.length !== n) {
    throw new ShapeError(`${where}: expected ${n} names in by, got ${names.length}`);
  }
  const labels = [...new Set(names)];
  if (labels.length > CHART_COLORS.length) {
    throw new ParameterError(
      `${where}: expected at most ${CHART_COLORS.length} different names in by, got ${labels.length}`,
    );
  }
  return labels.map((label, i) => ({
    label,
    color: CHART_COLORS[i]!,
    rows: all.filter((row) => names[row] === label),
  }));
}

function clouds(x: Column, y: Column, kinds: readonly Kind[]): Layer[] {
  return kinds.map(({ color, rows }): Layer => {
    const kept = rows.filter((i) => Number.isFinite(x.values[i]) && Number.isFinite(y.values[i]));
    return {
      mark: "points",
      x: kept.map((i) => x.values[i]!),
      y: kept.map((i) => y.values[i]!),
      color,
      radius: rows.length > 300 ? 1.5 : 2,
      opacity: 0.65,
      nDropped: 0,
    };
  });
}

function diagonal({ values }: Column, kinds: readonly Kind[]): Layer[] {
  const finite = (rows: readonly number[]) => rows.map((i) => values[i]!).filter(Number.isFinite);
  if (kinds.length === 1) return [sideBars(finite(kinds[0]!.rows), false)];
  return kinds.flatMap(({ color, rows }): Layer[] => {
    const list = finite(rows);
    if (new Set(list).size < 2) return [];
    const { x, density } = kernelDensity("pairPlot", list, { cut: 0, gridSize: 80 });
    const ring = { x: [x[0]!, ...x, x.at(-1)!], y: [0, ...density, 0] };
    return [
      {
        mark: "shapes",
        shapes: [{ rings: [ring] }],
        color,
        opacity: 0.3,
        outlined: true,
        nDropped: 0,
      },
    ];
  });
}

function describePairs(columns: readonly Column[], kinds: readonly Kind[], n: number): string {
  const names = columns.map(({ name }) => name);
  const list = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const groups = kinds.length > 1 ? ` in groups ${kinds.map(({ label }) => label).join(", ")}` : "";
  const head = `Pair plot of ${columns.length} columns of ${counted(n, "row")}${groups}: ${list}.`;
  const pairs = columns.flatMap((x, i) =>
    columns.slice(i + 1).map((y) => ({ x, y, r: pairR(x, y) })),
  );
  const known = pairs.filter(({ r }) => Number.isFinite(r));
  if (known.length === 0) return head;
  const { x, y, r } = known.reduce((a, b) => (Math.abs(b.r) > Math.abs(a.r) ? b : a));
  return `${head} The strongest correlation is that of ${x.name} and ${y.name}, ${minus(r.toFixed(2))}.`;
}

function pairR(x: Column, y: Column): number {
  const kept = x.values.flatMap((value, i) =>
    Number.isFinite(value) && Number.isFinite(y.values[i]) ? [i] : [],
  );
  return correlation(
    kept.map((i) => x.values[i]!),
    kept.map((i) => y.values[i]!),
  );
}
