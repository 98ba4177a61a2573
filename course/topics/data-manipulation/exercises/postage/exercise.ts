import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "postage",
  title: "A price by weight",
  prompt: `
Write \`withPostage(parcels)\`: the table with a column \`postage\` in euros. A parcel of up to 50 g costs 0.95, of up to 500 g
1.60, of up to 1,000 g 2.75, and a heavier one 6.90. Where \`grams\` is missing, so is the postage.`,
  hints: [
    "`when(condition, value).when(condition, value).otherwise(value)`: the first condition that is true decides.",
    "A comparison with a missing value is false. So a parcel of unknown weight falls through all of them, into `otherwise`.",
    'Give the heavy parcels a condition of their own, `col("grams").notMissing()`, and `otherwise(null)` to the rest.',
  ],
  misconceptions: {
    "unknown-is-heavy":
      "A parcel of unknown weight pays 6.90. All its comparisons are false, so it falls through to `otherwise`: ask for `notMissing` before.",
    "unknown-is-light":
      "A parcel of unknown weight pays 0.95. Unknown is not 0 g; leave its postage missing.",
    "largest-first":
      "Your parcels of 20 g pay 2.75. The first true condition decides, and 20 is below 1,000 too: begin with the smallest limit.",
    border:
      "A parcel of exactly 50, 500 or 1,000 g pays the next price. “Up to” includes the limit: `le`, not `lt`.",
  },
});
