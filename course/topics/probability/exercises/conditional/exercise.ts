import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "conditional",
  title: "P(A | B) from rows",
  prompt: `
Write \`conditional(rows, event, given)\`: the probability of \`event\` given \`given\`, when one of the rows is drawn
at random. Both are functions that say of a row whether it belongs to the event. At least one row fulfils
\`given\`.`,
  hints: [
    "Knowing $B$ means that only the rows of $B$ are left. How many are there?",
    "Of those rows, for how many does `event` hold as well?",
    "`const among = rows.filter(given);` are the rows to divide by; filter them once more.",
  ],
  misconceptions: {
    joint:
      "You divide by all rows. That is the probability that both happen, P(A and B). Given B, only the rows of B are left to divide by.",
    reversed:
      "This is P(B | A): you divide by the rows of the event. Divide by the rows for which `given` holds.",
    odds: "You divide the rows of B that fulfil the event by those that do not. That is the odds; a probability divides by all rows of B.",
  },
});
