// The disease test, for the figure.

/** What the test is like, and how common the disease is; all from 0 to 1. */
export interface Test {
  /** P(ill), before the test. */
  readonly prior: number;
  /** P(positive | ill). */
  readonly sensitivity: number;
  /** P(negative | well). */
  readonly specificity: number;
}

/** P(ill | positive); undefined if nobody can be positive. */
export function posterior({ prior, sensitivity, specificity }: Test): number | undefined {
  const truly = prior * sensitivity;
  const falsely = (1 - prior) * (1 - specificity);
  return truly + falsely > 0 ? truly / (truly + falsely) : undefined;
}

/** P(ill | negative); undefined if nobody can be negative. */
export function posteriorOfNegative(test: Test): number | undefined {
  return posterior({
    ...test,
    sensitivity: 1 - test.sensitivity,
    specificity: 1 - test.specificity,
  });
}

/** How many of a crowd are ill or well, found by the test or not; whole people who add up to the crowd. */
export interface Crowd {
  readonly illPositive: number;
  readonly illNegative: number;
  readonly wellPositive: number;
  readonly wellNegative: number;
}

export function crowdOf({ prior, sensitivity, specificity }: Test, size: number): Crowd {
  const ill = Math.round(prior * size);
  const illPositive = Math.round(ill * sensitivity);
  const wellPositive = Math.round((size - ill) * (1 - specificity));
  return {
    illPositive,
    illNegative: ill - illPositive,
    wellPositive,
    wellNegative: size - ill - wellPositive,
  };
}
