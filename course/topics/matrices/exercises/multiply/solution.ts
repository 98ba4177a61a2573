type Matrix = readonly (readonly number[])[];

/** The product of A, shape (m, k), and B, shape (k, n). @throws RangeError if the inner sizes differ. */
export function multiply(A: Matrix, B: Matrix): number[][] {
  const inner = A[0]!.length;
  if (inner !== B.length) throw new RangeError(`${inner} columns do not meet ${B.length} rows`);
  return A.map((row) => B[0]!.map((_, j) => row.reduce((sum, a, k) => sum + a * B[k]![j]!, 0)));
}
