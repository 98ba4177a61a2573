import { setWarningSink, type Warning } from "@gradus/core";
import { afterEach, beforeEach } from "vitest";

/** The warnings of the test that runs: a list that is empty when it begins. None is printed. */
export function caughtWarnings(): Warning[] {
  const warnings: Warning[] = [];
  let previous: ReturnType<typeof setWarningSink>;
  beforeEach(() => {
    warnings.length = 0;
    previous = setWarningSink((warning) => warnings.push(warning));
  });
  afterEach(() => {
    setWarningSink(previous);
  });
  return warnings;
}
