import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  softThreshold(c: number, alpha: number): number;
}

export default defineCheck(({ softThreshold }: Submission) => {
  for (const [c, alpha] of [
    [3, 1],
    [-3.5, 1.2],
    [0.6, 1],
    [-0.4, 0.5],
    [0, 2],
    [2, 0],
    [-7, 0.3],
  ] as const) {
    const size = Math.max(0, Math.abs(c) - alpha);
    expectClose(softThreshold(c, alpha), (c < 0 ? -1 : 1) * size || 0, {
      of: `softThreshold(${c}, ${alpha})`,
      mistakes: {
        "shrinks-by-share": c / (1 + alpha),
        "past-zero": c - Math.sign(c) * alpha,
        hard: Math.abs(c) > alpha ? c : 0,
        "sign-lost": size,
      },
    });
  }
});
