import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "parcel-sizes",
  title: "Three numbers in one text",
  prompt: `
The warehouse writes the size of a parcel as text: \`30 x 20 x 12.5 cm\`, \`8×8×4cm\` or \`30 X 40 x 10 cm\`. Write
\`withSizes(parcels)\`: the table with four more columns of numbers, \`length\`, \`width\` and \`height\` in centimetres and
\`litres\`, the volume. A parcel without a size has missing values there. One litre is 1,000 cm³.`,
  hints: [
    '`parcels.column("size").str.extract(pattern, 2)` gives a column with what the second pair of brackets of a pattern matched.',
    "Each side is `([\\d.]+)`, and between two sides stands `\\s*[x×]\\s*`; the flag `i` takes the capital X too.",
    'What was cut out of a text is text. `astype({ length: "number" })` makes it a number.',
  ],
  misconceptions: {
    "still-text":
      'Your sides look like numbers and are text: `"30"` sorts before `"8"`, and has no mean. Turn the columns into numbers with `astype`.',
    "cubic-centimetres": "Your volume is in cubic centimetres. A litre has 1,000 of them.",
    "one-sign":
      "Parcels of some spellings have no size in your table. Between the numbers stands x, X or ×, with or without blanks.",
  },
});
