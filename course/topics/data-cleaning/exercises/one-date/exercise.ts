import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "one-date",
  title: "One date, or an honest null",
  prompt: `
Write \`isoDate(text)\`: the date that a text says, as \`2024-03-05\`, or \`null\` if it says none. It knows three forms, with one
or two digits for day and month, and perhaps blanks around:

- \`2024-03-05\`: year, month, day;
- \`5.3.2024\`: day, month, year;
- \`3/14/2024\`: with slashes nobody knows which of the two stands first, **unless** one of them is above 12, or both are the
  same. Otherwise it is \`null\`.

A day that is not in the calendar, such as \`31.2.2024\`, is \`null\` too.`,
  hints: [
    "Three regular expressions, one for each form. With brackets around the numbers, `exec` gives you the parts.",
    "`new Date(Date.UTC(year, month - 1, day))` turns 31 February into 2 March. So look whether month and day are still what you asked for.",
    "`date.toISOString().slice(0, 10)` is the text that you want, zeros and all.",
  ],
  misconceptions: {
    "month-first":
      "You read `3/4/2024` as a date. It is the third of April in London and the fourth of March in New York, and the text does not say where it was written. A gap is honest; a guess is wrong half of the time.",
    "rolls-over":
      "You give a date for a day that does not exist. `Date` turns 31 February into 2 March without a word.",
    "no-zeros":
      "Your dates lack zeros: `2024-3-5`. As text they sort after `2024-10-01`; ISO 8601 wants two digits each.",
    "day-and-month": "You read `5.3.2024` as the third of May. With dots the day stands first.",
  },
});
