import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "past-means",
  title: "What the group did before",
  prompt: `
The rows stand in the order of time. Write \`pastMeans(groups, y)\`: for each row the mean of \`y\` over the **earlier** rows
of its group.

If the group has no earlier rows, take the mean of all earlier rows. The very first row gets 0.`,
  hints: [
    "For row i the earlier rows are `y.slice(0, i)`: the row itself is not among them.",
    "Those of its group: `y.slice(0, i).filter((_, j) => groups[j] === groups[i])`.",
    "Three cases: the group has earlier rows; it has none but others have; there are none at all.",
  ],
  misconceptions: {
    "own-row":
      "The row's own value is in its mean. It is the value that the model has to predict: take only the rows before it.",
    "whole-group":
      "You take the mean of the whole group, later rows and the row itself among them. When row i was asked about, they had not happened.",
    "new-group-zero":
      "A group without a past gets 0 from you, as if it were known to be 0. Take the mean of all earlier rows.",
    "group-forgotten": "You take the mean of all earlier rows, whatever their group.",
  },
});
