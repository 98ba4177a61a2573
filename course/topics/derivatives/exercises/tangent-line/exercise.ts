import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "tangent-line",
  title: "The tangent as a line",
  prompt: `
Write \`tangentLine(f, a)\`: the tangent of the smooth function $f$ at $x = a$, as the \`slope\` and the \`intercept\` of the line
$y = \\text{slope} \\cdot x + \\text{intercept}$. The function takes a tensor of one number and gives one; \`grad(f)\` is its
derivative.`,
  hints: [
    "`grad(f)(tensor(a)).item()` is the slope, `f(tensor(a)).item()` the height of the curve at $a$.",
    "The tangent goes through the point $(a, f(a))$: there, slope times $a$ plus the intercept must be $f(a)$.",
    "Solve that for the intercept: $f(a) - f'(a)\\,a$.",
  ],
  misconceptions: {
    "height-as-intercept":
      "f(a) is the height of the line at x = a. The intercept is its height at x = 0: go back from a to 0 along the line.",
    "wrong-way":
      "You go from a away from zero instead of back to it: subtract slope · a from f(a), do not add it.",
    "through-the-origin":
      "This is the line from the origin to the point of the curve. The tangent has the slope of the curve there, and rarely goes through the origin.",
  },
});
