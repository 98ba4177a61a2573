export interface Parts {
  readonly bias2: number;
  readonly variance: number;
  readonly noise: number;
}

/** The mean of each part over all places. */
export function decompose(
  said: readonly (readonly number[])[],
  measured: readonly (readonly number[])[],
): Parts {
  const places = measured.map((values, i) => {
    const answers = said.map((model) => model[i]!);
    return {
      bias2: (mean(answers) - mean(values)) ** 2,
      variance: spread(answers),
      noise: mean(values.map((value) => (value - mean(answers)) ** 2)),
    };
  });
  return {
    bias2: mean(places.map(({ bias2 }) => bias2)),
    variance: mean(places.map(({ variance }) => variance)),
    noise: mean(places.map(({ noise }) => noise)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value) / values.length;
}

function spread(values: readonly number[]): number {
  const center = mean(values);
  return mean(values.map((value) => (value - center) ** 2));
}
