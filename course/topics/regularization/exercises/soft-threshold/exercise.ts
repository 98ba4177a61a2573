import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "soft-threshold",
  title: "The step that makes zeros",
  prompt: `
Write \`softThreshold(c, alpha)\`: the $w$ at which $\\tfrac12 (w - c)^2 + \\alpha |w|$ is smallest.

- If $c$ is at most $\\alpha$ away from 0, the answer is 0.
- Otherwise it is $c$, moved by $\\alpha$ towards 0.

\`alpha\` is 0 or larger; \`c\` is any number.`,
  hints: [
    "First the size without a sign: `Math.abs(c) - alpha`.",
    "A size below 0 means 0: `Math.max(0, …)`.",
    "`Math.sign(c)` is −1, 0 or 1; multiply the size by it.",
  ],
  misconceptions: {
    "shrinks-by-share":
      "You divide by 1 + α. That is ridge: every weight loses the same share, and none becomes 0. The lasso takes away a fixed amount.",
    "past-zero":
      "You always subtract α, and so small weights pass 0 and change their sign. Stop at 0.",
    hard: "You keep large weights as they are. That is a hard threshold: the lasso also moves those that stay, by α towards 0.",
    "sign-lost": "The sign is lost: negative weights come out positive.",
  },
});
