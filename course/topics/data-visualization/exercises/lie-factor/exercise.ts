import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "lie-factor",
  title: "Measure a chart's exaggeration",
  prompt: `
Write \`lieFactor(first, last, start)\` for two bars of an axis that begins at \`start\`: Tufte's lie factor,

$$
\\text{lie factor} = \\frac{\\text{change in the chart}}{\\text{change in the data}},
$$

where a change is the difference of the last and the first, as a share of the first. The bars are
\`first − start\` and \`last − start\` high. For 165.125 and 155 on an axis from 150 it is 10.9; from 0 it is 1.`,
  hints: [
    "Compute the relative change of the data first: `(last - first) / first`.",
    "Then the same of the heights of the bars. Their difference is the same; what you divide by is not.",
    "If you write both out and divide, the difference cancels.",
  ],
  misconceptions: {
    "turned-round":
      "Your fraction is upside down: the change in the chart stands above, so that an exaggeration gives more than 1.",
    "quotient-of-heights":
      "You compare how many times as high the last bar is, in the chart and in the data. The lie factor compares changes: take 1 away from both quotients first.",
    "share-of-last":
      "You divide by the last value. A change is a share of where it began: divide by the first.",
  },
});
