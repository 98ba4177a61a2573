const MOST_ROUNDS = 300;
/** The centres are at rest when they move less than this share of the variance. */
const REST = 1e-4;

/**
 * The edges of bins around the centres of k-means in one dimension: in the middle between neighbours.
 *
 * @param sorted the values, ascending
 * @param even edges of bins that are as wide, whose middles the centres start from
 */
export function kMeansEdges(sorted: Float64Array, even: Float64Array): Float64Array {
  let centres = middles(even);
  const tolerance = REST * varianceOf(sorted);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = moved(sorted, centres);
    let shift = 0;
    for (let k = 0; k < next.length; k++) shift += (next[k]! - centres[k]!) ** 2;
    const isSame = centres.every((centre, k) => centre === next[k]);
    centres = next;
    if (isSame || shift <= tolerance) break;
  }
  return Float64Array.of(even[0]!, ...middles(centres), even.at(-1)!);
}

/**
 * The mean of the values nearest to each centre. A centre without values takes the value that lies
 * farthest from its own, which then counts there only.
 */
function moved(sorted: Float64Array, centres: Float64Array): Float64Array {
  const { sums, counts, owners } = assigned(sorted, centres);
  if (counts.includes(0)) fillEmpty(sorted, centres, { sums, counts, owners });
  // Where there are less different values than centres, several stand at one place.
  const largest = counts.indexOf(Math.max(...counts));
  return sums
    .map((sum, k) => (counts[k]! > 0 ? sum / counts[k]! : sums[largest]! / counts[largest]!))
    .sort();
}

function fillEmpty(
  sorted: Float64Array,
  centres: Float64Array,
  { sums, counts, owners }: Assigned,
): void {
  const empty = [...counts.keys()].filter((k) => counts[k] === 0);
  const distances = sorted.map((value, i) => (value - centres[owners[i]!]!) ** 2);
  const farthest = [...sorted.keys()].sort((a, b) => distances[b]! - distances[a]!);
  empty.forEach((k, e) => {
    const i = farthest[e];
    if (i === undefined || distances[farthest[0]!] === 0) return;
    sums[owners[i]!]! -= sorted[i]!;
    counts[owners[i]!]! -= 1;
    sums[k] = sorted[i]!;
    counts[k] = 1;
  });
}

interface Assigned {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
  /** The centre of each value. */
  readonly owners: Int32Array;
}

function assigned(sorted: Float64Array, centres: Float64Array): Assigned {
  const borders = middles(centres);
  const sums = new Float64Array(centres.length);
  const counts = new Float64Array(centres.length);
  const owners = new Int32Array(sorted.length);
  let k = 0;
  for (let i = 0; i < sorted.length; i++) {
    while (k < borders.length && sorted[i]! > borders[k]!) k++;
    sums[k]! += sorted[i]!;
    counts[k]! += 1;
    owners[i] = k;
  }
  return { sums, counts, owners };
}

function middles(edges: Float64Array): Float64Array {
  return edges.subarray(1).map((edge, k) => (edge + edges[k]!) / 2);
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
