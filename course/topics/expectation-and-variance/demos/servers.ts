// #region same-mean
const steady = [182, 195, 201, 188, 210, 205, 199, 190, 217, 213]; // ms
const moody = [95, 110, 102, 98, 88, 105, 120, 92, 640, 550]; // ms

const average = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;

console.log("steady:", average(steady), "ms");
console.log("moody: ", average(moody), "ms");
// #endregion

// #region slowest
/** The mean of the slowest of k calls, where each recorded time is equally likely in every call. */
function meanOfSlowest(times: readonly number[], k: number): number {
  const n = times.length;
  const sorted = times.toSorted((a, b) => a - b);
  // All k calls take at most sorted[i] with probability ((i + 1)/n)^k.
  return sorted.reduce((sum, time, i) => sum + time * (((i + 1) / n) ** k - (i / n) ** k), 0);
}

for (const k of [1, 4, 16]) {
  const [a, b] = [meanOfSlowest(steady, k), meanOfSlowest(moody, k)];
  console.log(`${k} calls: steady ${a.toFixed(0)} ms, moody ${b.toFixed(0)} ms`);
}
// #endregion

// #region spread
const variance = (values: readonly number[]) => {
  const middle = average(values);
  return average(values.map((value) => (value - middle) ** 2));
};

for (const [name, times] of Object.entries({ steady, moody })) {
  const v = variance(times);
  console.log(
    `${name}: variance ${v.toFixed(0)} ms², standard deviation ${Math.sqrt(v).toFixed(1)} ms`,
  );
}
// #endregion
