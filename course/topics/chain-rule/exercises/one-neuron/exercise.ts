import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "one-neuron",
  title: "One neuron, backward",
  prompt: `
A neuron predicts $\\tanh(w x + b)$; the loss is $(\\tanh(w x + b) - y)^2$. Write \`slopes(w, b, x, y)\`: how fast the loss
changes with \`w\` and with \`b\`. Go back by hand, one operation at a time; no library needed. The slope of $\\tanh$ is
$1 - \\tanh^2$.`,
  hints: [
    "Forward first, and keep the numbers: the sum $s = w x + b$, the prediction $p = \\tanh s$, the error $p - y$.",
    "Backward: the prediction gets $2 (p - y)$. The sum gets that times the slope of $\\tanh$ at $s$, which is $1 - p^2$.",
    "$b$ gets what the sum gets; $w$ gets that times $x$.",
  ],
  misconceptions: {
    "no-bend":
      "The slope of tanh is missing. Between the prediction and the sum stands a tanh, and slopes along a chain multiply.",
    "no-input":
      "w and b get the same slope here. A product hands each factor the gradient times the other factor, so w gets it times x.",
    "wrong-place":
      "You took 1 − s² with the sum s. The slope of tanh is 1 minus the square of its value: 1 − tanh(s)².",
  },
});
