import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Submission {
  atLeastOne(failing: readonly number[]): number;
}

export default defineCheck(({ atLeastOne }: Submission) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = new RandomGenerator(seed);
    const failing = Array.from({ length: 1 + seed }, () => random.uniform(0.02, 0.4));
    const succeed = failing.reduce((product, p) => product * (1 - p), 1);
    const result = atLeastOne(failing);
    expectThat(typeof result === "number", "`atLeastOne` returns a number.");
    expectClose(result, 1 - succeed, {
      of: `${failing.length} services, ${failing.map((p) => p.toFixed(2)).join(", ")}`,
      mistakes: {
        "added-up": failing.reduce((sum, p) => sum + p, 0),
        "all-of-them": failing.reduce((product, p) => product * p, 1),
        none: succeed,
      },
    });
  }
  expectClose(atLeastOne([0.3]), 0.3, "one service alone");
  expectClose(atLeastOne([0.2, 1]), 1, "one of them always fails");
  expectClose(atLeastOne([]), 0, "nothing there that could fail");
});
