import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "between",
  title: "One row of SMOTE",
  prompt: `
Write \`between(rare, i, rank, u)\`: the made-up row that starts at \`rare[i]\` and goes the part \`u\` of the way to its
neighbour number \`rank\`. The neighbours are the **other** rows of \`rare\`, sorted by Euclidean distance: rank 0 is the
nearest.

All features are in standard units. No two distances are equal.`,
  hints: [
    "First the list of the other rows: `rare.filter((_, j) => j !== i)`. A row is no neighbour of itself.",
    "Sort them by `Math.hypot(...row.map((x, j) => x - rare[i]![j]!))`, and take number `rank`.",
    "The new row is `from.map((x, j) => x + u * (to[j]! - x))`, with one `u` for all features.",
  ],
  misconceptions: {
    "itself-nearest":
      "Your nearest neighbour of a row is the row itself, at distance 0. Then rank 0 makes plain copies. Leave the row out first.",
    "away-from":
      "You walk away from the neighbour. The step leads from the row towards it: x + u·(x′ − x).",
    "from-the-neighbour":
      "You start at the neighbour and go the part u towards the row. With u = 0 the new row is the row itself.",
    unsorted: "You take the other rows in the order of the list. Sort them by distance first.",
  },
});
