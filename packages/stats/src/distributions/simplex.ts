/**
 * The minimum of a function of a few numbers without derivatives, by Nelder and Mead's simplex, begun twice, and then by
 * Newton's steps with derivatives by differences, which know the place of a smooth minimum to more digits.
 */
export function minimizeSimplex(
  f: (x: readonly number[]) => number,
  start: readonly number[],
): number[] {
  let best = simplex(f, start, 0.5);
  best = simplex(f, best, 0.05);
  for (let i = 0; i < 4; i++) {
    const next = newtonStep(f, best);
    if (!next || !(f(next) <= f(best) + 1e-13 * Math.abs(f(best)))) break;
    best = next;
  }
  return best;
}

function simplex(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  size: number,
): number[] {
  const points = [start, ...start.map((_, i) => start.map((x, j) => (i === j ? x + size : x)))].map(
    (x) => ({ x: [...x], f: f(x) }),
  );
  const n = start.length;
  for (let i = 0; i < 400 * n; i++) {
    points.sort((a, b) => a.f - b.f);
    const [first, last] = [points[0]!, points[n]!];
    const spread = Math.max(...last.x.map((x, j) => Math.abs(x - first.x[j]!)));
    if (spread < 1e-9) break;
    const centre = first.x.map((_, j) => points.slice(0, n).reduce((s, p) => s + p.x[j]!, 0) / n);
    const along = (t: number) => {
      const x = centre.map((c, j) => c + t * (last.x[j]! - c));
      return { x, f: f(x) };
    };
    const reflected = along(-1);
    if (reflected.f < first.f) {
      const expanded = along(-2);
      points[n] = expanded.f < reflected.f ? expanded : reflected;
      continue;
    }
    if (reflected.f < points[n - 1]!.f) {
      points[n] = reflected;
      continue;
    }
    const contracted = along(reflected.f < last.f ? -0.5 : 0.5);
    if (contracted.f < Math.min(reflected.f, last.f)) {
      points[n] = contracted;
      continue;
    }
    for (let k = 1; k <= n; k++) {
      const x = points[k]!.x.map((value, j) => (value + first.x[j]!) / 2);
      points[k] = { x, f: f(x) };
    }
  }
  return points.sort((a, b) => a.f - b.f)[0]!.x;
}

/** x − H⁻¹g with derivatives by central differences; undefined where the function is not smooth and convex enough. */
function newtonStep(
  f: (x: readonly number[]) => number,
  x: readonly number[],
): number[] | undefined {
  const h = 1e-4;
  const moved = (...moves: readonly (readonly [number, number])[]) =>
    f(x.map((value, j) => value + moves.reduce((s, [k, d]) => s + (k === j ? d : 0), 0)));
  const g = x.map((_, i) => slope(moved, i, h));
  const H = x.map((_, i) =>
    x.map((_, j) => {
      const [pp, mm] = [moved([i, h], [j, h]), moved([i, -h], [j, -h])];
      return (pp - moved([i, h], [j, -h]) - moved([i, -h], [j, h]) + mm) / (4 * h * h);
    }),
  );
  const step = solve(H, g);
  if (!step?.every((d) => Math.abs(d) < 1e-2)) return undefined;
  return x.map((value, i) => value - step[i]!);
}

/** A derivative by differences of fourth order. */
function slope(moved: (move: readonly [number, number]) => number, i: number, h: number): number {
  const near = moved([i, h]) - moved([i, -h]);
  const far = moved([i, 2 * h]) - moved([i, -2 * h]);
  return (8 * near - far) / (12 * h);
}

/** Gauss' elimination with pivots on the diagonal; undefined unless all of them are positive. */
function solve(H: readonly (readonly number[])[], g: readonly number[]): number[] | undefined {
  const rows = H.map((row, i) => [...row, g[i]!]);
  const n = g.length;
  for (let i = 0; i < n; i++) {
    const pivot = rows[i]![i]!;
    if (!(pivot > 0 && Number.isFinite(pivot))) return undefined;
    for (let k = i + 1; k < n; k++) {
      const factor = rows[k]![i]! / pivot;
      for (let j = i; j <= n; j++) rows[k]![j]! -= factor * rows[i]![j]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const known = x.reduce((s, value, j) => (j > i ? s + rows[i]![j]! * value : s), 0);
    x[i] = (rows[i]![n]! - known) / rows[i]![i]!;
  }
  return x;
}
