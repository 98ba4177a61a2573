/** How often one tries before the solution may be seen. */
export const ATTEMPTS_BEFORE_SOLUTION = 3;

/** The solution is for those who passed, and for those who have tried and used every hint. */
export function mayShowSolution(state: {
  readonly passed: boolean;
  readonly attempts: number;
  readonly hintsLeft: number;
}): boolean {
  return state.passed || (state.hintsLeft === 0 && state.attempts >= ATTEMPTS_BEFORE_SOLUTION);
}
