import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Submission {
  waitingTimes(uniforms: readonly number[], rate: number): number[];
}

export default defineCheck(({ waitingTimes }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const uniforms = Array.from({ length: 2 + seed }, () => random.uniform());
    const rate = 1.5 + seed;
    const result = waitingTimes(uniforms, rate);
    expectThat(Array.isArray(result), "`waitingTimes` returns a list, one time for each number.");
    expectClose(
      result,
      uniforms.map((u) => -Math.log(1 - u) / rate),
      {
        of: `${uniforms.length} numbers at ${rate} visitors a second`,
        mistakes: {
          "rate-as-mean": uniforms.map((u) => -Math.log(1 - u) * rate),
          forwards: uniforms.map((u) => 1 - Math.exp(-rate * u)),
          "lost-sign": uniforms.map((u) => Math.log(1 - u) / rate),
        },
      },
    );
  }
  expectClose(waitingTimes([0], 2), [0], "u = 0 is the shortest wait");
  expectClose(waitingTimes([0.5], 1), [Math.LN2], "half of the waits are shorter than the median");
});
