// Where the nodes of a graph stand: results to the right of what they are computed from.
import type { Point } from "@gradus/course-kit";
import type { Node } from "./expression";

/** A point for each node: columns from 0 on, rows from 0 downwards to at most `nRows − 1`. */
export interface GraphLayout {
  readonly points: readonly Point[];
  readonly nColumns: number;
  readonly nRows: number;
}

export function layoutGraph(nodes: readonly Node[]): GraphLayout {
  const columns = columnsOf(nodes);
  const rows: number[] = [];
  let nLeaves = 0;
  nodes.forEach(({ inputs }) => {
    if (inputs.length === 0) rows.push(nLeaves++);
    else rows.push(inputs.reduce((sum, input) => sum + rows[input]!, 0) / inputs.length);
  });
  const nColumns = Math.max(...columns) + 1;
  for (let column = 0; column < nColumns; column++) {
    const here = nodes.map((_, node) => node).filter((node) => columns[node] === column);
    here.sort((a, b) => rows[a]! - rows[b]! || a - b);
    spread(here, rows);
  }
  const top = Math.min(...rows);
  const bottom = Math.max(...rows);
  return {
    points: columns.map((column, node): Point => [column, top - rows[node]!]),
    nColumns,
    nRows: bottom - top + 1,
  };
}

/** Operations one column right of their last input; variables and numbers right before they are first used. */
function columnsOf(nodes: readonly Node[]): number[] {
  const columns: number[] = [];
  for (const { inputs } of nodes)
    columns.push(inputs.length === 0 ? 0 : 1 + Math.max(...inputs.map((input) => columns[input]!)));
  nodes.forEach(({ inputs }, leaf) => {
    if (inputs.length > 0) return;
    const users = columns.filter((_, user) => nodes[user]!.inputs.includes(leaf));
    if (users.length > 0) columns[leaf] = Math.min(...users) - 1;
  });
  return columns;
}

/** Moves the nodes of a column, from the top, to at least one row apart, about where they stood. */
function spread(column: readonly number[], rows: number[]): void {
  const wanted = column.map((node) => rows[node]!);
  column.forEach((node, i) => {
    if (i > 0) rows[node] = Math.max(rows[node]!, rows[column[i - 1]!]! + 1);
  });
  const moved = column.reduce((sum, node, i) => sum + rows[node]! - wanted[i]!, 0);
  const shift = column.length === 0 ? 0 : moved / column.length;
  for (const node of column) rows[node] = rows[node]! - shift;
}
