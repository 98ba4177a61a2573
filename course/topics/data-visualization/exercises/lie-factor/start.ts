/** Tufte's lie factor of two bars on an axis that begins at `start`. */
export function lieFactor(first: number, last: number, start: number): number {
  // How high are the two bars?
  return (last - start) / (first - start);
}
