import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "at-least-one",
  title: "At least one fails",
  prompt: `
A page needs several services. They fail independently, service $i$ with probability \`failing[i]\`. Write
\`atLeastOne(failing)\`: the probability that at least one of them fails. Without any service, nothing can fail.`,
  hints: [
    "“At least one fails” is everything except “all succeed”.",
    "Service $i$ succeeds with probability $1 - p_i$, and independent probabilities multiply.",
    "Start a product at 1, multiply it by `1 - p` for each, and return 1 minus the product.",
  ],
  misconceptions: {
    "added-up":
      "You add the probabilities. Whenever two services fail at once that counts twice, and with many services the sum passes 1.",
    "all-of-them":
      "You multiply the probabilities: that is the chance that all services fail at once, the rarest case.",
    none: "This is the chance that every service succeeds. You are nearly there: what you want is everything else.",
  },
});
