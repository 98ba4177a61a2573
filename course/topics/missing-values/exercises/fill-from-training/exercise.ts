import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "fill-from-training",
  title: "Learn from the training rows only",
  prompt: `
Write \`fill(train, test)\`. Both are lists of rows, and a missing value is \`null\`. Return the rows of \`test\`:

1. each gap filled with the mean of the values that **train** knows in this column;
2. behind them one column of zeros and ones for each column that has a gap in \`train\`, in their order: 1 where the value
   was missing in the test row.

With \`train\` = \`[[1, 10], [3, null]]\`, the test row \`[null, null]\` becomes \`[2, 10, 1]\`.`,
  hints: [
    "Turn the training rows into columns first: `train[0].map((_, j) => train.map((row) => row[j]))`.",
    "The mean of a column has only the known values in it, above and below the fraction line.",
    "`columns.flatMap((column, j) => (column.includes(null) ? [j] : []))` lists the columns that get an indicator.",
  ],
  misconceptions: {
    "learns-from-test":
      "Your means come from the test rows. A model in service fills one row at a time, and has no test set to average.",
    "gaps-count":
      "You divide by the number of all rows, so every gap counts as a 0. Divide by the number of known values.",
    "width-of-test":
      "You make indicators for the columns that have gaps in `test`. Then the number of columns depends on the rows that happen to come in, and the model gets a table that it does not know.",
    "turned-round": "Your indicators are turned round: 1 says that a value was missing.",
  },
});
