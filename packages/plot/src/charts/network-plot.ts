import { RandomGenerator, ShapeError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { counted, extent } from "../describe/numbers";
import { springLayout } from "../numeric/spring-layout";
import { CHART_COLORS, type Layer } from "../spec";
import { type Names, toNames } from "./groups";
import { type ChartOptions, titlesOf } from "./options";

/** What a picture of a network shows. */
export interface NetworkPlotOptions extends Pick<ChartOptions, "title" | "subtitle"> {
  /** Pairs of nodes, by their names. */
  readonly edges: Iterable<readonly [from: string | number, to: string | number]>;
  /** Nodes, in order; those that only edges name come after. */
  readonly nodes?: Names;
  /** A name for the group of each of `nodes`, shown as colour. */
  readonly groups?: Names;
  /** Whether nodes have their names beside them. Default true for up to 40. */
  readonly labels?: boolean;
  /** Of the positions from which springs pull. Default 0. */
  readonly seed?: number;
}

/**
 * A network: nodes that are joined pull each other and all nodes push each other apart until they come to rest.
 * Positions mean nothing beyond who is near to whom.
 *
 * @throws ValueError for no node; ShapeError if groups and nodes differ in number.
 * @roadmap DAT-006
 * @see Fruchterman and Reingold (1991), Software: Practice and Experience 21(11), 1129–1164.
 * @example
 * ```ts
 * const chart = networkPlot({ edges: [["a", "b"], ["b", "c"]] });
 * chart.description; // → A network of 3 nodes and 2 edges. b has the most neighbours, 2.
 * ```
 */
export function networkPlot(options: NetworkPlotOptions): Chart {
  const where = "networkPlot";
  const given = options.nodes ? toNames(where, "nodes", options.nodes).map(String) : [];
  const pairs = Array.from(options.edges, ([from, to]) => [String(from), String(to)] as const);
  const names = [...new Set([...given, ...pairs.flat()])];
  if (names.length === 0) throw new ValueError(`${where}: expected at least one node, got none`);
  const groups = options.groups
    ? toNames(where, "groups", options.groups).map((name) => name ?? "(none)")
    : [];
  if (options.groups && groups.length !== given.length) {
    throw new ShapeError(
      `${where}: expected a group for each of ${given.length} nodes, got ${groups.length}`,
    );
  }
  const index = new Map(names.map((name, i) => [name, i]));
  const edges = pairs.map(([from, to]) => [index.get(from)!, index.get(to)!] as const);
  const { x, y } = springLayout(names.length, edges, new RandomGenerator(options.seed ?? 0));
  const degree = names.map(
    (_, i) => edges.filter(([a, b]) => a !== b && (a === i || b === i)).length,
  );
  const kinds = [...new Set(names.map((_, i) => groups[i] ?? ""))];
  const most = degree.indexOf(Math.max(...degree));
  const labels = options.labels ?? names.length <= 40;
  const color = (kind: string) => CHART_COLORS[kinds.indexOf(kind) % CHART_COLORS.length]!;
  const circles = kinds.map((kind): Layer => {
    const own = names.flatMap((_, i) => ((groups[i] ?? "") === kind ? [i] : []));
    return {
      mark: "points",
      x: own.map((i) => x[i]!),
      y: own.map((i) => y[i]!),
      color: color(kind),
      radius: names.length > 60 ? 4 : 6,
      opacity: 1,
      summary: "",
      nDropped: 0,
    };
  });
  const words: Layer = {
    mark: "texts",
    x,
    y,
    text: names,
    dy: -13,
    size: 11.5,
    halo: true,
    nDropped: 0,
  };
  const [[left, right], [low, high]] = [extent(x), extent(y)];
  return new Chart({
    version: 1,
    ...titlesOf(options),
    ...(kinds.length > 1 ? { key: kinds.map((label) => ({ label, color: color(label) })) } : {}),
    x: { scale: "linear", show: "none", domain: [left - 0.08, right + 0.08] },
    y: { scale: "linear", show: "none", domain: [low - 0.06, high + 0.08] },
    aspect: 0.7,
    layers: [
      {
        mark: "segments",
        x1: edges.map(([a]) => x[a]!),
        x2: edges.map(([, b]) => x[b]!),
        y1: edges.map(([a]) => y[a]!),
        y2: edges.map(([, b]) => y[b]!),
        tone: "rule",
        width: 1.2,
        nDropped: 0,
      },
      ...circles,
      ...(labels ? [words] : []),
    ],
    summary: `A network of ${counted(names.length, "node")} and ${counted(edges.length, "edge")}. ${names[most]} has the most neighbours, ${degree[most]}.`,
  });
}
