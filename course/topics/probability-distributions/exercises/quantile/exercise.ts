import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "quantile",
  title: "A quantile of anything",
  prompt: `
Write \`quantile(cdf, p, low, high)\`: the $x$ between \`low\` and \`high\` with \`cdf(x)\` $= p$, for any distribution function
that rises from below $p$ at \`low\` to above $p$ at \`high\`. Find it to within $10^{-9}$ by halving the interval.`,
  hints: [
    "Look at the middle of the interval. If `cdf(middle)` is below p, the quantile lies in the upper half.",
    "So `low = middle` in that case, and `high = middle` in the other.",
    "Go on while the interval is longer than $10^{-10}$, and return its middle.",
  ],
  misconceptions: {
    "wrong-half":
      "You keep the wrong half and run to an end of the interval. A distribution function rises: where it is still below p, the quantile lies further up.",
    "other-tail": "This is the quantile of 1 − p. p is the probability to the left of x.",
    "too-soon":
      "You stop too soon: the interval is still wide. Each halving gains one binary digit, so nine decimals take thirty and more.",
    "a-straight-line":
      "You suppose that the function rises evenly from low to high. It is an S, so ask it for its value at the middle, again and again.",
  },
});
