import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "folds",
  title: "Every row is tested once",
  prompt: `
Write \`folds(n, k)\`: the $k$ folds of the rows 0 to $n - 1$, in order, not shuffled, as a list of \`{ train, test }\`.

- The test parts are neighbours in the table: the first fold tests the first rows, and so on.
- If $k$ does not divide $n$, the **first** $n \\bmod k$ parts have one row more.
- \`train\` holds all other rows, in rising order.`,
  hints: [
    "`Math.floor(n / k)` rows go into every part, and part `i` gets one more if `i < n % k`.",
    "Keep a number `from` at which the next part starts, and add the size of each part to it.",
    "With `rows` a list of 0 to n − 1, `rows.slice(from, from + size)` is the test part, and `rows.filter((row) => row < from || row >= from + size)` is the rest.",
  ],
  misconceptions: {
    "rows-lost":
      "Some rows are never tested: every part has ⌊n/k⌋ rows, and what is left over is dropped.",
    "all-in-last":
      "The rows left over all go into the last part. Give one each to the first parts, so that no two parts differ by more than one row.",
    "test-in-train":
      "Your training rows contain the test rows. Then the model is asked what it has seen.",
    "every-kth":
      "You put every k-th row into a part. That is a possible way, but here a part shall be a block of neighbours.",
  },
});
