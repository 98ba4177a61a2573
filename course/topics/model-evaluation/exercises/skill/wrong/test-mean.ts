/** The share of the baseline's squared error that a model saves on the test rows. */
export function skill(
  _yTrain: readonly number[],
  yTest: readonly number[],
  said: readonly number[],
): number {
  const simple = mean(yTest);
  const model = mean(yTest.map((y, i) => (y - said[i]!) ** 2));
  const baseline = mean(yTest.map((y) => (y - simple) ** 2));
  return 1 - model / baseline;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
