import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "decompose",
  title: "Take an error apart",
  prompt: `
Write \`decompose(said, measured)\`.

- \`said[m][i]\` is what model $m$ says for place $i$.
- \`measured[i]\` is a list: all that was measured at place $i$. The lists may have different lengths.

Return \`{ bias2, variance, noise }\`, each the mean over all places, every place counting alike. Divide by the number of
models and measurements, not by one less, or the parts do not add up.`,
  hints: [
    "For one place: `const answers = said.map((model) => model[i]!);` and then two means, of `answers` and of `measured[i]`.",
    "bias² is the square of the difference of the two means. The variance is the mean of `(answer - meanAnswer) ** 2`.",
    "Do this in `measured.map((values, i) => …)`, and take the mean of each part over the places at the end.",
  ],
  misconceptions: {
    "bias-of-each":
      "Your bias² is the mean squared distance of *each* model from the truth. That has the variance in it. The bias is of the mean of all models.",
    "cancels-out":
      "You average the biases of all places before you square. Then a place that is too warm makes up for one that is too cold. Square first.",
    "one-less":
      "You divide by one less than the number. That estimates the variance of a larger population; here the parts shall add up exactly, so divide by the number.",
    "noise-around-models":
      "Your noise is the spread of the measurements around the models' mean. That has the bias in it. Take their own mean.",
  },
});
