import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "posterior",
  title: "How sure after a positive test",
  prompt: `
Write \`posterior(prior, sensitivity, specificity)\`: the probability $P(\\text{ill} \\mid \\text{positive})$, where
\`prior\` is $P(\\text{ill})$, \`sensitivity\` is $P(\\text{positive} \\mid \\text{ill})$ and \`specificity\` is
$P(\\text{negative} \\mid \\text{well})$. All are shares from 0 to 1.`,
  hints: [
    "There are two ways to be positive: ill and found, or well and alarmed by mistake. Compute both joint probabilities.",
    "The test alarms a share of `1 - specificity` of the well, and a share of `1 - prior` is well.",
    "Divide the truly positive by all positive: `truly / (truly + falsely)`.",
  ],
  misconceptions: {
    "wrong-way-round":
      "This is the sensitivity, P(positive | ill). You are asked for P(ill | positive), and the two can be far apart.",
    "no-base-rate":
      "You forgot how many are ill and how many are well. Where few are ill, the false alarms come from a much larger group: weigh both with the prior.",
    "specificity-as-false-alarm":
      "You count the well people who are cleared as positive. The false alarms are the others, a share of 1 − specificity.",
  },
});
