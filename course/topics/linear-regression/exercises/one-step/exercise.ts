import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "one-step",
  title: "One step of gradient descent",
  prompt: `
Write the step that the whole descent consists of. Given a line $\\hat y = w x + b$ and some points
$(x_i, y_i)$, \`step\` returns the **new** line after one step on the mean squared error
$\\frac1n \\sum_i (\\hat y_i - y_i)^2$:

$$
w \\leftarrow w - \\eta\\,\\frac{\\partial L}{\\partial w}, \\qquad
b \\leftarrow b - \\eta\\,\\frac{\\partial L}{\\partial b}
$$

with the learning rate $\\eta$. Leave the line that you are given as it is.`,
  hints: [
    "First compute the error $\\hat y_i - y_i$ of every point with the line as it is. Everything else is built from these.",
    "The chain rule gives $\\frac{\\partial L}{\\partial w} = \\frac2n \\sum_i (\\hat y_i - y_i)\\,x_i$ and $\\frac{\\partial L}{\\partial b} = \\frac2n \\sum_i (\\hat y_i - y_i)$.",
    "Collect both sums in one loop, `slope += error * x` and `intercept += error`. After the loop, subtract `learningRate * 2 / points.length` times each of them from the old `w` and `b`, both at once.",
  ],
  misconceptions: {
    uphill:
      "Your step walks uphill. The gradient points to where the loss grows; go the other way by subtracting it.",
    "sum-not-mean":
      "You add up the gradients of all points, but the loss is their mean. With a sum, twice as many houses make the step twice as long: divide by the number of points.",
    "half-gradient":
      "Your step has half the right length. The derivative of e² is 2e times the derivative of e: the factor 2 is missing.",
    "same-gradient":
      "You move w by the gradient that belongs to b. Changing w changes each prediction by its x, so every error in the slope's gradient is multiplied by its own x.",
    "one-after-the-other":
      "You compute the step of b with the new w. Both derivatives belong to the old line: work out both first, then move.",
  },
});
