import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "read-lines",
  title: "Lines from parts",
  prompt: `
A file of text in UTF-8 comes in parts, which end anywhere. Write \`readLines(parts)\`: the lines of the text, without their
line ends.

- A line ends at \`\\n\` or at \`\\r\\n\`; the last one may end with the file.
- A part may end within a character, within a line, or between \`\\r\` and \`\\n\`.
- Bytes that are no UTF-8 become \`�\`, as \`TextDecoder\` has it, also at the end of the file.

For the bytes of \`"Zürich\\nBern"\`, however they are cut, that is \`["Zürich", "Bern"]\`.`,
  hints: [
    "One `TextDecoder` for all parts remembers half a character: `decoder.decode(part, { stream: true })`.",
    "Keep what comes after the last `\\n` in a variable, and put the next text behind it.",
    "After the last part, call `decoder.decode()` once more, and do not forget the line that you kept.",
  ],
  misconceptions: {
    "half-characters":
      "You decode each part by itself, so a character that is cut in two becomes two `�`. Use one decoder for all parts, with `{ stream: true }`.",
    "parts-are-lines":
      "You treat the end of a part as the end of a line. Parts end anywhere: keep the rest for the next part.",
    "last-line-lost":
      "The last line is missing when no line end follows it. Many files end without one.",
    "carriage-returns":
      "Your lines end with a `\\r` where the file has Windows' line ends. Comparing such a line with a word fails, and you cannot see why.",
  },
});
