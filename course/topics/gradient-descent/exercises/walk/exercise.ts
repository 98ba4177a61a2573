import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "walk",
  title: "A walk downhill",
  prompt: `
Write \`walk(gradient, x0, learningRate, nSteps)\`. It returns the list of all places of a gradient descent: the start
$x_0$ first, then the place after each of the \`nSteps\` steps, so \`nSteps + 1\` places in all. A place is a list of
numbers, and \`gradient(x)\` gives one slope for each of them. Leave the lists that you are given as they are.`,
  hints: [
    "Keep the current place in a variable `x`, and a list `path` that begins with it.",
    "In each step ask for the gradient once, and build a new list: `x.map((value, i) => …)`.",
    "The new value is `value - learningRate * g[i]!`. Push the new list onto `path`, and go on from it.",
  ],
  misconceptions: {
    uphill:
      "This walk goes uphill. The gradient points to where the function grows: subtract it, do not add it.",
    "one-slope-for-all":
      "You move every component by the first slope. Each component has its own: the i-th one moves by the i-th slope.",
    "gradient-of-the-start":
      "Every step uses the gradient of the start. The ground changes under your feet: ask for the gradient at the place where you are now.",
    "changed-in-place":
      "All places of your walk are the same list, changed over and over. Make a new list in each step, so that the old places stay what they were.",
  },
});
