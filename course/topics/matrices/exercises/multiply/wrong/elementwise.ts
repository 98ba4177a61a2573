type Matrix = readonly (readonly number[])[];

/** The product of A, shape (m, k), and B, shape (k, n). @throws RangeError if the inner sizes differ. */
export function multiply(A: Matrix, B: Matrix): number[][] {
  if (A[0]!.length !== B.length) throw new RangeError("the inner sizes differ");
  return A.map((row, i) => row.map((a, j) => a * B[i]![j]!));
}
