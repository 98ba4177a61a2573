import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "eight-defects",
  title: "Repair a table with eight defects",
  prompt: `
A clinic sends its visits, and every cell is text. Write \`clean(raw)\`, which repairs eight defects and returns the columns
\`visit\`, \`patient\`, \`clinic\`, \`weight\`, \`age\`, \`date\` and \`set\`, with the rows in their order:

1. **Types.** \`weight\` and \`age\` are numbers. Weights have a decimal comma: \`72,5\`.
2. **Units.** \`unit\` says \`kg\` or \`lb\`. All weights come out in kilograms; a pound is 0.45359237 kg.
3. **Codes.** \`""\`, \`n/a\`, \`?\` and \`-999\` stand for a missing value, in \`clinic\`, \`weight\` and \`age\`.
4. **Impossible values.** An age below 0 or above 120 is not known.
5. **Spellings.** A clinic is written in small letters, without blanks around: \`north\`.
6. **Dates.** \`2024-03-05\`, \`05.03.2024\` and \`2024/03/05\` are the same date.
7. **Duplicates.** Visits with the same number are one visit, however they were typed: keep the first.
8. **Leaks.** A patient in the \`test\` set must not be in the \`train\` set: drop such rows from \`train\`.

The check says which defects are still there.`,
  hints: [
    'Work on text first: `raw.assign({ clinic: (row) => row.clinic?.trim().toLowerCase() ?? null, … })`. Then `replace(["", "n/a", "?", "-999"], null)`, and `astype` last.',
    '`when(col("unit").equal("lb"), col("weight").mul(0.45359237)).otherwise(col("weight"))`, and the same way for the ages.',
    "Make a `Set` of the patients in the test set. A row stays if its set is `test` or its patient is not in there.",
  ],
  misconceptions: {
    types:
      'Defect 1, types: some weights or ages are not the numbers that the text says. Mind the decimal comma: `parseFloat("72,5")` is 72.',
    units: "Defect 2, units: some weights are still in pounds, so a child weighs as much as a man.",
    codes:
      "Defect 3, codes: `n/a`, `?`, `-999` or an empty text still stands where a value is missing.",
    impossible: "Defect 4, impossible values: ages below 0 or above 120 are still there.",
    spellings: "Defect 5, spellings: the same clinic still has several names.",
    dates:
      "Defect 6, dates: some dates are missing, wrong, or still text. In `05.03.2024` the day stands first.",
    duplicates:
      "Defect 7, duplicates: some visits stand there twice. They were typed differently, so compare their numbers, not the whole rows.",
    leaks:
      "Defect 8, leaks: patients of the test set are still in the training set. Not the same visits: the same **patients**.",
  },
});
