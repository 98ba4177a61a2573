import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "halving",
  title: "Few rows for many, many for few",
  prompt: `
Write \`halving(settings, errorOf, least, most)\`: the rounds of successive halving with the factor 3, as a list of \`{ rows, tried }\`.

- The first round tries all settings on \`least\` rows. \`errorOf(setting, rows)\` says how wrong a setting is that has learned from so many rows; less is better.
- The best third of a round, rounded **up**, goes on to the next one, the best first, on three times as many rows.
- The last round is the last one that needs no more than \`most\` rows. Equal errors keep their order.`,
  hints: [
    "A loop: `for (let rows = least; rows <= most; rows *= 3)`. Put `{ rows, tried }` into the list, then choose who goes on.",
    "Sort a copy by the error: `[...tried].sort((a, b) => errorOf(a, rows) - errorOf(b, rows))`. Sorting keeps the order of equals.",
    "`sorted.slice(0, Math.ceil(tried.length / 3))` goes on.",
  ],
  misconceptions: {
    "keeps-the-worst": "The settings with the largest errors go on. Less is better here.",
    "same-rows":
      "Every round learns from equally many rows. The survivors are few, so give them three times as many.",
    "rounds-down":
      "You round the third down, so too few settings go on. Of five settings two survive.",
    "nobody-leaves": "Every round tries all settings. Then you save nothing.",
  },
});
