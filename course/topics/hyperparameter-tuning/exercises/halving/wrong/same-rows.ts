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
  const rounds: Round[] = [];
  let tried = [...settings];
  for (let rows = least; rows <= most; rows *= 3) {
    rounds.push({ rows: least, tried });
    const sorted = [...tried].sort((a, b) => errorOf(a, least) - errorOf(b, least));
    tried = sorted.slice(0, Math.ceil(tried.length / 3));
  }
  return rounds;
}
