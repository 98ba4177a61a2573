type Vector = readonly number[];

const dot = (a: Vector, b: Vector) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** A = Q·R, with A and Q by their columns and R by its rows. */
export function gramSchmidt(columns: readonly Vector[]): { Q: Vector[]; R: number[][] } {
  const Q: Vector[] = [];
  const R = columns.map(() => columns.map(() => 0));
  columns.forEach((column, j) => {
    let v = column;
    Q.forEach((q, k) => {
      const shadow = dot(q, column);
      R[j]![k] = shadow;
      v = v.map((value, i) => value - shadow * q[i]!);
    });
    const left = Math.hypot(...v);
    R[j]![j] = left;
    Q.push(v.map((value) => value / left));
  });
  return { Q, R };
}
