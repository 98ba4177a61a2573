import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  logUniform(low: number, high: number, u: number): number;
}

export default defineCheck(({ logUniform }: Submission) => {
  for (const [low, high, u] of [
    [0.01, 100, 0.5],
    [0.001, 10, 0.25],
    [2, 32, 0.75],
    [1e-6, 1e-2, 0.1],
    [3, 300, 0],
    [3, 300, 1],
  ] as const) {
    const powers = Math.log(high / low);
    expectClose(logUniform(low, high, u), Math.exp(Math.log(low) + u * powers), {
      of: `logUniform(${low}, ${high}, ${u})`,
      mistakes:
        u > 0 && u < 1
          ? {
              linear: low + u * (high - low),
              "still-a-logarithm": (Math.log(low) + u * powers) / Math.LN10,
              "starts-at-one": Math.exp(u * powers),
            }
          : {},
    });
  }
});
