interface Entry {
  readonly inputs: readonly number[];
  readonly slopes: readonly number[];
}

/** How fast the last entry changes with each entry of a graph. */
export function gradients(graph: readonly Entry[]): number[] {
  const found = graph.map(() => 0);
  found[found.length - 1] = 1;
  for (const place of [...graph.keys()].reverse()) {
    const { inputs, slopes } = graph[place]!;
    inputs.forEach((input, i) => {
      found[input] = found[place]! * slopes[i]!;
    });
  }
  return found;
}
