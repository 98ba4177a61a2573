/** The number that lies the share u of the way from low to high on the scale of powers. */
export function logUniform(low: number, high: number, u: number): number {
  const first = Math.log10(low);
  const last = Math.log10(high);
  return first + u * (last - first);
}
