import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "gap-patterns",
  title: "Which values are missing together?",
  prompt: `
Write \`gapPatterns(rows)\`: for every combination of gaps, how many rows have it. A row is a list of cells, and a missing
cell is \`null\`. Name a combination by one character a cell, \`x\` where it is missing and \`.\` where it is present, and
return a \`Map\` from that name to the number of rows.

For the rows \`[1, null, 3]\`, \`[0, null, 5]\` and \`[1, 2, 3]\` that is \`".x."\` → 2 and \`"..."\` → 1.`,
  hints: [
    'Make the name of one row first: each cell becomes one character, and `join("")` puts them together.',
    "Only `null` is missing. 0, the empty text and `false` are values.",
    "`counts.set(name, (counts.get(name) ?? 0) + 1)` counts one more.",
  ],
  misconceptions: {
    "zero-is-missing":
      "You take 0, the empty text or `false` for a gap. They are values: compare with `null`.",
    "turned-round":
      "Your marks are turned round: `x` stands for a missing cell, `.` for one that is there.",
    "complete-left-out":
      "Rows without a gap are missing from your counts. They are a combination too, and usually the most frequent one.",
    "number-of-gaps":
      "You count how many cells a row misses, not which. Two rows with a gap in different columns are two combinations.",
  },
});
