import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  lieFactor(first: number, last: number, start: number): number;
}

export default defineCheck(({ lieFactor }: Submission) => {
  expectClose(lieFactor(50, 80, 0), 1, "bars from 0 do not lie");
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const first = random.uniform(100, 200);
    const last = random.uniform(100, 200);
    const start = random.uniform(20, 90);
    expectClose(lieFactor(first, last, start), first / (first - start), {
      of: `lieFactor(${[first, last, start].map((x) => x.toFixed(1)).join(", ")})`,
      mistakes: {
        "turned-round": (first - start) / first,
        "quotient-of-heights": (last - start) / (first - start) / (last / first),
        "share-of-last": last / (last - start),
      },
    });
  }
});
