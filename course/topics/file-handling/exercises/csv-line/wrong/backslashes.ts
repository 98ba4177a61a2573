/** Fields as one row of a CSV file. */
export function csvLine(fields: readonly string[]): string {
  const written = fields.map((field) => {
    if (!/[",\r\n]/.test(field)) return field;
    return `"${field.replaceAll('"', '\\"')}"`;
  });
  return written.join(",");
}
