import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "skill",
  title: "What share of the way?",
  prompt: `
Write \`skill(yTrain, yTest, said)\`: the share of the baseline's squared error that a model saves on the test rows,

$$
1 - \\frac{\\text{mean squared error of the model}}{\\text{mean squared error of the baseline}} .
$$

The baseline always says the mean of the **training** targets: that is all it can know. 1 is perfect, 0 is no better
than the baseline, and below 0 is worse.`,
  hints: [
    "`const simple = mean(yTrain);` is what the baseline says for every test row.",
    "The squared error of the model: the mean of `(y - said[i]) ** 2` over `yTest`. Of the baseline: the mean of `(y - simple) ** 2`.",
    "Return `1 - model / baseline`.",
  ],
  misconceptions: {
    "test-mean":
      "Your baseline says the mean of the test targets. It cannot know them: take the mean of the training targets.",
    "upside-down": "Your fraction is upside down: the model's error goes on top.",
    "ratio-only":
      "This is the share of the error that is left. The skill is what is saved: 1 minus it.",
    absolute: "You use absolute errors. Here squared ones are asked for.",
  },
});
