import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "pinball",
  title: "A loss that leans to one side",
  prompt: `
Write \`pinballLoss(y, guesses, q)\`: the **mean** pinball loss.

For one house with the residual $r = y - g$ it is $q \\cdot r$ if $r \\ge 0$, and $(q - 1) \\cdot r$ otherwise. It is
never below 0, since $r$ and $q - 1$ are both negative there.`,
  hints: [
    "First the residual of each: `y[i]! - guesses[i]!`.",
    "`residual >= 0 ? q * residual : (q - 1) * residual`",
    "Add them up and divide by the number of houses.",
  ],
  misconceptions: {
    "sides-swapped":
      "You weigh guesses that are too high with q. It is the other way round: with q = 0.9 a guess that is too low costs nine times as much.",
    "sum-not-mean": "You add up the losses. The mean was asked.",
    "sign-lost":
      "Guesses that are too high come out negative, so they lower the loss. A loss is never below 0.",
    "leans-nowhere": "Your loss does not depend on q: it is half the absolute loss.",
  },
});
