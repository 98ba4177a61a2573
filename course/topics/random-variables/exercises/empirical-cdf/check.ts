import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Submission {
  empiricalCDF(sample: readonly number[], x: number): number;
}

export default defineCheck(({ empiricalCDF }: Submission) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = new RandomGenerator(seed);
    // Whole numbers with 5 among them three times, so that "at most" and "less" differ.
    const sample = [
      5,
      5,
      5,
      1,
      9,
      ...Array.from({ length: 6 + seed }, () => random.integer(0, 11)),
    ];
    const upTo = sample.filter((value) => value <= 5).length;
    const result = empiricalCDF(sample, 5);
    expectThat(typeof result === "number", "`empiricalCDF` returns a number.");
    expectClose(result, upTo / sample.length, {
      of: `the share of ${sample.length} numbers up to 5`,
      mistakes: {
        "not-equal": sample.filter((value) => value < 5).length / sample.length,
        "not-a-share": upTo,
        "the-rest": 1 - upTo / sample.length,
      },
    });
  }
  expectClose(empiricalCDF([2, 4], 3), 0.5, "between two numbers");
  expectClose(empiricalCDF([2, 4], 1), 0, "below all of them");
  expectClose(empiricalCDF([2, 4], 9), 1, "above all of them");
});
