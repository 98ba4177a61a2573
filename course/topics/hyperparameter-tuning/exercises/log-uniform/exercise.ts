import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "log-uniform",
  title: "Evenly by power",
  prompt: `
Write \`logUniform(low, high, u)\`: the number that lies the share $u$ of the way from \`low\` to \`high\` **on the scale of powers**.

- \`u\` is between 0 and 1; \`logUniform(low, high, 0)\` is \`low\`, \`logUniform(low, high, 1)\` is \`high\`.
- Halfway from 0.01 to 100 is 1.
- With $u$ drawn evenly from 0 to 1, every order of magnitude is as likely.`,
  hints: [
    "Go from `Math.log(low)` to `Math.log(high)`, the share `u` of the way.",
    "Then come back: `Math.exp` undoes `Math.log`.",
    "In one line: `low * (high / low) ** u`.",
  ],
  misconceptions: {
    linear:
      "You go the share u of the way by number. Then nine tenths of all draws lie within the last power of ten.",
    "still-a-logarithm":
      "You return the logarithm of the number. Undo it with `Math.exp`, or `10 ** …` if you took `Math.log10`.",
    "starts-at-one":
      "Your numbers begin at 1 and not at `low`: the factor is right, but it multiplies nothing.",
  },
});
