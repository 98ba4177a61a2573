import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "visits-a-day",
  title: "Visits a day, quiet days included",
  prompt: `
A server writes a line for every visit, in no particular order. Write \`visitsADay(log)\`: for every day from the first visit to
the last, its \`day\`, the number of \`visits\`, and \`week\`, the mean of the visits of that day and the six days before. Days
without a visit count 0. The first six days have no such mean. Lines of \`bot\` are no visits.`,
  hints: [
    '`resample("time", "D").size()` gives a row for every day between the first and the last, in the columns `time` and `size`.',
    '`daily.column("size").rolling(7).mean()` is missing until there are seven values.',
    'Leave out the bots first: `filter(col("visitor").notEqual("bot"))`.',
  ],
  misconceptions: {
    "quiet-days":
      "Days without a visit are missing, and so “seven days” reach back further. Grouping finds only days that occur; `resample` lays out all of them.",
    "too-early":
      "You average the first days too, over fewer than seven. Their mean is not known yet: leave it missing.",
    "looks-ahead":
      "Your week stands around the day and looks three days ahead. On the day itself nobody knows those.",
    bots: "You count the bots.",
  },
});
