import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "projection",
  title: "The part of v along u",
  prompt: `
Write \`projection(v, u)\`: the vector on the line of $u$ that is nearest to $v$, its shadow as a vector. It points
along $u$ (or against it), and what is left, $v$ minus the projection, stands at a right angle to $u$. The vectors may
have any number of components; $u$ is never zero.`,
  hints: [
    "The result is a number times $u$. Only the number is missing: call it $c$.",
    "What is left must stand at a right angle to $u$: $u \\cdot (v - c\\,u) = 0$. Solve this for $c$.",
    "$c = (u \\cdot v) / (u \\cdot u)$. With tensors, `u.dot(v).item() / u.dot(u).item()` is that number, and `u.mul(…)` multiplies $u$ by it.",
  ],
  misconceptions: {
    "not-squared":
      "You divide by the length of u once. That would be right if the other u were a unit vector; here u itself is long, so divide by its length squared, u · u.",
    "wrong-way":
      "You project u onto v. The result has to lie on the line of u: multiply u, and divide by u · u.",
    "what-is-left":
      "This is the part of v at a right angle to u, what the projection leaves over. The projection is v minus this.",
  },
});
