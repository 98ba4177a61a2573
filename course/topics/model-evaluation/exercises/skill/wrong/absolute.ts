/** The share of the baseline's squared error that a model saves on the test rows. */
export function skill(
  yTrain: readonly number[],
  yTest: readonly number[],
  said: readonly number[],
): number {
  const simple = mean(yTrain);
  const model = mean(yTest.map((y, i) => Math.abs(y - said[i]!)));
  const baseline = mean(yTest.map((y) => Math.abs(y - simple)));
  return 1 - model / baseline;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
