import type { RandomGenerator } from "@gradus/core";

const STEPS = 300;

/**
 * Positions in the unit square for nodes whose edges are springs: pairs push each other apart with k²/d, edges pull
 * with d²/k, and steps grow smaller until all rests. Time grows with the square of the nodes.
 */
export function springLayout(
  n: number,
  edges: readonly (readonly [number, number])[],
  random: RandomGenerator,
): { readonly x: number[]; readonly y: number[] } {
  const x = Array.from({ length: n }, () => random.uniform());
  const y = Array.from({ length: n }, () => random.uniform());
  const k = Math.sqrt(1 / n);
  for (let step = 0; step < STEPS; step++) {
    const [fx, fy] = forces({ x, y }, edges, k);
    const largest = 0.1 * (1 - step / STEPS);
    for (let i = 0; i < n; i++) {
      const size = Math.hypot(fx[i]!, fy[i]!) || 1;
      const move = Math.min(size * 0.1, largest) / size;
      x[i]! += fx[i]! * move;
      y[i]! += fy[i]! * move;
    }
  }
  return { x: stretched(x), y: stretched(y) };
}

function forces(
  { x, y }: { readonly x: readonly number[]; readonly y: readonly number[] },
  edges: readonly (readonly [number, number])[],
  k: number,
): readonly [number[], number[]] {
  const n = x.length;
  // A weak pull to the middle keeps parts that no edge joins from drifting away.
  const fx = x.map((value) => (0.5 - value) * 0.4);
  const fy = y.map((value) => (0.5 - value) * 0.4);
  const push = (i: number, j: number, force: (d: number) => number) => {
    const [dx, dy] = [x[i]! - x[j]!, y[i]! - y[j]!];
    const d = Math.max(Math.hypot(dx, dy), 1e-6);
    const share = force(d) / d;
    fx[i]! += dx * share;
    fy[i]! += dy * share;
    fx[j]! -= dx * share;
    fy[j]! -= dy * share;
  };
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) push(i, j, (d) => (k * k) / d);
  for (const [i, j] of edges) if (i !== j) push(i, j, (d) => -(d * d) / k);
  return [fx, fy];
}

/** To fill 0 to 1. */
function stretched(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (high > low ? (value - low) / (high - low) : 0.5));
}
