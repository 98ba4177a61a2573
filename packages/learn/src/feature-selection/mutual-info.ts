import { digamma } from "@gradus/stats";
import { countCloser, kthDistances, kthDistancesInPlane, sortValues } from "./nearest-values";

/**
 * The mutual information of two variables that take few values, in nats: Σ p(a, b)·log(p(a, b) / (p(a)·p(b))).
 */
export function mutualInfoOfCodes(a: Int32Array, b: Int32Array): number {
  const n = a.length;
  const nB = 1 + b.reduce((most, code) => Math.max(most, code), 0);
  const [ofA, ofB, both] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ];
  const add = (counts: Map<number, number>, key: number) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let i = 0; i < n; i++) {
    add(ofA, a[i]!);
    add(ofB, b[i]!);
    add(both, a[i]! * nB + b[i]!);
  }
  let sum = 0;
  for (const [key, count] of both) {
    const expected = ofA.get(Math.floor(key / nB))! * ofB.get(key % nB)!;
    sum += (count / n) * Math.log((count * n) / expected);
  }
  return Math.max(0, sum);
}

/**
 * An estimate of the mutual information of two continuous variables from the distances to nearest neighbours.
 *
 * @see Kraskov, Stögbauer and Grassberger (2004), Physical Review E 69, 066138, the first estimator.
 */
export function mutualInfoOfNumbers(x: Float64Array, y: Float64Array, k: number): number {
  const n = x.length;
  const byX = sortValues(x);
  const sortedY = sortValues(y).sorted;
  const radii = kthDistancesInPlane(byX, y, k);
  let sum = 0;
  radii.forEach((radius, i) => {
    const closerX = countCloser(byX.sorted, byX.sorted[i]!, radius);
    const closerY = countCloser(sortedY, y[byX.order[i]!]!, radius);
    sum += digamma(closerX) + digamma(closerY);
  });
  return Math.max(0, digamma(n) + digamma(k) - sum / n);
}

/**
 * An estimate of the mutual information of a continuous variable and one that takes few values. Points whose value no other
 * has are left out.
 *
 * @see Ross (2014), PLoS ONE 9(2), e87357.
 */
export function mutualInfoOfBoth(x: Float64Array, codes: Int32Array, k: number): number {
  const groups = new Map<number, number[]>();
  codes.forEach((code, i) => {
    const group = groups.get(code);
    if (group) group.push(x[i]!);
    else groups.set(code, [x[i]!]);
  });
  const shared = [...groups.values()].filter((group) => group.length > 1);
  const all = Float64Array.from(shared.flat()).sort();
  let sum = 0;
  for (const group of shared) {
    const sorted = Float64Array.from(group).sort();
    const nearest = Math.min(k, sorted.length - 1);
    const radii = kthDistances(sorted, nearest);
    sum += sorted.length * (digamma(nearest) - digamma(sorted.length));
    radii.forEach((radius, i) => {
      sum -= digamma(countCloser(all, sorted[i]!, radius));
    });
  }
  return all.length === 0 ? 0 : Math.max(0, digamma(all.length) + sum / all.length);
}
