/** The step of 1, 2 or 5 times a power of ten that is nearest, as a ratio. */
export function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const size = step / power;
  return power * (size < Math.SQRT2 ? 1 : size < Math.sqrt(10) ? 2 : size < Math.sqrt(50) ? 5 : 10);
}
