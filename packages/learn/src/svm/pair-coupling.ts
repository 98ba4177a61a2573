/** The pairs of classes, in the order of their machines: (0, 1), (0, 2), …, (1, 2), … */
export function classPairs(nClasses: number): [first: number, second: number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < nClasses; i++) for (let j = i + 1; j < nClasses; j++) pairs.push([i, j]);
  return pairs;
}

/**
 * The probabilities of all classes that agree best with those of each class against each other one.
 *
 * @param shares shares[i][j] is the probability of class i if it is i or j
 * @see Wu, Lin and Weng (2004), Journal of Machine Learning Research 5, 975–1005, algorithm 2.
 */
export function coupleShares(shares: readonly Float64Array[]): Float64Array {
  const k = shares.length;
  const Q = shares.map((_, i) =>
    Float64Array.from({ length: k }, (_, j) => {
      if (i !== j) return -shares[j]![i]! * shares[i]![j]!;
      return shares.reduce((sum, row, other) => sum + (other === i ? 0 : row[i]! ** 2), 0);
    }),
  );
  const p = new Float64Array(k).fill(1 / k);
  for (let round = 0; round < Math.max(1000, 100 * k); round++) {
    const products = Q.map((row) => row.reduce((sum, value, j) => sum + value * p[j]!, 0));
    const all = products.reduce((sum, value, i) => sum + value * p[i]!, 0);
    if (products.every((value) => Math.abs(value - all) < 1e-12)) break;
    updateShares(Q, p, products, all);
  }
  return p;
}

/** One round over the classes: each one's share is set right for the others', and all are scaled to add to 1. */
function updateShares(
  Q: readonly Float64Array[],
  p: Float64Array,
  products: number[],
  start: number,
): void {
  let all = start;
  for (let t = 0; t < p.length; t++) {
    const own = Q[t]![t]!;
    const change = (all - products[t]!) / own;
    p[t]! += change;
    const total = 1 + change;
    all = (all + change * (change * own + 2 * products[t]!)) / total ** 2;
    for (let j = 0; j < p.length; j++) {
      products[j] = (products[j]! + change * Q[t]![j]!) / total;
      p[j]! /= total;
    }
  }
}
