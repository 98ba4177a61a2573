import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "latest-status",
  title: "Where does each ticket stand?",
  prompt: `
A support desk logs every change of a ticket, and exports the log in no order. Write \`latestStatus(log)\`: for each ticket
the **one row** with its latest time, whole, sorted by ticket. Rows without a time were never sent: leave them out. The note
of a row is often missing, and then it stays missing.`,
  hints: [
    "Sort by time first. Then the latest row of each ticket is the last of its rows.",
    '`dropDuplicates(["ticket"], { keep: "last" })` keeps the last row of each ticket, with all its cells.',
    "Missing values stand last in every order. Drop the rows without a time before you sort.",
  ],
  misconceptions: {
    "file-order": "You take the last row in the file. The log is in no order: sort by time first.",
    patchwork:
      "Your rows are put together from several: `last` of a group takes the last value of each column that is not missing, so an old note stands beside a new status. Keep whole rows.",
    "no-time-is-last":
      "A row without a time wins: missing values stand at the end when you sort. Drop them first.",
    "first-row": "You keep the first row of each ticket, which is how it began.",
  },
});
