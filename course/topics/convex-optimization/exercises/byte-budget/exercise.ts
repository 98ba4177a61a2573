import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "byte-budget",
  title: "Split a budget by its KKT conditions",
  prompt: `
Write \`shares(error, fall, total)\`: the kilobytes $b_i \\ge 0$ with $\\sum_i b_i = \\text{total}$ that make
$\\sum_i a_i\\, e^{-b_i / s_i}$ smallest, with $a_i$ from \`error\` and $s_i$ from \`fall\`, all above 0. The answer has
to satisfy the conditions to 1e-6, so find it from them rather than by many steps:
$b_i = s_i \\left(\\ln\\frac{a_i}{s_i} - \\ln\\lambda\\right)$ for pictures that get bytes, and 0 for those whose
formula is negative.`,
  hints: [
    "Suppose you knew which pictures get bytes. Adding up their formulas must give the total: one equation for $\\ln \\lambda$.",
    "It is $\\ln\\lambda = \\bigl(\\sum_i s_i \\ln\\frac{a_i}{s_i} - \\text{total}\\bigr) / \\sum_i s_i$, with sums over those pictures only.",
    "Begin with all pictures. If some come out negative, they get nothing: leave them out, compute $\\ln\\lambda$ anew from the rest, and repeat until none is negative. (Or search for $\\lambda$ with `findRoot`.)",
  ],
  misconceptions: {
    "in-proportion":
      "You split in proportion to the error without bytes. What counts is what the next kilobyte saves: at the best split that is the same for all pictures that get any.",
    "negative-bytes":
      "Some pictures get a negative number of bytes. Their wall b >= 0 pushes: they get 0, and the rest share the total.",
    "clipped-over-budget":
      "You set the negative shares to 0 but keep the others as they were, so more is spent than there is. Without those pictures the price is another: compute it anew.",
    "clipped-and-scaled":
      "You set the negative shares to 0 and scale the rest down to the total. The sum is right now, but the slopes are no longer equal: compute the price anew from the pictures that are left.",
  },
});
