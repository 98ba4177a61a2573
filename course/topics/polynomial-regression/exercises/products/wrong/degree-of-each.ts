/** 1, a, b, a², ab, b², … for one row, up to a degree. */
export function products(a: number, b: number, degree: number): number[] {
  const row: number[] = [];
  for (let ofA = 0; ofA <= degree; ofA++) {
    for (let ofB = 0; ofB <= degree; ofB++) row.push(a ** ofA * b ** ofB);
  }
  return row;
}
