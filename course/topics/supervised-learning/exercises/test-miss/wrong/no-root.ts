type Learn = (X: number[][], y: number[]) => (row: number[]) => number;

/** The root of the mean squared miss on the test rows, learned from the others. */
export function testMiss(learn: Learn, X: number[][], y: number[], isTest: boolean[]): number {
  const isTraining = (_: unknown, i: number) => !isTest[i];
  const predict = learn(X.filter(isTraining), y.filter(isTraining));
  const squares = X.map((row, i) => (predict(row) - y[i]!) ** 2).filter((_, i) => isTest[i]);
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}
