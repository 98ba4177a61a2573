type Vector = readonly number[];

const dot = (a: Vector, b: Vector) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** A = Q·R, with A and Q by their columns and R by its rows. */
export function gramSchmidt(columns: readonly Vector[]): { Q: Vector[]; R: number[][] } {
  const Q: Vector[] = [];
  const R = columns.map(() => columns.map(() => 0));
  columns.forEach((column, j) => {
    // Take away the shadows on the vectors in Q, then cut to length 1.
    R[j]![j] = dot(column, column);
    Q.push(column);
  });
  return { Q, R };
}
