import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "worth-a-column",
  title: "A column that is worth it",
  prompt: `
Write \`feature(house)\`: one number for a house. It becomes the eighth column beside the seven of the lesson.

It is graded on the **1,206 hidden houses**, which no cell of the lesson has fitted on before the last: five folds, a
linear model for the logarithm of the price, with and without your column. Your column has to raise the mean $R^2$ by at
least **0.03**.

\`house\` has all columns of the table but the price. A house comes alone: what your function gives may depend on nothing else.`,
  hints: [
    "Go back to the figure “Ask what is left over”. Which column's groups are farthest from 0, in an order?",
    '`house.Overall_Cond` is a word, from `"Very_Poor"` to `"Excellent"`. The nine words stand in the cell that prints the misses.',
    "Put the words into a list, from the worst to the best. `list.indexOf(house.Overall_Cond!)` is a number from 0 to 8.",
  ],
  misconceptions: {
    "uses-the-price":
      "Your feature asks for `Sale_Price`. Nobody knows it when the model is asked. A feature may use only what is known at that time.",
    "already-there":
      "Your column is a sum of columns that the model has, each times a number, as an age is of two years. A linear model forms such sums by itself, so it learns nothing new.",
    "words-without-order":
      "You number words in an order that does not fit the prices, so the same slope cannot fit all steps. Number them from the worst to the best.",
    "not-finite":
      "Your feature is not a finite number for some houses. Look for logarithms of 0, divisions by 0 and words that your list does not have.",
  },
});
