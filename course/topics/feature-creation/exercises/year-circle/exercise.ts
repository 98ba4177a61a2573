import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "year-circle",
  title: "A date on a circle",
  prompt: `
Write \`yearCircle(date)\`: \`[cos φ, sin φ]\`, where $\\varphi = 2\\pi \\cdot$ the share of the year that has passed, in UTC.
It is 0 at midnight on the 1st of January, and comes to $2\\pi$ at midnight a year later. A leap year has 366 days.`,
  hints: [
    "Milliseconds are easiest: `date.getTime()`, and `Date.UTC(year, 0, 1)` for the start of a year.",
    "The share is (now − start) / (end − start), with `end = Date.UTC(year + 1, 0, 1)`. So leap years take care of themselves.",
    "`const angle = 2 * Math.PI * share;` and then `[Math.cos(angle), Math.sin(angle)]`.",
  ],
  misconceptions: {
    "month-steps":
      "You take the month, so all days of a month stand on the same place, and the last of June far from the first of July. Use the time within the year.",
    "no-two-pi":
      "Your angle goes from 0 to 1. Cosine and sine need a whole turn, 2π, for a year; otherwise December and January stay far apart.",
    "every-year-alike":
      "You divide by 365 days in each year. In a leap year the 31st of December comes to more than a whole turn. Divide by the length of this year.",
    swapped: "You return the sine first. The 1st of January is at (1, 0): cosine first.",
  },
});
