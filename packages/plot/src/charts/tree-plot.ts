import { ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { counted } from "../describe/numbers";
import { textWidth, wrapText } from "../render/text";
import type { ChartColor, Layer } from "../spec";

import { type ChartOptions, lookOf, titlesOf } from "./options";

/** A tree in plain words: what a decision tree, a family or a folder can be turned into. */
export interface TreeNode {
  /** What stands in the node; lines are separated by "\n". */
  readonly label: string;
  /** What stands on the line from its parent, such as "yes". */
  readonly edge?: string;
  readonly color?: ChartColor;
  readonly children?: readonly TreeNode[];
}

/** What a picture of a tree shows. */
export interface TreePlotOptions extends Pick<ChartOptions, "title" | "subtitle"> {
  readonly tree: TreeNode;
}

interface PlacedNode {
  readonly node: TreeNode;
  readonly depth: number;
  readonly lines: readonly string[];
  readonly parent?: PlacedNode;
  x: number;
}

const SIZE = 11.5;
const WIDEST = 130;
const [GAP, LINE, PADDING, LEVEL] = [14, 14, 8, 46];

/**
 * A tree from the top down, each node a box with its words, each parent above the middle of its children.
 *
 * @throws ValueError for a node without a label; ParameterError for an unknown colour.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const tree = { label: "Wing > 206 mm?", children: [{ label: "marsh", edge: "no" }, { label: "coast", edge: "yes" }] };
 * treePlot({ tree }).description; // → A tree of 3 nodes, 2 of them leaves, on 2 levels. Wing > 206 mm?: no → marsh; yes → coast.
 * ```
 */
export function treePlot(options: TreePlotOptions): Chart {
  const where = "treePlot";
  const nodes: PlacedNode[] = [];
  place(where, options.tree, 0, undefined, nodes, { right: 0 });
  const nLevels = Math.max(...nodes.map(({ depth }) => depth)) + 1;
  const heights = Array.from({ length: nLevels }, (_, depth) =>
    Math.max(...nodes.filter((n) => n.depth === depth).map((n) => boxOf(n).height)),
  );
  const tops = heights.map((_, depth) =>
    heights.slice(0, depth).reduce((sum, height) => sum + height + LEVEL, 0),
  );
  const box = (n: PlacedNode) => {
    const { width, height } = boxOf(n);
    return {
      x1: n.x - width / 2,
      x2: n.x + width / 2,
      y1: tops[n.depth]!,
      y2: tops[n.depth]! + height,
    };
  };
  const boxes = nodes.map(box);
  const edges = nodes.flatMap((n, i) => {
    if (!n.parent) return [];
    const above = box(n.parent);
    return [{ n, x1: n.parent.x, y1: above.y2, x2: n.x, y2: boxes[i]!.y1 }];
  });
  const width = Math.max(...boxes.map(({ x2 }) => x2)) - Math.min(...boxes.map(({ x1 }) => x1));
  const height = tops.at(-1)! + heights.at(-1)!;
  const colors = [...new Set(nodes.map(({ node }) => node.color ?? "gray"))];
  const left = Math.min(...boxes.map(({ x1 }) => x1));
  // Small trees keep their size instead of filling the width.
  const room = Math.max(0, 620 - width) / 2;
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: { scale: "linear", show: "none", domain: [left - room - 2, left + width + room + 2] },
    y: { scale: "linear", show: "none", domain: [-2, height + 4], flipped: true },
    aspect: (height + 6) / (width + 2 * room + 4),
    layers: [
      segments(edges),
      ...colors.map((color): Layer => {
        const own = boxes.filter((_, i) => (nodes[i]!.node.color ?? "gray") === color);
        return {
          mark: "rects",
          x1: own.map((b) => b.x1),
          x2: own.map((b) => b.x2),
          y1: own.map((b) => b.y1),
          y2: own.map((b) => b.y2),
          color,
          opacity: 0.16,
          outlined: true,
          nDropped: 0,
        };
      }),
      {
        mark: "texts",
        x: nodes.map(({ x }) => x),
        y: boxes.map(({ y1, y2 }) => (y1 + y2) / 2),
        text: nodes.map(({ lines }) => lines.join("\n")),
        size: SIZE,
        nDropped: 0,
      },
      {
        mark: "texts",
        x: edges.map(({ x1, x2 }) => x1 + (x2 - x1) * 0.5),
        y: edges.map(({ y1, y2 }) => (y1 + y2) / 2),
        text: edges.map(({ n }) => n.node.edge ?? ""),
        size: SIZE,
        tone: "muted",
        halo: true,
        nDropped: 0,
      },
    ],
    summary: describeTree(nodes, nLevels),
  });
}

/** Puts leaves one after the other and parents above the middle of their children. */
function place(
  where: string,
  node: TreeNode,
  depth: number,
  parent: PlacedNode | undefined,
  nodes: PlacedNode[],
  cursor: { right: number },
): PlacedNode {
  if (typeof node.label !== "string" || node.label === "") {
    throw new ValueError(`${where}: expected a label for each node, got ${String(node.label)}`);
  }
  lookOf(where, { color: node.color });
  const lines = node.label.split("\n").flatMap((line) => wrapText(line, SIZE, WIDEST));
  const placed: PlacedNode = { node, depth, lines, x: 0, ...(parent ? { parent } : {}) };
  nodes.push(placed);
  const start = cursor.right;
  const children = (node.children ?? []).map((child) =>
    place(where, child, depth + 1, placed, nodes, cursor),
  );
  const { width } = boxOf(placed);
  if (children.length === 0) {
    placed.x = start + width / 2;
    cursor.right = start + width + GAP;
  } else {
    placed.x = (children[0]!.x + children.at(-1)!.x) / 2;
    const overhang = placed.x + width / 2 + GAP - cursor.right;
    cursor.right += Math.max(0, overhang);
    const missing = start - (placed.x - width / 2);
    if (missing > 0) shift(placed, nodes, missing, cursor);
  }
  return placed;
}

/** Moves a subtree to the right where its root is wider than its children. */
function shift(root: PlacedNode, nodes: PlacedNode[], by: number, cursor: { right: number }): void {
  for (const node of nodes.slice(nodes.indexOf(root))) node.x += by;
  cursor.right += by;
}

function boxOf({ lines }: Pick<PlacedNode, "lines">) {
  const widest = Math.max(...lines.map((line) => textWidth(line, SIZE)));
  return { width: widest + 2 * PADDING, height: lines.length * LINE + 2 * PADDING - 2 };
}

function segments(
  edges: readonly {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  }[],
): Layer {
  return {
    mark: "segments",
    x1: edges.map((e) => e.x1),
    x2: edges.map((e) => e.x2),
    y1: edges.map((e) => e.y1),
    y2: edges.map((e) => e.y2),
    tone: "rule",
    nDropped: 0,
  };
}

function describeTree(nodes: readonly PlacedNode[], nLevels: number): string {
  const leaves = nodes.filter(({ node }) => !node.children?.length).length;
  const head = `A tree of ${counted(nodes.length, "node")}, ${leaves} of them leaves, on ${counted(nLevels, "level")}.`;
  const inner = nodes.filter(({ node }) => node.children?.length).slice(0, 12);
  const flat = (label: string) => label.replaceAll("\n", ", ");
  const branches = inner.map(({ node }) => {
    const children = node.children!.map(
      (child) => `${child.edge ? `${child.edge} → ` : ""}${flat(child.label)}`,
    );
    return `${flat(node.label)}: ${children.join("; ")}.`;
  });
  return [head, ...branches].join(" ");
}
