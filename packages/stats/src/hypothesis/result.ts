import type { Interval } from "./samples";

/** What a hypothesis test finds; a test that has more to say extends it. */
export interface TestResult {
  /** The test statistic. */
  readonly statistic: number;
  /** How probable a statistic at least as extreme is under the null hypothesis. */
  readonly pvalue: number;
  /** Degrees of freedom of the statistic's distribution, where it has them. */
  readonly df?: number;
  /** A confidence interval of what the test is about (a mean, a difference, a correlation), where there is one. */
  readonly confidenceInterval?: Interval;
}
