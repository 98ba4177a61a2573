type Matrix = readonly (readonly number[])[];

/** The x with L·U·x = b; L with ones on its diagonal. */
export function solveTriangles(L: Matrix, U: Matrix, b: readonly number[]): number[] {
  const c: number[] = [];
  for (let i = b.length - 1; i >= 0; i--) {
    let rest = b[i]!;
    for (let j = i + 1; j < b.length; j++) rest -= U[i]![j]! * c[j]!;
    c[i] = rest / U[i]![i]!;
  }
  const x: number[] = [];
  for (let i = 0; i < b.length; i++) {
    let rest = c[i]!;
    for (let j = 0; j < i; j++) rest -= L[i]![j]! * x[j]!;
    x.push(rest);
  }
  return x;
}
