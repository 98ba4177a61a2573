import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "power-iteration",
  title: "Power iteration",
  prompt: `
Write \`dominant(A, x, steps)\`: start from the vector $x$, shape $(n,)$, multiply by $A$, shape $(n, n)$, \`steps\` times, and
return \`{ value, vector }\`: the vector that you arrive at, **of length 1**, and the eigenvalue that belongs to it,
$\\lambda = \\dfrac{v \\cdot A v}{v \\cdot v}$ for that very vector. The eigenvalue may be negative. The numbers must stay in
reach of floating point for thousands of steps.`,
  hints: [
    "One step is `x = A.matmul(x)`, and then `x = x.div(norm(x))` so that it neither grows nor shrinks.",
    "The value comes after the loop, from the vector that you return: `x.dot(A.matmul(x)).item()`. The length of $v$ is 1, so nothing needs to be divided.",
  ],
  misconceptions: {
    "always-positive":
      "You take the length of A times v for the eigenvalue. That is its size without its sign: where A flips v, the eigenvalue is negative. Use v · Av.",
    "length-grows":
      "You multiply without normalizing, so after enough steps the numbers overflow or vanish. Divide by the length in every step.",
    "from-the-left":
      "You multiply x by A from the left: xA follows the rows. The eigenvector comes from Ax. Both agree only if A is symmetric.",
    "one-step-behind":
      "Your value belongs to the vector before the last step. Compute it from the vector that you return.",
  },
});
