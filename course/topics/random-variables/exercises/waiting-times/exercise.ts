import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "waiting-times",
  title: "Waiting times from uniform numbers",
  prompt: `
Write \`waitingTimes(uniforms, rate)\`: turn each uniform number $u$ from 0 to 1 (1 excluded) into a waiting time with
the distribution function $F(t) = 1 - e^{-\\lambda t}$, by $F(t) = u$. \`rate\` is $\\lambda$, in visitors a second.`,
  hints: [
    "Solve $u = 1 - e^{-\\lambda t}$ for $t$: bring $e^{-\\lambda t}$ to one side and take the logarithm.",
    "$t = -\\ln(1 - u) / \\lambda$.",
    "`Math.log` is the natural logarithm. Collect one time for each `u`.",
  ],
  misconceptions: {
    "rate-as-mean":
      "You multiply by the rate. With 2 visitors a second the gaps are half a second on average: more visitors, shorter gaps. Divide.",
    forwards:
      "You put u into the distribution function itself. That turns a time into a probability; you need the way back.",
    "lost-sign":
      "Your times are negative. The logarithm of a number below 1 is, so put a minus in front.",
  },
});
