import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "directional-slope",
  title: "The slope as you walk",
  prompt: `
Write \`directionalSlope(f, x, direction)\`: how much $f$ rises at $x$ **per unit of length** when you walk in the given
direction. \`f\` takes a tensor of shape $(d,)$ and gives one number; \`direction\` has the same shape, is not zero, and may
be of **any length**: twice as long an arrow is the same direction.`,
  hints: [
    "`grad(f)(x)` is the gradient. The slope along a vector of length one is the dot product of the two.",
    "Make the direction one unit long: divide by its `norm()`. Before the dot product or after it, that is the same.",
    "Only the direction is divided by its length. The gradient keeps its own.",
  ],
  misconceptions: {
    "not-unit":
      "Your result grows with the length of the direction. Per unit of length, an arrow twice as long gives the same slope: divide by its length.",
    steepest:
      "This is the length of the gradient: the slope in the best direction. In the given one it is less, by the cosine of the angle between them.",
    "cosine-only":
      "You divided by the gradient's length as well. What is left is the cosine of the angle, a number without units; the slope needs the gradient as it is.",
  },
});
