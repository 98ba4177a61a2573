/** 1, a, b, a², ab, b², … for one row, up to a degree. */
export function products(a: number, b: number, degree: number): number[] {
  const row = [1];
  for (let k = 1; k <= degree; k++) row.push(a ** k, b ** k);
  return row;
}
