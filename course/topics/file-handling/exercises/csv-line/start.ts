/** Fields as one row of a CSV file. */
export function csvLine(fields: readonly string[]): string {
  // Which fields need quotes?
  return fields.join(",");
}
