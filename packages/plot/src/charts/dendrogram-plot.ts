import { ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { counted, inWords } from "../describe/numbers";
import { type Matrix, toMatrix } from "../matrix";
import { dendrogramLayout } from "../numeric/dendrogram";
import { type Names, toNames } from "./groups";
import { axesOf, type ChartOptions, titlesOf } from "./options";

/** What a dendrogram shows. */
export interface DendrogramPlotOptions
  extends Pick<ChartOptions, "title" | "subtitle" | "xLabel" | "yLabel"> {
  /**
   * The merges as SciPy's `linkage` has them: a row [i, j, distance, count] for each of n − 1 merges, where numbers
   * below n are leaves and n + k is the cluster of merge k.
   */
  readonly linkage: Matrix;
  /** A name for each leaf. Default 0, 1, 2, … */
  readonly labels?: Names;
}

const MOST_LABELS = 60;

/**
 * A hierarchical clustering as a tree: each merge is a bracket at the height of its distance.
 *
 * @throws ShapeError unless each merge has four numbers and each leaf a label; ValueError for merges that make no
 *   tree.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const chart = dendrogramPlot({ linkage: [[0, 1, 1, 2], [2, 3, 2.5, 3]], labels: ["a", "b", "c"] });
 * chart.description; // → Dendrogram of 3 leaves. First a and b merge, at 1; last 2 clusters of 1 and 2 leaves, at 2.5.
 * ```
 */
export function dendrogramPlot(options: DendrogramPlotOptions): Chart {
  const where = "dendrogramPlot";
  const { nRows, nColumns, values } = toMatrix(where, "linkage", options.linkage);
  if (nColumns !== 4) {
    throw new ShapeError(`${where}: expected four numbers for each merge, got ${nColumns}`);
  }
  const merges = Array.from({ length: nRows }, (_, i) => values.slice(4 * i, 4 * i + 4));
  checkMerges(where, merges);
  const n = nRows + 1;
  const labels = options.labels
    ? toNames(where, "labels", options.labels).map((name) => name ?? "(missing)")
    : Array.from({ length: n }, (_, i) => String(i));
  if (labels.length !== n)
    throw new ShapeError(`${where}: expected ${n} labels, got ${labels.length}`);
  const { leaves, brackets } = dendrogramLayout(merges);
  const lines = brackets.flatMap(({ x, y }) =>
    [0, 1, 2].map((i) => ({ x1: x[i]!, x2: x[i + 1]!, y1: y[i]!, y2: y[i + 1]! })),
  );
  const size = (cluster: number) => (cluster < n ? 1 : merges[cluster - n]![3]!);
  const [first, last] = [merges[0]!, merges.at(-1)!];
  const start = `First ${labels[first[0]!]} and ${labels[first[1]!]} merge, at ${inWords(first[2]!)}`;
  const end = `last 2 clusters of ${size(last[0]!)} and ${counted(size(last[1]!), "leaf").replace("leafs", "leaves")}, at ${inWords(last[2]!)}`;
  const step = Math.ceil(n / MOST_LABELS);
  const axes = axesOf(where, { yLabel: "Distance", ...options });
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: {
      ...axes.x,
      domain: [-0.5, n - 0.5],
      ticks: {
        at: leaves.map((_, i) => i),
        text: leaves.map((leaf, i) => (i % step === 0 ? labels[leaf]! : "")),
      },
    },
    y: { ...axes.y, zero: true },
    layers: [
      {
        mark: "segments",
        x1: lines.map((line) => line.x1),
        x2: lines.map((line) => line.x2),
        y1: lines.map((line) => line.y1),
        y2: lines.map((line) => line.y2),
        color: "blue",
        width: n > 40 ? 1 : 1.5,
        nDropped: 0,
      },
    ],
    summary: `Dendrogram of ${counted(n, "leaf").replace("leafs", "leaves")}. ${nRows > 1 ? `${start}; ${end}` : start}.`,
  });
}

function checkMerges(where: string, merges: readonly (readonly number[])[]): void {
  const n = merges.length + 1;
  const used = new Set<number>();
  merges.forEach(([a, b, distance], k) => {
    for (const cluster of [a!, b!]) {
      const known = Number.isInteger(cluster) && cluster >= 0 && cluster < n + k;
      if (!known || used.has(cluster)) {
        throw new ValueError(
          `${where}: expected merge ${k} to join clusters that are there, got ${cluster}`,
        );
      }
      used.add(cluster);
    }
    if (!(Number.isFinite(distance) && distance! >= 0)) {
      throw new ValueError(
        `${where}: expected a distance from 0 on in merge ${k}, got ${distance}`,
      );
    }
  });
}
