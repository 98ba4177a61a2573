/** Numbers on a grid: values[row * x.length + column] at (x[column], y[row]). */
export interface Grid {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly values: readonly number[];
}

/** A closed line; the last point is joined to the first. */
export interface Ring {
  readonly x: number[];
  readonly y: number[];
}

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** An edge of a ring, between two named points. */
interface Edge {
  readonly from: string;
  readonly to: string;
}

/**
 * The rings around the region where values are at least `level`, by marching squares with linear interpolation
 * along the sides; at the grid's border the rings follow it. Filled by the even-odd rule they are that region.
 * Where a square's corners alternate, its mean decides whether the high corners are joined.
 */
export function contourRings(grid: Grid, level: number): Ring[] {
  const places = new Map<string, readonly [x: number, y: number]>();
  const next = new Map<string, string[]>();
  for (let row = -1; row < grid.y.length; row++) {
    for (let column = -1; column < grid.x.length; column++) {
      for (const { from, to } of squareEdges(grid, level, row, column, places)) {
        const list = next.get(from);
        if (list) list.push(to);
        else next.set(from, [to]);
      }
    }
  }
  return joined(next, places);
}

/** The edges through one square, the high side to their left; squares around the grid close the rings. */
function squareEdges(
  grid: Grid,
  level: number,
  row: number,
  column: number,
  places: Map<string, readonly [number, number]>,
): Edge[] {
  const at = (r: number, c: number) => corner(grid, r, c);
  const corners = [
    at(row, column),
    at(row, column + 1),
    at(row + 1, column + 1),
    at(row + 1, column),
  ];
  const high = corners.map(({ value }) => value >= level);
  const count = high.filter(Boolean).length;
  if (count === 0 || count === 4) return [];
  const names = [
    `h${row},${column}`,
    `v${row},${column + 1}`,
    `h${row + 1},${column}`,
    `v${row},${column}`,
  ];
  const cross = (side: number) => {
    const [a, b] = [corners[side]!, corners[(side + 1) % 4]!];
    places.set(names[side]!, between(a, b, level));
    return names[side]!;
  };
  // Going round, a ring enters where the corners turn high and leaves where they turn low.
  const enter = [0, 1, 2, 3].filter((i) => !high[i] && high[(i + 1) % 4]);
  const leave = [0, 1, 2, 3].filter((i) => high[i] && !high[(i + 1) % 4]);
  if (enter.length === 1) return [{ from: cross(leave[0]!), to: cross(enter[0]!) }];
  const mean = corners.reduce((sum, { value }) => sum + value / 4, 0);
  return leave.map((side) => {
    // The high corner by itself, or joined with the other across the middle.
    const before = (side + 3) % 4;
    const after = (side + 1) % 4;
    return { from: cross(side), to: cross(mean >= level ? after : before) };
  });
}

/** A corner of the grid; beyond its border everything is low, and lies on the border. */
function corner({ x, y, values }: Grid, row: number, column: number): Corner {
  const [r, c] = [clamp(row, y.length - 1), clamp(column, x.length - 1)];
  const inside = r === row && c === column;
  const value = inside ? values[r * x.length + c]! : Number.NEGATIVE_INFINITY;
  // What is missing is taken as low, so that it is left out.
  return { x: x[c]!, y: y[r]!, value: Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value };
}

function clamp(i: number, last: number): number {
  return Math.min(Math.max(i, 0), last);
}

function between(a: Corner, b: Corner, level: number): readonly [number, number] {
  if (!Number.isFinite(a.value)) return [b.x, b.y];
  if (!Number.isFinite(b.value)) return [a.x, a.y];
  const share = (level - a.value) / (b.value - a.value);
  return [a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)];
}

function joined(
  next: Map<string, string[]>,
  places: ReadonlyMap<string, readonly [number, number]>,
): Ring[] {
  const rings: Ring[] = [];
  for (const [start, list] of next) {
    while (list.length > 0) {
      const ring: Ring = { x: [], y: [] };
      let name = start;
      for (let to = list.pop(); to !== undefined; to = next.get(name)?.pop()) {
        const [x, y] = places.get(name)!;
        if (ring.x.at(-1) !== x || ring.y.at(-1) !== y) {
          ring.x.push(x);
          ring.y.push(y);
        }
        name = to;
      }
      if (ring.x.length > 2) rings.push(ring);
    }
  }
  return rings;
}
