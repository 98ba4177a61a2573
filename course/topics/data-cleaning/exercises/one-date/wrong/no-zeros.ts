/** The date that a text says, as 2024-03-05, or null. */
export function isoDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return dateOf(iso[1]!, iso[2]!, iso[3]!);
  const dots = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  if (dots) return dateOf(dots[3]!, dots[2]!, dots[1]!);
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (!slashes) return null;
  const [, a, b, year] = slashes as unknown as [string, string, string, string];
  if (Number(a) > 12) return dateOf(year, b, a);
  return Number(b) > 12 || Number(a) === Number(b) ? dateOf(year, a, b) : null;
}

function dateOf(year: string, month: string, day: string): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? `${Number(year)}-${Number(month)}-${Number(day)}` : null;
}
