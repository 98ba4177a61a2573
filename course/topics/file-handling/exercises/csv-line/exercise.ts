import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "csv-line",
  title: "A row that survives",
  prompt: `
Write \`csvLine(fields)\`: the fields as one row of a CSV file, without a line end, so that a reader gets the same fields
back.

- Commas stand between the fields.
- A field with a comma, a quote or a line end (\`\\n\` or \`\\r\`) stands in quotes.
- Within quotes, each quote is written twice.

\`csvLine(["Ames", "12, Main Street", 'says "hello"'])\` is \`Ames,"12, Main Street","says ""hello"""\`.`,
  hints: [
    'A regular expression finds out whether a field needs quotes: `/[",\\r\\n]/.test(field)`.',
    "`replaceAll('\"', '\"\"')` doubles the quotes.",
    'Treat every field first, and then `join(",")`.',
  ],
  misconceptions: {
    "bare-commas":
      "A field with a comma is not in quotes, so a reader takes it for two fields, and all later columns move one to the right.",
    "quotes-not-doubled": "A quote within a field ends the field too early. Write it twice.",
    backslashes:
      'You write `\\"` for a quote, as JSON does. A reader of CSV sees a backslash and then the end of the field: double the quote.',
    "bare-line-ends":
      "A line end within a field is not in quotes, so a reader takes what follows for a new row.",
  },
});
