/** 1, a, b, a², ab, b², … for one row, up to a degree. */
export function products(a: number, b: number, degree: number): number[] {
  const row: number[] = [];
  for (let total = 0; total <= degree; total++) {
    for (let ofA = 0; ofA <= total; ofA++) row.push(a ** ofA * b ** (total - ofA));
  }
  return row;
}
