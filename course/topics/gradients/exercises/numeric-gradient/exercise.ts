import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "numeric-gradient",
  title: "A gradient by differences",
  prompt: `
Write \`numericGradient(f, x)\`: the gradient of $f$ at $x$ by central differences, one number for each input. \`f\` takes a
list of numbers and gives a number. Move **one input at a time**, $10^{-5}$ ahead and as far back, and leave \`x\` itself
unchanged.`,
  hints: [
    "For input number $i$ you need two lists that differ from `x` at place $i$ only. `x.with(i, value)` makes such a copy.",
    "The two places are $2h$ apart, not $h$.",
    "`x.map((value, i) => …)` gives one result for each input: ahead minus behind, divided by $2h$.",
  ],
  misconceptions: {
    "all-at-once":
      "All components are the same: you moved all inputs together. A partial derivative moves one and holds the others still.",
    "half-gap": "Twice too much. From one step behind to one step ahead it is 2h, so divide by 2h.",
    downhill:
      "The sign is turned round, so this points downhill. The value ahead comes first: f(x + h) − f(x − h).",
  },
});
