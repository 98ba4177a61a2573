/** A merge's bracket: up from one child, across, and down to the other. */
export interface Bracket {
  readonly x: readonly [number, number, number, number];
  readonly y: readonly [number, number, number, number];
}

/**
 * Where the leaves and brackets of a clustering stand: leaves at 0, 1, 2, … from left to right, so that no brackets
 * cross, each cluster above the middle of its two parts. Merges are [i, j, distance, …] as SciPy has them.
 */
export function dendrogramLayout(merges: readonly (readonly number[])[]): {
  readonly leaves: readonly number[];
  readonly brackets: readonly Bracket[];
} {
  const n = merges.length + 1;
  const leaves: number[] = [];
  // Depth first without recursion: chains of single linkage are as deep as there are leaves.
  const stack = [n + merges.length - 1];
  while (stack.length > 0) {
    const cluster = stack.pop()!;
    if (cluster < n) leaves.push(cluster);
    else stack.push(merges[cluster - n]![1]!, merges[cluster - n]![0]!);
  }
  const middle = new Map(leaves.map((leaf, i) => [leaf, i]));
  const height = (cluster: number) => (cluster < n ? 0 : merges[cluster - n]![2]!);
  const brackets = merges.map(([a, b, distance], k): Bracket => {
    const [left, right] = [middle.get(a!)!, middle.get(b!)!];
    middle.set(n + k, (left + right) / 2);
    return {
      x: [left, left, right, right],
      y: [height(a!), distance!, distance!, height(b!)],
    };
  });
  return { leaves, brackets };
}
