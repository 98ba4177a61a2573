type Matrix = readonly (readonly number[])[];

/** The x with L·U·x = b; L with ones on its diagonal. */
export function solveTriangles(L: Matrix, U: Matrix, b: readonly number[]): number[] {
  const c: number[] = [];
  for (let i = 0; i < b.length; i++) {
    let rest = b[i]!;
    for (let j = 0; j < i; j++) rest -= L[i]![j]! * c[j]!;
    c.push(rest);
  }
  const x: number[] = [];
  for (let i = c.length - 1; i >= 0; i--) {
    let rest = c[i]!;
    for (let j = i + 1; j < c.length; j++) rest -= U[i]![j]! * x[j]!;
    x[i] = rest;
  }
  return x;
}
