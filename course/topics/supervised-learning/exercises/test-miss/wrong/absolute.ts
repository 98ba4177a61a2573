type Learn = (X: number[][], y: number[]) => (row: number[]) => number;

/** The root of the mean squared miss on the test rows, learned from the others. */
export function testMiss(learn: Learn, X: number[][], y: number[], isTest: boolean[]): number {
  const isTraining = (_: unknown, i: number) => !isTest[i];
  const predict = learn(X.filter(isTraining), y.filter(isTraining));
  const misses = X.map((row, i) => Math.abs(predict(row) - y[i]!)).filter((_, i) => isTest[i]);
  return misses.reduce((sum, miss) => sum + miss, 0) / misses.length;
}
