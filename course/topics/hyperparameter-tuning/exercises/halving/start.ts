export interface Round {
  readonly rows: number;
  readonly tried: number[];
}

/** The rounds of successive halving with the factor 3. */
export function halving(
  settings: readonly number[],
  errorOf: (setting: number, rows: number) => number,
  least: number,
  most: number,
): Round[] {
  // Who goes on, and with how many rows?
  const isAffordable = least <= most && errorOf(settings[0]!, least) >= 0;
  return isAffordable ? [{ rows: least, tried: [...settings] }] : [];
}
