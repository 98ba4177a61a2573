/** The code of each row, from the rows of the other folds. */
export function crossFit(categories: string[], y: number[], folds: number[], m: number): number[] {
  return y.map((_, i) => {
    const others = [...y.keys()].filter((j) => folds[j] !== folds[i]);
    const overall = sum(others.map((j) => y[j]!)) / others.length;
    const own = others.filter((j) => categories[j] === categories[i]);
    if (own.length === 0) return overall;
    return (sum(own.map((j) => y[j]!)) + m * overall) / (own.length + m);
  });
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
