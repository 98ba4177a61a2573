export const losses = ["squared", "absolute", "pinball"] as const;
export type Loss = (typeof losses)[number];

/** What a guess costs if the truth is y; `q` is the pinball loss's share. */
export function lossOf(loss: Loss, y: number, guess: number, q: number): number {
  const residual = y - guess;
  if (loss === "squared") return residual ** 2;
  if (loss === "absolute") return Math.abs(residual);
  return residual >= 0 ? q * residual : (q - 1) * residual;
}

/** The guess with the smallest mean loss; the smallest of several. */
export function bestGuess(loss: Loss, values: readonly number[], q: number): number {
  if (loss === "squared") return values.reduce((sum, y) => sum + y, 0) / values.length;
  // The other two are straight between the values, so that one of the values is best.
  const sorted = [...values].sort((a, b) => a - b);
  const cost = (guess: number) => values.reduce((sum, y) => sum + lossOf(loss, y, guess, q), 0);
  return sorted.reduce((best, guess) => (cost(guess) < cost(best) - 1e-9 ? guess : best));
}
